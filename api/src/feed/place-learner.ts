import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { engagementKinds, type PlaceBuckets, placements, rails, slotBucket } from '@poolrise/domain';
import { EngagementService } from '../engagement/engagement.service';
import type { Impression } from '../engagement/impression-token';
import { PlaceFactors } from '../engagement/place-factors';
import type { ReadEvent } from '../engagement/read-batch';
import { FeedIndex } from './feed-index';

const [shown, opened] = [engagementKinds.indexOf('impression'), engagementKinds.indexOf('click')];
const paid = rails.indexOf('paid');

/** Tells what was seen and opened where, beside what the note itself lets expect. Paid slots have readers of their own. */
@Injectable()
export class PlaceLearner implements OnApplicationBootstrap {
  constructor(
    private readonly engagement: EngagementService,
    private readonly places: PlaceFactors,
    private readonly index: FeedIndex,
  ) {}

  onApplicationBootstrap(): void {
    this.engagement.onRecorded((events) => this.learn(events));
  }

  private learn(events: readonly ReadEvent[]): void {
    for (const { kind, impression } of events) {
      if ((kind !== shown && kind !== opened) || impression.rail === paid) continue;
      const note = this.index.get(impression.noteId);
      // Without a run there is no expectation to hold it against.
      if (!note?.opensExpected) continue;
      if (kind === shown) this.places.shown(bucketsIn(impression), note.opensExpected);
      else this.places.opened(bucketsIn(impression));
    }
  }
}

const bucketsIn = ({ placement, position, readerBucket, ageBucket }: Impression): PlaceBuckets => ({
  slot: slotBucket(placements[placement] ?? 'discovery', position),
  reader: readerBucket,
  age: ageBucket,
});

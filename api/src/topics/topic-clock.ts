import { Injectable } from '@nestjs/common';
import { shiftDay, topicWeek } from '@poolrise/domain';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import type { Asks } from '../matching/match-candidates';
import { announceTopics } from './announce-topics';
import { computeTopics, proposedFrom } from './compute-topics';
import { freezeOutcomes } from './freeze-outcomes';
import { SearchDemand } from './search-demand';

/** Proposals whose time has come, without anybody's word. */
export async function publishDue(tx: Asks, now: Date): Promise<number> {
  const [row] = await tx.query<{ n: number }[]>(
    `with shown as (update weekly_topic set state = 'published', published_at = $1 where state = 'proposed' and publish_at <= $1 returning 1)
     select count(*)::int as n from shown`,
    [now],
  );
  return row?.n ?? 0;
}

/** Proposes the topics of a week, shows them when it begins, and writes down what came of them. */
@Injectable()
export class TopicClock {
  constructor(
    private readonly db: Db,
    private readonly demand: SearchDemand,
  ) {}

  /** Returns how many topics it moved. A week that was missed is computed as soon as somebody looks again. */
  @HandlesJob('weekly-topics')
  async sweep(now = new Date()): Promise<number> {
    const present = topicWeek(now);
    const next = shiftDay(present, 7);
    let moved = 0;
    for (const week of [present, ...(proposedFrom(next) <= now ? [next] : [])])
      moved += await this.db.asEngine((tx) => computeTopics(tx, this.demand, week, now));
    return this.db.asEngine(async (tx) => {
      moved += (await publishDue(tx, now)) + (await freezeOutcomes(tx, now));
      if (moved > 0) await announceTopics(tx);
      return moved;
    });
  }
}

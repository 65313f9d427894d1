import { RandomStream } from '../random';
import type { Headline } from './read-experiments';

/**
 * The recorded readers of one headline, drawn one by one without putting back, in a seeded random order: after all of
 * them exactly the recorded clicks have come. Whoever replays the same headline under the same seed meets the same
 * readers, so that two rules are compared on equal luck.
 */
export class Recording {
  private readonly random: RandomStream;
  private impressionsLeft: number;
  private clicksLeft: number;

  constructor(seed: string, headline: Headline) {
    this.random = new RandomStream(seed, 'recording', headline.testId, headline.package);
    this.impressionsLeft = headline.impressions;
    this.clicksLeft = headline.clicks;
  }

  get left(): number {
    return this.impressionsLeft;
  }

  /** Whether the next reader clicked; null when all recorded ones have been. */
  next(): boolean | null {
    if (this.impressionsLeft === 0) return null;
    const clicked = this.random.next() * this.impressionsLeft < this.clicksLeft;
    this.impressionsLeft--;
    if (clicked) this.clicksLeft--;
    return clicked;
  }
}

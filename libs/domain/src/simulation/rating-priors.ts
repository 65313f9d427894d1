import { type FirstPools, learnRatingPrior } from '../pools/learn-ratings';
import type { RatingPrior } from '../pools/rate-note';
import { countNote, noSpread } from '../pools/spread-of-lifts';
import type { NoteInPlay } from './note-in-play';
import { contentDispersion, contentPerClick, type World } from './world';

export interface PriorRule {
  /** The latest first pools that the prior is learnt from, and hours between two lessons. */
  firstPools: number;
  everyHours: number;
  /** Shape of the spread of new notes while nothing has been learnt. */
  firstShape: number;
}

export const defaultPriorRule: PriorRule = { firstPools: 1_500, everyHours: 6, firstShape: 4 };

/** The prior of new notes in one run, learnt from the latest first pools as they become whole. */
export class RatingPriors {
  prior: RatingPrior;
  private readonly given: RatingPrior;
  private readonly firstPools: FirstPools = { hook: noSpread(), content: noSpread() };
  private readonly latest: { clicks: number; expectedClicks: number; content: number }[] = [];
  private oldest = 0;

  constructor(
    world: World,
    private readonly rule: PriorRule = defaultPriorRule,
  ) {
    this.given = {
      hookMean: 1,
      hookShape: rule.firstShape,
      contentMean: 1,
      contentShape: rule.firstShape,
      contentDispersion: contentDispersion(world),
      clickWeight: world.weights.click,
      contentPerClick: contentPerClick(world),
    };
    this.prior = this.given;
  }

  count({
    clicks,
    expectedClicks,
    content,
  }: Pick<NoteInPlay, 'clicks' | 'expectedClicks' | 'content'>): void {
    const note = { clicks, expectedClicks, content };
    this.add(note, 1);
    if (this.latest.length < this.rule.firstPools) {
      this.latest.push(note);
      return;
    }
    this.add(this.latest[this.oldest] as typeof note, -1);
    this.latest[this.oldest] = note;
    this.oldest = (this.oldest + 1) % this.rule.firstPools;
  }

  relearn(hour: number): void {
    if (hour % this.rule.everyHours === 0) this.prior = learnRatingPrior(this.firstPools, this.given);
  }

  summary(): Record<string, number> {
    const { hookMean, hookShape, contentMean, contentShape } = this.prior;
    return { hookMean, hookShape, contentMean, contentShape };
  }

  private add(note: { clicks: number; expectedClicks: number; content: number }, sign: 1 | -1): void {
    countNote(this.firstPools.hook, note.clicks, note.expectedClicks, sign);
    countNote(this.firstPools.content, note.content, note.clicks * this.given.contentPerClick, sign);
  }
}

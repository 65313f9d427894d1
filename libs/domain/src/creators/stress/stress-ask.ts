import type { ReachSketch } from '../reach-sketch';
import { checkStress, type StressSettings } from './stress-settings';

/** Somebody who could publish for the plan. */
export interface StressReserve {
  creatorId: string;
  /** with the platform's fee */
  priceCents: number;
  tierKey: string;
  category: string;
  /** who shares luck with her: her agency, else her category */
  group: string;
  /** who of the target audience follows her */
  sketch: ReachSketch;
  /** chance that a follower reads the note, above 0 to 1 */
  readShare: number;
  /** standard deviation of the logarithm of her notes' reads */
  readsSpread: number;
}

/** Somebody of the plan. */
export interface StressPick extends StressReserve {
  mustHave: boolean;
  /** readers added to those of the picks before her, by which she is among the first or last to go */
  adds: number;
  /** who the plan itself names in her place */
  swapId: string | null;
  /** money behind her note and its readers with their 95 % interval; null without one */
  boost: { cents: number; readers: number; low: number; high: number } | null;
}

export interface StressAsk {
  picks: readonly StressPick[];
  /** who is not in the plan and could be, the plan's own swaps among them */
  reserves: readonly StressReserve[];
  /** money of the budget that the plan does not spend */
  leftCents: number;
  /** readers that the plan promises without its boosts */
  promised: number;
  /** whether every follower counts, or the share that reads a note; of followers, reads say nothing */
  counting: 'followers' | 'readers';
  /** whoever comes in somebody's place has to be of her tier, or of her category, because the plan is held to it */
  sameTier: boolean;
  sameCategory: boolean;
  /** days from the opening of the window to its close: nobody can be asked to publish before it opens */
  windowDays: number;
  /** readers below which the plan is called short */
  line: number;
  settings: StressSettings;
  seed: number;
  draws: number;
}

/** Fewer draws show no tail; more take longer than somebody waits. */
export const stressDraws = { usual: 2_000, least: 200, most: 20_000 } as const;

/** @throws RangeError for an ask that is none */
export function checkStressAsk({
  picks,
  reserves,
  leftCents,
  windowDays,
  line,
  draws,
  settings,
}: StressAsk): void {
  checkStress(settings);
  if (picks.length === 0) throw new RangeError('A stress test of a plan without creators');
  if (!(Number.isInteger(draws) && draws >= stressDraws.least && draws <= stressDraws.most))
    throw new RangeError(`A stress test of ${draws} draws`);
  if (!(leftCents >= 0)) throw new RangeError(`A plan with ${leftCents} cents left`);
  if (!(windowDays >= 0)) throw new RangeError(`A window of ${windowDays} days`);
  if (!(line >= 0)) throw new RangeError(`A plan that is short below ${line} readers`);
  for (const { creatorId, readShare, readsSpread } of [...picks, ...reserves]) {
    if (!(readShare > 0 && readShare <= 1))
      throw new RangeError(`${creatorId} has a read share of ${readShare}`);
    if (!(readsSpread >= 0)) throw new RangeError(`${creatorId} has a spread of ${readsSpread}`);
  }
}

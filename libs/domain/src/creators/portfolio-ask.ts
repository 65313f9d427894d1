import type { ReachSketch } from './reach-sketch';
import type { TierMix } from './tier-mix-presets';

/** Boost money behind one creator's note: a step may be taken when those before it are. */
export interface LiftStep {
  /** what this step costs beyond those before it */
  cents: number;
  /** target readers it brings beyond her followers and beyond the steps before it */
  readers: number;
  /** the 95 % interval of `readers`; left out when they are certain */
  low?: number;
  high?: number;
}

/** A creator who may be picked. */
export interface PortfolioCandidate {
  creatorId: string;
  /** the quote with the platform's fee */
  priceCents: number;
  /** key of a tier of the workspace's scheme */
  tierKey: string;
  category: string;
  /** who of the target audience follows her */
  sketch: ReachSketch;
  /** chance that a follower sees the note, above 0 to 1; 1 when it is left out, which counts followers */
  readShare?: number;
  /** each step brings no more for its money than the one before it */
  lift?: readonly LiftStep[];
  mustHave?: boolean;
  excluded?: boolean;
}

export interface PortfolioAsk {
  candidates: readonly PortfolioCandidate[];
  budgetCents: number;
  /** the most of the budget that may go to boosts, 0 to 1; all of it when it is left out */
  boostShareMax?: number;
  mix?: TierMix;
  maxCreators?: number;
  maxPerCategory?: number;
}

/** What would let a refused plan be made. */
export type PortfolioRemedy =
  | { act: 'raise-budget'; toCents: number }
  | { act: 'drop-must-have'; creatorIds: string[] }
  | { act: 'drop-exclusion'; creatorIds: string[] }
  | { act: 'raise-limit'; to: number }
  | { act: 'add-candidates'; tierKeys: string[] }
  | { act: 'widen-tolerance'; to: number }
  | { act: 'drop-mix' };

/** Why no plan can be made: what collides, and what would help. */
export interface PortfolioRefusal {
  refusal:
    | 'no-candidates'
    | 'nothing-affordable'
    | 'must-have-excluded'
    | 'must-haves-above-budget'
    | 'must-haves-above-limit'
    | 'must-haves-above-category'
    | 'must-have-outside-mix'
    | 'tier-without-candidates'
    | 'tier-above-its-share'
    | 'mix-out-of-reach';
  /** the creators that collide */
  creatorIds?: string[];
  /** the tiers that collide */
  tierKeys?: string[];
  category?: string;
  neededCents?: number;
  remedies: PortfolioRemedy[];
}

/** Whether an answer about a portfolio is a refusal. */
export const isPortfolioRefusal = (answer: object): answer is PortfolioRefusal => 'refusal' in answer;

/**
 * Holds an ask against what it must be. @throws RangeError for amounts, chances or limits outside their range and for a
 * creator who stands in it twice: the caller checks these before
 */
export function checkAsk(ask: PortfolioAsk): void {
  const { candidates, budgetCents, boostShareMax = 1, mix, maxCreators, maxPerCategory } = ask;
  const amount = (cents: number): boolean => Number.isSafeInteger(cents) && cents >= 0;
  const limit = (most = 1): boolean => Number.isInteger(most) && most >= 1;
  if (!amount(budgetCents)) throw new RangeError(`A budget of ${budgetCents} cents`);
  if (!limit(maxCreators) || !limit(maxPerCategory))
    throw new RangeError(`At most ${maxCreators} creators, ${maxPerCategory} a category`);
  if (!(boostShareMax >= 0 && boostShareMax <= 1))
    throw new RangeError(`A share of ${boostShareMax} of the budget for boosts`);
  const ids = new Set<string>();
  for (const { creatorId, priceCents, readShare = 1, lift = [] } of candidates) {
    if (ids.has(creatorId)) throw new RangeError(`Creator ${creatorId} is a candidate twice`);
    ids.add(creatorId);
    if (!amount(priceCents)) throw new RangeError(`Creator ${creatorId} for ${priceCents} cents`);
    if (!(readShare > 0 && readShare <= 1))
      throw new RangeError(`Creator ${creatorId} is read by a share of ${readShare}`);
    if (lift.some(({ cents, readers }) => !(amount(cents) && cents > 0 && readers >= 0)))
      throw new RangeError(`Creator ${creatorId} has a boost step without a price`);
  }
  for (const { tierKeys, shareOfCreators = 0, shareOfSpend = 0 } of mix?.shares ?? [])
    if (!(shareOfCreators >= 0 && shareOfCreators <= 1 && shareOfSpend >= 0 && shareOfSpend <= 1))
      throw new RangeError(`Tier ${tierKeys.join(', ')} has a share outside 0 to 1`);
}

import { commonSample } from './common-sample';
import type { PortfolioAsk, PortfolioCandidate } from './portfolio-ask';
import { type RankedStep, rankSteps } from './portfolio-boosts';
import { ReachField } from './reach-field';

/** What a portfolio is held to, apart from its make-up by tier. */
export interface PortfolioLimits {
  budgetCents: number;
  /** of the budget, 0 to 1 */
  boostShareMax: number;
  maxCreators: number;
  maxPerCategory: number;
}

/** Shares of one part of a mix; NaN where the mix says nothing. */
export interface MixPart {
  tierKeys: readonly string[];
  ofCreators: number;
  ofSpend: number;
}

/**
 * Memberships in the sample of a search. More would find no better plans: at half a million, five hundred creators have a
 * thousand people each, whose overlaps are known to 3 %.
 */
const membershipsMax = 500_000;

/** An ask laid out by number: candidate 0, 1, 2 and so on, without those who are excluded. */
export class PortfolioProblem {
  readonly candidates: readonly PortfolioCandidate[];
  readonly limits: PortfolioLimits;
  readonly field: ReachField;
  /** share of all people that the sample holds */
  readonly share: number;
  readonly prices: readonly number[];
  /** number of the category of each */
  readonly categories: readonly number[];
  readonly mix: readonly MixPart[];
  readonly tolerance: number;
  /** number of the part of the mix of each; -1 where the mix has no place for her tier */
  readonly parts: readonly number[];
  readonly musts: readonly number[];
  readonly withLift: readonly number[];
  /** the boost steps of all, the best for their money first */
  readonly boostSteps: readonly RankedStep[];
  /** the same by candidate */
  readonly stepsOf: readonly (readonly RankedStep[])[];

  constructor(ask: PortfolioAsk) {
    this.candidates = ask.candidates.filter(({ excluded }) => !excluded);
    this.limits = {
      budgetCents: ask.budgetCents,
      boostShareMax: ask.boostShareMax ?? 1,
      maxCreators: ask.maxCreators ?? Infinity,
      maxPerCategory: ask.maxPerCategory ?? Infinity,
    };
    const sample = commonSample(
      this.candidates.map(({ sketch }) => sketch),
      membershipsMax,
    );
    this.share = sample.share;
    this.field = new ReachField(
      sample,
      this.candidates.map(({ readShare }) => readShare ?? 1),
    );
    this.prices = this.candidates.map(({ priceCents }) => priceCents);
    const names = [...new Set(this.candidates.map(({ category }) => category))];
    this.categories = this.candidates.map(({ category }) => names.indexOf(category));
    this.mix = (ask.mix?.shares ?? []).map(({ tierKeys, shareOfCreators, shareOfSpend }) => ({
      tierKeys,
      ofCreators: shareOfCreators ?? NaN,
      ofSpend: shareOfSpend ?? NaN,
    }));
    this.tolerance = ask.mix?.tolerance ?? 0;
    this.parts = this.candidates.map(({ tierKey }) =>
      this.mix.findIndex(({ tierKeys }) => tierKeys.includes(tierKey)),
    );
    const numbers = [...this.candidates.keys()];
    this.musts = numbers.filter((at) => this.candidates[at]?.mustHave);
    this.withLift = numbers.filter((at) => this.candidates[at]?.lift?.length);
    this.boostSteps = rankSteps(this.candidates);
    const stepsOf: RankedStep[][] = this.candidates.map(() => []);
    for (const step of this.boostSteps) stepsOf[step.candidate]?.push(step);
    this.stepsOf = stepsOf;
  }

  priceOf(candidate: number): number {
    return this.prices[candidate] as number;
  }

  /** More readers than these no boosts bring for so much money. */
  boostBound(cents: number): number {
    return Math.max(0, cents) * (this.boostSteps[0]?.rate ?? 0);
  }

  hasPlace(candidate: number): boolean {
    return this.mix.length === 0 || (this.parts[candidate] as number) >= 0;
  }
}

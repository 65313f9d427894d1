import type { PortfolioWishes, RemedyView } from '@poolrise/contracts';
import { boostTerms } from '@poolrise/domain';

/** The best of the ranking that are considered, unless more are asked for. */
export const topDefault = 200;
export const topMost = 500;

/** A plan before anything is asked of it. */
export const emptyWishes = (budgetCents: number, creatorIds: string[] | null): PortfolioWishes => ({
  budgetCents,
  top: topDefault,
  creatorIds,
  mixPreset: null,
  ownMix: null,
  mixTolerance: null,
  mustHaveIds: [],
  excludedIds: [],
  maxCreators: null,
  maxPerCategory: null,
  counting: 'followers',
  boosts: null,
});

export type OwnMix = NonNullable<PortfolioWishes['ownMix']>;
export type MixPart = OwnMix['shares'][number];
export const mixMeasures = ['shareOfCreators', 'shareOfSpend'] as const;
export type MixMeasure = (typeof mixMeasures)[number];

/** Of a make-up that nobody has filled in: a row for every tier, and a tolerance as the presets have it. */
export const emptyMix = (tierKeys: readonly string[]): OwnMix => ({
  shares: tierKeys.map((key) => ({ tierKeys: [key], shareOfCreators: null, shareOfSpend: null })),
  tolerance: 0.1,
});

/** Percent that is left to give in one measure, below 0 when too much is given; null where nobody gave any. */
export function mixLeft({ shares }: OwnMix, measure: MixMeasure): number | null {
  const given = shares.flatMap((part) => part[measure] ?? []);
  if (given.length === 0) return null;
  const left = 100 - given.reduce((sum, share) => sum + share * 100, 0);
  return Math.round(left * 10) / 10;
}

/** Whether a plan can be asked for with this make-up: every measure that is used comes to a hundred. */
export const mixComplete = (mix: OwnMix): boolean => {
  const left = mixMeasures.map((measure) => mixLeft(mix, measure));
  return left.some((one) => one !== null) && left.every((one) => one === null || Math.abs(one) < 0.5);
};

/** What is asked: tiers without any share have no place, and where others have one of a measure, none is 0. */
export function askedWishes(wishes: PortfolioWishes): PortfolioWishes {
  const { ownMix } = wishes;
  if (!ownMix) return wishes;
  const used = mixMeasures.filter((measure) => mixLeft(ownMix, measure) !== null);
  const shares = ownMix.shares
    .filter((part) => mixMeasures.some((measure) => (part[measure] ?? 0) > 0))
    .map((part) => ({
      ...part,
      ...Object.fromEntries(used.map((measure) => [measure, part[measure] ?? 0])),
    }));
  return { ...wishes, ownMix: { ...ownMix, shares } };
}

/** The most that may go to boosts. */
export const boostCentsMax = ({ budgetCents, boosts }: PortfolioWishes): number =>
  boosts ? Math.floor(budgetCents * boosts.shareMax) : 0;

/** What stands in the way of planning, as keys of the words. */
export function planFaults(wishes: PortfolioWishes): ('mix' | 'boosts')[] {
  return [
    ...(wishes.ownMix && !mixComplete(wishes.ownMix) ? (['mix'] as const) : []),
    ...(wishes.boosts && boostCentsMax(wishes) < boostTerms.minBudgetCents ? (['boosts'] as const) : []),
  ];
}

/** The same wishes with what collided taken away; `refusal` says which of two limits is meant. */
export function remedied(wishes: PortfolioWishes, remedy: RemedyView, refusal: string): PortfolioWishes {
  switch (remedy.act) {
    case 'raise-budget':
      return { ...wishes, budgetCents: remedy.toCents };
    case 'drop-must-have':
      return { ...wishes, mustHaveIds: without(wishes.mustHaveIds, remedy.creatorIds) };
    case 'drop-exclusion':
      return { ...wishes, excludedIds: without(wishes.excludedIds, remedy.creatorIds) };
    case 'raise-limit':
      return refusal === 'must-haves-above-category'
        ? { ...wishes, maxPerCategory: remedy.to }
        : { ...wishes, maxCreators: remedy.to };
    case 'add-candidates':
      return { ...wishes, creatorIds: null, top: topMost };
    case 'widen-tolerance':
      return wishes.ownMix
        ? { ...wishes, ownMix: { ...wishes.ownMix, tolerance: remedy.to }, mixTolerance: null }
        : { ...wishes, mixTolerance: remedy.to };
    case 'drop-mix':
      return { ...wishes, mixPreset: null, ownMix: null, mixTolerance: null };
  }
}

const without = (ids: readonly string[], gone: readonly string[]): string[] =>
  ids.filter((id) => !gone.includes(id));

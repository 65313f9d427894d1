import type { PortfolioWishes, RemedyView } from '@poolrise/contracts';

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
});

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
      return { ...wishes, mixTolerance: remedy.to };
    case 'drop-mix':
      return { ...wishes, mixPreset: null, ownMix: null, mixTolerance: null };
  }
}

const without = (ids: readonly string[], gone: readonly string[]): string[] =>
  ids.filter((id) => !gone.includes(id));

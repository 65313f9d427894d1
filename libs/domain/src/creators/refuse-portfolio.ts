import type { PortfolioAsk, PortfolioCandidate, PortfolioRefusal, PortfolioRemedy } from './portfolio-ask';
import type { PortfolioProblem } from './portfolio-problem';
import { PortfolioSelection } from './portfolio-selection';

/** What in an ask contradicts itself before anything is searched for; null when nothing does. */
export function refuseAsk(ask: PortfolioAsk): PortfolioRefusal | null {
  const open = ask.candidates.filter(({ excluded }) => !excluded);
  return refuseMustHaves(ask, open) ?? refuseBudget(ask, open) ?? refuseMix(ask, open);
}

/** What to say when no plan keeps the make-up by tier: the tolerance at which the nearest one would. */
export function refuseMissedMix(problem: PortfolioProblem, nearest: readonly number[]): PortfolioRefusal {
  const selection = new PortfolioSelection(problem);
  selection.become(nearest);
  const off = (tolerance: number): boolean => selection.mixViolation(tolerance) > 0;
  const hundredths = Array.from({ length: 101 }, (_, step) => step / 100);
  const to = hundredths.find((tolerance) => tolerance > problem.tolerance && !off(tolerance));
  const remedies: PortfolioRemedy[] = [{ act: 'drop-mix' }];
  if (nearest.length > 0 && to !== undefined) remedies.unshift({ act: 'widen-tolerance', to });
  return { refusal: 'mix-out-of-reach', tierKeys: problem.mix.flatMap(({ tierKeys }) => tierKeys), remedies };
}

function refuseMustHaves(
  { candidates, budgetCents, maxCreators = Infinity, maxPerCategory = Infinity, mix }: PortfolioAsk,
  open: readonly PortfolioCandidate[],
): PortfolioRefusal | null {
  const both = idsOf(candidates.filter(({ mustHave, excluded }) => mustHave && excluded));
  if (both.length > 0)
    return {
      refusal: 'must-have-excluded',
      creatorIds: both,
      remedies: [
        { act: 'drop-must-have', creatorIds: both },
        { act: 'drop-exclusion', creatorIds: both },
      ],
    };
  const musts = open.filter(({ mustHave }) => mustHave);
  const creatorIds = idsOf(musts);
  const neededCents = musts.reduce((sum, { priceCents }) => sum + priceCents, 0);
  const drop: PortfolioRemedy = { act: 'drop-must-have', creatorIds };
  if (neededCents > budgetCents)
    return {
      refusal: 'must-haves-above-budget',
      creatorIds,
      neededCents,
      remedies: [{ act: 'raise-budget', toCents: neededCents }, drop],
    };
  if (musts.length > maxCreators)
    return {
      refusal: 'must-haves-above-limit',
      creatorIds,
      remedies: [{ act: 'raise-limit', to: musts.length }, drop],
    };
  for (const category of new Set(musts.map((one) => one.category))) {
    const crowd = musts.filter((one) => one.category === category);
    if (crowd.length > maxPerCategory)
      return {
        refusal: 'must-haves-above-category',
        category,
        creatorIds: idsOf(crowd),
        remedies: [
          { act: 'raise-limit', to: crowd.length },
          { act: 'drop-must-have', creatorIds: idsOf(crowd) },
        ],
      };
  }
  const named = new Set(mix?.shares.flatMap(({ tierKeys }) => tierKeys));
  const outside = mix ? musts.filter(({ tierKey }) => !named.has(tierKey)) : [];
  if (outside.length === 0) return null;
  return {
    refusal: 'must-have-outside-mix',
    creatorIds: idsOf(outside),
    tierKeys: [...new Set(outside.map(({ tierKey }) => tierKey))],
    remedies: [{ act: 'drop-must-have', creatorIds: idsOf(outside) }, { act: 'drop-mix' }],
  };
}

function refuseBudget(
  { budgetCents, mix }: PortfolioAsk,
  open: readonly PortfolioCandidate[],
): PortfolioRefusal | null {
  const tierKeys = [...new Set(mix?.shares.flatMap((share) => share.tierKeys))];
  const placed = mix ? open.filter(({ tierKey }) => tierKeys.includes(tierKey)) : open;
  if (placed.length === 0)
    return { refusal: 'no-candidates', tierKeys, remedies: [{ act: 'add-candidates', tierKeys }] };
  const neededCents = cheapestOf(placed);
  if (neededCents <= budgetCents) return null;
  return {
    refusal: 'nothing-affordable',
    creatorIds: idsOf(placed.filter(({ priceCents }) => priceCents === neededCents)),
    neededCents,
    remedies: [{ act: 'raise-budget', toCents: neededCents }],
  };
}

/** Tiers that must have a share of the spend and cannot: nobody is in them, or the cheapest costs more than the share. */
function refuseMix(
  { budgetCents, mix }: PortfolioAsk,
  open: readonly PortfolioCandidate[],
): PortfolioRefusal | null {
  if (!mix) return null;
  const owed = mix.shares.filter(({ shareOfSpend = 0 }) => shareOfSpend - mix.tolerance > 0);
  const of = ({ tierKeys }: { tierKeys: readonly string[] }): PortfolioCandidate[] =>
    open.filter(({ tierKey }) => tierKeys.includes(tierKey));
  const empty = owed.filter((share) => of(share).length === 0).flatMap(({ tierKeys }) => tierKeys);
  if (empty.length > 0)
    return {
      refusal: 'tier-without-candidates',
      tierKeys: empty,
      remedies: [{ act: 'add-candidates', tierKeys: empty }, { act: 'drop-mix' }],
    };
  const dear = owed.filter(
    (share) => cheapestOf(of(share)) > ((share.shareOfSpend ?? 0) + mix.tolerance) * budgetCents,
  );
  if (dear.length === 0) return null;
  const toCents = Math.max(
    ...dear.map((share) => Math.ceil(cheapestOf(of(share)) / ((share.shareOfSpend ?? 0) + mix.tolerance))),
  );
  const tierKeys = dear.flatMap((share) => share.tierKeys);
  return {
    refusal: 'tier-above-its-share',
    tierKeys,
    creatorIds: dear.flatMap((share) =>
      idsOf(of(share).filter(({ priceCents }) => priceCents === cheapestOf(of(share)))),
    ),
    neededCents: toCents,
    remedies: [{ act: 'raise-budget', toCents }, { act: 'add-candidates', tierKeys }, { act: 'drop-mix' }],
  };
}

const idsOf = (some: readonly PortfolioCandidate[]): string[] => some.map(({ creatorId }) => creatorId);

const cheapestOf = (some: readonly PortfolioCandidate[]): number =>
  Math.min(...some.map(({ priceCents }) => priceCents));

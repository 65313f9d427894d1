import type { BoostsView, PickView, PlanView, RefusalView } from '@poolrise/contracts';
import {
  type BoostedPlan,
  boostPriceSource,
  boostTerms,
  type Category,
  netReach,
  type PortfolioAsk,
  type PortfolioCandidate,
  type PortfolioPick,
  type PortfolioPlan,
  type PortfolioRefusal,
} from '@poolrise/domain';

/** A plan of creators alone, or one with boosts beside them. */
type Found = { plan: PortfolioPlan } | BoostedPlan;

/** With the overlap of the picks, which is measured in the same sample as their reach. */
export function planView(ask: PortfolioAsk, { plan, ...boosted }: Found): PlanView {
  const byId = new Map(ask.candidates.map((one) => [one.creatorId, one]));
  const picked = plan.picks.map(({ creatorId }) => byId.get(creatorId) as PortfolioCandidate);
  const reach = netReach(
    picked.map(({ sketch }) => sketch),
    picked.map(({ readShare }) => readShare ?? 1),
  );
  const { shadowPrice } = plan;
  return {
    picks: plan.picks.map((pick) => ({
      creatorId: pick.creatorId,
      priceCents: pick.priceCents,
      mustHave: pick.mustHave,
      adds: pick.adds,
      lostWithout: pick.lostWithout,
      centsPerThousand: pick.centsPerThousand,
      binding: pick.binding,
      swap: pick.swap,
      boost: boostOf(pick),
    })),
    net: plan.netReach,
    sum: reach.sum,
    overlapShare: reach.overlapShare,
    overlapStandardError: reach.overlapStandardError,
    spentCents: plan.creatorCents + plan.boostCents,
    leftCents: plan.leftCents,
    overGreedy: plan.overGreedy,
    shadowPrice: shadowPrice && {
      readersPerThousandYuan: shadowPrice.readersPerThousandYuan,
      furtherCents: shadowPrice.furtherCents,
      move: shadowPrice.move.kind,
      creatorId: shadowPrice.move.creatorId,
      leavingId: shadowPrice.move.kind === 'swap' ? shadowPrice.move.leavingId : null,
    },
    mix: plan.mix.map((share) => ({ ...share, tierKeys: [...share.tierKeys] })),
    sampleShare: plan.sampleShare,
    rough: plan.rough,
    boosts: 'worth' in boosted ? boostsView({ plan, ...boosted }) : null,
  };
}

const boostOf = ({ boostCents, boostReaders, boostLow, boostHigh }: PortfolioPick): PickView['boost'] =>
  boostCents > 0 ? { cents: boostCents, readers: boostReaders, low: boostLow, high: boostHigh } : null;

function boostsView({ plan, without, worth }: Pick<BoostedPlan, 'plan' | 'without' | 'worth'>): BoostsView {
  const { benchmarks, ...said } = worth;
  return {
    cents: plan.boostCents,
    readers: plan.boostReaders,
    low: plan.boostLow,
    high: plan.boostHigh,
    ...said,
    without: {
      net: without.netReach,
      creators: without.picks.length,
      spentCents: without.creatorCents,
    },
    benchmarks: benchmarks.map(({ category, notes, impressions, reads, through }) => ({
      category: category as Category | null,
      notes,
      impressions,
      reads,
      through,
    })),
    centsPerThousand: boostTerms.centsPerThousand,
    priceSource: boostPriceSource,
  };
}

export const refusalView = (refused: PortfolioRefusal): RefusalView => ({
  refusal: refused.refusal,
  creatorIds: (refused.creatorIds ?? []).slice(0, 20),
  tierKeys: refused.tierKeys ?? [],
  category: refused.category ?? null,
  neededCents: refused.neededCents ?? null,
  remedies: refused.remedies,
});

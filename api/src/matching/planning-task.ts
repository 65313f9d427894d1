import {
  estimateReach,
  type BoostOffer,
  type PortfolioCandidate,
  type ReachSketch,
  type TierMix,
  tierMixPresets,
} from '@poolrise/domain';
import type { PortfolioWishes } from '@poolrise/contracts';
import { boostBenchmarks, boostProspects } from './boost-prospects';
import type { Asks } from './match-candidates';
import type { PlanningTask } from './planning-words';
import type { Portfolio } from './portfolio.entity';
import { sketchesOf } from './reach.queries';

/** What is planned for a portfolio as it was asked for, and how many of its candidates have no followers that are known. */
export async function planningTaskOf(
  asks: Asks,
  { wishes, target, candidates }: Pick<Portfolio, 'wishes' | 'target' | 'candidates'>,
): Promise<PlanningTask & { withoutAudience: number }> {
  const ids = candidates.map(({ id }) => id);
  const sketches = await sketchesOf(asks, ids, target);
  const known = candidates.flatMap((one): PortfolioCandidate[] => {
    const sketch = sketches.get(one.id);
    if (!sketch) return [];
    return [
      {
        creatorId: one.id,
        priceCents: one.priceCents,
        tierKey: one.tierKey,
        category: one.category,
        readShare: one.readShare,
        sketch,
        mustHave: wishes.mustHaveIds.includes(one.id),
        excluded: wishes.excludedIds.includes(one.id),
      },
    ];
  });
  const mix = mixOf(wishes);
  return {
    withoutAudience: candidates.length - known.length,
    offer: wishes.boosts && (await offerOf(asks, wishes.boosts.shareMax, known)),
    ask: {
      candidates: known,
      budgetCents: wishes.budgetCents,
      ...(mix && { mix }),
      ...(wishes.maxCreators !== null && { maxCreators: wishes.maxCreators }),
      ...(wishes.maxPerCategory !== null && { maxPerCategory: wishes.maxPerCategory }),
    },
  };
}

/** What boosts of these creators' notes may bring. Paid readers are taken to be of the target as often as her followers are. */
async function offerOf(
  asks: Asks,
  shareMax: number,
  known: readonly PortfolioCandidate[],
): Promise<BoostOffer> {
  const ids = known.map(({ creatorId }) => creatorId);
  const everybody = await sketchesOf(asks, ids, { genders: [], ages: [] });
  const people = (sketch: ReachSketch | undefined): number => (sketch ? estimateReach(sketch).people : 0);
  const prospective = known.map(({ creatorId, category, sketch }) => ({
    creatorId,
    category,
    targetShare: Math.min(1, people(sketch) / Math.max(1, people(everybody.get(creatorId)))),
  }));
  return {
    shareMax,
    benchmarks: await boostBenchmarks(asks),
    prospects: await boostProspects(asks, prospective),
  };
}

function mixOf({ mixPreset, ownMix, mixTolerance }: PortfolioWishes): TierMix | null {
  const preset = tierMixPresets.find(({ id }) => id === mixPreset);
  if (preset) return { shares: preset.shares, tolerance: mixTolerance ?? preset.tolerance };
  if (!ownMix) return null;
  return {
    tolerance: mixTolerance ?? ownMix.tolerance,
    shares: ownMix.shares.map(({ tierKeys, shareOfCreators, shareOfSpend }) => ({
      tierKeys,
      ...(shareOfCreators !== null && { shareOfCreators }),
      ...(shareOfSpend !== null && { shareOfSpend }),
    })),
  };
}

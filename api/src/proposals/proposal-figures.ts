import type { ProposalFigures, ReachTarget } from '@poolrise/contracts';
import { mixBy, netReach, type ReachSketch, sumForecasts } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { sketchesOf } from '../matching/reach.queries';
import type { FrozenItem } from './freeze-items';

const noCategory = 'other';

const everybody: ReachTarget = { genders: [], ages: [] };

/** What a version comes to: money, forecast, mix, and how many people it reaches, of all and of the target. */
export async function proposalFigures(
  tx: EntityManager,
  items: readonly FrozenItem[],
  target: ReachTarget = everybody,
): Promise<ProposalFigures> {
  const parts = items.map(({ creatorId, creator, notes, priceCents }) => ({
    creator: creatorId,
    tier: creator.tier.key,
    category: creator.category ?? noCategory,
    notes,
    priceCents,
  }));
  const names = new Map(items.map(({ creator }) => [creator.tier.key, creator.tier.name]));
  const forecasts = items.flatMap(({ forecast }) => (forecast ? [forecast] : []));
  const creators = [...new Set(items.map(({ creatorId }) => creatorId))];
  return {
    creators: creators.length,
    notes: parts.reduce((sum, { notes }) => sum + notes, 0),
    priceCents: parts.reduce((sum, { priceCents }) => sum + priceCents, 0),
    reads: forecasts.length ? sumForecasts(forecasts.map(({ reads }) => reads)) : null,
    impressions: forecasts.length ? sumForecasts(forecasts.map(({ impressions }) => impressions)) : null,
    forecastOf: forecasts.length,
    tiers: mixBy(parts, 'tier').map((part) => ({
      ...part,
      name: names.get(part.key) ?? { zh: part.key, en: part.key },
    })),
    categories: mixBy(parts, 'category'),
    reach: reachOf([...(await sketchesOf(tx, creators, everybody)).values()]),
    targetReach: await targetReachOf(tx, creators, target),
  };
}

/** Of those who were measured: of whose followers nobody is of the target, she reaches nobody. */
async function targetReachOf(
  tx: EntityManager,
  creators: readonly string[],
  target: ReachTarget,
): Promise<ProposalFigures['targetReach']> {
  if (target.genders.length === 0 && target.ages.length === 0) return null;
  const reach = reachOf([...(await sketchesOf(tx, creators, target)).values()]);
  return reach && { ...reach, target };
}

function reachOf(audiences: readonly ReachSketch[]): ProposalFigures['reach'] {
  if (!audiences.length) return null;
  const { net, overlapShare } = netReach(audiences);
  return {
    people: Math.round(net.people),
    standardError: Math.round(net.standardError),
    low: Math.round(net.low),
    high: Math.round(net.high),
    overlapShare,
    measured: audiences.length,
  };
}

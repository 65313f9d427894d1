import type { ProposalFigures } from '@poolrise/contracts';
import {
  mixBy,
  netReach,
  type ReachSketch,
  sketchFromBytes,
  sumForecasts,
  uniteSketches,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import type { FrozenItem } from './freeze-items';
import { grouped } from './grouped';

const noCategory = 'other';

/** What a version comes to: money, forecast, mix, and how many people it reaches. */
export async function proposalFigures(
  tx: EntityManager,
  items: readonly FrozenItem[],
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
    reach: reachOf(await audiencesOf(tx, creators)),
  };
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

/** Everybody who follows each creator, of whom an audience was measured. */
async function audiencesOf(tx: EntityManager, ids: readonly string[]): Promise<ReachSketch[]> {
  const cells = await tx.query<{ creator_id: string; sketch: Buffer }[]>(
    'select creator_id, sketch from creator_reach where creator_id = any($1::uuid[])',
    [ids],
  );
  const byCreator = grouped(cells, ({ creator_id }) => creator_id);
  return ids.flatMap((id) => {
    const own = byCreator.get(id);
    return own ? [uniteSketches(own.map(({ sketch }) => sketchFromBytes(sketch)))] : [];
  });
}

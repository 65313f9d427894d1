import type { CreatorRow } from '@poolrise/contracts';
import {
  type CreatorMetric,
  creatorMetricIds,
  percentileAmong,
  tierOf,
  type TierScheme,
  tierSchemes,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { isoInstant } from '../http/paging';
import { type PeerGroup, peersOf } from './known-peers';

/** Where each figure stands in `creator_record`; all are numbers or null. */
export const figureColumns: Readonly<Record<CreatorMetric, string>> = {
  followers: 'followers',
  growth30d: 'growth_30d',
  notes30d: 'notes_30d',
  impressionsMedian: 'impressions_median',
  readsMedian: 'reads_median',
  interactionsMedian: 'interactions_median',
  interactionRate: 'interaction_rate',
  hundredLikesShare: 'hundred_likes_share',
  thousandLikesShare: 'thousand_likes_share',
  finishShare: 'finish_share',
  activeShare: 'active_share',
  engagedShare: 'engaged_share',
  imageCents: 'image_cents',
  videoCents: 'video_cents',
  imageReadCents: 'image_read_cents',
  videoReadCents: 'video_read_cents',
  imageInteractionCents: 'image_interaction_cents',
  imageCpmCents: 'image_cpm_cents',
  cpuvCents: 'cpuv_cents',
  activeOrders: 'active_orders',
  acceptanceShare: 'acceptance_share',
  onTimeShare: 'on_time_share',
  replyMinutesMedian: 'reply_minutes_median',
};

/**
 * Figures that only a match compares with peers, from the same record: what a video costs for each interaction, and comments
 * for each read of the middle daily note, by all traffic as comments are not told apart.
 */
export const matchFigureColumns = {
  videoInteractionCents: 'video_cents::float8 / nullif(video_interactions_median, 0)',
  commentShare: `(medians -> 'daily.all' ->> 'comments')::float8 / nullif((medians -> 'daily.all' ->> 'reads')::float8, 0)`,
} as const;
export type MatchFigure = keyof typeof matchFigureColumns;

type Figures = Record<CreatorMetric, number | null>;
type Row = Omit<CreatorRow, 'figures' | 'percentiles' | 'peers' | 'tier'> & { figures: Figures };

const rowColumns = `
  record.id, record.name, record.red_id as "redId", record.platform_id as "platformId", record.gender, record.province,
  record.city, record.city_tier as "cityTier", record.categories, record.sub_categories as "subCategories", record.personas,
  record.styles, record.mcn, record.health, record.accepts_image as "acceptsImage", record.accepts_video as "acceptsVideo",
  ${isoInstant('record.last_note_at')} as "lastNoteAt", record.as_of::text as "asOf", record.deleted_at is not null as deleted,
  jsonb_build_object(${creatorMetricIds.map((id) => `'${id}', record.${figureColumns[id]}::float8`).join(', ')}) as figures`;

/** The scheme by which a workspace speaks of tiers. */
export async function tierSchemeOf(tx: EntityManager, workspaceId: string): Promise<TierScheme> {
  const [row] = await tx.query<{ tier_scheme: string }[]>(`select tier_scheme from workspace where id = $1`, [
    workspaceId,
  ]);
  const [first] = tierSchemes;
  const scheme = tierSchemes.find(({ id }) => id === row?.tier_scheme) ?? first;
  if (!scheme) throw new Error('there is no tier scheme');
  return scheme;
}

/** These creators as lists show them, in the order asked for; who is not there is left out. */
export async function creatorRows(
  tx: EntityManager,
  scheme: TierScheme,
  ids: readonly string[],
): Promise<CreatorRow[]> {
  if (!ids.length) return [];
  const rows = await tx.query<Row[]>(
    `select ${rowColumns} from unnest($1::uuid[]) with ordinality as asked (id, place)
     join creator_record record on record.id = asked.id order by asked.place`,
    [ids],
  );
  const bandsOf = await peersOf(
    tx,
    scheme.id,
    rows.map((row) => groupOf(scheme, row)),
  );
  return rows.map((row) => {
    const bands = bandsOf(groupOf(scheme, row));
    return {
      ...row,
      tier: tierOf(scheme, row.figures.followers ?? 0),
      percentiles: Object.fromEntries(
        creatorMetricIds.map((metric) => [metric, percentileAmong(bands?.get(metric), row.figures[metric])]),
      ) as Figures,
      peers: bands?.get('followers')?.peers ?? 0,
    };
  });
}

const groupOf = (scheme: TierScheme, { figures, categories }: Row): PeerGroup => ({
  tier: tierOf(scheme, figures.followers ?? 0).key,
  category: categories[0] ?? '',
});

import type { CreatorView } from '@poolrise/contracts';
import {
  audienceDimensions,
  type Better,
  type CreatorMetric,
  creatorMetrics,
  noteScopes,
  trafficScopes,
  type MetricId,
} from '@poolrise/domain';

export const compareGroups = ['terms', 'medians', 'efficiency', 'growth', 'audience', 'service'] as const;
export type CompareGroup = (typeof compareGroups)[number];
export type FactName = 'tier' | 'category' | 'place' | 'accepts' | 'health' | 'mcn';
type CountName = 'notes' | 'impressions' | 'reads' | 'interactions' | 'sample' | 'completed' | 'cancelled';
export type MedianScope = keyof CreatorView['medians'];
export interface TopBand {
  value: string;
  share: number;
}

/** One row of the comparison: what it is about, and what each creator has of it, in their order. */
export type CompareRow = { key: string; group: CompareGroup; scope: MedianScope | null } & (
  | { kind: 'metric'; metric: CreatorMetric; values: (number | null)[] }
  | { kind: 'count'; name: CountName; better: Better; values: (number | null)[] }
  | { kind: 'fact'; name: FactName; values: string[] }
  | { kind: 'band'; dimension: string; values: (TopBand | null)[] }
);

const metricsOf: Partial<Record<CompareGroup, readonly CreatorMetric[]>> = {
  terms: ['imageCents', 'videoCents', 'activeOrders'],
  efficiency: [
    'imageReadCents',
    'videoReadCents',
    'imageInteractionCents',
    'imageCpmCents',
    'cpuvCents',
    'interactionRate',
    'finishShare',
  ],
  growth: [
    'followers',
    'growth30d',
    'activeShare',
    'engagedShare',
    'notes30d',
    'hundredLikesShare',
    'thousandLikesShare',
  ],
  service: ['acceptanceShare', 'onTimeShare', 'replyMinutesMedian'],
};

/** All rows of a comparison, group by group. */
export function compareRows(creators: readonly CreatorView[]): CompareRow[] {
  return compareGroups.flatMap((group) => [
    ...(group === 'terms' ? factRows(creators) : []),
    ...metricRows(group, creators),
    ...(group === 'medians' ? medianRows(creators) : []),
    ...(group === 'audience' ? audienceRows(creators) : []),
    ...(group === 'service' ? serviceRows(creators) : []),
  ]);
}

const metricRows = (group: CompareGroup, creators: readonly CreatorView[]): CompareRow[] =>
  (metricsOf[group] ?? []).map((metric) => ({
    key: metric,
    group,
    scope: null,
    kind: 'metric',
    metric,
    values: creators.map(({ figures }) => figures[metric]),
  }));

function factRows(creators: readonly CreatorView[]): CompareRow[] {
  const facts: Record<FactName, (creator: CreatorView) => string> = {
    tier: ({ tier }) => tier.key,
    category: ({ categories }) => categories.join(),
    place: ({ city, province }) => city ?? province ?? '',
    accepts: ({ acceptsImage, acceptsVideo }) => `${acceptsImage} ${acceptsVideo}`,
    health: ({ health }) => health,
    mcn: ({ mcn }) => mcn ?? '',
  };
  return Object.entries(facts).map(([name, read]) => ({
    key: name,
    group: 'terms',
    scope: null,
    kind: 'fact',
    name: name as FactName,
    values: creators.map(read),
  }));
}

const count = (
  group: CompareGroup,
  scope: MedianScope | null,
  name: CountName,
  better: Better,
  values: (number | null)[],
): CompareRow => ({ key: `${scope ?? group} ${name}`, group, scope, kind: 'count', name, better, values });

function medianRows(creators: readonly CreatorView[]): CompareRow[] {
  const scopes = noteScopes.flatMap((notes) =>
    trafficScopes.map((traffic) => `${notes}.${traffic}` as const),
  );
  // Where nobody has a note there is nothing to take a median of: that nobody has one says it all.
  const told = (scope: MedianScope) =>
    creators.some(({ medians }) => medians[scope].notes > 0)
      ? (['impressions', 'reads', 'interactions'] as const)
      : [];
  return scopes.flatMap((scope) => [
    ...told(scope).map((name) =>
      count(
        'medians',
        scope,
        name,
        'more',
        creators.map(({ medians }) => medians[scope][name]),
      ),
    ),
    count(
      'medians',
      scope,
      'notes',
      'neither',
      creators.map(({ medians }) => medians[scope].notes),
    ),
  ]);
}

function audienceRows(creators: readonly CreatorView[]): CompareRow[] {
  const compared = Object.keys(audienceDimensions);
  const bands = compared.map((dimension): CompareRow => ({
    key: `audience ${dimension}`,
    group: 'audience',
    scope: null,
    kind: 'band',
    dimension,
    values: creators.map(({ audience }) => topBand(audience?.bands ?? [], dimension)),
  }));
  const samples = creators.map(({ audience }) => audience?.sample ?? null);
  return [...bands, count('audience', null, 'sample', 'neither', samples)];
}

const topBand = (
  bands: readonly { dimension: string; value: string; share: number }[],
  dimension: string,
): TopBand | null =>
  bands
    .filter((band) => band.dimension === dimension)
    .reduce<TopBand | null>((top, band) => (top && top.share >= band.share ? top : band), null);

const serviceRows = (creators: readonly CreatorView[]): CompareRow[] => [
  count(
    'service',
    null,
    'completed',
    'neither',
    creators.map(({ service }) => service.completed),
  ),
  count(
    'service',
    null,
    'cancelled',
    'less',
    creators.map(({ service }) => service.cancelled),
  ),
];

const medianMetrics: Partial<Record<CountName, MetricId>> = {
  impressions: 'noteImpressionsMedian',
  reads: 'noteReadsMedian',
  interactions: 'noteInteractionsMedian',
};

/** What the figures of a row are; null where they are none, or no more than a number of things. */
export function metricOf(row: CompareRow): MetricId | null {
  if (row.kind === 'metric') return row.metric;
  return row.kind === 'count' ? (medianMetrics[row.name] ?? null) : null;
}

/**
 * Which creators are best in a row, by their place; several when they are equal. Nobody where neither side is better, where
 * fewer than two are known, or where all are the same.
 */
export function bestIn(row: CompareRow): ReadonlySet<number> {
  if (row.kind !== 'metric' && row.kind !== 'count') return new Set();
  const better = row.kind === 'metric' ? creatorMetrics[row.metric] : row.better;
  const known = row.values.filter((value) => value !== null);
  const best = better === 'more' ? Math.max(...known) : Math.min(...known);
  if (better === 'neither' || known.length < 2 || known.every((value) => value === best)) return new Set();
  return new Set(row.values.flatMap((value, place) => (value === best ? [place] : [])));
}

/** Whether the creators are not all the same in it. Audiences are, while their largest band is the same one. */
export function differs(row: CompareRow): boolean {
  const told = row.kind === 'band' ? row.values.map((top) => top?.value ?? null) : row.values;
  return new Set<unknown>(told).size > 1;
}

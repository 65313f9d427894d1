import type { CreatorMetric, PeerBand } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

export interface PeerGroup {
  tier: string;
  category: string;
}
type Bands = ReadonlyMap<CreatorMetric, PeerBand>;
interface KnownBands {
  version: string;
  bands: Bands;
}

/** By database: a process has one, its specs have many. */
const known = new WeakMap<object, Map<string, KnownBands>>();
const keyOf = (scheme: string, { tier, category }: PeerGroup): string => `${scheme} ${tier} ${category}`;

/**
 * Where the peers of these groups stand. A page of twenty creators needs some 45,000 quantiles, which take longer to read than all
 * the rest of it, and change when peers are counted anew. So they are kept, and asked each time whether they are still
 * those: `xmin` is the transaction that wrote a band, and all bands of a scheme are written by one.
 */
export async function peersOf(
  tx: EntityManager,
  scheme: string,
  groups: readonly PeerGroup[],
): Promise<(group: PeerGroup) => Bands | undefined> {
  const cache = known.get(tx.connection) ?? new Map<string, KnownBands>();
  known.set(tx.connection, cache);
  const asked = [...new Map(groups.map((group) => [keyOf(scheme, group), group])).values()];
  const written = await tx.query<(PeerGroup & { version: string })[]>(
    `select tier, category, xmin::text as version from peer_band
     where scheme = $1 and metric = 'followers' and (tier, category) in (select * from unnest($2::text[], $3::text[]))`,
    [scheme, ...columnsOf(asked)],
  );
  const versions = new Map(written.map((group) => [keyOf(scheme, group), group.version]));
  const stale = asked.filter((group) => {
    const version = versions.get(keyOf(scheme, group));
    return version !== undefined && cache.get(keyOf(scheme, group))?.version !== version;
  });
  if (stale.length) await readBands(tx, scheme, stale, cache);
  // A group that nobody is in any more is still known, and not to be shown.
  return (group) => (versions.has(keyOf(scheme, group)) ? cache.get(keyOf(scheme, group))?.bands : undefined);
}

const columnsOf = (groups: readonly PeerGroup[]): [string[], string[]] => [
  groups.map(({ tier }) => tier),
  groups.map(({ category }) => category),
];

async function readBands(
  tx: EntityManager,
  scheme: string,
  groups: readonly PeerGroup[],
  cache: Map<string, KnownBands>,
): Promise<void> {
  const rows = await tx.query<(PeerGroup & PeerBand & { metric: CreatorMetric; version: string })[]>(
    `select tier, category, metric, peers, quantiles, xmin::text as version from peer_band
     where scheme = $1 and (tier, category) in (select * from unnest($2::text[], $3::text[]))`,
    [scheme, ...columnsOf(groups)],
  );
  for (const group of groups) {
    const own = rows.filter(({ tier, category }) => tier === group.tier && category === group.category);
    // Peers counted anew between the two queries are read with the version that goes with them.
    const version = own.find(({ metric }) => metric === 'followers')?.version ?? '';
    const bands = new Map(own.map(({ metric, peers, quantiles }) => [metric, { peers, quantiles }]));
    cache.set(keyOf(scheme, group), { version, bands });
  }
}

import { Injectable, Optional } from '@nestjs/common';
import type { BriefWishes } from '@poolrise/contracts';
import {
  type Category,
  type CreatorMetric,
  type HealthLevel,
  type MatchFigures,
  type MatchPeers,
  type PeerBand,
  percentileAmong,
  peersMin,
  tierOf,
  type TierScheme,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import type { MatchFigure } from '../creators/creator-rows';
import { searchWordsOf } from '../words/segment';
import { type Fitting, FittingCreators } from '../creators/search/fitting-creators';
import { candidatesSql, notesSql, recordsSql } from './match-sql';

/** So many creators are held against a brief; of more, those with the most reads. */
export const candidatesMax = 5_000;
/** Of fewer notes a quartile says nothing [P]. */
const notesForQuartiles = 4;
const keptMs = 60_000;
const keptMax = 4;

export type PeerBands = ReadonlyMap<string, PeerBand>;

/** The creators that a brief is held against, with what is known of each. */
export interface MatchCandidates {
  directory: number;
  fitting: number;
  figures: MatchFigures[];
  names: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, Category>;
  bands: PeerBands;
}

interface Row {
  id: string;
  name: string;
  followers: number;
  health: HealthLevel;
  categories: Category[];
  image_cents: number | null;
  video_cents: number | null;
  active_orders: number;
  audience_sample: number;
  audience_shares: number[];
  interaction_rate: number | null;
  notes_30d: number;
  image_interactions_median: number | null;
  video_interactions_median: number | null;
  comment_share: number | null;
}

interface Counts {
  directory: number;
  fitting: number;
}

interface NotesRow {
  creator_id: string;
  quartiles: [number, number, number] | null;
  daily: number;
  in_30_days: number;
  cooperations: number;
  disclosed_share: number | null;
  brand_work: { brandId: string; on: string }[] | null;
  carrying: number[];
}

/**
 * Figures of the candidates of a brief. They come from the directory alone, which is public, and are kept for a minute while
 * the directory is the same: a slider that moves asks for the same figures many times a second.
 */
@Injectable()
export class MatchCandidatesQueries {
  private readonly kept = new Map<string, { at: number; candidates: Promise<MatchCandidates> }>();

  constructor(@Optional() private readonly index?: FittingCreators) {}

  async of(tx: EntityManager, scheme: TierScheme, wishes: BriefWishes): Promise<MatchCandidates> {
    const { category, subCategories, keywords, competitors, competitorDays, kind, ordersMax } = wishes;
    const [state] = await tx.query<{ changed: string }[]>(changedSql);
    const key = JSON.stringify([
      state?.changed,
      scheme.id,
      category,
      subCategories,
      keywords.map(({ word }) => word),
      competitors,
      competitorDays,
      kind,
      ordersMax,
    ]);
    const earlier = this.kept.get(key);
    if (earlier && Date.now() - earlier.at < keptMs) return earlier.candidates;
    const fitting = this.index?.of({
      category,
      subCategories,
      words: wordsOf(wishes),
      most: candidatesMax,
    });
    const candidates = readCandidates(tx, scheme, wishes, fitting);
    this.kept.set(key, { at: Date.now(), candidates });
    candidates.catch(() => this.kept.delete(key));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= keptMax) break;
      this.kept.delete(oldest);
    }
    return candidates;
  }
}

const changedSql = `
  select concat((select max(changed_in) from creator), ' ', (select max(changed_in) from creator_figures), ' ',
    (select max(counted_at) from peer_band)) as changed`;

/** What asks the database: a transaction of the application, or the client that fills a new one. */
export interface Asks {
  query<Rows>(sql: string, parameters?: unknown[]): Promise<Rows>;
}

const wordsOf = ({ keywords }: BriefWishes): string[] => keywords.flatMap(({ word }) => searchWordsOf(word));

/** Reads the candidates of a brief, in three queries. `known` are those who fit, where an index has said so. */
export async function readCandidates(
  tx: Asks,
  scheme: TierScheme,
  wishes: BriefWishes,
  known: Fitting | null = null,
): Promise<MatchCandidates> {
  const { directory, fitting, rows } = known
    ? { ...known, rows: await tx.query<Row[]>(recordsSql, [known.ids]) }
    : await fittingByPostgres(tx, wishes);
  const notes = await tx.query<NotesRow[]>(notesSql, [
    rows.map(({ id }) => id),
    JSON.stringify(wishes.keywords.map(({ word }) => searchWordsOf(word))),
    wishes.competitors.map((name) => name.toLowerCase()),
  ]);
  const ofCreator = new Map(notes.map((row) => [row.creator_id, row]));
  const bands = await bandsOf(tx, scheme);
  return {
    directory,
    fitting,
    figures: rows.map((row) => figuresOf(row, ofCreator.get(row.id), { scheme, wishes, bands })),
    names: new Map(rows.map(({ id, name }) => [id, name])),
    categories: new Map(rows.flatMap(({ id, categories: [main] }) => (main ? [[id, main]] : []))),
    bands,
  };
}

async function fittingByPostgres(tx: Asks, wishes: BriefWishes): Promise<Counts & { rows: Row[] }> {
  const found = await tx.query<(Counts & (Row | { id: null }))[]>(candidatesSql, [
    wishes.category,
    wishes.subCategories,
    wordsOf(wishes),
    candidatesMax,
  ]);
  const { directory = 0, fitting = 0 } = found[0] ?? {};
  return { directory, fitting, rows: found.filter((row): row is Counts & Row => row.id !== null) };
}

interface Around {
  scheme: TierScheme;
  wishes: BriefWishes;
  bands: PeerBands;
}

function figuresOf(row: Row, notes: NotesRow | undefined, { scheme, wishes, bands }: Around): MatchFigures {
  const tierKey = tierOf(scheme, row.followers).key;
  const band = (metric: CreatorMetric | MatchFigure) =>
    bands.get(bandKey(tierKey, row.categories[0] ?? '', metric));
  const percentileOf = (metric: CreatorMetric | MatchFigure, value: number | null): number | null => {
    const percentile = percentileAmong(band(metric), value);
    return percentile === null ? null : percentile / 100;
  };
  const written = notes?.in_30_days ?? 0;
  const [p25, median, p75] = notes?.quartiles ?? [0, 0, 0];
  return {
    creatorId: row.id,
    followers: row.followers,
    tierKey,
    health: row.health,
    blacklistReason: null,
    disclosedShare: notes?.disclosed_share ?? null,
    quoteCents: { image: row.image_cents, video: row.video_cents },
    activeOrders: row.active_orders,
    ordersMax: wishes.ordersMax,
    brandWork: (notes?.brand_work ?? []).map(({ brandId, on }) => ({
      // As the brief writes it: small and capital letters are one.
      brandId: wishes.competitors.find((name) => name.toLowerCase() === brandId.toLowerCase()) ?? brandId,
      on: new Date(on),
    })),
    // The platform names the subjects of a creator and not how many notes each has, so each counts alike.
    categoryShares: row.categories.length
      ? Object.fromEntries(row.categories.map((category) => [category, 1 / row.categories.length]))
      : null,
    wordShares:
      notes && written > 0
        ? new Map(wishes.keywords.map(({ word }, at) => [word, (notes.carrying[at] ?? 0) / written]))
        : null,
    audience: row.audience_sample ? { sample: row.audience_sample, shares: row.audience_shares } : null,
    engagementPercentile: percentileOf('interactionRate', row.interaction_rate),
    commentsPercentile: percentileOf('commentShare', row.comment_share),
    notesIn30Days: row.notes_30d,
    cooperationsIn180Days: notes?.cooperations ?? 0,
    reads: notes && notes.daily >= notesForQuartiles ? { p25, median, p75 } : null,
    interactionsMedian:
      wishes.kind === 'image' ? row.image_interactions_median : row.video_interactions_median,
    peers: peersOf(
      band(priceMetric(wishes.kind)),
      band(wishes.kind === 'image' ? 'imageInteractionCents' : 'videoInteractionCents'),
    ),
  };
}

/** The metric of a quote for a note of a kind. */
export const priceMetric = (kind: BriefWishes['kind']): CreatorMetric =>
  kind === 'image' ? 'imageCents' : 'videoCents';

export const bandKey = (tier: string, category: string, metric: CreatorMetric | MatchFigure): string =>
  `${tier} ${category} ${metric}`;

/** A hundred and one quantiles stand for the peers themselves: a share of them is exact to one percent. */
function peersOf(quotes: PeerBand | undefined, costs: PeerBand | undefined): MatchPeers | null {
  if (!quotes || quotes.peers < peersMin) return null;
  return {
    quoteCents: quotes.quantiles,
    centsPerInteraction: costs && costs.peers >= peersMin ? costs.quantiles : [],
  };
}

async function bandsOf(tx: Asks, scheme: TierScheme): Promise<PeerBands> {
  const rows = await tx.query<
    ({ tier: string; category: string; metric: CreatorMetric | MatchFigure } & PeerBand)[]
  >(
    `select tier, category, metric, peers, quantiles from peer_band
     where scheme = $1 and metric in ('interactionRate', 'imageCents', 'videoCents', 'imageInteractionCents',
       'videoInteractionCents', 'commentShare')`,
    [scheme.id],
  );
  return new Map(rows.map(({ tier, category, metric, ...band }) => [bandKey(tier, category, metric), band]));
}

import type { BoostAudience } from '@poolrise/contracts';
import {
  audienceBandAt,
  type CreatorNoteKind,
  type CreatorProspect,
  forecastNotesMin,
} from '@poolrise/domain';
import type { Asks } from '../matching/match-candidates';
import type { KeptCandidate } from '../matching/portfolio.entity';

/** So many candidates are considered, the first of the ranking. */
const candidatesMost = 420;
/** Her latest notes of the kind. */
const latestNotes = 30;

export interface NamedCreator extends CreatorProspect {
  name: string;
}

interface CandidateRow {
  id: string;
  name: string;
  notes: number;
  impressions: number | null;
  reads: number | null;
  perRead: number | null;
  spread: number | null;
  shares: number[];
}

/** A portfolio of this workspace whose candidates may be booked. */
export interface BookablePortfolio {
  candidates: KeptCandidate[];
  kind: CreatorNoteKind;
}

export async function bookablePortfolio(tx: Asks, portfolioId: string): Promise<BookablePortfolio | null> {
  const [row] = await tx.query<BookablePortfolio[]>(
    `select candidates, brief.wishes ->> 'kind' as kind from portfolio join brief on brief.id = brief_id where portfolio.id = $1`,
    [portfolioId],
  );
  return row ?? null;
}

/** Candidates who have no order of the campaign yet, with what a note of theirs brings, by the index of a creator's notes. */
export async function creatorsFor(
  tx: Asks,
  { candidates, kind }: BookablePortfolio,
  about: { campaignId: string; audience: BoostAudience; readsSpread: number },
): Promise<{ creators: NamedCreator[]; withoutReads: number }> {
  const rows = await tx.query<CandidateRow[]>(candidatesSql, [
    candidates.slice(0, candidatesMost).map(({ id }) => id),
    kind,
    about.campaignId,
  ]);
  const byId = new Map(candidates.map((one) => [one.id, one]));
  const creators = rows.flatMap((row): NamedCreator[] => {
    const kept = byId.get(row.id);
    if (!kept || !row.reads || row.impressions === null || kept.priceCents <= 0) return [];
    return [
      {
        creatorId: row.id,
        name: row.name,
        tierKey: kept.tierKey,
        category: kept.category,
        priceCents: kept.priceCents,
        impressions: row.impressions,
        reads: row.reads,
        perRead: row.perRead,
        targetShare: targetShare(row.shares, about.audience),
        spread: row.notes >= forecastNotesMin ? (row.spread ?? about.readsSpread) : about.readsSpread,
      },
    ];
  });
  return { creators, withoutReads: rows.length - creators.length };
}

const candidatesSql = `
  select creator.id, creator.name, shown.*, coalesce(figures.audience_shares, '{}') as shares
  from unnest($1::uuid[]) with ordinality as candidate (id, place)
  join creator on creator.id = candidate.id and creator.deleted_at is null
  left join creator_figures figures on figures.creator_id = creator.id
  cross join lateral (
    select count(*)::integer as notes, percentile_cont(.5) within group (order by impressions_natural)::float8 as impressions,
      percentile_cont(.5) within group (order by reads_natural)::float8 as reads,
      sum(interactions_natural)::float8 / nullif(sum(reads_natural), 0) as "perRead",
      stddev_samp(ln(greatest(reads_natural, 1)))::float8 as spread
    from (select impressions_natural, reads_natural, interactions_natural from creator_note
          where creator_id = creator.id and kind = $2 order by published_at desc limit ${latestNotes}) latest
  ) shown
  where not exists (select from cooperation_order ordered where ordered.campaign_id = $3 and ordered.creator_id = creator.id)
  order by place`;

/**
 * Of a creator's followers, who are of an audience: the shares of its genders, ages and city tiers multiplied, as if one said
 * nothing of the other [P]. All of them where nothing is asked, or nothing is known.
 */
function targetShare(shares: readonly number[], { genders, ageBands, cityTiers }: BoostAudience): number {
  const asked = { gender: genders, age: ageBands, cityTier: cityTiers };
  if (shares.length === 0) return 1;
  return Object.entries(asked).reduce((product, [dimension, values]) => {
    const places = (values ?? []).map((value) => audienceBandAt(dimension, value)).filter((at) => at >= 0);
    if (places.length === 0) return product;
    return product * Math.min(1, places.reduce((sum, at) => sum + (shares[at] ?? 0), 0) / 10_000);
  }, 1);
}

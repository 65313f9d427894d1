import { searchDays } from '@poolrise/contracts';
import type { KeywordMatch, MediaProspect, Voucher as VoucherTerms } from '@poolrise/domain';
import { noCounts, rails } from '@poolrise/domain';
import { answersOf } from '../boosts/note-answers';
import type { Asks } from '../matching/match-candidates';
import { byKeyword, matchAll, searchedOfWeek, type Words } from '../search-words/searched';
import type { Voucher } from '../vouchers/voucher.entity';
import { termsOf } from '../vouchers/voucher-terms';
import { searchWordsOf } from '../words/segment';

/** Notes that may be boosted: those of the campaign, then the latest of the workspace. */
const notesMost = 24;
const vouchersMost = 100;
const keywordsMost = 40;
/** How much oftener a note is opened in search is counted over so many days. */
const liftDays = 14;
/** How many impressions in search it takes to trust them as much as those of the feed. */
const liftStrength = 1_000;

export interface NamedNote extends MediaProspect {
  title: string;
}

export async function boostableNotes(
  tx: Asks,
  workspaceId: string,
  campaignId: string,
): Promise<NamedNote[]> {
  const rows = await tx.query<{ id: string; title: string; category: string }[]>(
    `with tied as (
       select note_id as id from boost where campaign_id = $2
       union select note_id from cooperation_order where campaign_id = $2 and note_id is not null)
     select note.id, title, category from note
     where workspace_id = $1 and audit_state = 'passed'
     order by exists (select from tied where tied.id = note.id) desc, published_at desc, note.id limit ${notesMost}`,
    [workspaceId, campaignId],
  );
  const answers = await answersOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, title, category }) => ({
    noteId: id,
    title,
    category,
    evidence: answers.get(id)?.evidence ?? { paidCounts: noCounts(), hookLift: null },
  }));
}

/** Vouchers that may pay now and do not end before then, the first to end first. */
export async function payableVouchers(tx: Asks, workspaceId: string, now: Date): Promise<VoucherTerms[]> {
  const rows = await tx.query<
    (Voucher & { faceCents: string; remainingCents: string; minimumBudgetCents: string })[]
  >(
    `select id, kind, face_cents as "faceCents", remaining_cents as "remainingCents", ratio_basis_points as "ratioBasisPoints",
       impressions, minimum_budget_cents as "minimumBudgetCents", stackable, categories, placements, goals, note_ids as "noteIds",
       max_share_basis_points as "maxShareBasisPoints", valid_from as "validFrom", expires_at as "expiresAt",
       used_at as "usedAt", revoked_at as "revokedAt", lapsed_at as "lapsedAt"
     from voucher where workspace_id = $1 and used_at is null and revoked_at is null and lapsed_at is null
       and valid_from <= $2 and expires_at > $2
     order by expires_at, id limit ${vouchersMost}`,
    [workspaceId, now],
  );
  return rows.map((row) =>
    termsOf({
      ...row,
      faceCents: Number(row.faceCents),
      remainingCents: Number(row.remainingCents),
      minimumBudgetCents: Number(row.minimumBudgetCents),
    }),
  );
}

export interface SearchedKeyword {
  keyword: string;
  match: KeywordMatch;
  pagesPerDay: number;
  searchLift: number;
  noteId: string;
}

/**
 * How often readers search for the keywords of a campaign, and which note of the campaign would stand there; those searched for
 * most.
 *
 * Searches are all pages that were given within `searchDays`, today with them, whoever stood on them; each counts for the keyword
 * that is closest to it and none that a negative word keeps away, as in the preview of keywords. The note is the one that holds
 * all words of the keyword and was shown in search most within `liftDays`; by its words, then by the key of its hours.
 */
export async function searchedKeywords(
  tx: Asks,
  notes: readonly NamedNote[],
  words: Words,
  now: Date,
): Promise<SearchedKeyword[]> {
  if (words.keywords.length === 0 || notes.length === 0) return [];
  const asked = byKeyword(words, matchAll(await searchedOfWeek(tx, now), words))
    .map(({ keyword, searched }) => ({
      ...keyword,
      searches: searched.reduce((sum, { searches }) => sum + searches, 0),
      words: searchWordsOf(keyword.text),
    }))
    .filter((one) => one.searches > 0 && one.words.length > 0)
    .sort((one, other) => other.searches - one.searches)
    .slice(0, keywordsMost);
  if (asked.length === 0) return [];
  const rows = await tx.query<{ place: number; noteId: string; lift: number }[]>(searchedSql, [
    JSON.stringify(asked.map((one) => one.words)),
    notes.map(({ noteId }) => noteId),
    new Date(now.getTime() - liftDays * 86_400_000),
  ]);
  const best = new Map(rows.map((row) => [row.place, row]));
  return asked.flatMap(({ text, match, searches }, at) => {
    const found = best.get(at + 1);
    if (!found) return [];
    const { noteId, lift } = found;
    return [{ keyword: text, match, noteId, pagesPerDay: searches / searchDays, searchLift: lift }];
  });
}

const [search, paid] = [rails.indexOf('search'), rails.indexOf('paid')];
export const searchedSql = `
  select distinct on (place) place::integer, hours.note_id as "noteId",
    -- what was read in search for every impression, against the feed; few impressions say little
    ((read + ${liftStrength} * feed_rate) / (shown + ${liftStrength})) / nullif(feed_rate, 0) as lift
  from jsonb_array_elements($1::jsonb) with ordinality as keyword (words, place)
  join note_search on note_search.note_id = any($2)
    and tsvector_to_array(note_search.words) @> array(select jsonb_array_elements_text(keyword.words))
  join lateral (
    select note_search.note_id,
      coalesce(sum(impressions) filter (where rail = ${search}), 0)::float8 as shown,
      coalesce(sum(clicks) filter (where rail = ${search}), 0)::float8 as read,
      sum(clicks) filter (where rail not in (${search}, ${paid}))::float8
        / nullif(sum(impressions) filter (where rail not in (${search}, ${paid})), 0) as feed_rate
    from engagement_hour where note_id = note_search.note_id and hour >= $3
  ) hours on hours.feed_rate > 0
  order by place, shown desc, hours.note_id`;

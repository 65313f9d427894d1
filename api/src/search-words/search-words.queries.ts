import { Injectable } from '@nestjs/common';
import {
  type BoostSearchWords,
  type CampaignSearchWords,
  type KeywordPreview,
  type PreviewKeywords,
  searchDays,
} from '@poolrise/contracts';
import {
  addRankCounts,
  type CampaignKeyword,
  noRankCounts,
  searchRank,
  searchShownFrom,
  type SearchRankCounts,
  shareCents,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { byKeyword, keptAway, matchAll, rankSums, type Searched, searchedOfWeek } from './searched';

/** Texts that a screen lists. */
const listed = 20;

interface KeywordRow extends SearchRankCounts {
  keyword: number;
}
interface BoostRecord {
  keywords: CampaignKeyword[] | null;
  negatives: string[] | null;
  spent_cents: string;
}

const termsSql = `
  select query.text, sums.keyword, sums.impressions, sums.reads from (
    select query_key, keyword, sum(impressions)::float8 as impressions, sum(reads)::float8 as reads
      from search_note_day where boost_id = $1 group by 1, 2
  ) sums join search_query query on query.key = sums.query_key
  where query.shared or (select sum(searches) from search_query_day day where day.query_key = sums.query_key) >= ${searchShownFrom}
  order by sums.impressions desc, sums.query_key limit ${listed}`;

/** What readers search for, and how a brand stands with it. */
@Injectable()
export class SearchWordsQueries {
  constructor(private readonly db: Db) {}

  /** What would have met these words within the last days. */
  preview(workspaceId: string, words: PreviewKeywords, now = new Date()): Promise<KeywordPreview> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const matched = matchAll(await searchedOfWeek(tx, now), words);
      const met = matched.flatMap(({ of, match }) => (match.shown ? [{ of, match }] : []));
      return {
        asOf: now.toISOString(),
        days: searchDays,
        searches: sumOf(met.map(({ of }) => of)),
        keptAway: sumOf(
          matched.flatMap(({ of, match }) =>
            !match.shown && match.because === 'negative' && keptAway(of, words) ? [of] : [],
          ),
        ),
        keywords: byKeyword(words, matched).map(({ keyword, searched }) => ({
          ...keyword,
          searches: sumOf(searched),
        })),
        met: met
          .filter(({ of }) => of.searches >= searchShownFrom)
          .slice(0, listed)
          .map(({ of, match }) => ({
            text: of.text,
            searches: of.searches,
            keyword: match.keyword,
            as: match.as,
          })),
      };
    });
  }

  /** The words of a boost with what they brought; none where it stands in the feed. @throws Refused not-found */
  boost(workspaceId: string, boostId: string, now = new Date()): Promise<BoostSearchWords> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const [boost] = await tx.query<BoostRecord[]>(
        'select keywords, negatives, spent_cents from boost where id = $1',
        [boostId],
      );
      if (!boost) throw new Refused('not-found', { field: 'path.boostId' });
      const keywords = boost.keywords ?? [];
      const rows = await tx.query<KeywordRow[]>(
        `select keyword, ${rankSums} from search_note_day where boost_id = $1 group by keyword`,
        [boostId],
      );
      const counts = keywords.map(
        (_, at) => rows.find(({ keyword }) => keyword === at + 1) ?? noRankCounts(),
      );
      const spent = spentBy(counts, Number(boost.spent_cents));
      const terms = await tx.query<{ text: string; keyword: number; impressions: number; reads: number }[]>(
        termsSql,
        [boostId],
      );
      return {
        asOf: now.toISOString(),
        keywords: keywords.map((keyword, at) => {
          return { ...keyword, ...wordRank(counts[at] ?? noRankCounts()), spendCents: spent[at] ?? 0 };
        }),
        negatives: boost.negatives ?? [],
        searched: terms.map(({ keyword, ...term }) => ({
          ...term,
          keyword: keywords[keyword - 1]?.text ?? '',
        })),
      };
    });
  }

  /** By the words of a campaign, over all notes of the workspace. The campaign has been found by the caller. */
  async campaign(
    tx: EntityManager,
    words: { keywords: CampaignKeyword[]; negatives: string[] },
    now: Date,
  ): Promise<CampaignSearchWords> {
    const matched = matchAll(await searchedOfWeek(tx, now), words);
    return {
      asOf: now.toISOString(),
      days: searchDays,
      keywords: byKeyword(words, matched).map(({ keyword, searched }) => {
        const searches = sumOf(searched);
        const rankOf = (side: 'paid' | 'organic') =>
          searchRank(
            searched.reduce<SearchRankCounts>((sum, of) => addRankCounts(sum, of[side]), noRankCounts()),
            searches,
          );
        return { ...keyword, searches, paid: rankOf('paid'), organic: rankOf('organic') };
      }),
      uncovered: matched
        .flatMap(({ of, match }) => (!match.shown && match.because === 'no-keyword' ? [of] : []))
        .filter(({ organic, searches }) => organic.impressions > 0 && searches >= searchShownFrom)
        .slice(0, listed)
        .map(({ text, searches, organic }) => ({ text, searches, organic: searchRank(organic, searches) })),
    };
  }
}

/** As `searchRank`; of which searches a word missed, a boost knows nothing. */
function wordRank(counts: SearchRankCounts) {
  const { impressions, reads, ctr, averagePosition, firstPlaceShare, topThreeShare } = searchRank(counts, 0);
  return { impressions, reads, ctr, averagePosition, firstPlaceShare, topThreeShare };
}

const sumOf = (searched: readonly Searched[]): number =>
  searched.reduce((sum, { searches }) => sum + searches, 0);

/** What each keyword cost: every impression of a boost costs the same, and the parts add up to what was spent. */
function spentBy(counts: readonly SearchRankCounts[], spentCents: number): number[] {
  const impressions = counts.map((one) => one.impressions);
  return impressions.some((one) => one > 0) ? shareCents(spentCents, impressions) : counts.map(() => 0);
}

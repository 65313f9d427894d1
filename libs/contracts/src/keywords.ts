import {
  boostPlacements,
  checkPlacement,
  keywordMatches,
  type PlacedAsk,
  type PlacedFault,
} from '@poolrise/domain';
import { z } from 'zod';
import { type Fault } from './briefs';
import { instant, line } from './text';

export const keywordsMost = 200;
export const Keyword = z.strictObject({ text: line(40), match: z.enum(keywordMatches) });
export type Keyword = z.infer<typeof Keyword>;
export const keywordList = z.array(Keyword).max(keywordsMost);
/** whoever searches for these is not shown what the keywords stand for */
export const negativeList = z.array(line(40)).max(keywordsMost);

/** Where a boost stands; in the feed when it is left out. */
export const placedFields = {
  placement: z.enum(boostPlacements).optional(),
  /** of a boost in search; those of its campaign when they are left out */
  keywords: keywordList.optional(),
  negatives: negativeList.optional(),
};

const faultTexts: Partial<Record<PlacedFault['code'], string>> = {
  'keywords-in-feed': 'are of a boost in search: choose the placement search, or leave them out',
  'keywords-missing': 'are needed in search: name at least one, or a campaign that has some',
  'audience-in-search': 'is not chosen in search, where words choose the readers: leave it out',
  'keyword-twice': 'stands there twice with the same match: keep one of the two',
  'keyword-is-negative': 'is among the negative keywords too: take it away from one of the lists',
};

/** What is wrong with where a boost is to stand, said of the field that has to change. */
export function placementFaults(
  ask: Partial<PlacedAsk> & Pick<PlacedAsk, 'audience'> & { campaignId?: string | undefined },
): Fault[] {
  const { placement = 'feed', keywords, campaignId } = ask;
  const faults = checkPlacement({ ...ask, placement });
  const wordless = placement === 'search' && !keywords && campaignId === undefined;
  const all =
    wordless && !faults.length ? [{ code: 'keywords-missing', field: '/keywords' } as const] : faults;
  return all.map(({ code, field }) => ({ path: pathOf(field), message: faultTexts[code] ?? code }));
}

/** A JSON pointer as the steps of a path. */
export const pathOf = (field: string): (string | number)[] =>
  field
    .slice(1)
    .split('/')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** Days that figures of searches go back, today with them. */
export const searchDays = 7;
const share = z.number().nullable();
const searches = z.int();

/** Where notes stood on the pages of searches; null where there is nothing to divide by. */
export const SearchRankView = z.object({
  impressions: z.int(),
  reads: z.int(),
  ctr: share,
  averagePosition: z.number().nullable(),
  firstPlaceShare: share,
  topThreeShare: share,
  /** of all searches, the share that showed a note */
  pageShare: share,
});
export type SearchRankView = z.infer<typeof SearchRankView>;

export const PreviewKeywords = z
  .strictObject({ keywords: keywordList, negatives: negativeList.default([]) })
  .meta({ id: 'PreviewKeywords' });
export type PreviewKeywords = z.infer<typeof PreviewKeywords>;

/** Something that several readers searched for; what hardly anybody did is counted and not shown. */
const Searched = z.object({ text: z.string(), searches });

/** What readers searched for within `days` that keywords would have met, each search by the one that is closest to it. */
export const KeywordPreview = z
  .object({
    asOf: instant,
    days: z.int(),
    searches,
    /** kept away by a negative word, though a keyword was met */
    keptAway: searches,
    keywords: z.array(Keyword.extend({ searches })),
    met: z.array(Searched.extend({ keyword: z.string(), as: z.enum(keywordMatches) })),
  })
  .meta({ id: 'KeywordPreview' });
export type KeywordPreview = z.infer<typeof KeywordPreview>;

/** The words of a boost in search with what they brought; spend adds up to the boost's. */
export const BoostSearchWords = z
  .object({
    asOf: instant,
    keywords: z.array(
      Keyword.extend({ ...SearchRankView.omit({ pageShare: true }).shape, spendCents: z.int() }),
    ),
    negatives: z.array(z.string()),
    /** searches that brought most impressions */
    searched: z.array(
      Searched.omit({ searches: true }).extend({ keyword: z.string(), impressions: z.int(), reads: z.int() }),
    ),
  })
  .meta({ id: 'BoostSearchWords' });
export type BoostSearchWords = z.infer<typeof BoostSearchWords>;

/** How the notes of a brand stand with what readers search for: by the words of a campaign, and beyond them. */
export const CampaignSearchWords = z
  .object({
    asOf: instant,
    days: z.int(),
    keywords: z.array(Keyword.extend({ searches, paid: SearchRankView, organic: SearchRankView })),
    /** searches that found the brand and that no keyword meets, the most frequent first */
    uncovered: z.array(Searched.extend({ organic: SearchRankView })),
  })
  .meta({ id: 'CampaignSearchWords' });
export type CampaignSearchWords = z.infer<typeof CampaignSearchWords>;

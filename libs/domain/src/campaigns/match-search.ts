import { foldForSearch } from '../creators/search-text';
import type { CampaignKeyword, KeywordMatch } from './campaign';

/** Cuts a folded text into words; the house's splitter for Chinese and English is passed in. */
export type WordSplitter = (text: string) => readonly string[];

export type SearchMatch =
  /** `as` is how the query meets the keyword: a broad keyword may be met exactly */
  | { shown: true; keyword: string; match: KeywordMatch; as: KeywordMatch }
  | { shown: false; because: 'negative'; negative: string }
  | { shown: false; because: 'no-keyword' };

const closeness: readonly KeywordMatch[] = ['exact', 'phrase', 'broad'];

/**
 * Whether a campaign answers what a reader searches for, and by which keyword.
 *
 * `exact` asks for the whole query, `phrase` for the keyword in one piece within it, `broad` for all its words in any order.
 * A negative keyword in one piece anywhere in the query keeps the campaign away, whatever else is met. The closest match
 * wins, then the longer keyword. Width, capitals, accents and blanks do not count; between Latin letters a word ends where
 * the letters end, so `tea` is not in `team`.
 * Source: match types of Juguang (0 exact, 1 phrase, 2 smart, negatives by unit; bububa/spotlight-mapi [B]). What its smart
 * match finds beyond the words is not published; `broad` here is all the words [P].
 */
export function matchSearch(
  query: string,
  { keywords, negatives }: { keywords: readonly CampaignKeyword[]; negatives: readonly string[] },
  split: WordSplitter,
): SearchMatch {
  const asked = foldQuery(query);
  const negative = negatives.find((text) => holdsPhrase(asked, foldQuery(text)));
  if (negative !== undefined) return { shown: false, because: 'negative', negative };
  const words = new Set(split(asked));
  const met = keywords.flatMap((keyword) => {
    const as = meets(asked, words, keyword, split);
    return as ? [{ keyword, as }] : [];
  });
  met.sort(
    (a, b) =>
      closeness.indexOf(a.as) - closeness.indexOf(b.as) || b.keyword.text.length - a.keyword.text.length,
  );
  const best = met[0];
  if (!best) return { shown: false, because: 'no-keyword' };
  return { shown: true, keyword: best.keyword.text, match: best.keyword.match, as: best.as };
}

function meets(
  asked: string,
  words: ReadonlySet<string>,
  { text, match }: CampaignKeyword,
  split: WordSplitter,
): KeywordMatch | null {
  const wanted = foldQuery(text);
  if (!wanted) return null;
  if (asked === wanted) return 'exact';
  if (match === 'exact') return null;
  if (holdsPhrase(asked, wanted)) return 'phrase';
  if (match === 'phrase') return null;
  const parts = split(wanted);
  return parts.length > 0 && parts.every((word) => words.has(word)) ? 'broad' : null;
}

const han = '\\p{Script=Han}';
const besideHan = new RegExp(`(?<=${han}) | (?=${han})`, 'gu');
/**
 * A search or a keyword as they are compared: what differs only in width, capitals, accents or blanks is one search. Chinese is
 * written without blanks; one that somebody typed there says nothing.
 */
export const foldQuery = (text: string): string => foldForSearch(text).replace(besideHan, '');

/** Whether a text holds another in one piece, not ending within a word of letters or a number. */
function holdsPhrase(text: string, phrase: string): boolean {
  if (!phrase) return false;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    if (!glued(text, at) && !glued(text, at + phrase.length)) return true;
  return false;
}

const letter = /[\p{L}\p{N}]/u;
const isHan = new RegExp(han, 'u');
/** Whether a cut here would go through a word that is written with letters. */
function glued(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at] ?? ' '];
  return [before, after].every((sign) => letter.test(sign) && !isHan.test(sign));
}

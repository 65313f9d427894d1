import { noteLimits, titleWidth } from '../compliance/note-conditions';
import type { NoteField } from '../notes/weigh-keywords';

/** A search of readers. `words` as the index cuts them; counts are of the last 28 days. */
export interface DemandedSearch {
  text: string;
  words: readonly string[];
  searches: number;
  /** searches over those of the 28 days before; null where those are unknown */
  trend: number | null;
  /** notes published in the same time that hold its words */
  notes: number;
}

/** A draft as the index will cut it. */
export interface WordsOfDraft {
  title: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  body: ReadonlySet<string>;
}

export const crowdings = ['open', 'usual', 'crowded'] as const;
export type Crowding = (typeof crowdings)[number];

export interface AdvisedSearch {
  text: string;
  searches: number;
  trend: number | null;
  notes: number;
  /** notes per search against the median of the searches looked at */
  crowding: Crowding;
}
export interface FoundSearch extends AdvisedSearch {
  /** the most visible field that holds all of its words; null: they are spread over several */
  field: NoteField | null;
}
export interface MissingSearch extends AdvisedSearch {
  /** where it fits best; null where no field has room */
  place: NoteField | null;
  /** Share of its words that the draft holds already. */
  near: number;
}

export interface KeywordAdvice {
  found: FoundSearch[];
  missing: MissingSearch[];
}

/** As many are listed; a longer list is not read. */
export const advisedMost = 8;
/** Searches that have nothing in common with the draft but its category: a look beyond it, and no more. */
const farMost = 3;
/** Notes per search beyond twice or below half of the median [P]. */
const crowdedFrom = 2;
/** Of two searches alike, the one that half of is written already is the nearer by as much as three times the demand [P]. */
const nearWeight = 2;

/**
 * Which searches a draft would be found by, and which ones near to it it would not.
 *
 * A search finds a note that holds all of its words (match type broad, as in the search of this product). Missing ones are ranked by
 * demand times nearness: words that the draft holds, or else letters of its title and topics, since Chinese compounds share their
 * heads (冷泡茶, 白茶). What shares nothing comes last, and little of it. The place is the title while it has room, since words there weigh three times those of the text, then a
 * topic, then the text; that a word is searched for does not say that the note is about it, which only its writer knows.
 */
export function adviseKeywords(
  { title, topics, body }: { title: string; topics: readonly string[]; body: string },
  words: WordsOfDraft,
  demanded: readonly DemandedSearch[],
): KeywordAdvice {
  const all = new Set([...words.title, ...words.topics, ...words.body]);
  const crowdingOf = crowdingAmong(demanded);
  const advised = (search: DemandedSearch): AdvisedSearch => {
    const { text, searches, trend, notes } = search;
    return { text, searches, trend, notes, crowding: crowdingOf(search) };
  };
  const holds = (field: ReadonlySet<string>, search: DemandedSearch) =>
    search.words.every((word) => field.has(word));
  const told = demanded.filter((search) => search.words.length > 0);
  const found = told.filter((search) => holds(all, search));
  const missing = told.filter((search) => !holds(all, search));
  const letters = new Set([title, ...topics].join('').match(han));
  const ranked = missing
    .map((search) => ({
      search,
      near: partHeld(search.words, all),
      kin: partHeld(search.text.match(han) ?? [], letters),
    }))
    .sort((a, b) => worthOf(b) - worthOf(a));
  const far = ranked.filter((one) => one.near + one.kin === 0).slice(0, farMost);
  return {
    found: found
      .sort((a, b) => b.searches - a.searches)
      .slice(0, advisedMost)
      .map((search) => ({ ...advised(search), field: fieldOf(search) })),
    missing: [...ranked.filter((one) => one.near + one.kin > 0), ...far]
      .slice(0, advisedMost)
      .map(({ search, near }) => ({ ...advised(search), near, place: placeFor(search.text) })),
  };

  function fieldOf(search: DemandedSearch): NoteField | null {
    if (holds(words.title, search)) return 'title';
    if (holds(words.topics, search)) return 'topic';
    return holds(words.body, search) ? 'body' : null;
  }
  function placeFor(text: string): NoteField | null {
    if (titleWidth(title) + titleWidth(text) <= noteLimits.titleWidth) return 'title';
    if (topics.length < noteLimits.topics) return 'topic';
    return body.length + text.length < noteLimits.body ? 'body' : null;
  }
}

const han = /\p{Script=Han}/gu;
const partHeld = (parts: readonly string[], held: ReadonlySet<string>): number =>
  parts.length > 0 ? parts.filter((part) => held.has(part)).length / parts.length : 0;
const worthOf = ({ search, near, kin }: { search: DemandedSearch; near: number; kin: number }): number =>
  search.searches * (1 + nearWeight * Math.max(near, kin));

function crowdingAmong(demanded: readonly DemandedSearch[]): (search: DemandedSearch) => Crowding {
  const shares = demanded.map(crowd).sort((a, b) => a - b);
  const median = shares[Math.floor(shares.length / 2)] ?? 0;
  return (search) => {
    if (median === 0) return crowd(search) > 0 ? 'crowded' : 'usual';
    const over = crowd(search) / median;
    return over >= crowdedFrom ? 'crowded' : over <= 1 / crowdedFrom ? 'open' : 'usual';
  };
}
const crowd = ({ notes, searches }: DemandedSearch): number => notes / Math.max(1, searches);

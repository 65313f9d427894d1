import type { GoodsKind } from './compliance';
import { absoluteTerms } from './lexicon.absolute';
import { conductTerms } from './lexicon.conduct';
import { goodsTerms } from './lexicon.goods';
import { phraseFinder } from './phrase-finder';

/** Terms of one list that are judged alike. */
export interface TermGroup {
  /** key of the rule that they break */
  rule: string;
  /** the list of the domain notes they come from (6.4): A1 to J */
  list: string;
  /**
   * blanks part the terms; `term=instead` says what to put in its place, `term=` that it is best left out, and a term alone
   * that only the advice of the rule helps
   */
  terms: string;
  /** phrases in which the same letters mean something else */
  unless?: string;
  /** goods of which this is a claim; left out: of all */
  goods?: readonly GoodsKind[];
  /** said of oneself it is no claim: weaker than a plain superlative */
  weak?: true;
  /** lawful where this function is approved for the product */
  approvable?: true;
  /** only where the record of the product was looked at: the word alone names a kind of product */
  onRecord?: true;
  /** neither "not" before it nor a warning around it makes it harmless */
  whatever?: true;
}

export const termGroups: readonly TermGroup[] = [...absoluteTerms, ...goodsTerms, ...conductTerms];

/** One term of the lexicon. */
export interface Term {
  written: string;
  instead: string | null;
  group: TermGroup;
  groupNumber: number;
}

/** A place where a term stands and means what it says. */
export interface FoundTerm {
  term: Term;
  from: number;
  to: number;
}

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

interface Built {
  terms: Term[];
  find: ReturnType<typeof phraseFinder>;
  /** groups that a phrase excuses, by its number beyond the terms */
  excuses: number[][];
  cues: string[];
}
let built: Built | undefined;

/** Built once, when the first text comes: some 10 ms. */
function build(cues: readonly string[]): Built {
  const terms = termGroups.flatMap((group, groupNumber) =>
    words(group.terms).map((entry): Term => {
      const [written = '', instead] = entry.split('=');
      return { written: written.replaceAll('_', ' '), instead: instead ?? null, group, groupNumber };
    }),
  );
  const excusing = new Map<string, number[]>();
  termGroups.forEach(({ unless }, groupNumber) => {
    for (const phrase of words(unless ?? ''))
      excusing.set(phrase, [...(excusing.get(phrase) ?? []), groupNumber]);
  });
  return {
    terms,
    excuses: [...excusing.values()],
    cues: [...cues],
    find: phraseFinder([...terms.map(({ written }) => written), ...excusing.keys(), ...cues]),
  };
}

/**
 * The terms that stand in a folded text and are not part of a phrase that excuses them, in the order of their beginnings, and
 * which of the cues stand in it. Of terms within one another the longest counts.
 */
export function findTerms(text: string, cues: readonly string[]): { found: FoundTerm[]; cued: Set<string> } {
  built ??= build(cues);
  const { terms, excuses, find } = built;
  const found: FoundTerm[] = [];
  const excused = new Map<number, { from: number; to: number }[]>();
  const cued = new Set<string>();
  for (const { phrase, from, to } of find(text)) {
    const term = terms[phrase];
    const excusing = excuses[phrase - terms.length];
    if (term) found.push({ term, from, to });
    else if (excusing)
      for (const group of excusing) {
        const spans = excused.get(group);
        if (spans) spans.push({ from, to });
        else excused.set(group, [{ from, to }]);
      }
    else cued.add(built.cues[phrase - terms.length - excuses.length] ?? '');
  }
  const covers = new Map([...excused].map(([group, spans]) => [group, coverOf(spans)]));
  return {
    found: longest(found.filter(({ term, from, to }) => !covers.get(term.groupNumber)?.(from, to))),
    cued,
  };
}

/** Whether one of some spans holds a place whole; spans come in the order of their ends. */
function coverOf(spans: { from: number; to: number }[]): (from: number, to: number) => boolean {
  const byStart = [...spans].sort((one, other) => one.from - other.from);
  const reach: number[] = [];
  for (const { to } of byStart) reach.push(Math.max(reach.at(-1) ?? 0, to));
  return (from, to) => {
    let [low, high] = [0, byStart.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((byStart[middle]?.from ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (reach[low - 1] ?? 0) >= to;
  };
}

/** Without the terms that stand whole within another one. */
function longest(found: FoundTerm[]): FoundTerm[] {
  found.sort((one, other) => one.from - other.from || other.to - one.to);
  let reach = 0;
  return found.filter(({ to }) => {
    if (to <= reach) return false;
    reach = to;
    return true;
  });
}

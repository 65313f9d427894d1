import type { GoodsKind } from './compliance';
import { type FoldedText, unmask } from './folded-text';
import { findTerms, type FoundTerm } from './lexicon';
import { type ClaimPattern, claimPatterns, patternCues } from './patterns';

/** An expression that may break a rule, where it stands, before anybody looks at what is around it. */
export interface Claim {
  rule: string;
  /** the text in which it was found, and its place there */
  text: string;
  from: number;
  to: number;
  /** its place in what was written */
  written: { from: number; to: number };
  /** the term as the lexicon has it, or the words found */
  canonical: string;
  instead: string | null;
  goods?: readonly GoodsKind[];
  weak?: true;
  approvable?: true;
  onRecord?: true;
  evades: boolean;
  whatever?: true;
  unless?: RegExp;
  unlessAnywhere?: RegExp;
}

/** All that may break a rule in a folded text, in its order; of two expressions within one another the longer. */
export function claimsIn(folded: FoldedText, rivals: readonly string[]): Claim[] {
  if (!folded.text) return [];
  const { found, cued } = findTerms(folded.text, patternCues);
  const plain = [
    ...found.map((one) => ofTerm(one, folded)),
    ...ofPatterns(folded, cued),
    ...ofRivals(folded, rivals),
  ];
  const unmasked = unmask(folded);
  return outermost([...plain, ...(unmasked ? disguisedIn(unmasked) : [])]);
}

const written = ({ from, to }: FoldedText, start: number, end: number) => ({
  from: from[start] ?? 0,
  to: to[end - 1] ?? 0,
});

function ofTerm({ term, from, to }: FoundTerm, folded: FoldedText): Claim {
  const { rule, goods, weak, approvable, onRecord, whatever } = term.group;
  const place = { text: folded.text, from, to, written: written(folded, from, to) };
  return {
    rule,
    ...place,
    canonical: term.written,
    instead: term.instead,
    evades: isLoneDisguise(folded, from, to),
    ...(goods && { goods }),
    ...(weak && { weak }),
    ...(approvable && { approvable }),
    ...(onRecord && { onRecord }),
    ...(whatever && { whatever }),
  };
}

/** Terms that show only once the text is read past its tricks. A single blank in a long term is how people write. */
function disguisedIn(unmasked: FoldedText): Claim[] {
  return findTerms(unmasked.text, patternCues)
    .found.filter(({ from, to }) => isDisguised(unmasked, from, to))
    .map((one) => {
      const claim = ofTerm(one, unmasked);
      const { from, to } = claim.written;
      const blankAlone =
        to - from === one.to - one.from + 1 &&
        one.to - one.from >= 4 &&
        !hasDisguise(unmasked, one.from, one.to);
      return { ...claim, evades: !blankAlone };
    });
}

const hasDisguise = ({ disguised }: FoldedText, from: number, to: number): boolean =>
  disguised.slice(from, to).includes(1);
/** A homophone or pinyin in it, or something left out between its characters. */
function isDisguised(text: FoldedText, from: number, to: number): boolean {
  if (hasDisguise(text, from, to)) return true;
  for (let at = from + 1; at < to; at++) if ((text.from[at] ?? 0) > (text.to[at - 1] ?? 0)) return true;
  return false;
}

/** Traditional characters are a disguise only where the rest is not written in them. */
function isLoneDisguise(folded: FoldedText, from: number, to: number): boolean {
  const here = folded.disguised.slice(from, to).filter((one) => one === 1).length;
  return here > 0 && folded.disguises - here < 3;
}

function ofPatterns(folded: FoldedText, cued: ReadonlySet<string>): Claim[] {
  if (!cued.size) return [];
  return claimPatterns
    .filter(({ cues }) => cues.some((cue) => cued.has(cue)))
    .flatMap((pattern) => matchesOf(pattern, folded));
}

function matchesOf(pattern: ClaimPattern, folded: FoldedText): Claim[] {
  const { rule, goods, unless, unlessAnywhere, instead, whatever, evades } = pattern;
  return [...folded.text.matchAll(pattern.pattern)].map(({ 0: canonical, index: from }) => {
    const to = from + canonical.length;
    return {
      rule,
      text: folded.text,
      from,
      to,
      written: written(folded, from, to),
      canonical,
      instead: instead ?? null,
      evades: evades ?? false,
      ...(goods && { goods }),
      ...(unless && { unless }),
      ...(unlessAnywhere && { unlessAnywhere }),
      ...(whatever && { whatever }),
    };
  });
}

const worse = /^[^,。!?\n]{0,8}?(?:垃圾|智商税|难用|不行|有毒|坑人|太差)/;
const better = /比$/;
function ofRivals(folded: FoldedText, rivals: readonly string[]): Claim[] {
  return rivals.filter(Boolean).flatMap((rival) => {
    const name = rival.toLowerCase();
    const claims: Claim[] = [];
    for (
      let from = folded.text.indexOf(name);
      from >= 0;
      from = folded.text.indexOf(name, from + name.length)
    ) {
      const to = from + name.length;
      const after = folded.text.slice(to, to + 16);
      if (!worse.test(after) && !better.test(folded.text.slice(Math.max(0, from - 1), from))) continue;
      claims.push({
        rule: 'disparagement',
        text: folded.text,
        from,
        to,
        written: written(folded, from, to),
        canonical: name,
        instead: null,
        evades: false,
      });
    }
    return claims;
  });
}

/** In the order of the text; what lies whole within another claim, or runs on from one of its rule, is said with it. */
function outermost(claims: Claim[]): Claim[] {
  claims.sort((one, other) => one.written.from - other.written.from || other.written.to - one.written.to);
  let before: Claim | null = null;
  return claims.filter((claim) => {
    const reach = before?.written.to ?? 0;
    const said = claim.written.to <= reach || (claim.written.from < reach && claim.rule === before?.rule);
    if (!said) before = claim;
    return !said;
  });
}

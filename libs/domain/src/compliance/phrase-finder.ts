/** A phrase that stands in a text: UTF-16 units, `to` not included. */
export interface FoundPhrase {
  /** its number in the list the finder was made of */
  phrase: number;
  from: number;
  to: number;
}

/** Finds phrases of a fixed list in texts. */
export type PhraseFinder = (text: string) => FoundPhrase[];

/**
 * Makes a finder of all occurrences of phrases, overlapping ones included, in the order of their ends. Looking through a
 * text takes time in proportion to its length and to what is found, however many phrases there are.
 *
 * Source: Aho and Corasick, Efficient string matching, CACM 18 (1975); every step is laid out in advance, so that a text
 * costs one look-up a letter.
 */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  const letters = new Uint16Array(0x10000);
  let alphabet = 1;
  for (const phrase of phrases)
    for (let at = 0; at < phrase.length; at++) {
      const code = phrase.charCodeAt(at);
      if (!letters[code]) letters[code] = alphabet++;
    }
  const { steps, ends } = laidOut(phrases, letters, alphabet);
  return (text) => {
    const found: FoundPhrase[] = [];
    let node = 0;
    for (let at = 0; at < text.length; at++) {
      const letter = letters[text.charCodeAt(at)] ?? 0;
      node = letter === 0 ? 0 : (steps[node * alphabet + letter] ?? 0);
      const here = ends[node];
      if (here)
        for (const phrase of here)
          found.push({ phrase, from: at + 1 - (phrases[phrase]?.length ?? 0), to: at + 1 });
    }
    return found;
  };
}

/** The trie of the phrases as a table of steps, and which phrases end at each node. */
function laidOut(phrases: readonly string[], letters: Uint16Array, alphabet: number) {
  const nodesMost = phrases.reduce((sum, { length }) => sum + length, 1);
  const steps = new Int32Array(nodesMost * alphabet);
  const ends: (number[] | undefined)[] = [];
  let nodes = 1;
  phrases.forEach((phrase, number) => {
    let node = 0;
    for (let at = 0; at < phrase.length; at++) {
      const step = node * alphabet + (letters[phrase.charCodeAt(at)] ?? 0);
      node = steps[step] || (steps[step] = nodes++);
    }
    (ends[node] ??= []).push(number);
  });
  const failure = new Int32Array(nodes);
  const queue: number[] = [];
  for (let letter = 1; letter < alphabet; letter++) if (steps[letter]) queue.push(steps[letter] ?? 0);
  // The queue grows while it is gone through.
  for (const node of queue) {
    const shorter = failure[node] ?? 0;
    const endsThere = ends[shorter];
    if (endsThere) ends[node] = [...(ends[node] ?? []), ...endsThere];
    for (let letter = 1; letter < alphabet; letter++) {
      const fallen = steps[shorter * alphabet + letter] ?? 0;
      const child = steps[node * alphabet + letter] ?? 0;
      if (child) {
        failure[child] = fallen;
        queue.push(child);
      } else steps[node * alphabet + letter] = fallen;
    }
  }
  return { steps: steps.subarray(0, nodes * alphabet), ends };
}

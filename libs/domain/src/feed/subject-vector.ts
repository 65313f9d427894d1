/**
 * What a note is about, or what a reader likes, as a point of `subjectDims` numbers. Notes have length 1.
 * The product of two of them is how alike they are, about 0 for subjects that share nothing.
 */
export type SubjectVector = Float32Array;

/** As many as a 32-bit hash has bits: unrelated words are then alike by 0 on average, give or take 0.18. */
export const subjectDims = 32;

/** How much of a subject is its category, the rest being its words [P]. */
const categoryShare = 0.4;

/**
 * The subject of a note: its category and its weighed words, of which only the proportions matter.
 *
 * Every category and word has a direction of its own, the signs of its hash, and a subject is their weighted sum. Nothing
 * is learnt or stored: a word nobody has met has its place already.
 * Source: random projection with signs (Achlioptas 2003) of hashed features (Weinberger et al. 2009).
 */
export function noteSubject(category: string, words: ReadonlyMap<string, number>): SubjectVector {
  const said = new Float32Array(subjectDims);
  for (const [word, weight] of words) addDirection(said, word, weight);
  const subject = new Float32Array(subjectDims);
  addDirection(subject, `category ${category}`, Math.sqrt(categoryShare / subjectDims));
  addScaled(subject, toLength1(said), Math.sqrt(1 - categoryShare));
  return toLength1(subject);
}

/** Four sums side by side: one after the other waits for itself, and a page asks this ten thousand times. */
export function dot(a: SubjectVector, b: SubjectVector): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let at = 0; at < subjectDims; at += 4) {
    first += (a[at] as number) * (b[at] as number);
    second += (a[at + 1] as number) * (b[at + 1] as number);
    third += (a[at + 2] as number) * (b[at + 2] as number);
    fourth += (a[at + 3] as number) * (b[at + 3] as number);
  }
  return first + second + third + fourth;
}

/** `to += by * scale`, in place. */
export function addScaled(to: SubjectVector, by: SubjectVector, scale: number): void {
  for (let at = 0; at < subjectDims; at++) to[at] = (to[at] as number) + scale * (by[at] as number);
}

/** Stretches in place; what has no direction stays as it is. */
export function toLength(vector: SubjectVector, length: number): SubjectVector {
  const now = Math.sqrt(dot(vector, vector));
  if (now > 0) for (let at = 0; at < subjectDims; at++) vector[at] = ((vector[at] as number) * length) / now;
  return vector;
}

export const toLength1 = (vector: SubjectVector): SubjectVector => toLength(vector, 1);

function addDirection(to: SubjectVector, name: string, weight: number): void {
  const signs = hashOf(name);
  for (let at = 0; at < subjectDims; at++)
    to[at] = (to[at] as number) + ((signs >>> at) & 1 ? weight : -weight);
}

/** FNV-1a with the last mix of MurmurHash3, which makes every bit depend on every sign of the word. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

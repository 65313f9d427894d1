/**
 * How alike two short names are, 0 to 1: the better of the shared pairs of letters (Dice) and of one minus the edit
 * distance over the longer length (Levenshtein). Equal names are 1; a name within the other is 0.3 and up to 0.6 more by its share.
 *
 * @param one as `headerKey` gives it
 */
export function similarityOf(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  if (one.length < 2 || other.length < 2) return 0;
  const longer = Math.max(one.length, other.length);
  const shorter = Math.min(one.length, other.length);
  const contained = one.includes(other) || other.includes(one) ? 0.3 + (0.6 * shorter) / longer : 0;
  return Math.max(contained, dice(one, other), 1 - editDistance(one, other) / longer);
}

function dice(one: string, other: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2)));
  const [a, b] = [pairs(one), pairs(other)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const swap = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

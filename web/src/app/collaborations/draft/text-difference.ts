/** A stretch of text that both have, or only one of them. */
export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond so many cells of its table the comparison would be felt; two texts of a thousand characters take a million. */
const cellsMax = 4_000_000;

/**
 * What was changed between two texts, in reading order, removed before added. Latin words and numbers stay whole, Chinese is
 * compared by character; blanks and signs are tokens of their own.
 *
 * The longest common subsequence, by the table of Wagner and Fischer (1974), after what both begin and end with is set aside.
 */
export function differenceOf(before: string, after: string): Piece[] {
  const a = tokensOf(before);
  const b = tokensOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return joined([
    ...a.slice(0, head).map((text): Piece => ({ kind: 'same', text })),
    ...middle,
    ...a.slice(a.length - tail).map((text): Piece => ({ kind: 'same', text })),
  ]);
}

const tokensOf = (text: string): string[] => text.match(/[\p{Script=Latin}\p{N}]+|\s+|./gsu) ?? [];

function between(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length * b.length > cellsMax)
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ];
  const common = commonLengths(a, b);
  const width = b.length + 1;
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [mine, theirs] = [a[i], b[j]];
    if (mine !== undefined && mine === theirs) {
      pieces.push({ kind: 'same', text: mine });
      i++;
      j++;
    } else if (mine !== undefined && (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) {
      pieces.push({ kind: 'removed', text: mine });
      i++;
    } else {
      pieces.push({ kind: 'added', text: theirs ?? '' });
      j++;
    }
  }
  return pieces;
}

/** A word that stayed says more than the blanks around it: without this, two English texts share little but their blanks. */
const weightOf = (token: string): number => (/[\p{L}\p{N}]/u.test(token) ? 1 + token.length : 1);

/** For every pair of places, how much the rests after them have in common, by weight. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    const weight = weightOf(a[i] ?? '');
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + weight
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  }
  return lengths;
}

/**
 * Neighbours of one kind as one piece. Of a change, what went stands before what came, and a blank that stayed between two
 * changes went and came with them.
 */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed) all.push({ kind: 'removed', text: removed });
    if (added) all.push({ kind: 'added', text: added });
    removed = added = '';
  };
  const changes = (piece: Piece | undefined): boolean => piece !== undefined && piece.kind !== 'same';
  for (const [index, { kind, text }] of pieces.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (/^[^\S\n]+$/.test(text) && changes(pieces[index - 1]) && changes(pieces[index + 1])) {
      removed += text;
      added += text;
    } else {
      flush();
      const last = all.at(-1);
      if (last?.kind === 'same') last.text += text;
      else all.push({ kind, text });
    }
  }
  flush();
  return all.filter(({ text }) => text);
}

/** How many characters came and went. */
export function sizeOf(pieces: readonly Piece[]): { added: number; removed: number } {
  const count = (kind: Piece['kind']) =>
    pieces.reduce((sum, piece) => sum + (piece.kind === kind ? [...piece.text].length : 0), 0);
  return { added: count('added'), removed: count('removed') };
}

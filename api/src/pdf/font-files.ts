import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The console's own Chinese font, in the hundred pieces in which browsers load it. */
const family = '@fontsource-variable/noto-sans-sc';
const { resolve } = createRequire(import.meta.filename);

interface Piece {
  name: string;
  ranges: [from: number, to: number][];
}

let known: Piece[] | null = null;

/** The pieces that claim a character, the one that a browser would take first. Claims are wider than what is in them. */
export function piecesFor(codePoint: number): string[] {
  known ??= readPieces();
  return known
    .filter(({ ranges }) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to))
    .map(({ name }) => name);
}

export const pieceOfFont = (name: string): Promise<Buffer> =>
  readFile(resolve(`${family}/files/noto-sans-sc-${name}-wght-normal.woff2`));

function readPieces(): Piece[] {
  const claims = JSON.parse(readFileSync(resolve(`${family}/unicode.json`), 'utf8')) as Record<
    string,
    string
  >;
  return Object.entries(claims)
    .map(([name, ranges]) => ({ name: name.replace(/[[\]]/g, ''), ranges: ranges.split(',').map(rangeOf) }))
    .reverse();
}

/** 'U+4e00' or 'U+4e00-4eff' */
function rangeOf(text: string): [number, number] {
  const [from = 0, to = from] = text
    .slice(2)
    .split('-')
    .map((hex) => parseInt(hex, 16));
  return [from, to];
}

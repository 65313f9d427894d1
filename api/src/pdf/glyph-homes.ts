import subsetFont from 'subset-font';
import { pieceOfFont, piecesFor } from './font-files';
import type { Weight } from './pdf-document';
import { charactersOf } from './pdfkit-font';

/** In which piece of the font a character was found; null in none. A fact about the font, so a process learns it once. */
const homes = new Map<number, string | null>();

export const homeOf = (character: string): string | null => homes.get(character.codePointAt(0) ?? 0) ?? null;

/**
 * Learns where the characters of a text are. Pieces claim more than they hold, so a character is looked for in one after the
 * other of those that claim it.
 */
export async function learnHomes(text: string): Promise<void> {
  const unknown = [...new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0))].filter(
    (codePoint) => !homes.has(codePoint),
  );
  const claims = new Map(unknown.map((codePoint) => [codePoint, piecesFor(codePoint)]));
  while (claims.size > 0) {
    const byPiece = new Map<string, number[]>();
    for (const [codePoint, pieces] of claims) {
      const piece = pieces.shift();
      if (piece === undefined) {
        homes.set(codePoint, null);
        claims.delete(codePoint);
      } else byPiece.set(piece, [...(byPiece.get(piece) ?? []), codePoint]);
    }
    for (const [piece, asked] of byPiece) {
      const found = charactersOf(await cutFont(piece, String.fromCodePoint(...asked), 400));
      for (const codePoint of asked.filter((each) => found.has(each))) {
        homes.set(codePoint, piece);
        claims.delete(codePoint);
      }
    }
  }
}

/** A font with the glyphs of one text and no others. It takes some milliseconds, and then lets others work. */
export async function cutFont(piece: string, text: string, weight: Weight): Promise<Buffer> {
  const font = await subsetFont(await pieceOfFont(piece), text, {
    targetFormat: 'sfnt',
    variationAxes: { wght: weight },
  });
  await new Promise(setImmediate);
  return font;
}

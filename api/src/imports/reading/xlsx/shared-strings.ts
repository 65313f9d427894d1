import { cellText } from '../cell-text';
import type { ReadingLimits } from '../limits';
import { FileRefused } from '../refusals';
import { wholePart } from './xml-part';
import type { ZipParts } from './zip-parts';

/** The texts that the cells of a workbook point to, in their order; rich text without its looks. */
export async function sharedStrings(
  zip: ZipParts,
  part: string | null,
  { sharedCharactersMax }: ReadingLimits,
): Promise<(string | null)[]> {
  const strings: (string | null)[] = [];
  if (part === null || !zip.has(part)) return strings;
  let characters = 0;
  let text = '';
  let listening = false;
  let phonetic = false;
  await wholePart(zip, part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else listening = name === 't' && !phonetic;
    },
    text: (piece) => {
      if (!listening) return;
      text += piece;
      characters += piece.length;
      if (characters > sharedCharactersMax)
        throw new FileRefused({ code: 'too-much-text', characters, charactersMax: sharedCharactersMax });
    },
    close: (name) => {
      if (name === 'si') strings.push(cellText(unescaped(text)));
      else if (name === 'rPh') phonetic = false;
      else if (name === 't') listening = false;
    },
  });
  return strings;
}

/** Characters that XML cannot hold stand as `_x000D_` in a workbook, and a real `_x000D_` as `_x005F_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\da-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

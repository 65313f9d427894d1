import { cutFont, homeOf, learnHomes } from './glyph-homes';
import { type Weight, weights } from './pdf-document';
import { fontInHand, type Pdf } from './pdfkit-font';

/** Characters printed with one font. */
export interface Run {
  font: string;
  text: string;
}

/** Stands for what no font can print: visible, so that nobody takes the text for whole. */
export const replacement = '□';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const fontName = (piece: string, weight: Weight): string => `${piece}-${weight}`;

/** The fonts of one document: of each piece of the family that its texts need, the glyphs they use and no others. */
export class FontShelf {
  private constructor(
    private readonly pdf: Pdf,
    private readonly fonts: ReadonlySet<string>,
  ) {}

  /** Cuts the fonts that these texts need, one by one, and lets others work in between. */
  static async of(pdf: Pdf, texts: Record<Weight, string>): Promise<FontShelf> {
    const fonts = new Set<string>();
    for (const weight of weights) {
      const text = `${texts[weight].normalize('NFC')} ${replacement}`;
      await learnHomes(text);
      for (const [piece, characters] of byHome(text)) {
        const name = fontName(piece, weight);
        pdf.registerFont(name, await cutFont(piece, characters, weight));
        fonts.add(name);
      }
    }
    return new FontShelf(pdf, fonts);
  }

  /** A text as it can be printed: composed, without invisible characters, with marks for what no font has. */
  printable(text: string): string {
    const composed = text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
    return Array.from(graphemes.segment(composed), ({ segment }) => printed(segment)).join('');
  }

  /** The parts of a printable text by the font that prints them. */
  runs(text: string, weight: Weight): Run[] {
    const runs: Run[] = [];
    for (const character of text) {
      const font = fontName(homeOf(character) ?? 'latin', weight);
      const last = runs.at(-1);
      if (last?.font === font) last.text += character;
      else runs.push({ font, text: character });
    }
    return runs;
  }

  /** Writes the fonts into the file one by one; left to the end of the document they would be one long block. */
  async seal(): Promise<void> {
    for (const font of this.fonts) {
      fontInHand(this.pdf, font).finalize();
      await new Promise(setImmediate);
    }
  }
}

function byHome(text: string): Map<string, string> {
  const pieces = new Map<string, string>();
  for (const character of [...new Set(text)].sort()) {
    const piece = homeOf(character);
    if (piece !== null) pieces.set(piece, (pieces.get(piece) ?? '') + character);
  }
  return pieces;
}

function printed(grapheme: string): string {
  const visible = Array.from(grapheme.replace(/[\p{Cf}\u{fe00}-\u{fe0f}]/gu, ''));
  if (visible.every((character) => homeOf(character) !== null)) return visible.join('');
  // What decorates a letter may be missing; the letter is worth more than a mark.
  const [first = ''] = visible;
  return /\p{L}/u.test(first) && homeOf(first) !== null ? first : replacement;
}

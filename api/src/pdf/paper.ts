import { breakLines } from './break-lines';
import type { FontShelf, Run } from './font-shelf';
import { bodySize, type Tone, type Weight, type Words } from './pdf-document';
import type { Pdf } from './pdfkit-font';

/** A4 in points, with room for a thumb and for the foot. */
export const sheet = { width: 595.28, height: 841.89, left: 48, right: 48, top: 60, bottom: 64 };
export const contentWidth = sheet.width - sheet.left - sheet.right;
export const contentBottom = sheet.height - sheet.bottom;

/** The console's light colours. */
export const colours: Record<Tone | 'line' | 'basin' | 'tint', string> = {
  ink: '#14242a',
  muted: '#55666e',
  accent: '#0b6e75',
  good: '#1f7a3d',
  bad: '#b3261e',
  warn: '#8a5200',
  line: '#dde5e7',
  basin: '#eef3f4',
  tint: '#f6f9f9',
};

/** One line of text, ready to be drawn. */
export interface Line {
  runs: Run[];
  width: number;
  size: number;
  tone: Tone;
}

/** Of each line; hanzi need more air than latin letters. */
export const lineHeight = (size: number): number => size * 1.5;
export const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { size }) => sum + lineHeight(size), 0);

export type StructureElement = ReturnType<Pdf['struct']>;

/** Sets type on the pages of one document. */
export class Paper {
  private readonly widths = new Map<string, number>();

  constructor(
    readonly pdf: Pdf,
    private readonly shelf: FontShelf,
  ) {}

  /** Paragraphs as lines no wider than `width`. */
  lines(words: readonly Words[], width: number): Line[] {
    return words.filter(({ text }) => text).flatMap((each) => this.paragraph(each, width));
  }

  /** One line whatever its length, cut with … where it is too long. */
  line(words: Words, width: number): Line[] {
    const [first, ...more] = this.paragraph({ ...words, text: words.text.replace(/\s+/g, ' ') }, width);
    if (!first || more.length === 0) return first ? [first] : [];
    const text = first.runs.map((run) => run.text).join('');
    return this.paragraph({ ...words, text: `${text.slice(0, -2)}…` }, width).slice(0, 1);
  }

  /** Draws lines below each other and tells where the next would begin. */
  draw(
    lines: readonly Line[],
    x: number,
    y: number,
    width: number,
    align: 'left' | 'right' = 'left',
  ): number {
    let top = y;
    for (const line of lines) {
      let left = align === 'right' ? x + width - line.width : x;
      // Latin figures look centred in their line when the baseline stands a little above its middle.
      const baseline = top + line.size * 1.12;
      this.pdf.fillColor(colours[line.tone]).fontSize(line.size);
      for (const { font, text } of line.runs) {
        this.pdf.font(font).text(text, left, baseline, { lineBreak: false, baseline: 'alphabetic' });
        left += this.pdf.widthOfString(text);
      }
      top += lineHeight(line.size);
    }
    return top;
  }

  /** Puts the fonts into the file. */
  seal(): Promise<void> {
    return this.shelf.seal();
  }

  rule(
    y: number,
    colour: string = colours.line,
    x = sheet.left,
    width = contentWidth,
    thickness = 0.6,
  ): void {
    this.decorate(() => this.box(x, y, width, thickness, colour));
  }

  box(x: number, y: number, width: number, height: number, colour: string): void {
    this.pdf.rect(x, y, width, height).fill(colour);
  }

  /** What a screen reader passes over: rules, bars, heads and feet of pages. */
  decorate(draw: () => void): void {
    this.pdf.markContent('Artifact');
    draw();
    this.pdf.endMarkedContent();
  }

  /** What is drawn is read out as a part of `parent`. */
  tagged(parent: StructureElement, type: string, draw: () => void): void {
    const element = this.pdf.struct(type);
    parent.add(element);
    const content = this.pdf.markStructureContent(type);
    draw();
    this.pdf.endMarkedContent();
    element.add(content);
    element.end();
  }

  private paragraph({ text, size = bodySize, weight = 400, tone = 'ink' }: Words, width: number): Line[] {
    return text.split(/\r?\n/).flatMap((part) =>
      breakLines(
        this.shelf.printable(part),
        width,
        (character) => this.widthOf(character, weight) * size,
      ).map((line) => {
        const runs = this.shelf.runs(line, weight);
        this.pdf.fontSize(size);
        const widths = runs.map((run) => this.pdf.font(run.font).widthOfString(run.text));
        return { runs, width: widths.reduce((sum, each) => sum + each, 0), size, tone };
      }),
    );
  }

  /** Of one character at one point. */
  private widthOf(character: string, weight: Weight): number {
    const key = `${weight}${character}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      const [run] = this.shelf.runs(character, weight);
      width = run ? this.pdf.font(run.font).fontSize(100).widthOfString(run.text) / 100 : 0;
      this.widths.set(key, width);
    }
    return width;
  }
}

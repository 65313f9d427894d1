import {
  contentBottom,
  contentWidth,
  heightOf,
  type Line,
  type Paper,
  sheet,
  type StructureElement,
} from './paper';
import type { Words } from './pdf-document';

const paragraphsAtOnce = 8;

/** Where the next thing is drawn: down one page, and on to the next. */
export class Flow {
  y = sheet.top;

  constructor(
    readonly paper: Paper,
    readonly root: StructureElement,
  ) {}

  get left(): number {
    return contentBottom - this.y;
  }

  space(points: number): void {
    this.y += points;
  }

  newPage(): void {
    this.paper.pdf.addPage();
    this.y = sheet.top;
  }

  /** Goes on to the next page unless `points` fit here; says whether it did. */
  room(points: number): boolean {
    if (this.y + points <= contentBottom) return false;
    this.newPage();
    return true;
  }

  /** Paragraphs over the whole width, broken between lines where the page ends. */
  async write(words: readonly Words[], type = 'P'): Promise<void> {
    for (const lines of await this.lay(words, contentWidth)) this.writeLines(lines, type);
  }

  /** Paragraphs as lines, each by itself; others may work between them, since clients may have had much to say. */
  async lay(words: readonly Words[], width: number): Promise<Line[][]> {
    const laid: Line[][] = [];
    for (const each of words) {
      laid.push(this.paper.lines([each], width));
      if (laid.length % paragraphsAtOnce === 0) await breathe();
    }
    return laid;
  }

  private writeLines(lines: readonly Line[], type: string): void {
    for (const part of this.pages(lines))
      this.paper.tagged(this.root, type, () => {
        this.y = this.paper.draw(part, sheet.left, this.y, contentWidth);
      });
  }

  /** The lines in the parts that fit on the pages, going on to the next page between two of them. */
  *pages(lines: readonly Line[], atNewPage: () => void = () => undefined): Generator<readonly Line[]> {
    let rest = lines;
    while (rest.length > 0) {
      const fits = fitting(rest, this.left);
      if (fits > 0) {
        yield rest.slice(0, fits);
        rest = rest.slice(fits);
      } else {
        this.newPage();
        atNewPage();
      }
    }
  }
}

/** How many lines fit into a height. */
function fitting(lines: readonly Line[], height: number): number {
  let used = 0;
  const first = lines.findIndex((line) => (used += heightOf([line])) > height);
  return first < 0 ? lines.length : first;
}

/** Others may work between two parts of a long document. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

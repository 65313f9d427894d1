/** Two weights are enough for paper, and each costs a set of fonts in the file. */
export const weights = [400, 600] as const;
export type Weight = (typeof weights)[number];
export type Tone = 'ink' | 'muted' | 'accent' | 'good' | 'bad' | 'warn';

/** A paragraph in one style. `size` is in points. */
export interface Words {
  text: string;
  size?: number;
  weight?: Weight;
  tone?: Tone;
}

export interface KeyFigure {
  label: string;
  value: string;
  /** what the figure means, and how sure it is */
  about: string;
}

export interface Mix {
  title: string;
  /** in the order in which they are drawn; `weight` is what the bar is cut by */
  parts: readonly { name: string; weight: number; facts: readonly string[] }[];
}

export interface Column {
  title: string;
  /** share of the table's width; those of a table sum to one */
  share: number;
  align?: 'left' | 'right';
}

export interface Row {
  /** one for each column, each a few lines */
  cells: readonly (readonly Words[])[];
  /** what belongs to the row and needs its whole width */
  under?: readonly Words[];
}

/** What a document can hold. A new kind of page furniture is a new kind of block, drawn in `draw-blocks`. */
export type Block =
  | { kind: 'title'; eyebrow: string; text: string; about: string }
  | { kind: 'heading'; text: string; about?: string }
  | { kind: 'prose'; words: readonly Words[] }
  | { kind: 'figures'; figures: readonly KeyFigure[] }
  | { kind: 'mixes'; mixes: readonly Mix[] }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly Row[]; total?: Row }
  | { kind: 'definitions'; items: readonly { term: string; text: string }[] };

/** A document before it is drawn: words and figures alone, in the order in which they are read. */
export interface PdfDocument {
  title: string;
  author: string;
  language: 'zh-CN' | 'en';
  /** written into the file; the same document at the same instant is the same file, byte for byte */
  at: Date;
  /** at the foot of each page, to the left */
  foot: string;
  /** at the foot of each page, to the right */
  pageOf: (page: number, pages: number) => string;
  blocks: readonly Block[];
}

export const bodySize = 9;
const isBold = (weight: Weight = 400) => weight === 600;

/** All texts of a document by the weight in which they are printed. */
export function textsOf(document: PdfDocument): Record<Weight, string> {
  const all = [...document.blocks.flatMap(wordsOf), ...frameWords(document)];
  const inWeight = (bold: boolean) =>
    all
      .filter(({ weight }) => isBold(weight) === bold)
      .map(({ text }) => text)
      .join(' ');
  return { 400: inWeight(false), 600: inWeight(true) };
}

const bold = (text: string): Words => ({ text, weight: 600 });
const plain = (text: string): Words => ({ text });
const frameWords = ({ title, foot, pageOf }: PdfDocument): Words[] =>
  [title, foot, pageOf(1234567890, 1234567890)].map(plain);

function wordsOf(block: Block): Words[] {
  switch (block.kind) {
    case 'title':
      return [bold(block.eyebrow), bold(block.text), plain(block.about)];
    case 'heading':
      return [bold(block.text), plain(block.about ?? '')];
    case 'prose':
      return [...block.words];
    case 'figures':
      return block.figures.flatMap(({ label, value, about }) => [plain(label), bold(value), plain(about)]);
    case 'mixes':
      return block.mixes.flatMap(({ title, parts }) => [
        bold(title),
        ...parts.flatMap(({ name, facts }) => [name, ...facts].map(plain)),
      ]);
    case 'table':
      return [
        ...block.columns.map(({ title }) => plain(title)),
        ...[...block.rows, ...(block.total ? [block.total] : [])].flatMap(({ cells, under = [] }) => [
          ...cells.flat(),
          ...under,
        ]),
      ];
    case 'definitions':
      return block.items.flatMap(({ term, text }) => [bold(term), plain(text)]);
  }
}

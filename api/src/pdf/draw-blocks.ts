import { drawTable } from './draw-table';
import { breathe, type Flow } from './flow';
import { colours, contentWidth, heightOf, lineHeight, sheet } from './paper';
import { type Block, bodySize, type KeyFigure, type Mix, type PdfDocument } from './pdf-document';

/** Draws the blocks of a document below each other. */
export async function drawBlocks(flow: Flow, { blocks, title }: PdfDocument): Promise<void> {
  const outline = flow.paper.pdf.outline.addItem(title, { expanded: true });
  for (const block of blocks) {
    if (block.kind === 'heading') {
      flow.room(110);
      outline.addItem(block.text);
    }
    await drawBlock(flow, block);
    await breathe();
  }
}

async function drawBlock(flow: Flow, block: Block): Promise<void> {
  switch (block.kind) {
    case 'title':
      return drawTitle(flow, block);
    case 'heading':
      return drawHeading(flow, block);
    case 'prose':
      await flow.write(block.words);
      return flow.space(12);
    case 'figures':
      return drawFigures(flow, block.figures);
    case 'mixes':
      return drawMixes(flow, block.mixes);
    case 'table':
      return drawTable(flow, block);
    case 'definitions':
      return drawDefinitions(flow, block.items);
  }
}

async function drawTitle(
  flow: Flow,
  { eyebrow, text, about }: Extract<Block, { kind: 'title' }>,
): Promise<void> {
  await flow.write([{ text: eyebrow, size: 8.5, weight: 600, tone: 'accent' }]);
  flow.space(3);
  await flow.write([{ text, size: 23, weight: 600 }], 'H1');
  await flow.write([{ text: about, size: 9.5, tone: 'muted' }]);
  flow.space(14);
}

async function drawHeading(flow: Flow, { text, about }: Extract<Block, { kind: 'heading' }>): Promise<void> {
  flow.space(12);
  await flow.write([{ text, size: 13, weight: 600 }], 'H2');
  if (about) await flow.write([{ text: about, size: 8.5, tone: 'muted' }]);
  flow.space(6);
}

/** A strip of figures side by side, each with what it means. */
function drawFigures(flow: Flow, figures: readonly KeyFigure[]): void {
  const { paper } = flow;
  const [gap, inset] = [18, 14];
  const width = (contentWidth - 2 * inset - gap * (figures.length - 1)) / figures.length;
  const laid = figures.map(({ label, value, about }) => [
    ...paper.lines([{ text: label, size: 8.5, tone: 'muted' }], width),
    ...paper.lines([{ text: value, size: 18, weight: 600 }], width),
    ...paper.lines([{ text: about, size: 7.5, tone: 'muted' }], width),
  ]);
  const height = Math.max(...laid.map(heightOf)) + 2 * 11;
  flow.room(height);
  paper.decorate(() => {
    paper.pdf.roundedRect(sheet.left, flow.y, contentWidth, height, 6).fill(colours.tint);
  });
  for (const [index, lines] of laid.entries())
    paper.tagged(flow.root, 'P', () =>
      paper.draw(lines, sheet.left + inset + index * (width + gap), flow.y + 11, width),
    );
  flow.y += height + 16;
}

/** How strong each part of a bar is, from the first: one hue, since the parts are in order of size. */
const strengths = ['#0b7f86', '#4ba0a6', '#7fbcc0', '#a8d1d4', '#c6e1e3', '#dcecee'];
const strengthOf = (index: number): string =>
  strengths[Math.min(index, strengths.length - 1)] ?? colours.basin;

/** Bars cut by weight, two beside each other, each with its parts in words. */
function drawMixes(flow: Flow, mixes: readonly Mix[]): void {
  const gap = 28;
  const width = (contentWidth - gap * (mixes.length - 1)) / mixes.length;
  const tallest = Math.max(...mixes.map(({ parts }) => parts.length));
  flow.room(34 + tallest * lineHeight(bodySize));
  const bottoms = mixes.map((mix, index) => drawMix(flow, mix, sheet.left + index * (width + gap), width));
  flow.y = Math.max(...bottoms) + 6;
}

function drawMix(flow: Flow, { title, parts }: Mix, left: number, width: number): number {
  const { paper } = flow;
  let y = flow.y;
  paper.tagged(flow.root, 'P', () => {
    y = paper.draw(paper.lines([{ text: title, size: 8.5, weight: 600 }], width), left, y, width);
  });
  y += 4;
  paper.decorate(() => drawBar(flow, parts, left, y, width));
  y += 14;
  for (const [index, { name, facts }] of parts.entries()) {
    paper.decorate(() => paper.box(left, y + 3.5, 6, 6, strengthOf(index)));
    paper.tagged(flow.root, 'P', () => {
      const shares = [0.4, ...facts.map(() => 0.6 / facts.length)];
      let x = left + 12;
      for (const [cell, text] of [name, ...facts].entries()) {
        const cellWidth = (width - 12) * (shares[cell] ?? 0);
        const lines = paper.line({ text, size: 8.5, tone: cell === 0 ? 'ink' : 'muted' }, cellWidth);
        paper.draw(lines, x, y, cellWidth, cell === 0 ? 'left' : 'right');
        x += cellWidth;
      }
    });
    y += lineHeight(bodySize);
  }
  return y;
}

function drawBar(flow: Flow, parts: Mix['parts'], left: number, y: number, width: number): void {
  const { paper } = flow;
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  paper.pdf.save().roundedRect(left, y, width, 8, 4).clip();
  paper.box(left, y, width, 8, colours.basin);
  let x = left;
  for (const [index, { weight }] of parts.entries()) {
    const long = all > 0 ? (width * weight) / all : 0;
    paper.box(x, y, Math.max(0, long - (index < parts.length - 1 ? 1 : 0)), 8, strengthOf(index));
    x += long;
  }
  paper.pdf.restore();
}

function drawDefinitions(flow: Flow, items: readonly { term: string; text: string }[]): void {
  const { paper } = flow;
  const termWidth = 96;
  for (const { term, text } of items) {
    const terms = paper.lines([{ text: term, size: 8, weight: 600 }], termWidth);
    const texts = paper.lines([{ text, size: 8, tone: 'muted' }], contentWidth - termWidth - 12);
    const height = Math.max(heightOf(terms), heightOf(texts));
    flow.room(height);
    paper.tagged(flow.root, 'P', () => {
      paper.draw(terms, sheet.left, flow.y, termWidth);
      paper.draw(texts, sheet.left + termWidth + 12, flow.y, contentWidth - termWidth - 12);
    });
    flow.y += height + 3;
  }
}

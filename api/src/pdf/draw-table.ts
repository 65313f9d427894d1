import { breathe, type Flow } from './flow';
import {
  colours,
  contentWidth,
  heightOf,
  type Line,
  lineHeight,
  sheet,
  type StructureElement,
} from './paper';
import type { Block, Column, Row } from './pdf-document';

type Table = Extract<Block, { kind: 'table' }>;

const gutter = 12;
const headSize = 8;
const pad = 7;

interface Laid {
  cells: Line[][];
  under: Line[];
  height: number;
}

/** A table whose head comes again on each page. A row stays whole as long as it fits on one. */
export async function drawTable(flow: Flow, { columns, rows, total }: Table): Promise<void> {
  const table = flow.paper.pdf.struct('Table');
  flow.root.add(table);
  const places = placesOf(columns);
  const head = () => drawHead(flow, table, columns, places);
  flow.room(120);
  head();
  for (const row of rows) {
    await drawRow(flow, table, { places, columns, head }, await lay(flow, row, places));
    await breathe();
  }
  if (total) {
    const laid = await lay(flow, total, places);
    if (flow.room(laid.height + pad)) head();
    flow.paper.rule(flow.y - 0.6, colours.muted);
    await drawRow(flow, table, { places, columns, head }, laid, false);
  }
  table.end();
}

interface Place {
  x: number;
  width: number;
}

interface Frame {
  places: readonly Place[];
  columns: readonly Column[];
  head: () => void;
}

function placesOf(columns: readonly Column[]): Place[] {
  const shared = contentWidth - gutter * (columns.length - 1);
  let x = sheet.left;
  return columns.map(({ share }) => {
    const place = { x, width: shared * share };
    x += place.width + gutter;
    return place;
  });
}

async function lay(flow: Flow, { cells, under = [] }: Row, places: readonly Place[]): Promise<Laid> {
  const laid = cells.map((words, index) => flow.paper.lines(words, places[index]?.width ?? 0));
  const below = (await flow.lay(under, contentWidth - underIndent)).flat();
  const gap = below.length ? underGap : 0;
  const height = Math.max(...laid.map(heightOf)) + gap + heightOf(below) + 2 * pad;
  return { cells: laid, under: below, height };
}

const underIndent = 10;
const underGap = 4;

function drawHead(
  flow: Flow,
  table: StructureElement,
  columns: readonly Column[],
  places: readonly Place[],
): void {
  const { paper } = flow;
  const titles = columns.map(({ title }, index) =>
    paper.lines([{ text: title, size: headSize, tone: 'muted' }], places[index]?.width ?? 0),
  );
  const height = Math.max(...titles.map(heightOf));
  const row = openRow(flow, table);
  for (const [index, lines] of titles.entries()) {
    const { x, width } = places[index] ?? { x: 0, width: 0 };
    // Heads of two lines and of one stand on the same ground.
    const y = flow.y + height - heightOf(lines);
    paper.tagged(row, 'TH', () => paper.draw(lines, x, y, width, columns[index]?.align));
  }
  row.end();
  flow.y += height + 4;
  paper.rule(flow.y, colours.muted);
  flow.space(1);
}

async function drawRow(
  flow: Flow,
  table: StructureElement,
  frame: Frame,
  laid: Laid,
  ruled = true,
): Promise<void> {
  const { paper } = flow;
  const whole = laid.height <= flow.left;
  const pageHeight = sheet.height - sheet.top - sheet.bottom - 3 * lineHeight(headSize);
  const least = laid.height <= pageHeight ? laid.height : heightOf(laid.cells[0] ?? []) + 60;
  if (!whole && flow.room(least)) frame.head();
  flow.y += pad;
  const row = openRow(flow, table);
  for (const [index, lines] of laid.cells.entries()) {
    const { x, width } = frame.places[index] ?? { x: 0, width: 0 };
    paper.tagged(row, 'TD', () => paper.draw(lines, x, flow.y, width, frame.columns[index]?.align));
  }
  flow.y += Math.max(...laid.cells.map(heightOf));
  if (laid.under.length) await drawUnder(flow, row, frame, laid.under);
  row.end();
  flow.y += pad;
  if (ruled) paper.rule(flow.y);
}

async function drawUnder(
  flow: Flow,
  row: StructureElement,
  { head }: Frame,
  under: readonly Line[],
): Promise<void> {
  const { paper } = flow;
  flow.y += underGap;
  for (const part of flow.pages(under, head)) {
    const from = flow.y;
    const height = heightOf(part);
    paper.decorate(() => paper.box(sheet.left, from + 1, 2, height - 2, colours.line));
    paper.tagged(row, 'TD', () => {
      flow.y = paper.draw(part, sheet.left + underIndent, flow.y, contentWidth - underIndent);
    });
    await breathe();
  }
}

function openRow(flow: Flow, table: StructureElement): StructureElement {
  const row = flow.paper.pdf.struct('TR');
  table.add(row);
  return row;
}

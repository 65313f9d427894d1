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
    drawRow(flow, table, { places, columns, head }, lay(flow, row, places));
    await breathe();
  }
  if (total) {
    const laid = lay(flow, total, places);
    if (flow.room(laid.height + pad)) head();
    flow.paper.rule(flow.y - 0.6, colours.muted);
    drawRow(flow, table, { places, columns, head }, laid, false);
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

const lay = (flow: Flow, { cells, under = [] }: Row, places: readonly Place[]): Laid => {
  const laid = cells.map((words, index) => flow.paper.lines(words, places[index]?.width ?? 0));
  const below = flow.paper.lines(under, contentWidth - underIndent);
  const gap = below.length ? underGap : 0;
  return {
    cells: laid,
    under: below,
    height: Math.max(...laid.map(heightOf)) + gap + heightOf(below) + 2 * pad,
  };
};
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
  inRow(flow, table, (row) => {
    for (const [index, lines] of titles.entries()) {
      const { x, width } = places[index] ?? { x: 0, width: 0 };
      // Heads of two lines and of one stand on the same ground.
      const y = flow.y + height - heightOf(lines);
      paper.tagged(row, 'TH', () => paper.draw(lines, x, y, width, columns[index]?.align));
    }
  });
  flow.y += height + 4;
  paper.rule(flow.y, colours.muted);
  flow.space(1);
}

function drawRow(flow: Flow, table: StructureElement, frame: Frame, laid: Laid, ruled = true): void {
  const { paper } = flow;
  const whole = laid.height <= flow.left;
  const pageHeight = sheet.height - sheet.top - sheet.bottom - 3 * lineHeight(headSize);
  const least = laid.height <= pageHeight ? laid.height : heightOf(laid.cells[0] ?? []) + 60;
  if (!whole && flow.room(least)) frame.head();
  flow.y += pad;
  inRow(flow, table, (row) => {
    const bottoms = laid.cells.map((lines, index) => {
      const { x, width } = frame.places[index] ?? { x: 0, width: 0 };
      paper.tagged(row, 'TD', () => paper.draw(lines, x, flow.y, width, frame.columns[index]?.align));
      return flow.y + heightOf(lines);
    });
    flow.y = Math.max(...bottoms);
    if (laid.under.length) drawUnder(flow, row, frame, laid.under);
  });
  flow.y += pad;
  if (ruled) paper.rule(flow.y);
}

function drawUnder(flow: Flow, row: StructureElement, { head }: Frame, under: readonly Line[]): void {
  const { paper } = flow;
  flow.y += underGap;
  for (const part of flow.pages(under, head)) {
    const from = flow.y;
    const height = heightOf(part);
    paper.decorate(() => paper.box(sheet.left, from + 1, 2, height - 2, colours.line));
    paper.tagged(row, 'TD', () => {
      flow.y = paper.draw(part, sheet.left + underIndent, flow.y, contentWidth - underIndent);
    });
  }
}

function inRow(flow: Flow, table: StructureElement, draw: (row: StructureElement) => void): void {
  const row = flow.paper.pdf.struct('TR');
  table.add(row);
  draw(row);
  row.end();
}

import { Injectable, StreamableFile } from '@nestjs/common';
import type { MonthState, SentStatement, TakeMonth } from '@poolrise/contracts';
import { Readable } from 'node:stream';
import { audit } from '../accounts/audit';
import { openRoom, refuseOthers } from '../agencies/client-rooms';
import { Db } from '../db/db';
import { byteOrderMark, csvLine } from '../files/csv';
import { type SheetCell, type SheetRow, spreadsheet } from '../files/spreadsheet';
import { attachment } from '../http/attachment';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { drawPdf } from '../pdf/draw-pdf';
import type { PdfDocument, Row, Words } from '../pdf/pdf-document';
import { bookOf, namesOf, publicBook, sentBook } from './books.queries';
import { monthFileWords } from './month-file-words';

/** Lines of one file; paper takes fewer. */
const linesMost = { csv: 50_000, xlsx: 50_000, pdf: 3_000 };
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

type Month = Omit<SentStatement, 'sentAt'> & { state: MonthState };
type Language = TakeMonth['language'];

/** A month of a client as a file: the client's side of it alone, so that it can be handed on. */
@Injectable()
export class MonthFiles {
  constructor(private readonly db: Db) {}

  /** For the agency, of any month. @throws Refused agency-only, not-found, export-too-large */
  async ofAgency(
    agencyId: string,
    person: CallingPerson,
    clientId: string,
    ask: TakeMonth,
    now = new Date(),
  ): Promise<StreamableFile> {
    refuseOthers(person);
    const month = await this.db.asEngine(async (tx): Promise<Month> => {
      await openRoom(tx, agencyId, person.id, clientId);
      const { agencyName, clientName } = await namesOf(tx, clientId);
      const book = await bookOf(tx, agencyId, clientId, ask.month, now);
      await audit(tx, {
        workspaceId: agencyId,
        personId: person.id,
        action: 'client.month-downloaded',
        subjectId: clientId,
        detail: { ...ask },
      });
      return { ...publicBook(book, { agencyName, clientName }), state: book.state };
    });
    return fileOf(month, ask, now);
  }

  /** For the client, of a month that was sent. @throws Refused not-found, export-too-large */
  async ofClient(
    clientId: string,
    person: CallingPerson,
    ask: TakeMonth,
    now = new Date(),
  ): Promise<StreamableFile> {
    const month = await this.db.asEngine(async (tx): Promise<Month> => {
      const sent = await sentBook(tx, clientId, ask.month, now);
      await audit(tx, {
        workspaceId: clientId,
        personId: person.id,
        action: 'client.month-downloaded',
        subjectId: clientId,
        detail: { ...ask },
      });
      return { ...sent, state: 'sent' };
    });
    return fileOf(month, ask, now);
  }
}

async function fileOf(month: Month, { format, language }: TakeMonth, now: Date): Promise<StreamableFile> {
  const most = linesMost[format];
  if (month.lines.length > most)
    throw new Refused('export-too-large', { field: '/format', figures: { most } });
  const words = monthFileWords[language];
  const about = {
    type: types[format],
    disposition: attachment(
      `${words.statement} ${month.clientName} ${month.month}`,
      `statement-${month.month}`,
      format,
    ),
  };
  if (format === 'pdf') return new StreamableFile(await drawPdf(paperOf(month, language, now)), about);
  const parts = format === 'csv' ? [csvOf(month, language)] : workbookOf(month, language);
  return new StreamableFile(Readable.from(parts, { objectMode: false }), about);
}

/** Whole cents as yuan: two decimals at most, which a number shows exactly. */
const yuan = (cents: number): number => cents / 100;

type Line = (string | number | null)[];
const linesOf = ({ lines }: Month, language: Language): Line[] =>
  lines.map((line) => [
    monthFileWords[language].kinds[line.kind],
    line.name,
    line.campaignName,
    yuan(line.spentCents),
    yuan(line.chargedCents),
  ]);

function sumsOf(month: Month, language: Language): [name: string, yuan: number][] {
  const { sums } = monthFileWords[language];
  return [
    [sums.media, yuan(month.mediaCents)],
    [sums.fee, yuan(month.feeCents)],
    [sums.adjustment, yuan(month.adjustmentCents)],
    [sums.rebate, yuan(0 - month.rebatePassedCents)],
    [sums.total, yuan(month.totalCents)],
  ];
}

function aboutOf(month: Month, language: Language): Line[] {
  const words = monthFileWords[language];
  return [
    [words.agency, month.agencyName],
    [words.client, month.clientName],
    [words.month, month.month],
    [words.stateLabel, words.state[month.state]],
    [words.rule],
  ];
}

/** The lines first, so that a program finds its header; sums and what the file is stand below. */
const csvOf = (month: Month, language: Language): string =>
  byteOrderMark +
  [
    [...monthFileWords[language].columns],
    ...linesOf(month, language),
    [],
    ...sumsOf(month, language),
    [],
    ...aboutOf(month, language),
  ]
    .map((line) => csvLine(line))
    .join('');

function workbookOf(month: Month, language: Language): AsyncGenerator<Buffer> {
  const words = monthFileWords[language];
  const heading = words.columns.map((value): SheetCell => ({ value, style: 'heading' }));
  return spreadsheet([
    {
      name: words.statement,
      widths: [32, 22],
      frozen: false,
      rows: [[...aboutOf(month, language), [], ...sumsOf(month, language)].map(sheetRow)],
    },
    {
      name: month.month,
      widths: [22, 40, 30, 16, 16],
      frozen: true,
      rows: [[heading, ...linesOf(month, language).map(sheetRow)]],
    },
  ]);
}

const sheetRow = (line: Line): SheetRow =>
  line.map((value): SheetCell | null =>
    value === null ? null : { value, style: typeof value === 'number' ? 'decimal' : 'plain' },
  );

function paperOf(month: Month, language: Language, now: Date): PdfDocument {
  const words = monthFileWords[language];
  const amount = (value: number) =>
    new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY' }).format(value);
  const cell = (text: string, weight: Words['weight'] = 400): Words[] => [{ text, weight }];
  const shares = [0.18, 0.34, 0.2, 0.14, 0.14];
  return {
    title: `${words.statement} ${month.month}`,
    author: month.agencyName,
    language,
    at: now,
    foot: `${month.agencyName} · ${month.clientName} · ${month.month}`,
    pageOf: words.page,
    blocks: [
      {
        kind: 'title',
        eyebrow: `${month.agencyName} · ${words.statement}`,
        text: `${month.clientName} ${month.month}`,
        about: `${words.stateLabel}: ${words.state[month.state]}. ${words.rule}`,
      },
      {
        kind: 'figures',
        figures: sumsOf(month, language).map(([label, value]) => ({
          label,
          value: amount(value),
          about: '',
        })),
      },
      {
        kind: 'table',
        columns: words.columns.map((title, place) => ({
          title,
          share: shares[place] ?? 0,
          ...(place > 2 && { align: 'right' as const }),
        })),
        rows: linesOf(month, language).map((line): Row => ({
          cells: line.map((value) => cell(typeof value === 'number' ? amount(value) : (value ?? ''))),
        })),
        total: {
          cells: [
            cell(words.sums.total, 600),
            cell(''),
            cell(''),
            cell(''),
            cell(amount(yuan(month.totalCents)), 600),
          ],
        },
      },
    ],
  };
}

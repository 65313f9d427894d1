import { Injectable, StreamableFile } from '@nestjs/common';
import type { ImportFound, ImportView, RowFault } from '@poolrise/contracts';
import { faultSentence } from '@poolrise/domain';
import { Readable } from 'node:stream';
import { Db } from '../db/db';
import { byteOrderMark, csvLine } from '../files/csv';
import { type SheetRow, spreadsheet } from '../files/spreadsheet';
import { attachment } from '../http/attachment';
import { importView } from './imports.queries';
import { sheetNames } from './sheet-names';

const rowsAtOnce = 1_000;
type Language = 'zh' | 'en';

interface RejectedRow {
  place: number;
  sheet: string;
  line: number;
  faults: RowFault[];
  cells: string[];
}

/** Columns of ours behind those of the file. */
const own: Record<Language, { why: string; sheet: string; row: string; between: string }> = {
  zh: { why: '原因', sheet: '工作表', row: '行号', between: '；' },
  en: { why: 'Reason', sheet: 'Sheet', row: 'Row', between: '; ' },
};

/**
 * The rows that were not taken, as a file of the same columns that can be mended and brought in again: a CSV file, or, where rows of
 * several sheets were rejected, a workbook with each of these sheets under its own headers.
 */
@Injectable()
export class RejectedRows {
  constructor(private readonly db: Db) {}

  /** @throws Refused not-found */
  async file(workspaceId: string, importId: string, language: Language): Promise<StreamableFile> {
    const [view, sheets] = await this.db.inWorkspace(workspaceId, async (tx) => [
      await importView(tx, importId),
      await tx.query<{ sheet: string }[]>(
        `select sheet from import_row where import_id = $1 and outcome = 'rejected' group by sheet order by min(place)`,
        [importId],
      ),
    ]);
    const names = sheets.map(({ sheet }) => sheet);
    const title = `${view.name.replace(/\.[^.]*$/, '')} ${language === 'zh' ? '未导入的行' : 'rejected rows'}`;
    const batches = (sheet: string) => this.batches(workspaceId, importId, sheet);
    return names.length > 1
      ? new StreamableFile(Readable.from(workbookOf(view, names, batches, language)), {
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          disposition: attachment(title, 'rejected-rows', 'xlsx'),
        })
      : new StreamableFile(Readable.from(csvOf(view, names[0], batches, language), { objectMode: false }), {
          type: 'text/csv; charset=utf-8',
          disposition: attachment(title, 'rejected-rows', 'csv'),
        });
  }

  private async *batches(
    workspaceId: string,
    importId: string,
    sheet: string,
  ): AsyncGenerator<RejectedRow[]> {
    for (let after = 0; ;) {
      const rows = await this.db.read<RejectedRow>(
        workspaceId,
        `select place, sheet, line, faults, cells from import_row
         where import_id = $1 and outcome = 'rejected' and sheet = $2 and place > $3
         order by place limit ${rowsAtOnce}`,
        [importId, sheet, after],
      );
      const last = rows.at(-1);
      if (!last) return;
      after = last.place;
      yield rows;
    }
  }
}

type Batches = (sheet: string) => AsyncIterable<RejectedRow[]>;

/** A file in which nothing was rejected has the headers of its first sheet, and no rows. */
async function* csvOf(
  view: ImportView,
  sheet: string | undefined,
  batches: Batches,
  language: Language,
): AsyncGenerator<string> {
  const headers = headersOf(view, sheet ?? view.mapping?.sheets[0]?.sheet);
  const { why, sheet: sheetTitle, row } = own[language];
  yield byteOrderMark + csvLine([...headers, why, sheetTitle, row]);
  if (sheet === undefined) return;
  for await (const rows of batches(sheet))
    yield rows
      .map((one) => csvLine([...cellsOf(one, headers), sentences(one, language), one.sheet, one.line]))
      .join('');
}

function workbookOf(
  view: ImportView,
  names: readonly string[],
  batches: Batches,
  language: Language,
): AsyncGenerator<Buffer> {
  const { why, row } = own[language];
  const shown = sheetNames(names);
  return spreadsheet(
    names.map((sheet, place) => {
      const headers = headersOf(view, sheet);
      const head: SheetRow = [...headers, why, row].map((value) => ({ value, style: 'heading' }));
      return {
        name: shown[place] ?? sheet,
        widths: [...headers.map(() => 16), 60, 8],
        frozen: false,
        rows: (async function* () {
          yield [head];
          for await (const rows of batches(sheet))
            yield rows.map((one): SheetRow =>
              [...cellsOf(one, headers), sentences(one, language), one.line].map((value) => ({ value })),
            );
        })(),
      };
    }),
  );
}

/** Where a person has moved the header of a sheet, the columns of the mapping tell it. */
function headersOf({ found, mapping }: ImportView, name: string | undefined): readonly string[] {
  const mapped = mapping?.sheets.find(({ sheet }) => sheet === name);
  const known = (found as ImportFound | null)?.recognition.sheets.find(({ sheet }) => sheet === name);
  const moved = String(known?.headerRows) !== String(mapped?.headerRows);
  return (moved ? mapped?.mapping.columns.map(({ header }) => header) : known?.headers) ?? [];
}

const cellsOf = ({ cells }: RejectedRow, headers: readonly string[]): string[] =>
  headers.map((_, position) => cells[position] ?? '');

const sentences = ({ faults }: RejectedRow, language: Language): string =>
  faults.map((fault) => faultSentence(fault, language)).join(own[language].between);

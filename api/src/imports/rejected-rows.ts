import { Injectable, StreamableFile } from '@nestjs/common';
import type { ImportFound, RowFault } from '@poolrise/contracts';
import { faultSentence } from '@poolrise/domain';
import { Readable } from 'node:stream';
import { Db } from '../db/db';
import { byteOrderMark, csvLine } from '../files/csv';
import { attachment } from '../http/attachment';
import { importView } from './imports.queries';

const rowsAtOnce = 1_000;

interface RejectedRow {
  place: number;
  sheet: string;
  line: number;
  faults: RowFault[];
  cells: string[];
}

/** The rows that were not taken, as a file of the same columns that can be mended and brought in again. */
@Injectable()
export class RejectedRows {
  constructor(private readonly db: Db) {}

  /** @throws Refused not-found */
  async file(workspaceId: string, importId: string, language: 'zh' | 'en'): Promise<StreamableFile> {
    const { name, found, mapping } = await this.db.inWorkspace(workspaceId, (tx) => importView(tx, importId));
    const first = mapping?.sheets[0];
    const known = (found as ImportFound | null)?.recognition.sheets.find(
      ({ sheet }) => sheet === first?.sheet,
    );
    // Where a person has moved the header, the columns of the mapping tell it.
    const moved = String(known?.headerRows) !== String(first?.headerRows);
    const headers = moved ? first?.mapping.columns.map(({ header }) => header) : known?.headers;
    const title = `${name.replace(/\.[^.]*$/, '')} ${language === 'zh' ? '未导入的行' : 'rejected rows'}`;
    return new StreamableFile(
      Readable.from(this.lines(workspaceId, importId, headers ?? [], language), {
        objectMode: false,
      }),
      {
        type: 'text/csv; charset=utf-8',
        disposition: attachment(title, 'rejected-rows', 'csv'),
      },
    );
  }

  private async *lines(
    workspaceId: string,
    importId: string,
    headers: readonly string[],
    language: 'zh' | 'en',
  ): AsyncGenerator<string> {
    const own = language === 'zh' ? ['原因', '工作表', '行号'] : ['Reason', 'Sheet', 'Row'];
    yield byteOrderMark + csvLine([...headers, ...own]);
    for (let after = 0; ;) {
      const rows = await this.db.read<RejectedRow>(
        workspaceId,
        `select place, sheet, line, faults, cells from import_row
         where import_id = $1 and outcome = 'rejected' and place > $2 order by place limit ${rowsAtOnce}`,
        [importId, after],
      );
      const last = rows.at(-1);
      if (!last) return;
      after = last.place;
      yield rows
        .map(({ sheet, line, faults, cells }) =>
          csvLine([
            ...headers.map((_header, position) => cells[position] ?? ''),
            faults.map((fault) => faultSentence(fault, language)).join(language === 'zh' ? '；' : '; '),
            sheet,
            line,
          ]),
        )
        .join('');
    }
  }
}

import { Injectable, StreamableFile } from '@nestjs/common';
import { type CreatorExportQuery, type ExportFormat, readSearch, shortlistLimits } from '@poolrise/contracts';
import type { Bilingual } from '@poolrise/domain';
import { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { creatorRows, tierSchemeOf } from '../../creators/creator-rows';
import { CreatorSearchService } from '../../creators/search/creator-search.service';
import { Db } from '../../db/db';
import { attachment } from '../../http/attachment';
import { Refused } from '../../http/refused';
import { listView } from '../creator-lists.queries';
import { filtersOf } from './export-filters';
import { byteOrderMark, csvLine } from '../../files/csv';
import { columnsByDefault, type ExportRow, type FileColumn, fileColumns, inShanghai } from './export-columns';
import { type ExportOrigin, originText } from './export-statement';
import { columnNames, type FileLanguage, inLanguage } from './export-words';
import { workbookOf } from './xlsx';

/** So many creators are read at once: memory stays flat however long the file gets. */
const rowsAtOnce = 500;

/** Who stands in a file, with what the workspace wrote about them. */
type Kept = Omit<ExportRow, 'creator'> & { id: string };

const mediaTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Files of creators, for people who go on in a spreadsheet. */
@Injectable()
export class CreatorExportService {
  constructor(
    private readonly db: Db,
    private readonly creators: CreatorSearchService,
  ) {}

  /** @throws Refused not-found, invalid-input, export-too-large */
  async file(workspaceId: string, ask: CreatorExportQuery, at = new Date()): Promise<StreamableFile> {
    const { from, purpose, filters, kept } = await this.chosen(workspaceId, ask);
    const origin = await this.db.inWorkspace(workspaceId, async (tx): Promise<ExportOrigin> => {
      const [workspace] = await tx.query<{ name: string }[]>('select name from workspace where id = $1', [
        workspaceId,
      ]);
      const scheme = await tierSchemeOf(tx, workspaceId);
      return { workspaceName: workspace?.name ?? '', from, purpose, filters, count: kept.length, at, scheme };
    });
    return this.write(workspaceId, origin, kept, ask);
  }

  private async chosen(workspaceId: string, ask: CreatorExportQuery): Promise<Chosen> {
    const { list, ids, search } = ask;
    if (list !== undefined) return this.db.inWorkspace(workspaceId, (tx) => ofList(tx, list));
    const found = search === undefined ? null : await this.found(workspaceId, search);
    const { kept, purpose } = await this.db.inWorkspace(workspaceId, (tx) =>
      ofIds(tx, found?.ids ?? ids ?? []),
    );
    const from = found
      ? { zh: '博主搜索结果', en: 'Creators found' }
      : { zh: '选中的博主', en: 'Chosen creators' };
    return { from, purpose, kept, filters: search === undefined ? [] : filtersOf(search) };
  }

  /** Asks how many fit before it asks who: what is too large is refused without a list of a million ids. */
  private async found(workspaceId: string, text: string): Promise<{ ids: string[] }> {
    const search = readSearch(text);
    if (!search) throw new Refused('invalid-input', { field: 'query.search' });
    const { total } = await this.creators.fitting(workspaceId, search, 1);
    refuseTooLarge(total);
    return this.creators.fitting(workspaceId, search, shortlistLimits.exportedRows);
  }

  /** Those creators, in that order, in one file. @throws Refused export-too-large */
  write(
    workspaceId: string,
    origin: ExportOrigin,
    kept: readonly Kept[],
    ask: Pick<CreatorExportQuery, 'format' | 'language' | 'columns'>,
  ): StreamableFile {
    const { format, language } = ask;
    refuseTooLarge(kept.length);
    const columns = fileColumns(ask.columns ?? columnsByDefault, language);
    const about = { type: mediaTypes[format], disposition: dispositionOf(origin, ask) };
    const parts =
      format === 'csv'
        ? this.csv(workspaceId, origin, kept, columns, language)
        : workbookOf(columns, this.batches(workspaceId, kept), origin, language);
    return new StreamableFile(Readable.from(parts, { objectMode: false }), about);
  }

  private async *csv(
    workspaceId: string,
    origin: ExportOrigin,
    kept: readonly Kept[],
    columns: readonly FileColumn[],
    language: FileLanguage,
  ): AsyncGenerator<string> {
    // A CSV has no second sheet, and lines above the header would break every import: two columns say what it is.
    const own = [inShanghai(origin.at), originText(origin, language)];
    const ownHeaders = [columnNames.exportedAt, columnNames.exportedFrom].map((name) =>
      inLanguage(name, language),
    );
    yield byteOrderMark + csvLine([...columns.map(({ header }) => header), ...ownHeaders]);
    for await (const batch of this.batches(workspaceId, kept))
      yield batch.map((row) => csvLine([...columns.map(({ cellOf }) => cellOf(row)), ...own])).join('');
  }

  private async *batches(workspaceId: string, kept: readonly Kept[]): AsyncGenerator<ExportRow[]> {
    for (let from = 0; from < kept.length; from += rowsAtOnce) {
      const batch = new Map(kept.slice(from, from + rowsAtOnce).map((each) => [each.id, each]));
      const creators = await this.db.inWorkspace(workspaceId, async (tx) =>
        creatorRows(tx, await tierSchemeOf(tx, workspaceId), [...batch.keys()]),
      );
      yield creators.flatMap((creator) => {
        const each = batch.get(creator.id);
        return each ? [{ creator, ...each }] : [];
      });
    }
  }
}

/** Who was asked for, in order, and how the file speaks of them. */
interface Chosen {
  from: ExportOrigin['from'];
  purpose: string;
  filters: [name: Bilingual, value: Bilingual][];
  kept: Kept[];
}

async function ofList(tx: EntityManager, listId: string): Promise<Chosen> {
  const { id, name, purpose } = await listView(tx, listId);
  const from = { zh: `名单“${name}”`, en: `List “${name}”` };
  return { from, purpose, filters: [], kept: await tx.query<Kept[]>(keptInList, [id]) };
}

async function ofIds(tx: EntityManager, ids: readonly string[]): Promise<Omit<Chosen, 'from' | 'filters'>> {
  return { purpose: '', kept: await tx.query<Kept[]>(keptOf, [ids]) };
}

/** In a list the words are those of the list; elsewhere those that the workspace wrote beside the creator. */
const keptInList = `
  select entry.creator_id as id, entry.note, entry.tags, mark.blacklisted_reason as "blacklistedReason"
  from creator_list_entry entry
  left join creator_mark mark on mark.workspace_id = entry.workspace_id and mark.creator_id = entry.creator_id
  where entry.list_id = $1 order by entry.added_at desc, entry.creator_id desc`;
const keptOf = `
  select creator.id, coalesce(mark.note, '') as note, coalesce(mark.tags, '{}') as tags,
    mark.blacklisted_reason as "blacklistedReason"
  from unnest($1::uuid[]) with ordinality as asked (id, place)
  join creator on creator.id = asked.id left join creator_mark mark on mark.creator_id = creator.id order by place`;

function refuseTooLarge(rows: number): void {
  const most = shortlistLimits.exportedRows;
  if (rows <= most) return;
  throw new Refused('export-too-large', {
    field: 'query.search',
    detail: `These are ${rows} creators; a file takes ${most}.`,
    figures: { rows, most },
  });
}

/** The name of the file in UTF-8, and one in ASCII for programs that know no other. */
function dispositionOf(
  { from, at }: ExportOrigin,
  { format, language }: Pick<CreatorExportQuery, 'format' | 'language'>,
): string {
  const day = inShanghai(at).slice(0, 10);
  return attachment(`${inLanguage(from, language)} ${day}`, `creators-${day}`, format);
}

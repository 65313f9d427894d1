import { Injectable, StreamableFile } from '@nestjs/common';
import type { DataNoteRow, DataNotesQuery, Page, TakeDataNotes } from '@poolrise/contracts';
import { ctr, dwellPerRead, type MetricId, metrics } from '@poolrise/domain';
import { z } from 'zod';
import { readerCounters } from '../db/counter-columns';
import { Db } from '../db/db';
import { byteOrderMark, type Cell, csvLine } from '../files/csv';
import { attachment } from '../http/attachment';
import { decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { countedNotesSql, countedParameters } from './counted-days';
import { spanOf, sumOf } from './data-centre.queries';

/** Notes of one file. */
const notesMost = 5_000;

/** What the list is ordered by, as a number that stands in a cursor. */
const sortKeys: Record<DataNotesQuery['sort'], string> = {
  impressions: 'impressions',
  reads: 'clicks',
  interactions: 'likes + collects + comments + shares',
  follows: 'follows',
  dwell: 'round(1000 * dwell_seconds / greatest(clicks, 1))',
  published: 'extract(epoch from published_at) * 1000000',
};

type Row = Record<(typeof readerCounters)[number], string> & {
  id: string;
  title: string;
  language: DataNoteRow['language'];
  published: string;
  key: string;
};

/** What each note did within the last whole days; only notes that were shown in them. */
@Injectable()
export class DataNotesQueries {
  constructor(private readonly db: Db) {}

  async list(workspaceId: string, ask: DataNotesQuery, now = new Date()): Promise<Page<DataNoteRow>> {
    const tag = `data-${ask.sort}-${ask.days}`;
    const cursor = decodeCursor(ask.cursor, z.string().regex(/^-?\d{1,18}$/), z.uuid(), z.literal(tag));
    const rows = await this.rows(workspaceId, ask, ask.limit + 1, now, cursor);
    return pageFrom(rows, ask.limit, rowView, (row) => [row.key, row.id, tag]);
  }

  /** @throws Refused export-too-large */
  async file(workspaceId: string, ask: TakeDataNotes, now = new Date()): Promise<StreamableFile> {
    const rows = await this.rows(workspaceId, { ...ask, sort: 'impressions' }, notesMost + 1, now, null);
    if (rows.length > notesMost)
      throw new Refused('export-too-large', { field: '/days', figures: { most: notesMost } });
    const { first, last } = spanOf(Number(ask.days), now);
    const lines = [headOf(ask.language), ...rows.map((row) => cellsOf(rowView(row)))];
    return new StreamableFile(Buffer.from(byteOrderMark + lines.map(csvLine).join('')), {
      type: 'text/csv; charset=utf-8',
      disposition: attachment(`notes ${first} ${last}`, `notes-${first}-${last}`, 'csv'),
    });
  }

  private rows(
    workspaceId: string,
    { days, sort }: Pick<DataNotesQuery, 'days' | 'sort'>,
    limit: number,
    now: Date,
    cursor: readonly unknown[] | null,
  ): Promise<Row[]> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const parameters = await countedParameters(tx, spanOf(Number(days), now));
      return tx.query<Row[]>(notesSql(sortKeys[sort]), [
        ...parameters,
        limit,
        cursor?.[0] ?? null,
        cursor?.[1] ?? null,
      ]);
    });
  }
}

const notesSql = (key: string): string => `
  with summed as (
    select note_id, ${readerCounters.map((name) => `sum(${name})::bigint as ${name}`).join(', ')}
    from (${countedNotesSql}) counted group by note_id),
  keyed as (
    select note.id, note.title, note.language, ${isoInstant('note.published_at')} as published, summed.*, (${key})::bigint as key
    from summed join note on note.id = summed.note_id)
  select * from keyed where $7::bigint is null or (key, id) < ($7::bigint, $8::uuid) order by key desc, id desc limit $6`;

function rowView(row: Row): DataNoteRow {
  const counts = sumOf([row]);
  const { impressions, clicks: reads, likes, collects, comments, shares, follows, hides } = counts;
  return {
    id: row.id,
    title: row.title,
    language: row.language,
    publishedAt: row.published,
    ...{ impressions, reads, ctr: ctr(counts), likes, collects, comments, shares, follows, hides },
    dwellPerRead: dwellPerRead(counts),
  };
}

const columns = [
  ['impressions', 'impressions'],
  ['clicks', 'reads'],
  ['ctr', 'ctr'],
  ['likes', 'likes'],
  ['collects', 'collects'],
  ['comments', 'comments'],
  ['shares', 'shares'],
  ['follows', 'follows'],
  ['dwellPerRead', 'dwellPerRead'],
  ['hides', 'hides'],
] as const satisfies readonly (readonly [MetricId, keyof DataNoteRow])[];

const headOf = (language: TakeDataNotes['language']): Cell[] => {
  const zh = language === 'zh-CN';
  const names = columns.map(([metric]) => (zh ? metrics[metric].zh : metrics[metric].en));
  return [zh ? '笔记标题' : 'Note', zh ? '首次发布时间（UTC）' : 'First published (UTC)', ...names];
};

/** As they are counted, and not rounded for reading. */
const cellsOf = (row: DataNoteRow): Cell[] => [
  row.title,
  row.publishedAt,
  ...columns.map(([, column]) => row[column]),
];

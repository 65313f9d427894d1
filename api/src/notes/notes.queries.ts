import { Injectable } from '@nestjs/common';
import { NotesQuery, type NoteRow, type NoteView, type Page } from '@poolrise/contracts';
import { ctr, interactions, noCounts } from '@poolrise/domain';
import { z } from 'zod';
import { counterColumns } from '../db/counter-columns';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { coverJson, type MediaLinks, mediaJson, mediaLinksOf, type MediaRecord } from '../media/media-links';
import { likeText, prefixQueryOf } from '../words/search-terms';

/** A note with the sums of its runs, as one SQL gives it. */
export interface NoteRecord {
  id: string;
  title: string;
  type: NoteRow['type'];
  category: NoteRow['category'];
  language: NoteRow['language'];
  cover_hue: number;
  published_at: Date;
  disclosure: NoteRow['disclosure'];
  ai_label: NoteRow['aiLabel'];
  audit_state: NoteRow['auditState'];
  state: NoteRow['state'];
  level: number;
  creator: NoteRow['creator'];
  level_name: NoteRow['levelName'];
  levels: number;
  sums: Record<string, number>;
  lift: number | null;
  boosted: boolean;
  cover: MediaRecord | null;
  sort_key?: string | number;
}

const sumList = counterColumns
  .flatMap((name) => [
    `'${name}', coalesce(sum(run.${name}), 0)`,
    `'paid_${name}', coalesce(sum(run.paid_${name}), 0)`,
  ])
  .join(', ');

/**
 * Rows of the workspace's notes with their totals. `$1` is nothing but a place for callers' parameters; the walls decide
 * which rows there are. Lift is that of the last verdict.
 */
export const noteRecords = `
  select note.id, note.title, note.type, note.category, note.language, note.cover_hue, note.published_at,
    note.disclosure, note.ai_label, note.audit_state, note.state, note.level,
    jsonb_build_object('id', creator.id, 'name', creator.name, 'redId', creator.red_id, 'followers', creator.followers) as creator,
    policy.document -> 'levels' -> note.level::integer -> 'name' as level_name,
    jsonb_array_length(policy.document -> 'levels') - 1 as levels,
    totals.sums, last_verdict.lift,
    exists (select from boost where boost.note_id = note.id and boost.state in ('scheduled', 'running')) as boosted,
    ${coverJson('note.id')} as cover
  from note
  join creator on creator.id = note.creator_id
  cross join lateral (select jsonb_build_object(${sumList}) as sums from pool_run run where run.note_id = note.id) totals
  left join lateral (
    select (verdict -> 'estimate' ->> 'lift')::float8 as lift from pool_decision where note_id = note.id order by level desc, decided_at desc limit 1
  ) last_verdict on true
  left join lateral (
    select policy_id from pool_run where note_id = note.id order by level desc limit 1
  ) newest on true
  join pool_policy policy on policy.id = newest.policy_id or (newest.policy_id is null and policy.in_force)`;

/** What a note's own page shows beside its row, of the table `note`. */
export const noteDetails = `note.body, note.topics, note.products, note.keywords, note.keyword_weights,
  (select id from note_draft where note_draft.note_id = note.id) as draft_id,
  (select json_agg(${mediaJson('m')} order by nm.place) from note_media nm join media m on m.id = nm.media_id
    where nm.note_id = note.id and nm.place >= 0) as media`;

interface SortKey {
  column: string;
  id: string;
  /** how the key stands in a cursor, and how that is checked */
  exact: string;
  checked: z.ZodType<string | number>;
  type: string;
}

/** What each order walks along: a column of an index that begins with the workspace and ends with the note. */
const sortKeys: Record<NotesQuery['sort'], SortKey> = {
  published: {
    column: 'note.published_at',
    id: 'note.id',
    exact: isoInstant('note.published_at'),
    checked: cursorInstant,
    type: 'timestamptz',
  },
  level: {
    column: 'note.level',
    id: 'note.id',
    exact: 'note.level::integer',
    checked: z.int(),
    type: 'bigint',
  },
  impressions: summed('impressions', 'bigint', z.int()),
  reads: summed('reads', 'bigint', z.int()),
  ctr: summed('ctr', 'float8', z.number()),
  lift: summed('lift', 'float8', z.number()),
};

function summed(name: string, type: string, checked: SortKey['checked']): SortKey {
  const column = `totals.${name}`;
  return { column, id: 'totals.note_id', exact: `${column}::float8`, checked, type };
}

/** Screens of the notes list and the note's head: one SQL each. */
@Injectable()
export class NotesQueries {
  constructor(private readonly db: Db) {}

  async list(workspaceId: string, query: NotesQuery): Promise<Page<NoteRow>> {
    const { column, id, exact, checked, type } = sortKeys[query.sort];
    const cursor = decodeCursor(query.cursor, checked, z.uuid(), z.literal(query.sort + query.order));
    const parameters: unknown[] = [];
    const bind = (value: unknown) => `$${parameters.push(value)}`;
    const where: string[] = [];
    if (query.category) where.push(`note.category = ${bind(query.category)}`);
    if (query.state) where.push(`note.state = ${bind(query.state)}`);
    if (query.level !== undefined) where.push(`note.level = ${bind(query.level)}`);
    if (query.type) where.push(`note.type = ${bind(query.type)}`);
    if (query.boosted)
      where.push(
        `${query.boosted === 'yes' ? '' : 'not '}exists (select from boost where boost.note_id = note.id and boost.state in ('scheduled', 'running'))`,
      );
    if (query.q) where.push(textCondition(query.q, bind));

    const direction = query.order === 'asc' ? 'asc' : 'desc';
    if (cursor)
      where.push(
        `(${column}, ${id}) ${query.order === 'asc' ? '>' : '<'} (${bind(cursor[0])}::${type}, ${bind(cursor[1])}::uuid)`,
      );
    // The page is found along an index first; only its notes are then summed and looked up. The order is that of the kept
    // totals, a few seconds behind the figures that the rows show.
    const rows = await this.db.read<NoteRecord>(
      workspaceId,
      `with page as (
         select note.id, ${exact} as sort_key, row_number() over (order by ${column} ${direction}, ${id} ${direction}) as place
         from note ${column.startsWith('totals.') ? 'join note_totals totals on totals.note_id = note.id' : ''}
         ${where.length ? `where ${where.join(' and ')}` : ''}
         order by ${column} ${direction}, ${id} ${direction} limit ${bind(query.limit + 1)}
       )
       select rows.*, page.sort_key from page cross join lateral (${noteRecords} where note.id = page.id) rows order by page.place`,
      parameters,
    );
    const links = await mediaLinksOf(this.db);
    return pageFrom(
      rows,
      query.limit,
      (row) => noteRow(row, links),
      (row) => [row.sort_key ?? null, row.id, query.sort + query.order],
    );
  }

  async one(workspaceId: string, noteId: string): Promise<NoteView> {
    const [row] = await this.db.read<NoteRecord & NoteDetail>(
      workspaceId,
      `select rows.*, ${noteDetails}
       from (${noteRecords} where note.id = $1) rows join note on note.id = rows.id`,
      [noteId],
    );
    if (!row) throw new Refused('not-found', { field: 'path.noteId' });
    return noteView(row, await mediaLinksOf(this.db));
  }
}

export interface NoteDetail {
  body: string;
  topics: string[];
  products: NoteView['products'];
  draft_id: string | null;
  keywords: string[];
  keyword_weights: number[];
  media: MediaRecord[] | null;
}

/** Every word of the search must be in the note; the beginning of a title helps while somebody still types. */
function textCondition(text: string, bind: (value: unknown) => string): string {
  const all = prefixQueryOf(text);
  const title = `note.title ilike ${bind(`%${likeText(text)}%`)}`;
  if (!all) return title;
  return `(${title} or exists (select from note_search where note_search.note_id = note.id and words @@ ${bind(all)}::tsquery))`;
}

export function noteRow(row: NoteRecord, links: MediaLinks): NoteRow {
  const organic = countsIn(row.sums, '');
  return {
    id: row.id,
    title: row.title,
    type: row.type,
    category: row.category,
    language: row.language,
    coverHue: row.cover_hue,
    coverUrl: links.thumb(row.cover),
    creator: row.creator,
    publishedAt: row.published_at.toISOString(),
    disclosure: row.disclosure,
    aiLabel: row.ai_label,
    auditState: row.audit_state,
    state: row.state,
    level: row.level,
    levelName: row.level_name,
    levels: row.levels,
    organicImpressions: organic.impressions,
    paidImpressions: Number(row.sums['paid_impressions'] ?? 0),
    reads: organic.clicks,
    ctr: ctr(organic),
    interactionsLccs: interactions(organic, 'LCCS'),
    lift: row.lift,
    boosted: row.boosted,
  };
}

export function noteView(row: NoteRecord & NoteDetail, links: MediaLinks): NoteView {
  return {
    ...noteRow(row, links),
    body: row.body,
    topics: row.topics,
    products: row.products,
    draftId: row.draft_id,
    media: (row.media ?? []).map((medium) => links.view(medium)),
    cover: row.cover && links.view(row.cover),
    keywords: row.keywords.map((word, at) => ({ word, weight: row.keyword_weights[at] ?? 0 })),
    organic: countsIn(row.sums, ''),
    paid: countsIn(row.sums, 'paid_'),
  };
}

function countsIn(found: Record<string, number>, prefix: '' | 'paid_'): NoteView['organic'] {
  const counts = noCounts();
  for (const name of Object.keys(counts) as (keyof typeof counts)[])
    counts[name] = Number(found[prefix + name.replace('Seconds', '_seconds')] ?? 0);
  return counts;
}

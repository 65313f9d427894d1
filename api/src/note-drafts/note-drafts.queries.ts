import { Injectable } from '@nestjs/common';
import type { NoteDraftRow, NoteDraftsQuery, NoteDraftState, NoteDraftView, Page } from '@poolrise/contracts';
import { z } from 'zod';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { mediaJson, mediaLinksOf, type MediaRecord } from '../media/media-links';

interface Head {
  id: string;
  state: NoteDraftState;
  type: NoteDraftRow['type'];
  title: string;
  category: NoteDraftRow['category'];
  scheduled_for: Date | null;
  failed_at: Date | null;
  failure_code: NonNullable<NoteDraftRow['failure']>['code'] | null;
  failure_detail: string | null;
  note_id: string | null;
  published_at: Date | null;
  changed_at: Date;
}

interface RowRecord extends Head {
  excerpt: string;
  pictures: number;
  cover: MediaRecord | null;
  key: string;
}

interface ViewRecord extends Head {
  body: string;
  topics: string[];
  language: NoteDraftView['language'];
  disclosure: NoteDraftView['disclosure'];
  ai_label: NoteDraftView['aiLabel'];
  products: NoteDraftView['products'];
  media: MediaRecord[] | null;
  cover: MediaRecord | null;
  weekly_topic_id: string | null;
  version: number;
  changed_by_name: string | null;
  creator: NoteDraftView['creator'];
  first_pool_target: number | null;
}

const head = `d.id, d.state, d.type, d.title, d.category, d.scheduled_for, d.failed_at, d.failure_code, d.failure_detail, d.note_id,
  d.published_at, d.changed_at`;
/** The picture that is chosen, or of an image note the first. */
const cover = `(select ${mediaJson('m')} from media m
  where m.id = coalesce(d.cover_id, case d.type when 'image' then d.media_ids[1] end))`;

/** What each list walks along, and which way. */
const orders: Record<NoteDraftState, { column: string; direction: 'asc' | 'desc' }> = {
  draft: { column: 'd.changed_at', direction: 'desc' },
  scheduled: { column: 'd.scheduled_for', direction: 'asc' },
  published: { column: 'd.published_at', direction: 'desc' },
};

/** Screens of what is written: the list and the editor, one SQL each. */
@Injectable()
export class NoteDraftsQueries {
  constructor(private readonly db: Db) {}

  async list(workspaceId: string, query: NoteDraftsQuery): Promise<Page<NoteDraftRow>> {
    const { column, direction } = orders[query.show];
    const cursor = decodeCursor(query.cursor, cursorInstant, z.uuid(), z.literal(query.show));
    const rows = await this.db.read<RowRecord>(
      workspaceId,
      `select ${head}, left(d.body, 120) as excerpt, cardinality(d.media_ids) as pictures, ${cover} as cover, ${isoInstant(column)} as key
         from note_draft d where d.state = $1 ${cursor ? `and (${column}, d.id) ${direction === 'asc' ? '>' : '<'} ($3::timestamptz, $4::uuid)` : ''}
        order by ${column} ${direction}, d.id ${direction} limit $2`,
      [query.show, query.limit + 1, ...(cursor?.slice(0, 2) ?? [])],
    );
    const links = await mediaLinksOf(this.db);
    return pageFrom(
      rows,
      query.limit,
      (row) => ({
        ...headOf(row),
        excerpt: row.excerpt,
        coverUrl: links.thumb(row.cover),
        pictures: row.pictures,
      }),
      (row) => [row.key, row.id, query.show],
    );
  }

  /** @throws Refused not-found */
  async one(workspaceId: string, draftId: string): Promise<NoteDraftView> {
    const [row] = await this.db.read<ViewRecord>(
      workspaceId,
      `select ${head}, d.body, d.topics, d.language, d.disclosure, d.ai_label, d.products, d.weekly_topic_id, d.version,
         (select json_agg(${mediaJson('m')} order by named.place)
            from unnest(d.media_ids) with ordinality as named (id, place) join media m on m.id = named.id) as media,
         (select ${mediaJson('m')} from media m where m.id = d.cover_id) as cover,
         person.name as changed_by_name,
         (select json_build_object('name', c.name, 'followers', c.followers) from workspace w join creator c on c.id = w.creator_id
           where w.id = d.workspace_id and c.deleted_at is null) as creator,
         (select (document -> 'levels' -> 0 ->> 'target')::int from pool_policy where in_force) as first_pool_target
       from note_draft d left join person on person.id = d.changed_by where d.id = $1`,
      [draftId],
    );
    if (!row) throw new Refused('not-found', { field: 'path.noteDraftId' });
    const links = await mediaLinksOf(this.db);
    return {
      ...headOf(row),
      ...{ body: row.body, topics: row.topics, language: row.language, disclosure: row.disclosure },
      ...{ aiLabel: row.ai_label, products: row.products, weeklyTopicId: row.weekly_topic_id },
      media: (row.media ?? []).map((medium) => links.view(medium)),
      cover: row.cover && links.view(row.cover),
      version: row.version,
      changedBy: row.changed_by_name,
      creator: row.creator,
      firstPoolTarget: row.first_pool_target,
    };
  }
}

const headOf = (row: Head) => ({
  ...{ id: row.id, state: row.state, type: row.type, title: row.title, category: row.category },
  scheduledFor: row.scheduled_for?.toISOString() ?? null,
  failure:
    row.failed_at && row.failure_code
      ? { at: row.failed_at.toISOString(), code: row.failure_code, detail: row.failure_detail ?? '' }
      : null,
  noteId: row.note_id,
  publishedAt: row.published_at?.toISOString() ?? null,
  changedAt: row.changed_at.toISOString(),
});

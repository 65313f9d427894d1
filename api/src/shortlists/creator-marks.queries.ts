import { Injectable } from '@nestjs/common';
import type { CreatorMarksQuery, CreatorMarkView, MarkedCreator, Page } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { noSuchCreator } from '../creators/no-such-creator';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';

const markColumns = `
  creator.id as "creatorId", coalesce(mark.favourite, false) as favourite, mark.blacklisted_reason as "blacklistedReason",
  coalesce(mark.note, '') as note, coalesce(mark.tags, '{}') as tags, person.name as "changedBy",
  ${isoInstant('mark.changed_at')} as "changedAt"`;

/** Screens of what a workspace thinks of creators. */
@Injectable()
export class CreatorMarksQueries {
  constructor(private readonly db: Db) {}

  one(workspaceId: string, creatorId: string): Promise<CreatorMarkView> {
    return this.db.inWorkspace(workspaceId, (tx) => markView(tx, creatorId));
  }

  /** The last marked first. */
  async page(workspaceId: string, ask: CreatorMarksQuery): Promise<Page<MarkedCreator>> {
    const [, changedAt, creatorId] =
      decodeCursor(ask.cursor, z.literal('creator-marks'), cursorInstant, z.uuid()) ?? [];
    const rows = await this.db.read<MarkedCreator & { changedAt: string }>(
      workspaceId,
      `select ${markColumns}, creator.name, creator.red_id as "redId"
       from creator_mark mark join creator on creator.id = mark.creator_id left join person on person.id = mark.changed_by
       where ($1::text is null or case $1 when 'favourite' then mark.favourite else mark.blacklisted_reason is not null end)
         and ($2::uuid[] is null or mark.creator_id = any($2))
         and ($3::timestamptz is null or (mark.changed_at, mark.creator_id) < ($3, $4::uuid))
       order by mark.changed_at desc, mark.creator_id desc limit $5`,
      [ask.only, ask.ids, changedAt, creatorId, ask.limit + 1],
    );
    return pageFrom(
      rows,
      ask.limit,
      (row) => row,
      (row) => ['creator-marks', row.changedAt, row.creatorId],
    );
  }
}

/** Also of somebody whom nobody has marked. @throws Refused not-found when nobody in the directory has this id */
export async function markView(tx: EntityManager, creatorId: string): Promise<CreatorMarkView> {
  const [row] = await tx.query<CreatorMarkView[]>(
    `select ${markColumns}, coalesce((select jsonb_agg(jsonb_build_object('id', found.id, 'name', found.name) order by found.name)
         from (select list.id, list.name from creator_list_entry entry join creator_list list on list.id = entry.list_id
               where entry.creator_id = creator.id order by list.name limit 50) found), '[]') as lists
     from creator
     left join creator_mark mark on mark.creator_id = creator.id
     left join person on person.id = mark.changed_by
     where creator.id = $1`,
    [creatorId],
  );
  if (!row) throw noSuchCreator();
  return row;
}

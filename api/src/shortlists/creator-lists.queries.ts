import { Injectable } from '@nestjs/common';
import type { CreatorListEntryView, CreatorListView, Page } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { creatorRows, tierSchemeOf } from '../creators/creator-rows';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';

const view = `
  select list.id, list.name, list.purpose, person.name as "createdBy", ${isoInstant('list.created_at')} as "createdAt",
    (select count(*)::int from creator_list_entry where list_id = list.id) as creators,
    (select ${isoInstant('max(added_at)')} from creator_list_entry where list_id = list.id) as "lastAddedAt"
  from creator_list list left join person on person.id = list.created_by`;

type EntryRow = Omit<CreatorListEntryView, 'creator'> & { creatorId: string };

/** Screens of the lists of a workspace. */
@Injectable()
export class CreatorListsQueries {
  constructor(private readonly db: Db) {}

  /** The newest first. */
  async page(workspaceId: string, ask: { cursor?: string; limit: number }): Promise<Page<CreatorListView>> {
    const [, createdAt, id] =
      decodeCursor(ask.cursor, z.literal('creator-lists'), cursorInstant, z.uuid()) ?? [];
    const rows = await this.db.read<CreatorListView>(
      workspaceId,
      `${view} where $1::timestamptz is null or (list.created_at, list.id) < ($1, $2::uuid)
       order by list.created_at desc, list.id desc limit $3`,
      [createdAt, id, ask.limit + 1],
    );
    return pageFrom(
      rows,
      ask.limit,
      (row) => row,
      (row) => ['creator-lists', row.createdAt, row.id],
    );
  }

  /** @throws Refused not-found */
  one(workspaceId: string, listId: string): Promise<CreatorListView> {
    return this.db.inWorkspace(workspaceId, (tx) => listView(tx, listId));
  }

  /** Who is in a list, the last added first. @throws Refused not-found, invalid-cursor */
  async entries(
    workspaceId: string,
    listId: string,
    ask: { cursor?: string; limit: number },
  ): Promise<Page<CreatorListEntryView>> {
    const [, addedAt, creatorId] =
      decodeCursor(ask.cursor, z.literal('list-entries'), cursorInstant, z.uuid()) ?? [];
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await listView(tx, listId);
      const rows = await tx.query<EntryRow[]>(
        `select entry.creator_id as "creatorId", entry.note, entry.tags, person.name as "addedBy",
           ${isoInstant('entry.added_at')} as "addedAt", coalesce(mark.favourite, false) as favourite,
           mark.blacklisted_reason as "blacklistedReason"
         from creator_list_entry entry
         left join person on person.id = entry.added_by
         left join creator_mark mark on mark.workspace_id = entry.workspace_id and mark.creator_id = entry.creator_id
         where entry.list_id = $1
           and ($2::timestamptz is null or (entry.added_at, entry.creator_id) < ($2, $3::uuid))
         order by entry.added_at desc, entry.creator_id desc limit $4`,
        [listId, addedAt, creatorId, ask.limit + 1],
      );
      const ids = rows.slice(0, ask.limit).map((row) => row.creatorId);
      const creators = await creatorRows(tx, await tierSchemeOf(tx, workspaceId), ids);
      const known = new Map(creators.map((creator) => [creator.id, creator]));
      return pageFrom(
        rows,
        ask.limit,
        ({ creatorId: id, ...entry }) => {
          const creator = known.get(id);
          if (!creator) throw new Error('an entry points at a creator who is not in the directory');
          return { creator, ...entry };
        },
        (row) => ['list-entries', row.addedAt, row.creatorId],
      );
    });
  }
}

/** One list of the workspace that the transaction speaks for. @throws Refused not-found */
export async function listView(tx: EntityManager, listId: string): Promise<CreatorListView> {
  const [row] = await tx.query<CreatorListView[]>(`${view} where list.id = $1`, [listId]);
  if (!row)
    throw new Refused('not-found', {
      field: 'path.listId',
      detail: 'There is no such list in this workspace; somebody may have deleted it.',
    });
  return row;
}

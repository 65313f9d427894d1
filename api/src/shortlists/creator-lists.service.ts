import { Injectable } from '@nestjs/common';
import {
  type AddedToCreatorList,
  type AddToCreatorList,
  type AnnotateListEntry,
  type CreatorListView,
  type RemovedFromCreatorList,
  shortlistLimits,
  type WriteCreatorList,
} from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { constraintOf, Db } from '../db/db';
import { Refused } from '../http/refused';
import { CreatorListEntry } from './creator-list-entry.entity';
import { CreatorList } from './creator-list.entity';
import { listView } from './creator-lists.queries';

/** Lists of creators and who is in them. */
@Injectable()
export class CreatorListsService {
  constructor(private readonly db: Db) {}

  /** Begins a list. @throws Refused name-taken, too-many-kept */
  create(workspaceId: string, personId: string, ask: WriteCreatorList): Promise<CreatorListView> {
    return named(
      this.db.inWorkspace(workspaceId, async (tx) => {
        // The workspace's row is the lock: the last list that fits is begun by one of two people, not by both.
        await tx.query('select from workspace where id = $1 for no key update', [workspaceId]);
        const lists = await tx.countBy(CreatorList, { workspaceId });
        if (lists >= shortlistLimits.lists)
          throw new Refused('too-many-kept', {
            detail: `This workspace has ${lists} lists; ${shortlistLimits.lists} is the most.`,
            figures: { kept: lists, most: shortlistLimits.lists },
          });
        const { id } = await tx.save(tx.create(CreatorList, { ...ask, workspaceId, createdBy: personId }));
        return listView(tx, id);
      }),
    );
  }

  /** Gives a list another name or purpose. @throws Refused not-found, name-taken */
  change(workspaceId: string, listId: string, ask: WriteCreatorList): Promise<CreatorListView> {
    return named(
      this.db.inWorkspace(workspaceId, async (tx) => {
        await lockList(tx, listId);
        await tx.update(CreatorList, { id: listId }, ask);
        return listView(tx, listId);
      }),
    );
  }

  /**
   * Deletes a list with its notes and tags. `confirmCreators` is how many creators the person was told would go with it.
   * @throws Refused not-found, list-moved-on
   */
  async delete(
    workspaceId: string,
    personId: string,
    listId: string,
    confirmCreators: number,
  ): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const { name } = await lockList(tx, listId);
      const creators = await countEntries(tx, listId);
      if (creators !== confirmCreators)
        throw new Refused('list-moved-on', {
          field: 'query.confirmCreators',
          detail: `There are ${creators} creators in this list now, and not ${confirmCreators}.`,
          figures: { creators },
        });
      await tx.delete(CreatorList, { id: listId });
      await audit(tx, {
        workspaceId,
        personId,
        action: 'creator-list.deleted',
        subjectId: listId,
        detail: { name, creators },
      });
    });
  }

  /**
   * Adds creators. Who is in the list already stays as they are; who is not in the directory, or gone from the platform, is
   * named in the answer, and the others are added. @throws Refused not-found, too-many-kept
   */
  add(
    workspaceId: string,
    personId: string,
    listId: string,
    { entries }: AddToCreatorList,
  ): Promise<AddedToCreatorList> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await lockList(tx, listId);
      const asked = entries.map(({ creatorId }) => creatorId);
      const standing = await standingOf(tx, listId, asked);
      const are = (state: Standing) => asked.filter((id) => (standing.get(id) ?? 'unknown') === state);
      const fresh = new Set(are('addable'));
      const before = await countEntries(tx, listId);
      if (fresh.size && before + fresh.size > shortlistLimits.creatorsInList)
        throw new Refused('too-many-kept', {
          field: '/entries',
          detail: `The list has ${before} creators and ${fresh.size} would be new; ${shortlistLimits.creatorsInList} is the most.`,
          figures: { kept: before, asked: fresh.size, most: shortlistLimits.creatorsInList },
        });
      const written = entries.filter(({ creatorId }) => fresh.has(creatorId));
      // Added at one moment, they stay in the order in which they were sent: the list shows the latest first.
      await tx.query(
        `insert into creator_list_entry (workspace_id, list_id, creator_id, note, tags, added_by, added_at)
         select $1, $2, (entry ->> 'creatorId')::uuid, entry ->> 'note',
           array(select jsonb_array_elements_text(entry -> 'tags')), $4, now() - place * interval '1 microsecond'
         from jsonb_array_elements($3::jsonb) with ordinality as sent (entry, place)`,
        [workspaceId, listId, JSON.stringify(written), personId],
      );
      return {
        added: [...fresh],
        already: are('already'),
        unknown: are('unknown'),
        deleted: are('deleted'),
        creators: before + fresh.size,
      };
    });
  }

  /** Takes creators off the list; those who are not in it are passed over. @throws Refused not-found */
  remove(
    workspaceId: string,
    listId: string,
    creatorIds: readonly string[],
  ): Promise<RemovedFromCreatorList> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await lockList(tx, listId);
      const [gone] = await tx.query<[{ id: string }[], number]>(
        `delete from creator_list_entry where list_id = $1 and creator_id = any($2) returning creator_id as id`,
        [listId, creatorIds],
      );
      const removed = new Set(gone.map(({ id }) => id));
      return {
        removed: creatorIds.filter((id) => removed.has(id)),
        creators: await countEntries(tx, listId),
      };
    });
  }

  /** Writes what stands beside a creator in this list. @throws Refused not-found */
  async annotate(
    workspaceId: string,
    listId: string,
    creatorId: string,
    ask: AnnotateListEntry,
  ): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const { affected } = await tx.update(CreatorListEntry, { listId, creatorId }, ask);
      if (!affected)
        throw new Refused('not-found', {
          field: 'path.creatorId',
          detail: 'This creator is not in this list, or not any more.',
        });
    });
  }
}

type Standing = 'addable' | 'already' | 'deleted' | 'unknown';

/** Of everybody who is in the directory: whether they can be added. */
async function standingOf(
  tx: EntityManager,
  listId: string,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  const rows = await tx.query<{ id: string; standing: Standing }[]>(
    `select creator.id, case when entry.creator_id is not null then 'already'
       when creator.deleted_at is not null then 'deleted' else 'addable' end as standing
     from creator left join creator_list_entry entry on entry.creator_id = creator.id and entry.list_id = $1
     where creator.id = any($2)`,
    [listId, ids],
  );
  return new Map(rows.map(({ id, standing }) => [id, standing]));
}

const countEntries = (tx: EntityManager, listId: string): Promise<number> =>
  tx.countBy(CreatorListEntry, { listId });

/** Everything that changes who is in a list queues here, so that the most is kept to and a deleted list takes nobody in. */
async function lockList(tx: EntityManager, listId: string): Promise<CreatorList> {
  const list = await tx.findOne(CreatorList, { where: { id: listId }, lock: { mode: 'for_no_key_update' } });
  if (!list)
    throw new Refused('not-found', {
      field: 'path.listId',
      detail: 'There is no such list in this workspace; somebody may have deleted it.',
    });
  return list;
}

const named = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    if (constraintOf(error) === 'one_list_per_name') throw new Refused('name-taken', { field: '/name' });
    throw error;
  });

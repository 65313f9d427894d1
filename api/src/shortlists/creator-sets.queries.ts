import { Injectable } from '@nestjs/common';
import type { CreatorFilters } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { CreatorSets } from '../creators/search/creator-sets';
import type { OwnSets } from '../creators/search/read-question';
import { Db } from '../db/db';
import { Refused } from '../http/refused';

export type SetFilters = Pick<CreatorFilters, 'list' | 'withoutLists' | 'blacklisted'>;

/** What the lists and the blacklist of a workspace make of a search. Bounded: eleven lists of 2,000 and a blacklist of 10,000. */
@Injectable()
export class CreatorSetsQueries extends CreatorSets {
  constructor(private readonly db: Db) {
    super();
  }

  /** In the transaction of a search. @throws Refused not-found, naming the filter, for a list that is not there */
  async of(tx: EntityManager, { list, withoutLists, blacklisted }: SetFilters): Promise<OwnSets> {
    return {
      within: list === undefined ? null : await this.inLists(tx, [list], 'list'),
      withoutLists: withoutLists ? await this.inLists(tx, withoutLists, 'withoutLists') : null,
      blacklisted: blacklisted === 'hide' ? await this.blacklist(tx) : [],
    };
  }

  /** The same for whoever has no transaction yet, in two sets. */
  async idsOf(
    workspaceId: string,
    filters: SetFilters,
  ): Promise<{ within: string[] | null; without: string[] }> {
    const sets = await this.db.inWorkspace(workspaceId, (tx) => this.of(tx, filters));
    return {
      within: sets.within && [...sets.within],
      without: [...new Set([...(sets.withoutLists ?? []), ...sets.blacklisted])],
    };
  }

  private async inLists(tx: EntityManager, listIds: readonly string[], filter: string): Promise<string[]> {
    const lists = await tx.query<{ id: string }[]>('select id from creator_list where id = any($1)', [
      listIds,
    ]);
    if (lists.length < new Set(listIds).size)
      throw new Refused('not-found', {
        field: `query.${filter}`,
        detail: 'A list that the search names is not there any more: take it out of the filters.',
      });
    const rows = await tx.query<{ id: string }[]>(
      'select distinct creator_id as id from creator_list_entry where list_id = any($1)',
      [listIds],
    );
    return rows.map(({ id }) => id);
  }

  private async blacklist(tx: EntityManager): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      'select creator_id as id from creator_mark where blacklisted_reason is not null',
    );
    return rows.map(({ id }) => id);
  }
}

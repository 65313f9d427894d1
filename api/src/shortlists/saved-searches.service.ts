import { Injectable } from '@nestjs/common';
import {
  type KeptSearch,
  type Page,
  readSearch,
  type SavedSearchNews,
  type SavedSearchView,
  type SaveSearch,
  shortlistLimits,
} from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { CreatorSearchService } from '../creators/search/creator-search.service';
import { constraintOf, Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { SavedCreatorSearch } from './saved-creator-search.entity';

/** So many of the new ones are named. */
const namedMax = 100;

const view = `
  select search.id, search.name, search.query, search.shared, search.person_id = $1 as mine, person.name as "savedBy",
    ${isoInstant('search.last_seen_at')} as "lastSeenAt", ${isoInstant('search.created_at')} as "createdAt"
  from saved_creator_search search left join person on person.id = search.person_id`;

/** Searches that people keep, and what is new in them. */
@Injectable()
export class SavedSearchesService {
  constructor(
    private readonly db: Db,
    private readonly creators: CreatorSearchService,
  ) {}

  /** One's own and the shared ones, the newest first. */
  async page(
    workspaceId: string,
    personId: string,
    ask: { cursor?: string; limit: number },
  ): Promise<Page<SavedSearchView>> {
    const [, createdAt, id] =
      decodeCursor(ask.cursor, z.literal('saved-searches'), cursorInstant, z.uuid()) ?? [];
    const rows = await this.db.read<SavedSearchView>(
      workspaceId,
      `${view} where (search.person_id = $1 or search.shared)
         and ($2::timestamptz is null or (search.created_at, search.id) < ($2, $3::uuid))
       order by search.created_at desc, search.id desc limit $4`,
      [personId, createdAt, id, ask.limit + 1],
    );
    return pageFrom(
      rows,
      ask.limit,
      (row) => row,
      (row) => ['saved-searches', row.createdAt, row.id],
    );
  }

  /** Keeps a search; news count from now. @throws Refused name-taken, too-many-kept, invalid-input */
  async save(workspaceId: string, personId: string, ask: SaveSearch): Promise<SavedSearchView> {
    const seenIds = await this.rememberable(workspaceId, filtersOf(ask.query));
    return this.db
      .inWorkspace(workspaceId, async (tx) => {
        const kept = await tx.countBy(SavedCreatorSearch, { workspaceId, personId });
        if (kept >= shortlistLimits.savedSearches)
          throw new Refused('too-many-kept', {
            detail: `You keep ${kept} searches here; that is the most.`,
            figures: { kept, most: shortlistLimits.savedSearches },
          });
        const { id } = await tx.save(
          tx.create(SavedCreatorSearch, { ...ask, workspaceId, personId, seenIds }),
        );
        return viewOf(tx, personId, id);
      })
      .catch((error: unknown) => {
        if (constraintOf(error) === 'one_saved_search_per_name')
          throw new Refused('name-taken', { field: '/name' });
        throw error;
      });
  }

  /** @throws Refused not-found, also for a search of somebody else */
  async delete(workspaceId: string, personId: string, searchId: string): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const { affected } = await tx.delete(SavedCreatorSearch, { id: searchId, personId });
      if (!affected) throw notFound();
    });
  }

  /**
   * Who fits now and did not at the owner's last look: they came into the directory, or their record changed so that they
   * fit. Exact where at most `freshAmong` fitted then and fit now; else nobody can say, and `fresh` is null.
   * @throws Refused not-found, invalid-input when a list that it names has been deleted
   */
  async news(workspaceId: string, personId: string, searchId: string): Promise<SavedSearchNews> {
    const { query, seenIds, lastSeenAt } = await this.find(workspaceId, searchId, personId, true);
    const most = shortlistLimits.freshAmong;
    const { ids, total } = await this.creators.fitting(workspaceId, filtersOf(query), most);
    const seen = new Set(seenIds);
    const fresh = seenIds && total <= most ? ids.filter((id) => !seen.has(id)) : null;
    return {
      total,
      fresh: fresh?.length ?? null,
      freshIds: fresh?.slice(0, namedMax) ?? [],
      since: lastSeenAt.toISOString(),
    };
  }

  /** Remembers who fits; news count from here. @throws Refused not-found */
  async see(workspaceId: string, personId: string, searchId: string, now = new Date()): Promise<void> {
    const { query } = await this.find(workspaceId, searchId, personId, false);
    const seenIds = await this.rememberable(workspaceId, filtersOf(query));
    await this.db.inWorkspace(workspaceId, (tx) =>
      tx.update(SavedCreatorSearch, { id: searchId }, { seenIds, lastSeenAt: now }),
    );
  }

  /** Who fits, unless more do than are remembered. */
  private async rememberable(workspaceId: string, filters: KeptSearch): Promise<string[] | null> {
    const { ids, total } = await this.creators.fitting(workspaceId, filters, shortlistLimits.freshAmong);
    return total <= shortlistLimits.freshAmong ? ids : null;
  }

  private async find(
    workspaceId: string,
    searchId: string,
    personId: string,
    alsoShared: boolean,
  ): Promise<SavedCreatorSearch> {
    const search = await this.db.inWorkspace(workspaceId, (tx) =>
      tx.findOneBy(SavedCreatorSearch, { id: searchId }),
    );
    if (!search || (search.personId !== personId && !(alsoShared && search.shared))) throw notFound();
    return search;
  }
}

/** Filters may have got other names since the search was saved. */
function filtersOf(query: string): KeptSearch {
  const filters = readSearch(query);
  if (!filters)
    throw new Refused('invalid-input', {
      field: '/query',
      detail: 'The directory does not know all filters of this search any more: open it and save it again.',
    });
  return filters;
}

const notFound = () =>
  new Refused('not-found', {
    field: 'path.searchId',
    detail: 'There is no such search among yours or those shared here.',
  });

async function viewOf(tx: EntityManager, personId: string, id: string): Promise<SavedSearchView> {
  const [row] = await tx.query<SavedSearchView[]>(`${view} where search.id = $2`, [personId, id]);
  if (!row) throw new Error('a saved search was asked for that is none');
  return row;
}

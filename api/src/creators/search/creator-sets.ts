import { Injectable } from '@nestjs/common';
import type { CreatorsQuery } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import type { OwnSets } from './read-question';

/**
 * What a workspace's own lists and its blacklist make of a search. No workspace has any yet, so a list that is asked for is
 * empty and nobody is kept out.
 */
@Injectable()
export class CreatorSets {
  async of(_tx: EntityManager, query: CreatorsQuery): Promise<OwnSets> {
    return {
      within: query.list ? [] : null,
      withoutLists: query.withoutLists ? [] : null,
      blacklisted: [],
    };
  }
}

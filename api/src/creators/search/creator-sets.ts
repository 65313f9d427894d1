import type { CreatorsQuery } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import type { OwnSets } from './read-question';

/**
 * What a workspace's own lists and its blacklist make of a search. The slice that keeps them says so (shortlists); the
 * directory knows nothing of who keeps what.
 */
export abstract class CreatorSets {
  /** @throws Refused not-found, naming the filter, for a list that is not there */
  abstract of(
    tx: EntityManager,
    query: Pick<CreatorsQuery, 'list' | 'withoutLists' | 'blacklisted'>,
  ): Promise<OwnSets>;
}

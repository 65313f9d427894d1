import { Injectable } from '@nestjs/common';
import type {
  ChooseCreator,
  CreatorChoice,
  CreatorInFiles,
  ObservedCreatorRow,
  ObservedCreatorsQuery,
  ObservedCreatorView,
  Page,
  PageQuery,
  UnmatchedCreator,
} from '@poolrise/contracts';
import { noSuchCreator } from '../creators/no-such-creator';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { CreatorNames } from '../imports/creator-names.service';
import { creatorChoicePage, observedCreator, observedOf } from './observed-creator.queries';
import { observedCreatorPage } from './observed-creators.queries';
import { unmatchedCreatorPage } from './unmatched-creators.queries';

/** Creators, as the files that were brought in describe them. */
@Injectable()
export class ObservedCreatorsService {
  constructor(
    private readonly db: Db,
    private readonly names: CreatorNames,
  ) {}

  list(workspaceId: string, query: ObservedCreatorsQuery): Promise<Page<ObservedCreatorRow>> {
    return this.db.inWorkspace(workspaceId, (tx) => observedCreatorPage(tx, query));
  }

  /** @throws Refused not-found */
  one(workspaceId: string, id: string): Promise<ObservedCreatorView> {
    return this.db.inWorkspace(workspaceId, (tx) => observedCreator(tx, workspaceId, id));
  }

  /** What files say of somebody in the directory. @throws Refused not-found */
  of(workspaceId: string, creatorId: string): Promise<CreatorInFiles> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const [known] = await tx.query<unknown[]>('select from creator where id = $1', [creatorId]);
      if (!known) throw noSuchCreator();
      const id = await observedOf(tx, creatorId);
      return { observed: id === null ? null : await observedCreator(tx, workspaceId, id) };
    });
  }

  unmatched(workspaceId: string, query: PageQuery): Promise<Page<UnmatchedCreator>> {
    return this.db.inWorkspace(workspaceId, (tx) => unmatchedCreatorPage(tx, workspaceId, query));
  }

  /** @throws Refused not-found, invalid-input */
  choose(workspaceId: string, person: Pick<CallingPerson, 'id'>, ask: ChooseCreator): Promise<void> {
    return this.names.choose(workspaceId, person, ask);
  }

  choices(workspaceId: string, query: PageQuery): Promise<Page<CreatorChoice>> {
    return this.db.inWorkspace(workspaceId, (tx) => creatorChoicePage(tx, query));
  }

  /** @throws Refused not-found */
  drop(workspaceId: string, nameKey: string): Promise<void> {
    return this.names.drop(workspaceId, nameKey);
  }
}

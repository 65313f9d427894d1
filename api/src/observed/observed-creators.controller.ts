import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  ChooseCreator,
  type CreatorChoice,
  type CreatorInFiles,
  DropCreatorChoice,
  type ObservedCreatorRow,
  ObservedCreatorsQuery,
  type ObservedCreatorView,
  type Page,
  PageQuery,
  type UnmatchedCreator,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { ObservedCreatorsService } from './observed-creators.service';

@Controller()
export class ObservedCreatorsController {
  constructor(private readonly creators: ObservedCreatorsService) {}

  @Serves('observedCreators')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(ObservedCreatorsQuery)) query: ObservedCreatorsQuery,
  ): Promise<Page<ObservedCreatorRow>> {
    return this.creators.list(workspaceId, query);
  }

  @Serves('observedCreator')
  one(
    @WorkspaceId() workspaceId: string,
    @Param('observedCreatorId', checkedId) id: string,
  ): Promise<ObservedCreatorView> {
    return this.creators.one(workspaceId, id);
  }

  @Serves('creatorInFiles')
  inFiles(
    @WorkspaceId() workspaceId: string,
    @Param('creatorId', checkedId) creatorId: string,
  ): Promise<CreatorInFiles> {
    return this.creators.of(workspaceId, creatorId);
  }

  @Serves('unmatchedCreators')
  unmatched(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) query: PageQuery,
  ): Promise<Page<UnmatchedCreator>> {
    return this.creators.unmatched(workspaceId, query);
  }

  @Serves('chooseCreator')
  choose(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(ChooseCreator)) ask: ChooseCreator,
  ): Promise<void> {
    return this.creators.choose(workspaceId, person, ask);
  }

  @Serves('creatorChoices')
  choices(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) query: PageQuery,
  ): Promise<Page<CreatorChoice>> {
    return this.creators.choices(workspaceId, query);
  }

  @Serves('dropCreatorChoice')
  drop(
    @WorkspaceId() workspaceId: string,
    @Body(checked(DropCreatorChoice)) { nameKey }: DropCreatorChoice,
  ): Promise<void> {
    return this.creators.drop(workspaceId, nameKey);
  }
}

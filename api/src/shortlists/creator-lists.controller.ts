import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  type AddedToCreatorList,
  AddToCreatorList,
  AnnotateListEntry,
  CreatorListEntriesQuery,
  type CreatorListEntryView,
  type CreatorListView,
  DeleteCreatorListQuery,
  type Page,
  PageQuery,
  type RemovedFromCreatorList,
  RemoveFromCreatorList,
  WriteCreatorList,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { CreatorListsQueries } from './creator-lists.queries';
import { CreatorListsService } from './creator-lists.service';

@Controller()
export class CreatorListsController {
  constructor(
    private readonly lists: CreatorListsService,
    private readonly queries: CreatorListsQueries,
  ) {}

  @Serves('creatorLists')
  page(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) query: PageQuery,
  ): Promise<Page<CreatorListView>> {
    return this.queries.page(workspaceId, query);
  }

  @Serves('createCreatorList')
  create(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(WriteCreatorList)) ask: WriteCreatorList,
  ): Promise<CreatorListView> {
    return this.lists.create(workspaceId, person.id, ask);
  }

  @Serves('creatorList')
  one(
    @WorkspaceId() workspaceId: string,
    @Param('listId', checkedId) listId: string,
  ): Promise<CreatorListView> {
    return this.queries.one(workspaceId, listId);
  }

  @Serves('changeCreatorList')
  change(
    @WorkspaceId() workspaceId: string,
    @Param('listId', checkedId) listId: string,
    @Body(checked(WriteCreatorList)) ask: WriteCreatorList,
  ): Promise<CreatorListView> {
    return this.lists.change(workspaceId, listId, ask);
  }

  @Serves('deleteCreatorList')
  delete(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('listId', checkedId) listId: string,
    @Query(checked(DeleteCreatorListQuery)) { confirmCreators }: DeleteCreatorListQuery,
  ): Promise<void> {
    return this.lists.delete(workspaceId, person.id, listId, confirmCreators);
  }

  @Serves('creatorListEntries')
  entries(
    @WorkspaceId() workspaceId: string,
    @Param('listId', checkedId) listId: string,
    @Query(checked(CreatorListEntriesQuery)) query: CreatorListEntriesQuery,
  ): Promise<Page<CreatorListEntryView>> {
    return this.queries.entries(workspaceId, listId, query);
  }

  @Serves('addToCreatorList')
  add(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('listId', checkedId) listId: string,
    @Body(checked(AddToCreatorList)) ask: AddToCreatorList,
  ): Promise<AddedToCreatorList> {
    return this.lists.add(workspaceId, person.id, listId, ask);
  }

  @Serves('removeFromCreatorList')
  remove(
    @WorkspaceId() workspaceId: string,
    @Param('listId', checkedId) listId: string,
    @Body(checked(RemoveFromCreatorList)) { creatorIds }: RemoveFromCreatorList,
  ): Promise<RemovedFromCreatorList> {
    return this.lists.remove(workspaceId, listId, creatorIds);
  }

  @Serves('annotateListEntry')
  annotate(
    @WorkspaceId() workspaceId: string,
    @Param('listId', checkedId) listId: string,
    @Param('creatorId', checkedId) creatorId: string,
    @Body(checked(AnnotateListEntry)) ask: AnnotateListEntry,
  ): Promise<void> {
    return this.lists.annotate(workspaceId, listId, creatorId, ask);
  }
}

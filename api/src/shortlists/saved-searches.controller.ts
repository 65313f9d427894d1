import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  type Page,
  PageQuery,
  type SavedSearchNews,
  type SavedSearchView,
  SaveSearch,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { SavedSearchesService } from './saved-searches.service';

@Controller()
export class SavedSearchesController {
  constructor(private readonly searches: SavedSearchesService) {}

  @Serves('savedSearches')
  page(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Query(checked(PageQuery)) query: PageQuery,
  ): Promise<Page<SavedSearchView>> {
    return this.searches.page(workspaceId, person.id, query);
  }

  @Serves('saveSearch')
  save(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(SaveSearch)) ask: SaveSearch,
  ): Promise<SavedSearchView> {
    return this.searches.save(workspaceId, person.id, ask);
  }

  @Serves('deleteSavedSearch')
  delete(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('searchId', checkedId) searchId: string,
  ): Promise<void> {
    return this.searches.delete(workspaceId, person.id, searchId);
  }

  @Serves('savedSearchNews')
  news(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('searchId', checkedId) searchId: string,
  ): Promise<SavedSearchNews> {
    return this.searches.news(workspaceId, person.id, searchId);
  }

  @Serves('savedSearchSeen')
  see(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('searchId', checkedId) searchId: string,
  ): Promise<void> {
    return this.searches.see(workspaceId, person.id, searchId);
  }
}

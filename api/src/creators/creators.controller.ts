import { Controller, Param, Query } from '@nestjs/common';
import { type CreatorNoteRow, CreatorNotesQuery, type CreatorView, type Page } from '@poolrise/contracts';
import { WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { CreatorsQueries } from './creators.queries';

@Controller()
export class CreatorsController {
  constructor(private readonly queries: CreatorsQueries) {}

  @Serves('creator')
  one(
    @WorkspaceId() workspaceId: string,
    @Param('creatorId', checkedId) creatorId: string,
  ): Promise<CreatorView> {
    return this.queries.one(workspaceId, creatorId);
  }

  @Serves('creatorNotes')
  notes(
    @WorkspaceId() workspaceId: string,
    @Param('creatorId', checkedId) creatorId: string,
    @Query(checked(CreatorNotesQuery)) query: CreatorNotesQuery,
  ): Promise<Page<CreatorNoteRow>> {
    return this.queries.notes(workspaceId, creatorId, query);
  }
}

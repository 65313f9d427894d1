import { Body, Controller, Param, Query } from '@nestjs/common';
import { NotesQuery, type NoteRow, type NoteView, type Page, PublishNote } from '@poolrise/contracts';
import { WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { NotesQueries } from './notes.queries';
import { NotesService } from './notes.service';

@Controller()
export class NotesController {
  constructor(
    private readonly notes: NotesService,
    private readonly queries: NotesQueries,
  ) {}

  @Serves('notes')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(NotesQuery)) query: NotesQuery,
  ): Promise<Page<NoteRow>> {
    return this.queries.list(workspaceId, query);
  }

  @Serves('publishNote')
  async publish(
    @WorkspaceId() workspaceId: string,
    @Body(checked(PublishNote)) ask: PublishNote,
  ): Promise<NoteView> {
    return this.queries.one(workspaceId, await this.notes.publish(workspaceId, ask));
  }

  @Serves('note')
  one(@WorkspaceId() workspaceId: string, @Param('noteId', checkedId) noteId: string): Promise<NoteView> {
    return this.queries.one(workspaceId, noteId);
  }
}

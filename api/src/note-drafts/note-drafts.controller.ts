import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  type NoteDraftRow,
  NoteDraftsQuery,
  type NoteDraftView,
  type Page,
  PublishNoteDraft,
  SaveNoteDraft,
  ScheduleNoteDraft,
  StartNoteDraft,
} from '@poolrise/contracts';
import { type Caller, Calling, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { NoteDraftsQueries } from './note-drafts.queries';
import { NoteDraftsService } from './note-drafts.service';

@Controller()
export class NoteDraftsController {
  constructor(
    private readonly drafts: NoteDraftsService,
    private readonly queries: NoteDraftsQueries,
  ) {}

  @Serves('noteDrafts')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(NoteDraftsQuery)) query: NoteDraftsQuery,
  ): Promise<Page<NoteDraftRow>> {
    return this.queries.list(workspaceId, query);
  }

  @Serves('startNoteDraft')
  async start(
    @Calling() caller: Caller,
    @Body(checked(StartNoteDraft)) ask: StartNoteDraft,
  ): Promise<NoteDraftView> {
    return this.queries.one(caller.workspaceId, await this.drafts.start(caller, ask));
  }

  @Serves('noteDraft')
  one(
    @WorkspaceId() workspaceId: string,
    @Param('noteDraftId', checkedId) draftId: string,
  ): Promise<NoteDraftView> {
    return this.queries.one(workspaceId, draftId);
  }

  @Serves('saveNoteDraft')
  async save(
    @Calling() caller: Caller,
    @Param('noteDraftId', checkedId) draftId: string,
    @Body(checked(SaveNoteDraft)) ask: SaveNoteDraft,
  ): Promise<NoteDraftView> {
    await this.drafts.save(caller, draftId, ask);
    return this.queries.one(caller.workspaceId, draftId);
  }

  @Serves('deleteNoteDraft')
  remove(
    @WorkspaceId() workspaceId: string,
    @Param('noteDraftId', checkedId) draftId: string,
  ): Promise<void> {
    return this.drafts.remove(workspaceId, draftId);
  }

  @Serves('publishNoteDraft')
  async publish(
    @Calling() caller: Caller,
    @Param('noteDraftId', checkedId) draftId: string,
    @Body(checked(PublishNoteDraft)) ask: PublishNoteDraft,
  ): Promise<NoteDraftView> {
    await this.drafts.publish(caller, draftId, ask);
    return this.queries.one(caller.workspaceId, draftId);
  }

  @Serves('scheduleNoteDraft')
  async schedule(
    @WorkspaceId() workspaceId: string,
    @Param('noteDraftId', checkedId) draftId: string,
    @Body(checked(ScheduleNoteDraft)) ask: ScheduleNoteDraft,
  ): Promise<NoteDraftView> {
    await this.drafts.schedule(workspaceId, draftId, ask);
    return this.queries.one(workspaceId, draftId);
  }

  @Serves('unscheduleNoteDraft')
  async unschedule(
    @WorkspaceId() workspaceId: string,
    @Param('noteDraftId', checkedId) draftId: string,
  ): Promise<NoteDraftView> {
    await this.drafts.unschedule(workspaceId, draftId);
    return this.queries.one(workspaceId, draftId);
  }
}

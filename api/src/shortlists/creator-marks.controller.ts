import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  CreatorMarksQuery,
  type CreatorMarkView,
  type LookAlikes,
  LookAlikesQuery,
  MarkCreator,
  type MarkedCreator,
  type Page,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { CreatorMarksQueries } from './creator-marks.queries';
import { CreatorMarksService } from './creator-marks.service';
import { LookAlikesQueries } from './look-alikes.queries';

@Controller()
export class CreatorMarksController {
  constructor(
    private readonly marks: CreatorMarksService,
    private readonly queries: CreatorMarksQueries,
    private readonly lookAlikes: LookAlikesQueries,
  ) {}

  @Serves('creatorMarks')
  page(
    @WorkspaceId() workspaceId: string,
    @Query(checked(CreatorMarksQuery)) query: CreatorMarksQuery,
  ): Promise<Page<MarkedCreator>> {
    return this.queries.page(workspaceId, query);
  }

  @Serves('creatorMark')
  one(
    @WorkspaceId() workspaceId: string,
    @Param('creatorId', checkedId) creatorId: string,
  ): Promise<CreatorMarkView> {
    return this.queries.one(workspaceId, creatorId);
  }

  @Serves('markCreator')
  mark(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('creatorId', checkedId) creatorId: string,
    @Body(checked(MarkCreator)) ask: MarkCreator,
  ): Promise<CreatorMarkView> {
    return this.marks.mark(workspaceId, person.id, creatorId, ask);
  }

  @Serves('lookAlikes')
  like(
    @WorkspaceId() workspaceId: string,
    @Param('creatorId', checkedId) creatorId: string,
    @Query(checked(LookAlikesQuery)) { limit }: LookAlikesQuery,
  ): Promise<LookAlikes> {
    return this.lookAlikes.like(workspaceId, creatorId, limit);
  }
}

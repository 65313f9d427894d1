import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AddTopic,
  CurateTopic,
  type DeskTopic,
  type TopicDeskView,
  TopicsQuery,
  type TopicsView,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { TopicDeskService } from './topic-desk.service';
import { TopicsQueries } from './topics.queries';

@Controller()
export class TopicsController {
  constructor(
    private readonly queries: TopicsQueries,
    private readonly curation: TopicDeskService,
  ) {}

  @Serves('topics')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(TopicsQuery)) { week }: TopicsQuery,
  ): Promise<TopicsView> {
    return this.queries.list(workspaceId, week);
  }

  @Serves('topicDesk')
  desk(
    @WorkspaceId() workspaceId: string,
    @Query(checked(TopicsQuery)) { week }: TopicsQuery,
  ): Promise<TopicDeskView> {
    return this.queries.desk(workspaceId, week);
  }

  @Serves('addTopic')
  add(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Body(checked(AddTopic)) ask: AddTopic,
  ): Promise<DeskTopic> {
    return this.curation.add(workspaceId, person, ask);
  }

  @Serves('curateTopic')
  curate(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('topicId', checkedId) id: string,
    @Body(checked(CurateTopic)) ask: CurateTopic,
  ): Promise<DeskTopic> {
    return this.curation.curate(workspaceId, person, id, ask);
  }
}

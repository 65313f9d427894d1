import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AnswerQuarantine,
  type Page,
  PageQuery,
  type QuarantineAnswer,
  type QuarantineRow,
} from '@poolrise/contracts';
import { type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { QuarantineQueries } from './quarantine.queries';
import { QuarantineService } from './quarantine.service';

@Controller()
export class QuarantineController {
  constructor(
    private readonly quarantine: QuarantineService,
    private readonly queries: QuarantineQueries,
  ) {}

  @Serves('quarantine')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) query: PageQuery,
  ): Promise<Page<QuarantineRow>> {
    return this.queries.held(workspaceId, query);
  }

  @Serves('quarantineDecisions')
  decisions(
    @WorkspaceId() workspaceId: string,
    @Query(checked(PageQuery)) query: PageQuery,
  ): Promise<Page<QuarantineRow>> {
    return this.queries.decided(workspaceId, query);
  }

  @Serves('answerQuarantine')
  answer(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('quarantineId', checkedId) quarantineId: string,
    @Body(checked(AnswerQuarantine)) ask: AnswerQuarantine,
  ): Promise<QuarantineAnswer> {
    return this.quarantine.answer(workspaceId, person, quarantineId, ask);
  }
}

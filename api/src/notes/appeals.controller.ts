import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AnswerAppeal,
  type AppealOutcomes,
  type AppealRow,
  AppealsQuery,
  AskAppeal,
  type Page,
  type PageQuery,
  ViolationsQuery,
  type ViolationRow,
} from '@poolrise/contracts';
import { type Caller, Calling, type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { AppealsQueries } from './appeals.queries';
import { AppealsService } from './appeals.service';

@Controller()
export class AppealsController {
  constructor(
    private readonly appeals: AppealsService,
    private readonly queries: AppealsQueries,
  ) {}

  @Serves('violations')
  violations(
    @WorkspaceId() workspaceId: string,
    @Query(checked(ViolationsQuery)) query: PageQuery,
  ): Promise<Page<ViolationRow>> {
    return this.queries.violations(workspaceId, query);
  }

  @Serves('appealOutcomes')
  outcomes(): Promise<AppealOutcomes> {
    return this.queries.outcomes();
  }

  @Serves('askAppeal')
  ask(
    @Calling() caller: Caller,
    @Param('noteId', checkedId) noteId: string,
    @Body(checked(AskAppeal)) ask: AskAppeal,
  ): Promise<ViolationRow> {
    return this.appeals.ask(caller, noteId, ask);
  }

  @Serves('appeals')
  list(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Query(checked(AppealsQuery)) query: AppealsQuery,
  ): Promise<Page<AppealRow>> {
    return this.queries.list(workspaceId, person.id, query);
  }

  @Serves('answerAppeal')
  answer(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('appealId', checkedId) appealId: string,
    @Body(checked(AnswerAppeal)) ask: AnswerAppeal,
  ): Promise<AppealRow> {
    return this.appeals.answer(workspaceId, person, appealId, ask);
  }
}

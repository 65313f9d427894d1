import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AnswerApplication,
  type ApplicantRow,
  ApplicantsQuery,
  type ApplicationAnswered,
  ApplyToRecruitment,
  type BoardPage,
  BoardQuery,
  type BoardView,
  type Page,
  PublishRecruitment,
  type RecruitmentBasis,
  type RecruitmentRow,
  RecruitmentsQuery,
  type RecruitmentView,
} from '@poolrise/contracts';
import type { z } from 'zod';
import { ApprovalDoor } from '../approvals/approval-door';
import { type Caller, Calling, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { ApplicationsService } from './applications.service';
import { BoardQueries } from './board.queries';
import { RecruitmentsQueries } from './recruitments.queries';
import { RecruitmentsService } from './recruitments.service';
import { SelectionService } from './selection.service';

@Controller()
export class RecruitmentsController {
  constructor(
    private readonly recruitments: RecruitmentsService,
    private readonly selection: SelectionService,
    private readonly applications: ApplicationsService,
    private readonly queries: RecruitmentsQueries,
    private readonly board: BoardQueries,
    private readonly approvals: ApprovalDoor,
  ) {}

  @Serves('recruitmentBasis')
  basis(@WorkspaceId() workspaceId: string): Promise<RecruitmentBasis> {
    return this.recruitments.basis(workspaceId);
  }

  @Serves('publishRecruitment')
  publish(
    @Calling() caller: Caller,
    @Body(checked(PublishRecruitment)) ask: PublishRecruitment,
  ): Promise<RecruitmentView> {
    return this.approvals.through(caller, 'publish-recruitment', ask);
  }

  @Serves('recruitments')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(RecruitmentsQuery)) ask: z.output<typeof RecruitmentsQuery>,
  ): Promise<Page<RecruitmentRow>> {
    return this.queries.list(workspaceId, ask);
  }

  @Serves('recruitment')
  one(
    @WorkspaceId() workspaceId: string,
    @Param('recruitmentId', checkedId) recruitmentId: string,
  ): Promise<RecruitmentView> {
    return this.queries.one(workspaceId, recruitmentId);
  }

  @Serves('applicants')
  applicants(
    @WorkspaceId() workspaceId: string,
    @Param('recruitmentId', checkedId) recruitmentId: string,
    @Query(checked(ApplicantsQuery)) ask: z.output<typeof ApplicantsQuery>,
  ): Promise<Page<ApplicantRow>> {
    return this.queries.applicants(workspaceId, recruitmentId, ask);
  }

  @Serves('answerApplication')
  answer(
    @Calling() caller: Caller,
    @Param('recruitmentId', checkedId) recruitmentId: string,
    @Param('applicationId', checkedId) applicationId: string,
    @Body(checked(AnswerApplication)) ask: AnswerApplication,
  ): Promise<ApplicationAnswered> {
    if (ask.kind !== 'select') return this.selection.answer(caller, recruitmentId, applicationId, ask);
    return this.approvals.through(caller, 'select-applicant', { recruitmentId, applicationId, ...ask });
  }

  @Serves('closeRecruitment')
  close(
    @Calling() caller: Caller,
    @Param('recruitmentId', checkedId) recruitmentId: string,
  ): Promise<RecruitmentView> {
    return this.recruitments.close(caller, recruitmentId);
  }

  @Serves('recruitmentBoard')
  onBoard(
    @WorkspaceId() workspaceId: string,
    @Query(checked(BoardQuery)) ask: z.output<typeof BoardQuery>,
  ): Promise<BoardPage> {
    return this.board.list(workspaceId, ask);
  }

  @Serves('boardRecruitment')
  boardOne(
    @WorkspaceId() workspaceId: string,
    @Param('boardRecruitmentId', checkedId) recruitmentId: string,
  ): Promise<BoardView> {
    return this.board.one(workspaceId, recruitmentId);
  }

  @Serves('applyToRecruitment')
  apply(
    @Calling() caller: Caller,
    @Param('boardRecruitmentId', checkedId) recruitmentId: string,
    @Body(checked(ApplyToRecruitment)) ask: ApplyToRecruitment,
  ): Promise<BoardView> {
    return this.applications.apply(caller, recruitmentId, ask);
  }

  @Serves('withdrawApplication')
  withdraw(
    @Calling() caller: Caller,
    @Param('boardRecruitmentId', checkedId) recruitmentId: string,
  ): Promise<BoardView> {
    return this.applications.withdraw(caller, recruitmentId);
  }
}

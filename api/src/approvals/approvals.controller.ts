import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  type ApprovalRow,
  ApprovalsQuery,
  type ApprovalView,
  ExplainApproval,
  type Page,
  RejectApproval,
} from '@poolrise/contracts';
import type { z } from 'zod';
import { type Caller, Calling, type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { ApprovalsQueries } from './approvals.queries';
import { ApprovalsService } from './approvals.service';

@Controller()
export class ApprovalsController {
  constructor(
    private readonly service: ApprovalsService,
    private readonly queries: ApprovalsQueries,
  ) {}

  @Serves('approvals')
  list(
    @Calling() { workspaceId, person }: Caller,
    @Query(checked(ApprovalsQuery)) ask: z.output<typeof ApprovalsQuery>,
  ): Promise<Page<ApprovalRow>> {
    return this.queries.list(workspaceId, person?.id ?? null, ask);
  }

  @Serves('approval')
  approval(
    @Calling() { workspaceId, person }: Caller,
    @Param('approvalId', checkedId) approvalId: string,
  ): Promise<ApprovalView> {
    return this.queries.approval(workspaceId, person?.id ?? null, approvalId);
  }

  @Serves('approve')
  approve(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('approvalId', checkedId) approvalId: string,
  ): Promise<ApprovalView> {
    return this.service.approve(workspaceId, person.id, approvalId);
  }

  @Serves('reject')
  reject(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('approvalId', checkedId) approvalId: string,
    @Body(checked(RejectApproval)) ask: RejectApproval,
  ): Promise<ApprovalView> {
    return this.service.reject(workspaceId, person.id, approvalId, ask);
  }

  @Serves('explainApproval')
  explain(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('approvalId', checkedId) approvalId: string,
    @Body(checked(ExplainApproval)) ask: ExplainApproval,
  ): Promise<ApprovalView> {
    return this.service.explain(workspaceId, person.id, approvalId, ask);
  }
}

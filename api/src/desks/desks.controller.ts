import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AnswerDeskClaim,
  type ClaimableCreators,
  ClaimableQuery,
  ClaimCreator,
  type DeskClaimRow,
  DeskClaimsQuery,
  type DeskView,
  type Page,
} from '@poolrise/contracts';
import type { z } from 'zod';
import { type Caller, Calling, type CallingPerson, SignedIn, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { DesksQueries } from './desks.queries';
import { DesksService } from './desks.service';

@Controller()
export class DesksController {
  constructor(
    private readonly desks: DesksService,
    private readonly queries: DesksQueries,
  ) {}

  @Serves('desk')
  desk(@WorkspaceId() workspaceId: string): Promise<DeskView> {
    return this.queries.desk(workspaceId);
  }

  @Serves('claimableCreators')
  claimable(
    @Query(checked(ClaimableQuery)) { q }: z.output<typeof ClaimableQuery>,
  ): Promise<ClaimableCreators> {
    return this.queries.claimable(q);
  }

  @Serves('claimCreator')
  claim(@Calling() caller: Caller, @Body(checked(ClaimCreator)) ask: ClaimCreator): Promise<DeskView> {
    return this.desks.claim(caller, ask);
  }

  @Serves('withdrawClaim')
  withdraw(@Calling() caller: Caller, @Param('claimId', checkedId) claimId: string): Promise<DeskView> {
    return this.desks.withdraw(caller, claimId);
  }

  @Serves('deskClaims')
  claims(
    @WorkspaceId() workspaceId: string,
    @Query(checked(DeskClaimsQuery)) ask: z.output<typeof DeskClaimsQuery>,
  ): Promise<Page<DeskClaimRow>> {
    return this.queries.claims(workspaceId, ask);
  }

  @Serves('answerDeskClaim')
  answer(
    @WorkspaceId() workspaceId: string,
    @SignedIn() person: CallingPerson,
    @Param('deskClaimId', checkedId) claimId: string,
    @Body(checked(AnswerDeskClaim)) ask: AnswerDeskClaim,
  ): Promise<DeskClaimRow> {
    return this.desks.answer(workspaceId, person, claimId, ask);
  }
}

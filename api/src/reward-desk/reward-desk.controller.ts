import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AnswerRewardClaim,
  ChangeRewardPlan,
  DraftRewardPlan,
  ForecastRewardPlan,
  MoveRewardPlan,
  type Page,
  RevokeRewardClaim,
  type RewardDeskClaim,
  RewardDeskClaimsQuery,
  type RewardDeskPlan,
  RewardDeskQuery,
  type RewardDeskRow,
  type RewardPlanOutlook,
  WidenRewardPlan,
} from '@poolrise/contracts';
import { Calling, type Caller, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { HeldClaimsQueries } from './held-claims.queries';
import { HeldClaimsService } from './held-claims.service';
import { RewardDeskQueries } from './reward-desk.queries';
import { RewardDeskService } from './reward-desk.service';

@Controller()
export class RewardDeskController {
  constructor(
    private readonly desk: RewardDeskService,
    private readonly queries: RewardDeskQueries,
    private readonly claims: HeldClaimsService,
    private readonly held: HeldClaimsQueries,
  ) {}

  @Serves('rewardDesk')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(RewardDeskQuery)) ask: RewardDeskQuery,
  ): Promise<Page<RewardDeskRow>> {
    return this.queries.list(workspaceId, ask);
  }

  @Serves('forecastRewardPlan')
  forecast(
    @Calling() caller: Caller,
    @Body(checked(ForecastRewardPlan)) { terms }: ForecastRewardPlan,
  ): Promise<RewardPlanOutlook> {
    return this.desk.outlook(caller, terms);
  }

  @Serves('draftRewardPlan')
  draft(
    @Calling() caller: Caller,
    @Body(checked(DraftRewardPlan)) ask: DraftRewardPlan,
  ): Promise<RewardDeskPlan> {
    return this.desk.draft(caller, ask);
  }

  @Serves('rewardDeskPlan')
  one(
    @WorkspaceId() workspaceId: string,
    @Param('deskPlanId', checkedId) planId: string,
  ): Promise<RewardDeskPlan> {
    return this.queries.one(workspaceId, planId);
  }

  @Serves('changeRewardPlan')
  change(
    @Calling() caller: Caller,
    @Param('deskPlanId', checkedId) planId: string,
    @Body(checked(ChangeRewardPlan)) ask: ChangeRewardPlan,
  ): Promise<RewardDeskPlan> {
    return this.desk.change(caller, planId, ask);
  }

  @Serves('moveRewardPlan')
  move(
    @Calling() caller: Caller,
    @Param('deskPlanId', checkedId) planId: string,
    @Body(checked(MoveRewardPlan)) ask: MoveRewardPlan,
  ): Promise<RewardDeskPlan> {
    return this.desk.move(caller, planId, ask);
  }

  @Serves('widenRewardPlan')
  widen(
    @Calling() caller: Caller,
    @Param('deskPlanId', checkedId) planId: string,
    @Body(checked(WidenRewardPlan)) ask: WidenRewardPlan,
  ): Promise<RewardDeskPlan> {
    return this.desk.widen(caller, planId, ask);
  }

  @Serves('rewardDeskClaims')
  listClaims(
    @WorkspaceId() workspaceId: string,
    @Query(checked(RewardDeskClaimsQuery)) ask: RewardDeskClaimsQuery,
  ): Promise<Page<RewardDeskClaim>> {
    return this.held.list(workspaceId, ask);
  }

  @Serves('answerRewardClaim')
  answer(
    @Calling() caller: Caller,
    @Param('rewardClaimId', checkedId) claimId: string,
    @Body(checked(AnswerRewardClaim)) ask: AnswerRewardClaim,
  ): Promise<RewardDeskClaim> {
    return this.claims.answer(caller, claimId, ask);
  }

  @Serves('revokeRewardClaim')
  revoke(
    @Calling() caller: Caller,
    @Param('rewardClaimId', checkedId) claimId: string,
    @Body(checked(RevokeRewardClaim)) ask: RevokeRewardClaim,
  ): Promise<RewardDeskClaim> {
    return this.claims.revoke(caller, claimId, ask);
  }
}

import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  ClaimReward,
  type Page,
  RewardHistoryQuery,
  type RewardHistoryRow,
  type RewardPlanList,
  RewardPlansQuery,
  type RewardPlanView,
} from '@poolrise/contracts';
import { type Caller, Calling, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Serves } from '../http/serves';
import { RewardClaimsService } from './reward-claims.service';
import { RewardsQueries } from './rewards.queries';
import { RewardsService } from './rewards.service';

@Controller()
export class RewardsController {
  constructor(
    private readonly rewards: RewardsService,
    private readonly claims: RewardClaimsService,
    private readonly queries: RewardsQueries,
  ) {}

  @Serves('rewardPlans')
  list(
    @WorkspaceId() workspaceId: string,
    @Query(checked(RewardPlansQuery)) ask: RewardPlansQuery,
  ): Promise<RewardPlanList> {
    return this.queries.list(workspaceId, ask);
  }

  @Serves('rewardPlan')
  one(
    @WorkspaceId() workspaceId: string,
    @Param('rewardPlanId', checkedId) rewardPlanId: string,
  ): Promise<RewardPlanView> {
    return this.queries.one(workspaceId, rewardPlanId);
  }

  @Serves('enrolInRewardPlan')
  enrol(
    @Calling() caller: Caller,
    @Param('rewardPlanId', checkedId) rewardPlanId: string,
  ): Promise<RewardPlanView> {
    return this.rewards.enrol(caller, rewardPlanId);
  }

  @Serves('claimReward')
  claim(
    @Calling() caller: Caller,
    @Param('rewardPlanId', checkedId) rewardPlanId: string,
    @Body(checked(ClaimReward)) ask: ClaimReward,
  ): Promise<RewardPlanView> {
    return this.claims.claim(caller, rewardPlanId, ask);
  }

  @Serves('rewardHistory')
  history(
    @WorkspaceId() workspaceId: string,
    @Query(checked(RewardHistoryQuery)) ask: RewardHistoryQuery,
  ): Promise<Page<RewardHistoryRow>> {
    return this.queries.history(workspaceId, ask);
  }
}

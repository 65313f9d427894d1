import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AnswerRewardClaim,
  ChangeRewardPlan,
  DraftRewardPlan,
  MoveRewardPlan,
  RewardDeskClaim,
  RewardDeskPlan,
  WidenRewardPlan,
} from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

export const rewardDeskRoot = '/api/v1/reward-desk';
export const rewardClaimsRoot = '/api/v1/reward-claims';

/** What the platform's people do with reward plans and claims. All are safe to repeat as they are. */
@Service()
export class RewardDeskApi {
  private readonly http = inject(HttpClient);

  draft(ask: DraftRewardPlan): Promise<RewardDeskPlan> {
    return this.post(rewardDeskRoot, ask);
  }

  change(id: string, ask: ChangeRewardPlan): Promise<RewardDeskPlan> {
    return this.post(`${rewardDeskRoot}/${id}`, ask);
  }

  move(id: string, ask: MoveRewardPlan): Promise<RewardDeskPlan> {
    return this.post(`${rewardDeskRoot}/${id}/moves`, ask);
  }

  widen(id: string, ask: WidenRewardPlan): Promise<RewardDeskPlan> {
    return this.post(`${rewardDeskRoot}/${id}/bounds`, ask);
  }

  answer(id: string, ask: AnswerRewardClaim): Promise<RewardDeskClaim> {
    return this.post(`${rewardClaimsRoot}/${id}`, ask);
  }

  revoke(id: string, reason: string): Promise<RewardDeskClaim> {
    return this.post(`${rewardClaimsRoot}/${id}/revoke`, { reason });
  }

  private post<Answer>(path: string, ask: object): Promise<Answer> {
    return firstValueFrom(this.http.post<Answer>(path, ask));
  }
}

import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ClaimReward, RewardPlanView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

const root = '/api/v1/reward-plans';

/** Commands about reward plans; both are safe to repeat as they are. */
@Service()
export class RewardsApi {
  private readonly http = inject(HttpClient);

  enrol(id: string): Promise<RewardPlanView> {
    return firstValueFrom(this.http.post<RewardPlanView>(`${root}/${id}/enrolment`, {}));
  }

  claim(id: string, ask: ClaimReward): Promise<RewardPlanView> {
    return firstValueFrom(this.http.post<RewardPlanView>(`${root}/${id}/claim`, ask));
  }
}

import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ActivatePolicy,
  AskPolicyReplay,
  CanaryView,
  EndCanary,
  PolicyActivationView,
  PolicyPreview,
  PolicyReplay,
  PolicyVersion,
  PreviewPolicy,
  StartCanary,
  WritePolicy,
} from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** The operator's commands on rule sets. */
@Service()
export class PolicyDeskApi {
  private readonly http = inject(HttpClient);

  write(ask: WritePolicy): Promise<PolicyVersion> {
    return this.post('/api/v1/policies', ask);
  }

  preview(ask: PreviewPolicy): Promise<PolicyPreview> {
    return this.post('/api/v1/policies/preview', ask);
  }

  /** The same request key never asks twice. */
  askReplay(ask: AskPolicyReplay): Promise<PolicyReplay> {
    return this.post('/api/v1/policies/replays', ask);
  }

  /** Safe to repeat. */
  cancelReplay(id: string): Promise<PolicyReplay> {
    return this.post(`/api/v1/policies/replays/${id}/cancel`, {});
  }

  activate(policyId: string, ask: ActivatePolicy): Promise<PolicyActivationView> {
    return this.post(`/api/v1/policies/${policyId}/activation`, ask);
  }

  rollBack(policyId: string, ask: ActivatePolicy): Promise<PolicyActivationView> {
    return this.post(`/api/v1/policies/${policyId}/rollback`, ask);
  }

  startCanary(policyId: string, ask: StartCanary): Promise<CanaryView> {
    return this.post(`/api/v1/policies/${policyId}/canary`, ask);
  }

  endCanary(canaryId: string, ask: EndCanary): Promise<CanaryView> {
    return this.post(`/api/v1/policies/canary/${canaryId}`, ask);
  }

  private post<T>(path: string, ask: object): Promise<T> {
    return firstValueFrom(this.http.post<T>(path, ask));
  }
}

import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ApprovalKind, ApprovalState, ApprovalView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import type { Tone } from '../ui/chip';

export const approvalsRoot = '/api/v1/approvals';

/** The commands of approvals. All are safe to repeat. */
@Service()
export class ApprovalsApi {
  private readonly http = inject(HttpClient);

  approve(id: string): Promise<ApprovalView> {
    return this.post(`${id}/approval`, {});
  }

  reject(id: string, reason: string): Promise<ApprovalView> {
    return this.post(`${id}/rejection`, { reason });
  }

  explain(id: string, words: string): Promise<ApprovalView> {
    return this.post(`${id}/words`, { words });
  }

  private post(what: string, body: object): Promise<ApprovalView> {
    return firstValueFrom(this.http.post<ApprovalView>(`${approvalsRoot}/${what}`, body));
  }
}

export const approvalTone: Record<ApprovalState, Tone> = {
  waiting: 'paid',
  approved: 'passed',
  rejected: 'stopped',
  withdrawn: 'neutral',
  expired: 'neutral',
};

const boosts = ['boosts'];
const campaigns = ['campaigns'];
const orders = ['orders'];

/** Where what came of it stands, under the workspace. */
export const resultPlace: Record<ApprovalKind, readonly string[]> = {
  'launch-boost': boosts,
  'start-race': ['boosts', 'races'],
  'keep-winner': boosts,
  'plan-campaign': campaigns,
  'change-campaign': campaigns,
  'apply-budget-plan': campaigns,
  'publish-recruitment': ['orders', 'recruitments'],
  'select-applicant': orders,
  'invite-creator': orders,
  'accept-offer': orders,
  'counter-offer': orders,
  'extend-rights': orders,
  'loosen-limit': ['wallet'],
};

/** Where what it is about stands; nowhere yet for a race and a recruitment, and the limit is the wallet's. */
export const subjectPlace = {
  'launch-boost': ['notes'],
  'keep-winner': ['boosts', 'races'],
  'plan-campaign': campaigns,
  'change-campaign': campaigns,
  'apply-budget-plan': campaigns,
  'select-applicant': ['creators'],
  'invite-creator': ['creators'],
  'accept-offer': orders,
  'counter-offer': orders,
  'extend-rights': orders,
} as const satisfies Partial<Record<ApprovalKind, readonly string[]>>;

export const hasSubject = (kind: ApprovalKind): kind is keyof typeof subjectPlace => kind in subjectPlace;

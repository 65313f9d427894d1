import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ChangePassword, FoundWorkspace, MembershipView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** What a person does as such, whatever the workspace: password, new workspaces, invitations. */
@Service()
export class AccountApi {
  private readonly http = inject(HttpClient);

  changePassword(ask: ChangePassword): Promise<void> {
    return firstValueFrom(this.http.post<void>('/api/v1/password', ask));
  }

  found(ask: FoundWorkspace): Promise<MembershipView> {
    return firstValueFrom(this.http.post<MembershipView>('/api/v1/workspaces', ask));
  }

  accept(invitationId: string): Promise<MembershipView> {
    return firstValueFrom(this.http.post<MembershipView>(`/api/v1/invitations/${invitationId}/accept`, null));
  }

  decline(invitationId: string): Promise<void> {
    return firstValueFrom(this.http.post<void>(`/api/v1/invitations/${invitationId}/decline`, null));
  }
}

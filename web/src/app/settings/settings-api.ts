import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ChangeRole,
  CreateKey,
  InvitationView,
  InviteMember,
  MemberView,
  NewKeyView,
} from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** The commands of the settings pages; they read with paged lists. */
@Service()
export class SettingsApi {
  private readonly http = inject(HttpClient);

  invite(ask: InviteMember): Promise<InvitationView> {
    return firstValueFrom(this.http.post<InvitationView>('/api/v1/invitations', ask));
  }

  withdrawInvitation(invitationId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/invitations/${invitationId}`));
  }

  changeRole(personId: string, ask: ChangeRole): Promise<MemberView> {
    return firstValueFrom(this.http.post<MemberView>(`/api/v1/members/${personId}/role`, ask));
  }

  removeMember(personId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/members/${personId}`));
  }

  /** The answer is the only one that ever holds the secret. */
  createKey(ask: CreateKey): Promise<NewKeyView> {
    return firstValueFrom(this.http.post<NewKeyView>('/api/v1/keys', ask));
  }

  revokeKey(keyId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/keys/${keyId}`));
  }
}

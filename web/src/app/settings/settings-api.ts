import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AddMember, CreateKey, MemberView, NewKeyView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** The commands of the settings pages; they read with httpResource. */
@Service()
export class SettingsApi {
  private readonly http = inject(HttpClient);

  addMember(ask: AddMember): Promise<MemberView> {
    return firstValueFrom(this.http.post<MemberView>('/api/v1/members', ask));
  }

  /** The answer is the only one that ever holds the secret. */
  createKey(ask: CreateKey): Promise<NewKeyView> {
    return firstValueFrom(this.http.post<NewKeyView>('/api/v1/keys', ask));
  }

  revokeKey(keyId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/keys/${keyId}`));
  }
}

import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ClientMembers, ClientRow, FoundClient, LetIntoClient } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** Commands about an agency's clients. */
@Service()
export class ClientsApi {
  private readonly http = inject(HttpClient);

  found(ask: FoundClient): Promise<ClientRow> {
    return firstValueFrom(this.http.post<ClientRow>('/api/v1/clients', ask));
  }

  letIn(clientId: string, ask: LetIntoClient): Promise<ClientMembers> {
    return firstValueFrom(this.http.post<ClientMembers>(`/api/v1/clients/${clientId}/members`, ask));
  }

  takeOut(clientId: string, personId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`/api/v1/clients/${clientId}/members/${personId}`));
  }
}

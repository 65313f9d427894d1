import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AddContact, AddCooperation, ChangeContact, ContactView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

const root = '/api/v1/contacts';

/** Commands about the resource pool. */
@Service()
export class ContactsApi {
  private readonly http = inject(HttpClient);

  add(ask: Pick<AddContact, 'creatorId'>): Promise<ContactView> {
    return firstValueFrom(this.http.post<ContactView>(root, ask));
  }

  change(id: string, ask: ChangeContact): Promise<ContactView> {
    return firstValueFrom(this.http.post<ContactView>(`${root}/${id}`, ask));
  }

  remove(id: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${root}/${id}`));
  }

  addCooperation(id: string, ask: AddCooperation): Promise<ContactView> {
    return firstValueFrom(this.http.post<ContactView>(`${root}/${id}/cooperations`, ask));
  }

  removeCooperation(id: string, cooperationId: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${root}/${id}/cooperations/${cooperationId}`));
  }
}

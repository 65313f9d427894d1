import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ChooseNote, DropChoice } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

const path = '/api/v1/unmatched-names/choices';

/** Commands about names that files have for notes. */
@Service()
export class ObservedApi {
  private readonly http = inject(HttpClient);

  choose(nameKey: string, noteId: string | null): Promise<void> {
    const ask: ChooseNote = { nameKey, noteId };
    return firstValueFrom(this.http.post<void>(path, ask));
  }

  drop(nameKey: string): Promise<void> {
    const ask: DropChoice = { nameKey };
    return firstValueFrom(this.http.post<void>(`${path}/dropped`, ask));
  }
}

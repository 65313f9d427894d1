import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { NoteDraftView, SaveNoteDraft, StartNoteDraft } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

export const draftsPath = '/api/v1/note-drafts';

/** Commands about notes being written; all of them are safe to repeat as they are. */
@Service()
export class WriteApi {
  private readonly http = inject(HttpClient);

  start(ask: StartNoteDraft): Promise<NoteDraftView> {
    return this.post('', ask);
  }

  one(id: string): Promise<NoteDraftView> {
    return firstValueFrom(this.http.get<NoteDraftView>(`${draftsPath}/${id}`));
  }

  save(id: string, ask: SaveNoteDraft): Promise<NoteDraftView> {
    return this.post(`/${id}`, ask);
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete<void>(`${draftsPath}/${id}`));
  }

  publish(id: string, version: number, requestKey: string): Promise<NoteDraftView> {
    return this.post(`/${id}/publish`, { version, requestKey });
  }

  schedule(id: string, version: number, at: string): Promise<NoteDraftView> {
    return this.post(`/${id}/schedule`, { version, at });
  }

  unschedule(id: string): Promise<NoteDraftView> {
    return this.post(`/${id}/unschedule`, {});
  }

  private post(path: string, body: object): Promise<NoteDraftView> {
    return firstValueFrom(this.http.post<NoteDraftView>(draftsPath + path, body));
  }
}

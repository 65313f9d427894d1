import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AddTopic, CurateTopic, DeskTopic } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

export const topicDeskRoot = '/api/v1/topic-desk';

/** Commands about topics; all are safe to repeat as they are. */
@Service()
export class TopicDeskApi {
  private readonly http = inject(HttpClient);

  add(ask: AddTopic): Promise<DeskTopic> {
    return firstValueFrom(this.http.post<DeskTopic>(topicDeskRoot, ask));
  }

  curate(id: string, ask: CurateTopic): Promise<DeskTopic> {
    return firstValueFrom(this.http.post<DeskTopic>(`${topicDeskRoot}/${id}`, ask));
  }
}

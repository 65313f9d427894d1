import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AnswerQuarantine, QuarantineAnswer } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** The one command about held traffic. */
@Service()
export class QuarantineApi {
  private readonly http = inject(HttpClient);

  /** The same answer of the same person, sent again, is the same decision. */
  answer(id: string, ask: AnswerQuarantine): Promise<QuarantineAnswer> {
    return firstValueFrom(this.http.post<QuarantineAnswer>(`/api/v1/quarantine/${id}`, ask));
  }
}

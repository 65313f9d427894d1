import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AnswerAppeal, AppealRow, AskAppeal, ViolationRow } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** Commands about what the audit found fault with. */
@Service()
export class ViolationsApi {
  private readonly http = inject(HttpClient);

  /** The key belongs to one opening of the dialog: sent again after a lost answer, it is the same appeal. */
  appeal(noteId: string, ask: AskAppeal): Promise<ViolationRow> {
    return firstValueFrom(this.http.post<ViolationRow>(`/api/v1/notes/${noteId}/appeal`, ask));
  }

  /** The same answer of the same person, sent again, is the same decision. */
  answer(appealId: string, ask: AnswerAppeal): Promise<AppealRow> {
    return firstValueFrom(this.http.post<AppealRow>(`/api/v1/appeals/${appealId}`, ask));
  }
}

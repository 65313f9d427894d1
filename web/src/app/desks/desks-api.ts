import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AnswerDeskClaim, DeskClaimRow, DeskView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** Commands about whose desk it is. */
@Service()
export class DesksApi {
  private readonly http = inject(HttpClient);

  /** The key belongs to one opening of the dialog: sent again after a lost answer, it is the same claim. */
  claim(ask: { creatorId: string; words: string; requestKey: string }): Promise<DeskView> {
    return firstValueFrom(this.http.post<DeskView>('/api/v1/desk/claims', ask));
  }

  withdraw(claimId: string): Promise<DeskView> {
    return firstValueFrom(this.http.post<DeskView>(`/api/v1/desk/claims/${claimId}/withdraw`, {}));
  }

  /** The same answer of the same person, sent again, is the same decision. */
  answer(claimId: string, ask: AnswerDeskClaim): Promise<DeskClaimRow> {
    return firstValueFrom(this.http.post<DeskClaimRow>(`/api/v1/desk-claims/${claimId}`, ask));
  }
}

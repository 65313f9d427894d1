import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AnswerReview, ReviewAnswer } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** The one command of the queue. */
@Service()
export class ReviewsApi {
  private readonly http = inject(HttpClient);

  /** The same answer of the same person, sent again, is the same decision. */
  answer(noteId: string, ask: AnswerReview): Promise<ReviewAnswer> {
    return firstValueFrom(this.http.post<ReviewAnswer>(`/api/v1/reviews/${noteId}`, ask));
  }
}

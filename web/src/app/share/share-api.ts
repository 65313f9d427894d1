import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AnswerProposal, CommentProposal, SeeSharedProposal, SharedProposal } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** What a link opens, and what is said through it. */
@Service()
export class ShareApi {
  private readonly http = inject(HttpClient);

  see(ask: SeeSharedProposal): Promise<SharedProposal> {
    return this.post('proposal', ask);
  }

  answer(ask: AnswerProposal): Promise<SharedProposal> {
    return this.post('answers', ask);
  }

  comment(ask: CommentProposal): Promise<SharedProposal> {
    return this.post('comments', ask);
  }

  private post(what: string, ask: object): Promise<SharedProposal> {
    return firstValueFrom(this.http.post<SharedProposal>(`/api/v1/share/${what}`, ask));
  }
}

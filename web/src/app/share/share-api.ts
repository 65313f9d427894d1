import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AnswerProposal,
  CommentProposal,
  PrintSharedProposal,
  SeeSharedProposal,
  SharedProposal,
} from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { Texts } from '../../i18n/texts';
import { asFile, saveAnswer } from '../ui/save-answer';

/** What a link opens, and what is said through it. */
@Service()
export class ShareApi {
  private readonly http = inject(HttpClient);
  private readonly texts = inject(Texts);

  see(ask: SeeSharedProposal): Promise<SharedProposal> {
    return this.post('proposal', ask);
  }

  answer(ask: AnswerProposal): Promise<SharedProposal> {
    return this.post('answers', ask);
  }

  comment(ask: CommentProposal): Promise<SharedProposal> {
    return this.post('comments', ask);
  }

  pdf(ask: Omit<PrintSharedProposal, 'language'>): Promise<void> {
    const body = { ...ask, language: this.texts.language() };
    return saveAnswer(this.http.post('/api/v1/share/pdf', body, asFile), `proposal-v${ask.version}.pdf`);
  }

  private post(what: string, ask: object): Promise<SharedProposal> {
    return firstValueFrom(this.http.post<SharedProposal>(`/api/v1/share/${what}`, ask));
  }
}

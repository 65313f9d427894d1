import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AnswerApplication,
  ApplicationAnswered,
  ApplyToRecruitment,
  BoardView,
  PublishRecruitment,
  RecruitmentView,
} from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

const root = '/api/v1/recruitments';
const board = '/api/v1/recruitment-board';

/** Commands about recruitments. All but publishing are safe to repeat as they are. */
@Service()
export class RecruitmentsApi {
  private readonly http = inject(HttpClient);

  publish(ask: PublishRecruitment): Promise<RecruitmentView> {
    return this.post(root, ask);
  }

  answer(id: string, applicationId: string, ask: AnswerApplication): Promise<ApplicationAnswered> {
    return this.post(`${root}/${id}/applications/${applicationId}`, ask);
  }

  close(id: string): Promise<RecruitmentView> {
    return this.post(`${root}/${id}/close`, {});
  }

  apply(id: string, ask: ApplyToRecruitment): Promise<BoardView> {
    return this.post(`${board}/${id}/application`, ask);
  }

  withdraw(id: string): Promise<BoardView> {
    return this.post(`${board}/${id}/application/withdraw`, {});
  }

  private post<Answer>(path: string, ask: object): Promise<Answer> {
    return firstValueFrom(this.http.post<Answer>(path, ask));
  }
}

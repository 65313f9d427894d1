import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AnswerProfessional,
  ApplyProfessional,
  ChooseIdentity,
  ProfessionalDeskRow,
  ProfessionalView,
} from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** Commands about professional accounts; all of them are safe to repeat as they are. */
@Service()
export class ProfessionalApi {
  private readonly http = inject(HttpClient);

  choose(ask: ChooseIdentity): Promise<ProfessionalView> {
    return firstValueFrom(this.http.post<ProfessionalView>('/api/v1/professional-account/identity', ask));
  }

  apply(ask: ApplyProfessional): Promise<ProfessionalView> {
    return firstValueFrom(this.http.post<ProfessionalView>('/api/v1/professional-applications', ask));
  }

  withdraw(id: string): Promise<ProfessionalView> {
    return firstValueFrom(
      this.http.post<ProfessionalView>(`/api/v1/professional-applications/${id}/withdraw`, {}),
    );
  }

  answer(id: string, ask: AnswerProfessional): Promise<ProfessionalDeskRow> {
    return firstValueFrom(this.http.post<ProfessionalDeskRow>(`/api/v1/professional-desk/${id}`, ask));
  }
}

import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AdjustStatement,
  AgencyStatement,
  Assigned,
  AssignTask,
  BookedIn,
  ClientFee,
  CloseMonth,
  RecordRebate,
  SetAgencySla,
  SetClientFee,
  TakeMonth,
} from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { asFile, saveAnswer } from '../ui/save-answer';

const clients = '/api/v1/clients';

/** Commands of an agency across the rooms of its clients. */
@Service()
export class AgencyApi {
  private readonly http = inject(HttpClient);

  assign(ask: AssignTask): Promise<Assigned> {
    return this.post('/api/v1/agency/assignments', ask);
  }

  setHours(ask: SetAgencySla): Promise<SetAgencySla> {
    return this.post('/api/v1/agency/hours', ask);
  }

  setFee(clientId: string, ask: SetClientFee): Promise<ClientFee> {
    return this.post(`${clients}/${clientId}/fees`, ask);
  }

  recordRebate(clientId: string, ask: RecordRebate): Promise<BookedIn> {
    return this.post(`${clients}/${clientId}/rebates`, ask);
  }

  adjust(clientId: string, ask: AdjustStatement): Promise<BookedIn> {
    return this.post(`${clients}/${clientId}/adjustments`, ask);
  }

  close(clientId: string, ask: CloseMonth): Promise<AgencyStatement> {
    return this.post(`${clients}/${clientId}/statement/close`, ask);
  }

  send(clientId: string, month: string): Promise<AgencyStatement> {
    return this.post(`${clients}/${clientId}/statement/send`, { month });
  }

  take(clientId: string, ask: TakeMonth): Promise<void> {
    return this.file(`${clients}/${clientId}/statement/file`, ask);
  }

  /** From the client's own room. */
  takeSent(ask: TakeMonth): Promise<void> {
    return this.file('/api/v1/agency-statement/file', ask);
  }

  private post<Answer>(url: string, ask: object): Promise<Answer> {
    return firstValueFrom(this.http.post<Answer>(url, ask));
  }

  private file(url: string, ask: TakeMonth): Promise<void> {
    return saveAnswer(this.http.post(url, ask, asFile), `statement-${ask.month}.${ask.format}`);
  }
}

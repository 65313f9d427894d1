import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  SetApprovalLimit,
  SetInvoiceBuyer,
  TakeStatement,
  TopUp,
  TopUpView,
  WalletSettingsView,
} from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { asFile, saveAnswer } from '../ui/save-answer';

const root = '/api/v1/wallet';

/** The commands of the wallet. */
@Service()
export class WalletApi {
  private readonly http = inject(HttpClient);

  /** The same request key never records twice. */
  topUp(ask: TopUp): Promise<TopUpView> {
    return this.post(`${root}/top-ups`, ask);
  }

  approve(topUpId: string): Promise<TopUpView> {
    return this.post(`${root}/top-ups/${topUpId}/approval`, {});
  }

  refuse(topUpId: string, reason: string): Promise<TopUpView> {
    return this.post(`${root}/top-ups/${topUpId}/refusal`, { reason });
  }

  setApprovalLimit(ask: SetApprovalLimit): Promise<WalletSettingsView> {
    return this.post(`${root}/settings/approval-limit`, ask);
  }

  setInvoiceBuyer(ask: SetInvoiceBuyer): Promise<WalletSettingsView> {
    return this.post(`${root}/settings/invoice-buyer`, ask);
  }

  takeStatement(ask: TakeStatement): Promise<void> {
    const asked = this.http.post(`${root}/statement-files`, ask, asFile);
    return saveAnswer(asked, `statement-${ask.from}-${ask.to}.${ask.format}`);
  }

  private post<Answer>(url: string, ask: object): Promise<Answer> {
    return firstValueFrom(this.http.post<Answer>(url, ask));
  }
}

import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { JournalRow, TopUp } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** The commands of the wallet. */
@Service()
export class WalletApi {
  private readonly http = inject(HttpClient);

  /** The same request key never records twice. */
  topUp(ask: TopUp): Promise<JournalRow> {
    return firstValueFrom(this.http.post<JournalRow>('/api/v1/wallet/top-ups', ask));
  }
}

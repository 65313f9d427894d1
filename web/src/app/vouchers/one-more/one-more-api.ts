import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AskOneMoreVoucher, OneMoreVoucher } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

export const oneMorePath = '/api/v1/one-more-vouchers';

/** The commands of the questions. Reading is done where it is shown. */
@Service()
export class OneMoreApi {
  private readonly http = inject(HttpClient);

  /** The same request key never asks twice. */
  ask(ask: AskOneMoreVoucher): Promise<OneMoreVoucher> {
    return firstValueFrom(this.http.post<OneMoreVoucher>(oneMorePath, ask));
  }

  /** Safe to repeat. */
  cancel(id: string): Promise<OneMoreVoucher> {
    return firstValueFrom(this.http.post<OneMoreVoucher>(`${oneMorePath}/${id}/cancel`, {}));
  }
}

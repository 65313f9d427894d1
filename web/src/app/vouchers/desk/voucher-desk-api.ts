import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { GrantedVoucher, GrantVouchers, VouchersGranted } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

export const voucherDeskRoot = '/api/v1/voucher-desk';

/** What the platform's people do with vouchers. Both are safe to repeat as they are. */
@Service()
export class VoucherDeskApi {
  private readonly http = inject(HttpClient);

  grant(ask: GrantVouchers): Promise<VouchersGranted> {
    return firstValueFrom(this.http.post<VouchersGranted>(`${voucherDeskRoot}/grants`, ask));
  }

  async revoke(id: string, reason: string): Promise<void> {
    await firstValueFrom(this.http.post<GrantedVoucher>(`${voucherDeskRoot}/${id}/revoke`, { reason }));
  }
}

import type { VoucherView } from '@poolrise/contracts';
import type { Texts } from '../../i18n/texts';
import type { Format } from '../ui/format';

/** What a voucher gives, in one line: "¥30 off", "20 % off, ¥50 at most", "2,000 extra impressions". */
export function voucherGives(voucher: VoucherView, texts: Texts, format: Format): string {
  switch (voucher.kind) {
    case 'fixed':
      return texts.say('wallet.voucher.fixed', {
        money: format.roundMoney(voucher.remainingCents ?? voucher.faceCents),
      });
    case 'ratio':
      return texts.say('wallet.voucher.ratio', {
        share: format.percent((voucher.ratioBasisPoints ?? 0) / 10_000, 0),
        money: format.roundMoney(voucher.capCents),
      });
    case 'traffic':
      return texts.say('wallet.voucher.traffic', { n: format.number(voucher.impressions) });
  }
}

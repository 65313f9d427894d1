import { Component, computed, inject, input } from '@angular/core';
import type { VoucherPortfolioView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { voucherGives } from '../../boosts/voucher-words';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { Scrolls } from '../../ui/scrolls';

/** The vouchers in the order in which they burn, with why each comes before the next. */
@Component({
  selector: 'app-burn-list',
  imports: [AppLineage, Scrolls, T],
  template: `
    <div [appScrolls]="'voucherPlan.burnOrder' | t">
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col">{{ 'voucherPlan.voucher' | t }}</th>
            <th scope="col">{{ 'voucherPlan.gives' | t }}</th>
            <th scope="col">{{ 'voucherPlan.ends' | t }}</th>
            <th scope="col" class="pr-number">{{ 'voucherPlan.chance' | t }}</th>
            <th scope="col">{{ 'voucherPlan.because' | t }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              <td>{{ row.gives }}</td>
              <td>{{ row.ends }}</td>
              <td class="pr-number">
                <span appLineage="voucherLostChance">{{ row.chance }}</span>
              </td>
              <td>{{ row.because }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    th,
    td {
      white-space: nowrap;
    }
  `,
})
export class BurnList {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly vouchers = input.required<VoucherPortfolioView['vouchers']>();

  protected readonly rows = computed(() =>
    this.vouchers().map((voucher) => ({
      id: voucher.id,
      name: voucher.name,
      gives: voucherGives(voucher, this.texts, this.format),
      ends: this.format.dateTime(voucher.expiresAt),
      chance: this.format.percent(voucher.lostChance, 0),
      because: voucher.burnsBecause ? this.texts.say(`voucherPlan.burns.${voucher.burnsBecause}`) : '',
    })),
  );
}

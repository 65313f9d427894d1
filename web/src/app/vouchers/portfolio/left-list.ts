import { Component, computed, inject, input } from '@angular/core';
import type { VoucherPortfolioView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';

/** Vouchers that the plan leaves, each with why and what would help. */
@Component({
  selector: 'app-left-list',
  imports: [T],
  template: `
    <h3>{{ 'voucherPlan.left' | t }}</h3>
    <ul>
      @for (row of rows(); track row.id) {
        <li>
          <b>{{ row.name }}</b> {{ row.why }}
        </li>
      }
    </ul>
  `,
  styles: `
    h3 {
      margin: 18px 0 6px;
      font-size: 13px;
      font-weight: 650;
    }
    ul {
      display: grid;
      gap: 3px;
      margin: 0;
      padding-inline-start: 18px;
      font-size: 13px;
    }
    b {
      margin-inline-end: 8px;
      font-weight: 600;
    }
  `,
})
export class LeftList {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly left = input.required<VoucherPortfolioView['plan']['left']>();

  protected readonly rows = computed(() =>
    this.left().map(({ id, name, why, needsCents }) => ({
      id,
      name,
      why: this.texts.say(`voucherPlan.why.${why}`, { money: this.format.money(needsCents) }),
    })),
  );
}

import { Component, computed, inject, input, output } from '@angular/core';
import type { EarningsView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';

/** The last twelve months, each a bar of what reached the wallet; pressing one shows that month. */
@Component({
  selector: 'app-month-bars',
  imports: [T],
  host: { class: 'pr-card' },
  template: `
    <div class="head">
      <h2>{{ 'earnings.months.title' | t }}</h2>
      <p class="text key">
        <span class="orders">{{ 'earnings.months.orders' | t }}</span>
        <span class="rewards">{{ 'earnings.months.rewards' | t }}</span>
      </p>
    </div>
    <ol>
      @for (bar of bars(); track bar.month) {
        <li>
          <button
            type="button"
            [attr.aria-pressed]="bar.month === chosen()"
            [attr.aria-label]="bar.label"
            (click)="choose.emit(bar.month)"
          >
            <span class="bar" aria-hidden="true">
              @if (bar.rewards > 0) {
                <span class="rewards" [style.height.%]="bar.rewards"></span>
              }
              @if (bar.orders > 0) {
                <span class="orders" [style.height.%]="bar.orders"></span>
              }
            </span>
            <span class="month">{{ bar.short }}</span>
          </button>
        </li>
      }
    </ol>
  `,
  styleUrl: './month-bars.scss',
})
export class MonthBars {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly months = input.required<EarningsView['months']>();
  readonly chosen = input.required<string>();
  readonly choose = output<string>();

  protected readonly bars = computed(() => {
    const most = Math.max(1, ...this.months().map(({ orderCents, rewardCents }) => orderCents + rewardCents));
    return this.months().map(({ month, orderCents, rewardCents }) => {
      const cents = orderCents + rewardCents;
      const short = this.texts.say(`earnings.months.short.${month.slice(5) as '01'}`);
      return {
        ...{ month, short },
        orders: (100 * orderCents) / most,
        rewards: (100 * rewardCents) / most,
        label: this.texts.say('earnings.months.bar', {
          month: short,
          year: month.slice(0, 4),
          money: this.format.money(cents),
        }),
      };
    });
  });
}

import { Component, computed, inject, input } from '@angular/core';
import type { VoucherPortfolioView } from '@poolrise/contracts';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';

type Week = VoucherPortfolioView['weeks'][number];

/** What ends in which week: yuan as a bar, the part that will likely be lost hatched, impressions in words. */
@Component({
  selector: 'app-expiry-weeks',
  imports: [AppLineage],
  template: `
    <ol>
      @for (row of rows(); track row.week.from) {
        <li [class.is-empty]="row.week.vouchers === 0">
          <span class="when">{{ row.when }}</span>
          <span class="bar" aria-hidden="true">
            <i [style.width.%]="row.share"><b [style.width.%]="row.lostShare"></b></i>
          </span>
          <span class="what">
            <span appLineage="voucherWorth">{{ row.what }}</span>
            @if (row.lost) {
              · <span class="lost" appLineage="voucherWaste">{{ row.lost }}</span>
            }
          </span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      gap: 8px;
      margin: 12px 0 0;
      padding: 0;
      list-style: none;
      font-size: 13px;
    }
    li {
      display: grid;
      grid-template-columns: 176px minmax(80px, 1fr) minmax(0, 2fr);
      gap: 2px 16px;
      align-items: center;
    }
    .when {
      font-variant-numeric: tabular-nums;
    }
    .is-empty {
      color: var(--pr-muted);
    }
    .bar {
      height: 12px;
      border-radius: 4px;
      background: var(--pr-basin);
    }
    i {
      display: block;
      height: 100%;
      border-radius: 4px;
      background: var(--pr-action);
      overflow: hidden;
    }
    b {
      display: block;
      height: 100%;
      margin-inline-start: auto;
      background: repeating-linear-gradient(135deg, var(--pr-paid) 0 3px, var(--pr-tint-paid) 3px 6px);
    }
    .lost {
      color: var(--pr-paid-text);
    }
    @media (max-width: 719px) {
      li {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
      .what {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class ExpiryWeeks {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly weeks = input.required<readonly Week[]>();

  protected readonly rows = computed(() => {
    const held = (week: Week) => week.fixedCents + week.discountCents;
    const most = Math.max(1, ...this.weeks().map(held));
    return this.weeks().map((week) => ({
      week,
      when: this.when(week),
      share: (100 * held(week)) / most,
      lostShare: held(week) > 0 ? Math.min(100, (100 * week.lostCents) / held(week)) : 0,
      what: this.what(week),
      lost:
        week.lostCents > 0
          ? this.texts.say('voucherPlan.likelyLost', { money: this.format.expectedMoney(week.lostCents) })
          : '',
    }));
  });

  private when({ from, until }: Week): string {
    if (!until) return this.texts.say('voucherPlan.after', { day: this.format.day(from) });
    return this.texts.say('voucherPlan.week', { from: this.format.day(from), until: this.format.day(until) });
  }

  private what(week: Week): string {
    if (week.vouchers === 0) return this.texts.say('voucherPlan.nothingEnds');
    const parts = [
      week.fixedCents > 0 && this.format.money(week.fixedCents),
      week.discountCents > 0 &&
        this.texts.say('voucherPlan.upTo', { money: this.format.money(week.discountCents) }),
      week.impressions > 0 &&
        this.texts.say('voucherPlan.extra', { n: this.format.number(week.impressions) }),
    ];
    return parts.filter((part) => part !== false).join(this.texts.chinese() ? '、' : ', ');
  }
}

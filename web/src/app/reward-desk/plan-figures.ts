import { Component, computed, inject, input } from '@angular/core';
import type { RewardDeskPlan } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { PlanWords } from './plan-words';

/** How a plan has gone so far, each figure beside what was expected when it opened. */
@Component({
  selector: 'app-plan-figures',
  imports: [T],
  template: `
    <dl>
      @for (row of rows(); track row.key) {
        <div>
          <dt>{{ row.name }}</dt>
          <dd>
            <b>{{ row.value }}</b>
            @if (row.expected; as expected) {
              <small>{{ 'rewardDesk.plan.expected' | t: expected }}</small>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(130px, 1fr));
      gap: 14px 20px;
      margin: 10px 0 0;
    }
    dt {
      color: var(--pr-muted);
      font-size: 12.5px;
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
    }
    b {
      display: block;
      font-size: 20px;
      font-weight: 650;
    }
    small {
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class PlanFigures {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly words = inject(PlanWords);
  readonly plan = input.required<RewardDeskPlan>();

  protected readonly rows = computed(() => {
    const it = this.plan();
    const { forecast } = it;
    const number = (value: number): string => this.format.number(value);
    const rows = [
      {
        key: 'enrolled',
        value: number(it.enrolled),
        expected: forecast && this.words.numbers(forecast.enrolled),
      },
      { key: 'begun', value: number(it.begun), expected: null },
      {
        key: 'achieved',
        value: number(it.achieved),
        expected: forecast && this.words.numbers(forecast.achieved),
      },
      { key: 'claimed', value: number(it.claimed), expected: null },
      { key: 'held', value: number(it.held), expected: null },
      {
        key: 'issued',
        value: `${number(it.issued)} / ${number(it.quota)}`,
        expected: forecast && this.words.numbers(forecast.issued),
      },
      { key: 'refused', value: number(it.refused), expected: null },
      { key: 'revoked', value: number(it.revoked), expected: null },
      {
        key: 'cost',
        value: this.format.roundMoney(it.costCents),
        expected: it.expectedCents && this.words.money(it.expectedCents),
      },
    ] as const;
    return rows.map((row) => ({ ...row, name: this.texts.say(`rewardDesk.plan.${row.key}`) }));
  });
}

import { Component, input } from '@angular/core';
import { T } from '../../../i18n/t';
import type { TextKey } from '../../../i18n/text-key';
import { Money } from '../../ui/money';

export interface MoneyRow {
  label: TextKey;
  cents: number;
  /** the sum that matters */
  strong?: boolean;
}

/** Amounts with what they are for, one below the other. */
@Component({
  selector: 'app-money-rows',
  imports: [Money, T],
  template: `
    <dl>
      @for (row of rows(); track row.label) {
        <div [class.strong]="row.strong">
          <dt>{{ row.label | t }}</dt>
          <dd><app-money [cents]="row.cents" /></dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: 6px;
      margin: 0;
    }
    div {
      display: flex;
      gap: 12px;
      align-items: baseline;
      justify-content: space-between;
    }
    dt {
      color: var(--pr-muted);
    }
    dd {
      margin: 0;
      color: var(--pr-ink);
    }
    .strong dt {
      color: var(--pr-ink);
    }
    .strong dd {
      font-size: 16px;
      font-weight: 650;
    }
  `,
})
export class MoneyRows {
  readonly rows = input.required<readonly MoneyRow[]>();
}

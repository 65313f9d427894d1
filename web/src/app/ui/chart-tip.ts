import { Component, input, ViewEncapsulation } from '@angular/core';

/** What stands at one point of a chart, beside the cursor: name and figure by turns, projected. Read aloud it is elsewhere. */
@Component({
  selector: 'app-chart-tip',
  host: {
    'aria-hidden': 'true',
    '[class.is-left]': 'left()',
    '[style.inset-inline-start.px]': 'x()',
  },
  template: `
    <b>{{ heading() }}</b>
    <ng-content />
  `,
  // What is projected carries no scope attribute of ours; every rule starts at app-chart-tip.
  encapsulation: ViewEncapsulation.None,
  styles: `
    app-chart-tip {
      display: grid;
      position: absolute;
      z-index: 1;
      top: 8px;
      grid-template-columns: auto auto;
      row-gap: 2px;
      margin-inline-start: 10px;
      padding: 8px 12px;
      border: 1px solid var(--pr-line);
      border-radius: 10px;
      background: var(--pr-raised);
      box-shadow: var(--pr-shadow);
      font-size: 12px;
      pointer-events: none;
      white-space: nowrap;

      &.is-left {
        transform: translateX(calc(-100% - 20px));
      }

      b {
        grid-column: 1 / -1;
        font-weight: 650;
      }

      span:not(.pr-number) {
        padding-inline-end: 16px;
        color: var(--pr-muted);
      }

      .total {
        padding-top: 2px;
        border-top: 1px solid var(--pr-line);
        font-weight: 650;
      }
    }
  `,
})
export class ChartTip {
  readonly heading = input.required<string>();
  /** where the cursor stands, in pixels */
  readonly x = input.required<number>();
  /** there is room on the left of the cursor alone */
  readonly left = input.required<boolean>();
}

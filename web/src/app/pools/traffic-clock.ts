import { Component, computed, inject, input, signal } from '@angular/core';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from '../ui/format';
import { TableSwitch } from '../ui/table-switch';

/** How a day's traffic is spread over its hours, as 24 bars or as a table. */
@Component({
  selector: 'app-traffic-clock',
  imports: [TableSwitch, T],
  template: `
    <h3>
      {{ 'policies.clock' | t }} <small>{{ 'policies.clockHint' | t }}</small>
      <app-table-switch [(asTable)]="asTable" />
    </h3>
    @if (asTable()) {
      <table>
        <caption class="pr-only-screen-reader">
          {{
            'policies.clockHint' | t
          }}
        </caption>
        <tbody>
          @for (row of rows(); track $index) {
            <tr>
              @for (cell of row; track cell.hour) {
                <th scope="row">
                  <span class="pr-only-screen-reader">{{ 'policies.clockHour' | t }} </span>{{ cell.name }}
                </th>
                <td>{{ cell.share }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <div class="bars" role="img" [attr.aria-label]="('policies.clockHint' | t) + '. ' + busiest()">
        @for (bar of bars(); track bar.hour) {
          <i [style.height.%]="bar.height"></i>
        }
      </div>
      <div class="hours" aria-hidden="true">
        <span>0</span><span>6</span><span>12</span><span>18</span><span>24</span>
      </div>
      <p>{{ busiest() }}</p>
    }
  `,
  styles: `
    h3 {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 10px;
      align-items: baseline;
      font-size: 13px;
      font-weight: 650;
    }
    small {
      color: var(--pr-muted);
      margin-inline-end: auto;
      font-size: 11.5px;
      font-weight: 400;
    }
    .bars {
      display: grid;
      grid-template-columns: repeat(24, 1fr);
      gap: 2px;
      align-items: end;
      height: 56px;
      margin-top: 8px;
      border-bottom: 1px solid var(--pr-line-strong);
    }
    i {
      min-height: 1px;
      border-radius: 2px 2px 0 0;
      background: var(--pr-organic);
    }
    .hours {
      display: flex;
      justify-content: space-between;
      color: var(--pr-muted);
      font-size: 11px;
      font-variant-numeric: tabular-nums;
    }
    p {
      margin-top: 2px;
      font-size: 13px;
    }
    table {
      width: 100%;
      margin-top: 6px;
      border-collapse: collapse;
      font-size: 12px;
      font-variant-numeric: tabular-nums;
    }
    th,
    td {
      padding: 3px 4px;
      border-bottom: 1px solid var(--pr-line);
      text-align: end;
    }
    th {
      color: var(--pr-muted);
      font-weight: 400;
    }
    tr:last-child > * {
      border-bottom: 0;
    }
  `,
})
export class TrafficClock {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly clock = input.required<readonly number[]>();
  protected readonly asTable = signal(false);

  private readonly most = computed(() => Math.max(...this.clock(), 0));
  protected readonly bars = computed(() =>
    this.clock().map((share, hour) => ({ hour, height: this.most() > 0 ? (100 * share) / this.most() : 0 })),
  );
  protected readonly busiest = computed(() =>
    this.texts.say('policies.clockText', {
      hour: this.clock().indexOf(this.most()),
      share: this.format.percent(this.most()),
    }),
  );
  /** Six rows of four hours, read downwards as a day is: night, morning, afternoon, evening. */
  protected readonly rows = computed(() =>
    [0, 1, 2, 3, 4, 5].map((row) =>
      [0, 6, 12, 18].map((part) => {
        const hour = part + row;
        return {
          hour,
          name: `${String(hour).padStart(2, '0')}:00`,
          share: this.format.percent(this.clock()[hour] ?? null),
        };
      }),
    ),
  );
}

import { Component, input } from '@angular/core';
import { T } from '../../i18n/t';
import type { ChartSeries } from './chart-data';

/** The figures of a chart as a table; every point, newest first, as in the journal and the timeline. */
@Component({
  selector: 'app-chart-table',
  imports: [T],
  template: `
    <div class="chart-table" tabindex="0" role="region" [attr.aria-label]="caption()">
      <table class="pr-table">
        <caption class="pr-only-screen-reader">
          {{
            caption()
          }}
          ({{
            unit()
          }})
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ 'charts.time' | t }}</th>
            @for (one of series(); track one.key) {
              <th scope="col" class="pr-number">{{ one.name }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row) {
            <tr>
              <th scope="row">{{ name()(points()[row] ?? '') }}</th>
              @for (one of series(); track one.key) {
                @let figure = one.values[row];
                <td class="pr-number">
                  {{ figure === null || figure === undefined ? '–' : value()(figure) }}
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class ChartTable {
  readonly caption = input.required<string>();
  readonly unit = input.required<string>();
  readonly points = input.required<readonly string[]>();
  readonly series = input.required<readonly ChartSeries[]>();
  readonly name = input.required<(point: string) => string>();
  readonly value = input.required<(value: number) => string>();

  protected rows(): number[] {
    return this.points()
      .map((_, index) => index)
      .reverse();
  }
}

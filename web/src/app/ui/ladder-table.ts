import { Component, inject, input } from '@angular/core';
import type { Basin, ClimbView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Format } from './format';
import { Scrolls } from './scrolls';

/** The ladder as a table: the same facts for those who read rather than look. */
@Component({
  selector: 'app-ladder-table',
  imports: [Scrolls, T],
  template: `
    <div [appScrolls]="'climb.ladder.region' | t">
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col">{{ 'climb.column.level' | t }}</th>
            <th scope="col">{{ 'climb.column.state' | t }}</th>
            <th scope="col" class="pr-number">{{ 'climb.column.organic' | t }}</th>
            <th scope="col" class="pr-number">{{ 'climb.column.target' | t }}</th>
            <th scope="col" class="pr-number">{{ 'climb.column.lift' | t }}</th>
            <th scope="col" class="pr-number">{{ 'climb.column.paid' | t }}</th>
          </tr>
        </thead>
        <tbody>
          @for (basin of basins(); track basin.level) {
            <tr>
              <th scope="row">L{{ basin.level }} {{ texts.of(basin.name) }}</th>
              <td>{{ state(basin) | t }}</td>
              <td class="pr-number">
                {{ basin.state === 'ahead' ? '–' : format.number(basin.organicImpressions) }}
              </td>
              <td class="pr-number">{{ format.number(basin.target) }}</td>
              <td class="pr-number">{{ lift(basin) }}</td>
              <td class="pr-number">
                {{ basin.paidImpressions ? format.number(basin.paidImpressions) : '–' }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    tbody th {
      color: var(--pr-ink);
      font-weight: 600;
    }
  `,
})
export class LadderTable {
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);

  readonly basins = input.required<readonly Basin[]>();
  readonly current = input.required<ClimbView['current']>();

  protected state(basin: Basin) {
    return `climb.basin.${basin.state}` as const;
  }

  protected lift(basin: Basin): string {
    const estimate = basin.level === this.current()?.level ? this.current()?.estimate : basin.estimate;
    if (!estimate) return '–';
    const { format } = this;
    return `${format.lift(estimate.lift)} (${format.lift(estimate.low)} – ${format.lift(estimate.high)})`;
  }
}

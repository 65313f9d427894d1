import { Component, computed, inject, input } from '@angular/core';
import type { DataCentreView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { Scrolls } from '../../ui/scrolls';

/** In which way readers came to the notes. */
@Component({
  selector: 'app-sources-card',
  imports: [MetricName, Scrolls, T],
  host: { class: 'pr-card' },
  template: `
    <h2>{{ 'creatorDesk.data.sources.title' | t }}</h2>
    <p class="text">{{ 'creatorDesk.data.sources.text' | t }}</p>
    <div [appScrolls]="'creatorDesk.data.sources.title' | t">
      <table>
        <thead>
          <tr>
            <th scope="col">{{ 'creatorDesk.data.sources.rail' | t }}</th>
            <th scope="col" class="number"><app-metric-name metric="impressions" /></th>
            <th scope="col" class="number"><app-metric-name metric="clicks" /></th>
            <th scope="col" class="number"><app-metric-name metric="ctr" /></th>
            <th scope="col" class="number"><app-metric-name metric="interactionsLCCS" /></th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.rail) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              <td class="number">
                {{ format.number(row.impressions) }}
                <small>{{ row.share }}</small>
              </td>
              <td class="number">{{ format.number(row.reads) }}</td>
              <td class="number">{{ format.metric('ctr', row.ctr) }}</td>
              <td class="number">{{ format.number(row.interactionsLccs) }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrls: ['../../ui/card-table.scss', './data-table.scss'],
  styles: `
    tbody th::first-letter {
      text-transform: uppercase;
    }
  `,
})
export class SourcesCard {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly sources = input.required<DataCentreView['sources']>();

  protected readonly rows = computed(() => {
    const all = this.sources().reduce((sum, { impressions }) => sum + impressions, 0);
    return this.sources().map((source) => ({
      ...source,
      name: this.texts.say(`common.rail.${source.rail}`),
      share: all > 0 ? this.shareOf(source.impressions / all) : '',
    }));
  });

  /** Few are not none. */
  private shareOf(share: number): string {
    return share > 0 && share < 0.005 ? `<${this.format.percent(0.01, 0)}` : this.format.percent(share, 0);
  }
}

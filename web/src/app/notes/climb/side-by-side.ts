import { Component, computed, inject, input } from '@angular/core';
import type { NoteView } from '@poolrise/contracts';
import {
  ctr,
  type EngagementCounts,
  interactionRatePerRead,
  interactions,
  type MetricId,
} from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Format } from '../../ui/format';
import { MetricName } from '../../ui/metric-name';
import { AppLineage } from '../../ui/lineage';
import { FigureGrid } from '../../ui/figure-grid';

const rows: { metric: MetricId; of: (counts: EngagementCounts) => number | null }[] = [
  { metric: 'impressions', of: (counts) => counts.impressions },
  { metric: 'clicks', of: (counts) => counts.clicks },
  { metric: 'ctr', of: ctr },
  { metric: 'likes', of: (counts) => counts.likes },
  { metric: 'collects', of: (counts) => counts.collects },
  { metric: 'comments', of: (counts) => counts.comments },
  { metric: 'shares', of: (counts) => counts.shares },
  { metric: 'follows', of: (counts) => counts.follows },
  { metric: 'interactionsLCCS', of: (counts) => interactions(counts, 'LCCS') },
  { metric: 'interactionRatePerRead', of: (counts) => interactionRatePerRead(counts, 'LCCS') },
];

/** Organic and paid beside each other and never added up: only the left column is judged. */
@Component({
  selector: 'app-side-by-side',
  imports: [AppLineage, FigureGrid, MetricName, T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'climb.beside.heading' | t }} <small>{{ 'climb.beside.hint' | t }}</small>
    </h2>
    <table class="pr-table">
      <thead>
        <tr>
          <td></td>
          <th scope="col" class="pr-number organic">{{ 'climb.beside.organic' | t }}</th>
          <th scope="col" class="pr-number paid">{{ 'climb.beside.paid' | t }}</th>
        </tr>
      </thead>
      <tbody appFigureGrid>
        @for (row of rows; track row.metric) {
          <tr>
            <th scope="row"><app-metric-name [metric]="row.metric" [tabbable]="false" /></th>
            <td class="pr-number">
              <span [appLineage]="row.metric">{{ format.metric(row.metric, row.of(note().organic)) }}</span>
            </td>
            <td class="pr-number">
              @if (boosted()) {
                <span [appLineage]="row.metric">{{ format.metric(row.metric, row.of(note().paid)) }}</span>
              } @else {
                –
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
    @if (!boosted()) {
      <p class="none">{{ 'climb.beside.noPaid' | t }}</p>
    }
  `,
  styles: `
    .pr-table {
      margin-top: 4px;
    }
    tbody td,
    tbody th {
      height: 33px;
    }
    tbody th {
      color: var(--pr-muted);
      font-weight: 400;
    }
    thead .organic {
      color: var(--pr-organic);
      font-weight: 650;
    }
    thead .paid {
      color: var(--pr-paid-text);
      font-weight: 650;
    }
    .none {
      margin-top: 10px;
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class SideBySide {
  protected readonly format = inject(Format);
  protected readonly rows = rows;

  readonly note = input.required<Pick<NoteView, 'organic' | 'paid'>>();
  protected readonly boosted = computed(() => this.note().paid.impressions > 0);
}

import { Component, computed, inject, input } from '@angular/core';
import type { CreatorRow } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { MetricName } from '../../ui/metric-name';
import { Picks } from '../picks';
import { CreatorFigure } from '../ui/creator-figure';
import { CreatorName } from '../ui/creator-name';
import { PercentileMark } from '../ui/percentile-mark';
import { type ColumnId, isMetric } from './creator-columns';
import { AppLineage } from '../../ui/lineage';
import { AppSource } from '../../ui/figure-source';
import { FigureGrid } from '../../ui/figure-grid';

/** More do not fit a card; the table and the profile have them all. */
const figuresMax = 6;

/** The creators on a narrow screen: a card each, with the figures that were chosen first. */
@Component({
  selector: 'app-creators-cards',
  imports: [AppLineage, AppSource, CreatorName, FigureGrid, MetricName, PercentileMark, T],
  template: `
    <ul class="pr-cards" appFigureGrid [attr.aria-label]="'creators.finder.table' | t">
      @for (row of rows(); track row.id) {
        @let picked = picks.has(row.id);
        <li
          class="pr-card"
          [class.picked]="picked"
          [appSource]="{ streams: ['creator-records'], over: 'last-30-days', dataAt: row.asOf }"
        >
          <div class="top">
            <app-creator-name [creator]="row" [blacklistedReason]="blacklisted().get(row.id)" />
            <label>
              <input
                type="checkbox"
                [checked]="picked"
                [disabled]="!picked && picks.full()"
                [attr.aria-label]="'creators.finder.pick' | t: { name: row.name }"
                (change)="picks.toggle(row)"
              />
            </label>
          </div>
          <dl>
            @for (metric of figures(); track metric) {
              <div>
                <dt><app-metric-name [metric]="metric" [tabbable]="false" /></dt>
                <dd>
                  <span [appLineage]="metric">{{ figure.short(metric, row.figures[metric]) }}</span>&ngsp;
                  <app-percentile-mark
                    [metric]="metric"
                    [percentile]="row.percentiles[metric]"
                    [peers]="row.peers"
                  />
                </dd>
              </div>
            }
          </dl>
        </li>
      }
    </ul>
  `,
  styles: `
    .picked {
      border-color: var(--pr-action);
    }
    .top {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    app-creator-name {
      flex: 1;
    }
    label {
      position: relative;
      z-index: 1;
      display: grid;
      flex: none;
      place-items: center;
      width: 40px;
      height: 40px;
      margin: -6px -8px -6px 0;
    }
    input {
      width: 20px;
      height: 20px;
      margin: 0;
      accent-color: var(--pr-action);
    }
    dl {
      gap: 10px 8px;
      margin: 12px 0 0;
    }
    /* Names of one line and of two: the figures beside each other stand on one height all the same. */
    dl > div {
      display: grid;
      grid-row: span 2;
      grid-template-rows: subgrid;
      row-gap: 0;
      min-width: 0;
    }
    dt {
      position: relative;
      z-index: 1;
      align-self: end;
      width: fit-content;
    }
    app-percentile-mark {
      min-height: 0;
      font-weight: 400;
    }
  `,
})
export class CreatorsCards {
  protected readonly figure = inject(CreatorFigure);
  protected readonly picks = inject(Picks);
  readonly rows = input.required<CreatorRow[]>();
  /** why those of the blacklist are on it, by id */
  readonly blacklisted = input.required<ReadonlyMap<string, string>>();
  readonly columns = input.required<readonly ColumnId[]>();

  protected readonly figures = computed(() => this.columns().filter(isMetric).slice(0, figuresMax));
}

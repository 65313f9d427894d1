import { Component, computed, input } from '@angular/core';
import { T } from '../../../i18n/t';
import { MetricName } from '../../ui/metric-name';
import type { FigureRow } from './figure-rows';
import { PeerPlace } from './peer-place';
import { AppLineage } from '../../ui/lineage';
import { FigureGrid } from '../../ui/figure-grid';

/** Figures under each other, each with its definition and its place among peers, or why it is not known. */
@Component({
  selector: 'app-figures-table',
  imports: [AppLineage, FigureGrid, MetricName, PeerPlace, T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ heading() }} <small>{{ hint() }}</small>
    </h2>
    @if (known()) {
      <table class="pr-table">
        <caption class="pr-only-screen-reader">
          {{
            heading()
          }}
        </caption>
        <thead class="pr-only-screen-reader">
          <tr>
            <th scope="col">{{ 'creatorProfile.figures.metric' | t }}</th>
            <th scope="col">{{ 'creatorProfile.figures.value' | t }}</th>
            @if (placed()) {
              <th scope="col">{{ 'creatorProfile.figures.place' | t }}</th>
            }
          </tr>
        </thead>
        <tbody appFigureGrid>
          @for (row of rows(); track row.metric) {
            <tr>
              <th scope="row">
                <app-metric-name [metric]="row.metric" [tabbable]="false" />
                @if (row.detail; as detail) {
                  <small>{{ detail }}</small>
                }
              </th>
              <td class="pr-number">
                <span [appLineage]="row.metric">{{ row.shown }}</span>
              </td>
              @if (placed()) {
                <td class="place">
                  @if (row.why; as why) {
                    <small>{{ why }}</small>
                  } @else if (row.among; as among) {
                    <app-peer-place
                      [metric]="among.metric"
                      [percentile]="among.percentile"
                      [value]="among.value"
                    />
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p class="pr-muted">{{ empty() }}</p>
    }
  `,
  styles: `
    :host {
      min-width: 0;
    }
    p {
      margin-top: 10px;
    }
    .pr-table {
      margin-top: 4px;
    }
    tbody th,
    tbody td {
      height: 40px;
      padding-inline: 0;
    }
    tbody th {
      padding-block: 4px;
      color: var(--pr-muted);
      font-weight: 400;
      white-space: normal;
    }
    small {
      color: var(--pr-muted);
      font-size: 12px;
    }
    th small {
      display: block;
    }
    .pr-number {
      font-weight: 600;
    }
    tbody .place {
      width: 48%;
      padding-inline-start: 20px;
    }
    app-peer-place {
      --place-width: 84px;
    }
    @media (max-width: 480px) {
      tbody .place {
        width: 36%;
        padding-inline-start: 14px;
      }
      app-peer-place {
        --place-width: 100%;
      }
    }
  `,
})
export class FiguresTable {
  readonly heading = input.required<string>();
  readonly hint = input('');
  /** said when none of the figures is known */
  readonly empty = input('');
  readonly rows = input.required<readonly FigureRow[]>();
  protected readonly known = computed(() => this.rows().some(({ why }) => why === undefined));
  /** Where nothing is compared and everything known, there is nothing to say beside the figures. */
  protected readonly placed = computed(() =>
    this.rows().some(({ why, among }) => why !== undefined || (among && among.percentile !== null)),
  );
}

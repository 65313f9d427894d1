import { Component, computed, inject, input } from '@angular/core';
import { type MetricId, metrics } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { Change } from './change';
import { Format } from './format';
import { AppLineage } from './lineage';
import type { Explained } from './lineage-panel';
import { MetricName } from './metric-name';

/** One figure with its name, where it comes from and how it was before. `previous` left out shows no comparison. */
@Component({
  selector: 'app-stat-tile',
  imports: [AppLineage, Change, MetricName, T],
  host: { class: 'pr-card' },
  template: `
    <div class="name"><app-metric-name [metric]="metric()" [tabbable]="false" /></div>
    <div class="value">
      <span [appLineage]="explained()">{{ shown() }}</span>
    </div>
    <div class="before">
      @if (previous() !== undefined) {
        <app-change [value]="value()" [previous]="previous() ?? null" />
        @if (previous()) {
          <span class="pr-only-screen-reader">{{ 'common.versus' | t }}</span>
        }
      }
      <ng-content />
    </div>
  `,
  styles: `
    /* Name, figure and comparison stand level with those of the tiles beside it, however many lines one of them takes. */
    :host {
      display: grid;
      grid-row: span 3;
      grid-template-rows: subgrid;
      row-gap: 2px;
      min-width: 0;
    }
    .name {
      color: var(--pr-muted);
      font-size: 13px;
    }
    .value {
      font-size: 24px;
      font-weight: 650;
      font-variant-numeric: tabular-nums;
      letter-spacing: -0.01em;
      line-height: 1.3;
    }
    .before {
      display: flex;
      flex-wrap: wrap;
      gap: 0 6px;
      min-height: 18px;
      color: var(--pr-muted);
      font-size: 12px;
    }
  `,
})
export class StatTile {
  private readonly format = inject(Format);
  private readonly texts = inject(Texts);
  readonly metric = input.required<MetricId>();
  readonly value = input.required<number | null>();
  readonly previous = input<number | null>();

  private readonly full = computed(() => this.format.metric(this.metric(), this.value()));
  protected readonly shown = computed(() => {
    const value = this.value();
    // 128.4万 is how Chinese marketers read such a figure; in English the digits still fit.
    const large = value !== null && value >= (this.texts.chinese() ? 100_000 : 10_000_000);
    return large && metrics[this.metric()].unit === 'count' ? this.format.compact(value) : this.full();
  });
  protected readonly explained = computed((): Explained => {
    const metric = this.metric();
    if (this.shown() === this.full()) return { metric };
    return { metric, beside: [{ label: this.texts.say('common.exactly'), text: this.full() }] };
  });
}

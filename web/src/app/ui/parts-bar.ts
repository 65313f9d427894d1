import { Component, computed, inject, input } from '@angular/core';
import type { MetricId } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Format } from './format';
import { AppLineage } from './lineage';
import { FigureGrid } from './figure-grid';

/** A part of a whole, as a person counts it. */
export interface Part {
  key: string;
  name: string;
  value: number;
  /** a CSS colour, best a token */
  colour: string;
}

/** A whole cut into its parts: the bar for the eye, the list with number and share for everybody. */
@Component({
  selector: 'app-parts-bar',
  imports: [AppLineage, FigureGrid, T],
  template: `
    <h3>
      {{ heading() }} <b [appLineage]="metric()">{{ format.number(total()) }}</b>
    </h3>
    <div class="bar" aria-hidden="true">
      @for (part of shown(); track part.key) {
        <i [style.flex-grow]="part.value" [style.background]="part.colour"></i>
      }
    </div>
    <ul appFigureGrid>
      @for (part of parts(); track part.key) {
        <li>
          <i [style.background]="part.colour"></i><span>{{ part.name }}</span>
          <b
            [appLineage]="{
              metric: metric(),
              beside: [{ label: 'common.exactly' | t, text: format.number(part.value) }],
            }"
            >{{ format.compact(part.value) }}</b
          >
          <small>{{ shareOf(part) }}</small>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    h3 {
      display: flex;
      flex-wrap: wrap;
      gap: 0 8px;
      justify-content: space-between;
      margin-bottom: 6px;
      color: var(--pr-muted);
      font-size: 12.5px;
      font-weight: 500;
    }
    h3 b {
      color: var(--pr-ink);
      font-variant-numeric: tabular-nums;
    }
    .bar {
      display: flex;
      gap: 2px;
      height: 14px;
      overflow: hidden;
      border-radius: 7px;
      background: var(--pr-basin);
    }
    .bar i {
      flex-basis: 0;
      min-width: 2px;
    }
    ul {
      display: grid;
      gap: 4px;
      margin: 10px 0 0;
      padding: 0;
      font-size: 12.5px;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 10px minmax(0, 1fr) auto 52px;
      gap: 8px;
      align-items: center;
    }
    li i {
      width: 10px;
      height: 10px;
      border-radius: 3px;
    }
    li b,
    li small {
      font-variant-numeric: tabular-nums;
      font-weight: 550;
      text-align: end;
    }
    small {
      color: var(--pr-muted);
    }
  `,
})
export class PartsBar {
  protected readonly format = inject(Format);
  readonly heading = input.required<string>();
  /** what the parts count */
  readonly metric = input.required<MetricId>();
  readonly parts = input.required<readonly Part[]>();

  protected readonly total = computed(() => this.parts().reduce((sum, { value }) => sum + value, 0));
  protected readonly shown = computed(() => this.parts().filter(({ value }) => value > 0));

  protected shareOf({ value }: Part): string {
    const total = this.total();
    return this.format.percent(total > 0 ? value / total : null);
  }
}

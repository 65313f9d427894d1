import { Component, computed, input } from '@angular/core';
import type { MetricId } from '@poolrise/domain';
import { AppLineage } from './lineage';
import { FigureGrid } from './figure-grid';

/** One share of a whole as a person reads it. */
export interface ShareRow {
  key: string;
  name: string;
  /** 0 to 1 */
  share: number;
  /** as it is written */
  shown: string;
  /** where the true share lies; the bar shows it as a thin line, `title` in words */
  range?: { low: number; high: number };
  title?: string;
}

/** Shares under each other, each as long as it is large; the longest fills the width. */
@Component({
  selector: 'app-share-rows',
  imports: [AppLineage, FigureGrid],
  template: `
    <ul appFigureGrid>
      @for (row of rows(); track row.key) {
        <li [attr.title]="row.title">
          <span class="name">{{ row.name }}</span>
          <span class="bar" aria-hidden="true">
            <i [style.width.%]="along(row.share)"></i>
            @if (row.range; as range) {
              <b [style.left.%]="along(range.low)" [style.width.%]="along(range.high - range.low)"></b>
            }
          </span>
          <span class="pr-number">
            @if (metric(); as metric) {
              <span [appLineage]="metric">{{ row.shown }}</span>
            } @else {
              {{ row.shown }}
            }
          </span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 6px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: var(--name-width, 6.4em) minmax(40px, 1fr) auto;
      gap: 10px;
      align-items: center;
      min-height: 20px;
      font-size: 12.5px;
    }
    .name {
      color: var(--pr-muted);
    }
    .name::first-letter {
      text-transform: uppercase;
    }
    .bar {
      position: relative;
      height: 8px;
      border-radius: 4px;
      background: var(--pr-basin);
    }
    i {
      display: block;
      height: 100%;
      border-radius: 4px;
      background: var(--pr-organic);
    }
    b {
      position: absolute;
      top: 50%;
      height: 1px;
      background: var(--pr-ink);
      opacity: 0.7;
    }
    b::before,
    b::after {
      position: absolute;
      top: -3px;
      width: 1px;
      height: 7px;
      background: var(--pr-ink);
      content: '';
    }
    b::before {
      left: 0;
    }
    b::after {
      right: 0;
    }
    .pr-number {
      min-width: 44px;
    }
  `,
})
export class ShareRows {
  /** what the shares are of */
  readonly metric = input<MetricId>();
  readonly rows = input.required<readonly ShareRow[]>();
  private readonly longest = computed(() =>
    Math.max(...this.rows().map(({ share, range }) => range?.high ?? share), 1e-9),
  );

  protected along(share: number): number {
    return (100 * share) / this.longest();
  }
}

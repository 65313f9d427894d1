import { Component, computed, inject, input } from '@angular/core';
import type { ReportResult, ReportSpec } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { AppLineage } from '../../ui/lineage';
import { ReportWords } from '../report-words';

/** More than this is a table and no strip. */
const figuresMost = 6;

/** The totals of a report in large, each with where it comes from and how it moved. */
@Component({
  selector: 'app-key-figures',
  imports: [AppLineage, T],
  template: `
    <dl>
      @for (one of figures(); track one.metric) {
        <div>
          <dt>{{ one.name }}</dt>
          <dd>
            <span class="value" [appLineage]="one.explained"
              >{{ one.text }}
              @if (one.partial) {
                <sup aria-hidden="true">*</sup
                ><span class="pr-only-screen-reader">{{ 'reports.table.partly' | t }}</span>
              }
            </span>
            @if (one.change; as change) {
              <small>
                @if (change.chance) {
                  <b>{{ change.moved }}</b> {{ change.chance }}
                } @else {
                  {{ change.moved }}
                }
              </small>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(120px, 1fr));
      gap: 16px;
      margin: 0;
    }
    dt {
      color: var(--pr-muted);
      font-size: 13px;
    }
    dd {
      margin: 0;
    }
    .value {
      font-size: 22px;
      font-weight: 650;
      font-variant-numeric: tabular-nums;
      letter-spacing: -0.01em;
      line-height: 1.35;
    }
    sup {
      margin-inline-start: -4px;
      color: var(--pr-paid-text);
      font-size: 14px;
      line-height: 0;
    }
    small {
      display: block;
      color: var(--pr-muted);
      font-size: 12px;
      line-height: 1.45;
    }
    small b {
      color: var(--pr-ink);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    @media (max-width: 719px) {
      dl {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 14px;
      }
      .value {
        font-size: 20px;
      }
    }
  `,
})
export class KeyFigures {
  private readonly words = inject(ReportWords);
  readonly result = input.required<ReportResult>();
  readonly spec = input.required<ReportSpec>();

  protected readonly figures = computed(() => {
    const { columns, totals } = this.result();
    return columns
      .flatMap((column, at) => {
        const cell = totals[at];
        if (!cell || cell.figure.value === null) return [];
        const { metric } = column;
        return [
          {
            metric,
            name: this.words.metric(metric),
            text: this.words.figure(metric, cell.figure),
            partial: this.words.isPartial(cell.figure),
            explained: this.words.explain(column, cell, this.spec()),
            change: cell.change && {
              moved: this.words.change(metric, cell.change),
              chance: this.words.chance(cell.change),
            },
          },
        ];
      })
      .slice(0, figuresMost);
  });
}

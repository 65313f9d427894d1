import { Component, computed, inject, input, output } from '@angular/core';
import type { ReportResult, ReportSpec } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { EmptyState } from '../../ui/empty-state';
import { Format } from '../../ui/format';
import { ReportWords } from '../report-words';
import { KeyFigures } from './key-figures';
import { ReportChart } from './report-chart';
import { ReportTable } from './report-table';

/** A report filled in: totals in large, one metric drawn, all figures, and what cannot be had. */
@Component({
  selector: 'app-report-body',
  imports: [EmptyState, KeyFigures, ReportChart, ReportTable, T],
  template: `
    <p class="about">
      {{ about() }}
      @if (result().comparedWith; as before) {
        <span>{{ 'reports.result.against' | t: { period: words.period(before) } }}</span>
      }
    </p>
    @if (nothing()) {
      <section class="pr-card">
        <app-empty-state
          icon="search"
          [title]="'reports.result.emptyTitle' | t"
          [text]="'reports.result.emptyText' | t"
        />
      </section>
    } @else {
      <section class="pr-card" [attr.aria-label]="'reports.result.totals' | t">
        <app-key-figures [result]="result()" [spec]="spec()" />
      </section>
      @if (spec().dimensions.length && result().rows.length > 1) {
        <section class="pr-card" [attr.aria-label]="'reports.result.chart' | t">
          <app-report-chart [result]="result()" [spec]="spec()" />
        </section>
      }
      <section class="pr-card" [attr.aria-label]="'reports.table.title' | t">
        <app-report-table
          [result]="result()"
          [spec]="spec()"
          [sortable]="sortable()"
          [linked]="linked()"
          (sort)="sort.emit($event)"
        />
      </section>
    }
    @if (missing().length) {
      <section class="pr-card">
        <h2>{{ 'reports.result.missing' | t }}</h2>
        <ul>
          @for (one of missing(); track one.reason) {
            <li>
              <b>{{ one.names }}</b>
              <span>{{ one.reason }}</span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 14px;
      min-width: 0;
    }
    .about {
      color: var(--pr-muted);
      font-size: 13px;
    }
    .about span {
      margin-inline-start: 8px;
    }
    section {
      min-width: 0;
    }
    /* Of some metrics there is nothing to draw. */
    section:has(> app-report-chart:empty) {
      display: none;
    }
    ul {
      display: grid;
      gap: 6px;
      margin: 8px 0 0;
      padding: 0;
      list-style: none;
      font-size: 13px;
    }
    li b,
    li span {
      display: block;
    }
    li b {
      font-weight: 600;
    }
    li span {
      color: var(--pr-muted);
    }
  `,
})
export class ReportBody {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly words = inject(ReportWords);
  readonly result = input.required<ReportResult>();
  readonly spec = input.required<ReportSpec>();
  readonly sortable = input(false);
  readonly linked = input(false);
  readonly sort = output<ReportSpec['sort']>();

  protected readonly nothing = computed(() => {
    const { rows, totals } = this.result();
    return rows.length === 0 || totals.every((cell) => !cell || cell.figure.rows === 0);
  });
  protected readonly about = computed(() => {
    const { period, asOf } = this.result();
    const { timeZone } = this.spec();
    return [
      this.words.period(period),
      timeZone,
      this.texts.say('reports.result.asOf', { at: this.format.wall(asOf, timeZone) }),
    ].join(' · ');
  });
  /** Metrics that the workspace has no data for, together where the reason is the same. */
  protected readonly missing = computed(() => {
    const reasons = new Map<string, string[]>();
    for (const { metric, refusal } of this.result().columns) {
      if (!refusal) continue;
      const reason = this.words.obstacle(refusal);
      reasons.set(reason, [...(reasons.get(reason) ?? []), this.words.metric(metric)]);
    }
    const comma = this.texts.chinese() ? '、' : ', ';
    return [...reasons].map(([reason, names]) => ({ reason, names: names.join(comma) }));
  });
}

import { Component, computed, inject, input, signal } from '@angular/core';
import type { ObservedNoteView } from '@poolrise/contracts';
import { type ObservedMetric, observedMetrics } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { Scrolls } from '../../ui/scrolls';
import { ObservedWords, opened } from '../observed-words';
import { ShownValue } from '../shown-value';

/** Rows before one asks for all of them. */
const few = 8;

/** Figures that several sources give for one day: what each says, which is shown, and why. Those that disagree come first. */
@Component({
  selector: 'app-disagreements',
  imports: [Scrolls, ShownValue, T],
  host: { class: 'pr-card' },
  template: `
    <h2>
      {{ 'observed.sources.heading' | t }} <small>{{ summary() }}</small>
    </h2>
    <div [appScrolls]="'observed.sources.heading' | t">
      <table class="pr-table">
        <thead>
          <tr>
            <th scope="col">{{ 'observed.day' | t }}</th>
            <th scope="col">{{ 'observed.sources.figure' | t }}</th>
            <th scope="col">{{ 'observed.sources.shown' | t }}</th>
            <th scope="col">{{ 'observed.sources.others' | t }}</th>
            <th scope="col">{{ 'observed.sources.agrees' | t }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of shown(); track $index) {
            <tr>
              <td class="quiet">{{ words.day(row.day) }}</td>
              <th scope="row">{{ nameOf(row.metric) | t }}</th>
              <td>
                <b><app-shown-value [span]="row.span" /></b>
                <small>{{ words.source(row.source) }}</small>
              </td>
              <td>
                @for (other of row.others; track $index) {
                  <span class="other">
                    <app-shown-value [span]="other.span" /> <small>{{ words.source(other.source) }}</small>
                  </span>
                }
              </td>
              <td [class.differs]="!row.agrees">
                {{ (row.agrees ? 'observed.sources.yes' : 'observed.sources.no') | t }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    <p class="why">
      {{ 'observed.sources.why' | t }}
      @if (rows().length > few) {
        <button type="button" class="pr-link" (click)="all.set(!all())">
          {{ (all() ? 'observed.sources.fewer' : 'observed.sources.all') | t: { n: rows().length } }}
        </button>
      }
    </p>
  `,
  styleUrl: '../figures-table.scss',
  styles: `
    .quiet {
      color: var(--pr-muted);
      white-space: nowrap;
    }
  `,
})
export class Disagreements {
  private readonly texts = inject(Texts);
  protected readonly words = inject(ObservedWords);
  readonly note = input.required<ObservedNoteView>();
  protected readonly nameOf = (metric: ObservedMetric) => `observed.metric.${metric}` as const;
  protected readonly few = few;
  protected readonly all = signal(false);

  protected readonly rows = computed(() => sharedFigures(this.note()));
  protected readonly shown = computed(() => (this.all() ? this.rows() : this.rows().slice(0, few)));
  protected readonly summary = computed(() => {
    const differ = this.rows().filter(({ agrees }) => !agrees).length;
    return differ === 0
      ? this.texts.say('observed.sources.allAgree', { n: this.rows().length })
      : this.texts.count('observed.sources.differ', differ, { all: this.rows().length });
  });
}

/** Every figure that more than one source gives. */
export function sharedFigures({ series }: ObservedNoteView) {
  return observedMetrics
    .flatMap((metric: ObservedMetric) =>
      series.points[metric]
        .filter(({ others }) => others.length > 0)
        .map(({ day, span, source, others }) => ({
          metric,
          day,
          span: opened(span),
          source,
          others: others.map((other) => ({ ...other, span: opened(other.span) })),
          agrees: others.every(({ agrees }) => agrees),
        })),
    )
    .sort((a, b) => Number(a.agrees) - Number(b.agrees) || (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

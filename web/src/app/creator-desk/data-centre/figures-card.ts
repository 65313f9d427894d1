import { Component, computed, inject, input, signal } from '@angular/core';
import type { DataCentreView } from '@poolrise/contracts';
import { type MetricId, metrics } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { AppChart } from '../../ui/app-chart';
import { ChoiceField } from '../../ui/choice-field';
import { Format } from '../../ui/format';
import { Skeleton } from '../../ui/skeleton';

/** One figure by day; which one can be chosen. */
@Component({
  selector: 'app-figures-card',
  imports: [AppChart, ChoiceField, Skeleton, T],
  host: { class: 'pr-card' },
  template: `
    <app-choice-field
      name="metric"
      [label]="'creatorDesk.data.chart.metric' | t"
      [choices]="choices()"
      [word]="word"
      [chosen]="chosen()"
      (choose)="metric.set($event)"
    />
    @defer (on immediate) {
      <app-chart
        kind="line"
        grain="day"
        fileName="data-centre"
        [metric]="chosen()"
        [heading]="'creatorDesk.data.chart.title' | t"
        [unit]="'creatorDesk.data.chart.unit' | t"
        [points]="view().points"
        [series]="series()"
        [write]="write()"
      />
    } @placeholder {
      <app-skeleton height="250px" radius="10px" />
    } @loading {
      <app-skeleton height="250px" radius="10px" />
    }
  `,
  styles: `
    app-choice-field {
      max-width: 240px;
      margin: 0 0 12px;
    }
  `,
})
export class FiguresCard {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly view = input.required<DataCentreView>();
  protected readonly metric = signal<MetricId>('impressions');

  protected readonly choices = computed(() => this.view().figures.map(({ metric }) => metric));
  protected readonly chosen = computed(() =>
    this.choices().includes(this.metric()) ? this.metric() : 'impressions',
  );
  protected readonly word = (metric: MetricId): string => this.texts.of(metrics[metric]);
  protected readonly write = computed(() => {
    const metric = this.chosen();
    return (value: number) => this.format.metric(metric, value);
  });
  protected readonly series = computed(() => [
    {
      key: this.chosen(),
      name: this.word(this.chosen()),
      colour: 'var(--pr-organic)',
      values: this.view().figures.find(({ metric }) => metric === this.chosen())?.daily ?? [],
    },
  ]);
}

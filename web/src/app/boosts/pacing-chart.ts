import { Component, computed, inject, input } from '@angular/core';
import type { BoostView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { AppChart } from '../ui/app-chart';
import type { ChartMark, ChartSeries } from '../ui/chart-data';

const hourMs = 3_600_000;

/** Delivery against the plan as running totals, from the start of the boost. */
@Component({
  selector: 'app-pacing-chart',
  imports: [AppChart, T],
  host: { class: 'pr-card' },
  template: `
    <app-chart
      kind="line"
      grain="hour"
      metric="delivered"
      fileName="boost-pacing"
      [heading]="'boosts.page.chart' | t"
      [hint]="'boosts.page.chartHint' | t"
      [unit]="'boosts.page.chartUnit' | t"
      [points]="points()"
      [series]="lines()"
      [marks]="marks()"
      [height]="240"
    />
  `,
})
export class PacingChart {
  private readonly texts = inject(Texts);

  readonly boost = input.required<BoostView>();

  private readonly seenUntil = computed(() =>
    Math.min(Date.now(), Date.parse(this.boost().endedAt ?? this.boost().endsAt)),
  );

  /** The api names hours by their start and sums up to their end; a total belongs to the moment it was reached. */
  protected readonly points = computed(() => {
    const { series, startsAt, endsAt } = this.boost();
    const ends = series.hours.map((hour, index) => {
      const last = index === series.delivered.length - 1 ? this.seenUntil() : Date.parse(endsAt);
      return new Date(
        Math.max(Date.parse(startsAt), Math.min(Date.parse(hour) + hourMs, last)),
      ).toISOString();
    });
    return ends.length > 0 ? [startsAt, ...ends] : [];
  });
  protected readonly lines = computed((): ChartSeries[] => {
    const { planned, delivered } = this.boost().series;
    if (planned.length === 0) return [];
    return [
      {
        key: 'planned',
        name: this.texts.say('boosts.page.planned'),
        colour: 'var(--pr-muted)',
        pattern: 'dashed',
        values: [0, ...planned.map(Math.round)],
      },
      {
        key: 'delivered',
        name: this.texts.say('boosts.page.delivered'),
        colour: 'var(--pr-paid)',
        values: [0, ...planned.map((_, index) => delivered[index] ?? null)],
      },
    ];
  });
  /** Where the plan reaches beyond this moment, the moment is marked. */
  protected readonly marks = computed((): ChartMark[] => {
    const { planned, delivered } = this.boost().series;
    if (planned.length <= delivered.length) return [];
    return [{ at: new Date(this.seenUntil()).toISOString(), label: this.texts.say('boosts.page.now') }];
  });
}

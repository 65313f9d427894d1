import { Component, computed, inject, input, model } from '@angular/core';
import type { NoteSeries } from '@poolrise/contracts';
import type { Rail } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { AppChart } from '../../ui/app-chart';
import type { ChartMark, ChartSeries } from '../../ui/chart-data';
import { FilterChips } from '../../ui/filter-chips';

export const seriesHours = ['6', '24', '72', '168', '720'] as const;
export type SeriesHours = (typeof seriesHours)[number];

/** The shortest choice that shows the whole life of a note: an hour-old note in three days would be a needle. */
export function hoursFor(publishedAt: string, now: string): SeriesHours {
  const age = (Date.parse(now) - Date.parse(publishedAt)) / 3_600_000;
  return seriesHours.find((choice) => age <= Number(choice)) ?? '720';
}

/** Impressions of a note hour by hour, stacked by rail, with its verdicts and boosts as marks. */
@Component({
  selector: 'app-hourly-chart',
  imports: [AppChart, FilterChips, T],
  host: { class: 'pr-card' },
  template: `
    <app-chart
      kind="stacked-area"
      grain="hour"
      metric="impressions"
      fileName="impressions-per-hour"
      [heading]="'climb.hourly.heading' | t"
      [hint]="'climb.hourly.hint' | t"
      [unit]="'climb.hourly.unit' | t"
      [points]="series().hours"
      [series]="stack()"
      [marks]="marks()"
      [height]="356"
      [fills]="true"
    />
    <app-filter-chips
      [label]="'climb.hourly.range' | t"
      [choices]="choices"
      [word]="choiceWord"
      [chosen]="hours()"
      (choose)="hours.set($event)"
    />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
    }
    app-chart {
      flex: 1;
    }
    app-filter-chips {
      margin-top: 10px;
    }
  `,
})
export class HourlyChart {
  protected readonly texts = inject(Texts);
  protected readonly choices = seriesHours;

  readonly series = input.required<NoteSeries>();
  readonly hours = model.required<SeriesHours>();

  protected readonly choiceWord = (hours: SeriesHours): string =>
    this.texts.say(`climb.hourly.hours.${hours}`);

  protected readonly stack = computed((): ChartSeries[] =>
    stacking.map((rail) => ({
      key: rail,
      name: this.texts.say(`common.rail.${rail}`),
      colour: `var(--pr-${rail})`,
      values: this.series().impressions[rail],
      ...(rail === 'paid' ? { pattern: 'hatched' as const } : {}),
    })),
  );

  protected readonly marks = computed((): ChartMark[] =>
    this.series().marks.map(({ at, kind, level }) => ({
      at,
      label:
        kind === 'boost-start' || kind === 'boost-end'
          ? this.texts.say(
              kind === 'boost-start' ? 'climb.hourly.mark.boostStart' : 'climb.hourly.mark.boostEnd',
            )
          : this.texts.say(`climb.hourly.mark.${kind}`, { level: level ?? 0 }),
    })),
  );
}

/** What was earned stands on what was promised, and what was bought on top of both. */
const stacking = ['guaranteed', 'organic', 'search', 'paid'] as const satisfies readonly Rail[];

import { Component, computed, inject, input, model } from '@angular/core';
import type { NoteSeries } from '@poolrise/contracts';
import type { Rail } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { AppChart } from '../../ui/app-chart';
import type { ChartMark, ChartSeries } from '../../ui/chart-data';

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
  imports: [AppChart, T],
  host: { class: 'pr-card' },
  template: `
    <app-chart
      kind="stacked-area"
      grain="hour"
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
    <div class="range" role="group" [attr.aria-label]="'climb.hourly.range' | t">
      @for (choice of choices; track choice) {
        <button
          type="button"
          class="pr-filter"
          [attr.aria-pressed]="hours() === choice"
          (click)="hours.set(choice)"
        >
          {{ texts.say(word(choice)) }}
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
    }
    app-chart {
      flex: 1;
    }
    .range {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-top: 10px;
    }
  `,
})
export class HourlyChart {
  protected readonly texts = inject(Texts);
  protected readonly choices = seriesHours;

  readonly series = input.required<NoteSeries>();
  readonly hours = model.required<SeriesHours>();

  protected word(choice: SeriesHours) {
    return `climb.hourly.hours.${choice}` as const;
  }

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

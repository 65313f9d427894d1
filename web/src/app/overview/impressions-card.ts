import { Component, computed, inject, input } from '@angular/core';
import type { OverviewView } from '@poolrise/contracts';
import { rails } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { AppChart } from '../ui/app-chart';
import { Skeleton } from '../ui/skeleton';

/** Impressions of each day, stacked by rail, money on top. The chart library arrives after the figures. */
@Component({
  selector: 'app-impressions-card',
  imports: [AppChart, Skeleton, T],
  host: { class: 'pr-card' },
  template: `
    @defer (on immediate) {
      <app-chart
        kind="stacked-area"
        grain="day"
        metric="impressions"
        fileName="impressions-per-day"
        [heading]="'overview.impressions.title' | t"
        [hint]="'overview.impressions.hint' | t"
        [unit]="'overview.impressions.unit' | t"
        [points]="series().days"
        [series]="stacked()"
        [marks]="today()"
      />
    } @placeholder {
      <app-skeleton height="250px" radius="10px" />
    } @loading {
      <app-skeleton height="250px" radius="10px" />
    }
  `,
})
export class ImpressionsCard {
  private readonly texts = inject(Texts);
  readonly series = input.required<OverviewView['series']>();

  /** The last day is not over: without a word its figure would read as a fall. */
  protected readonly today = computed(() => {
    const at = this.series().days.at(-1);
    return at ? [{ at, label: this.texts.say('overview.impressions.today') }] : [];
  });
  protected readonly stacked = computed(() =>
    rails.map((rail) => ({
      key: rail,
      name: this.texts.say(`common.rail.${rail}`),
      colour: `var(--pr-${rail})`,
      values: this.series().impressions[rail],
      ...(rail === 'paid' ? { pattern: 'hatched' as const } : {}),
    })),
  );
}

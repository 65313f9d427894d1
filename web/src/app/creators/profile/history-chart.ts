import { Component, computed, inject, input } from '@angular/core';
import type { CreatorDay, CreatorView } from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { AppChart } from '../../ui/app-chart';
import type { ChartSeries } from '../../ui/chart-data';
import { Format } from '../../ui/format';

/** Midnight in Shanghai at which a day begins. */
const instantOf = (day: string) => new Date(`${day}T00:00:00+08:00`).toISOString();

/** Followers of a creator day by day. */
@Component({
  selector: 'app-followers-chart',
  imports: [AppChart, T],
  host: { class: 'pr-card' },
  template: `
    @if (days().length > 1) {
      <app-chart
        kind="line"
        grain="day"
        fileName="followers"
        [level]="true"
        metric="followers"
        [heading]="'creatorProfile.followersChart.title' | t"
        [hint]="hint()"
        [unit]="'creatorProfile.followersChart.unit' | t"
        [points]="points()"
        [series]="series()"
      />
    } @else {
      <h2>{{ 'creatorProfile.followersChart.title' | t }}</h2>
      <p class="pr-muted">{{ 'creatorProfile.followersChart.empty' | t }}</p>
    }
  `,
})
export class FollowersChart {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly view = input.required<CreatorView>();
  protected readonly days = computed(() => this.view().days);
  protected readonly points = computed(() => this.days().map(({ day }) => instantOf(day)));

  protected readonly hint = computed(() => {
    const growth = this.view().figures.growth30d;
    if (growth === null) return this.texts.say('creatorProfile.followersChart.plain');
    const sign = growth > 0 ? '+' : '';
    return this.texts.say('creatorProfile.followersChart.hint', {
      growth: sign + this.format.percent(growth),
    });
  });
  protected readonly series = computed((): ChartSeries[] => [
    {
      key: 'followers',
      name: this.texts.say('creatorProfile.followersChart.title'),
      colour: 'var(--pr-organic)',
      values: this.days().map(({ followers }) => followers),
    },
  ]);
}

/** What the creator asked for a note, day by day: a price holds until it changes. */
@Component({
  selector: 'app-price-chart',
  imports: [AppChart, T],
  host: { class: 'pr-card' },
  template: `
    @if (series().length > 0) {
      <app-chart
        kind="line"
        grain="day"
        fileName="quotes"
        [steps]="true"
        metric="imageCents"
        [heading]="'creatorProfile.prices.title' | t"
        [hint]="hint()"
        [unit]="'creatorProfile.prices.unit' | t"
        [points]="points()"
        [series]="series()"
        [write]="money"
      />
    } @else {
      <h2>{{ 'creatorProfile.prices.title' | t }}</h2>
      <p class="pr-muted">{{ 'creatorProfile.prices.empty' | t }}</p>
    }
  `,
})
export class PriceChart {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  readonly days = input.required<readonly CreatorDay[]>();
  protected readonly money = (cents: number) => this.format.roundMoney(Math.round(cents));
  protected readonly points = computed(() => this.days().map(({ day }) => instantOf(day)));

  protected readonly series = computed((): ChartSeries[] =>
    [
      {
        key: 'image',
        name: this.texts.say('creatorProfile.prices.image'),
        colour: 'var(--pr-organic)',
        values: this.days().map(({ imageCents }) => imageCents),
      },
      {
        key: 'video',
        name: this.texts.say('creatorProfile.prices.video'),
        colour: 'var(--pr-search)',
        pattern: 'dashed' as const,
        values: this.days().map(({ videoCents }) => videoCents),
      },
    ].filter(({ values }) => values.length > 1 && values.some((value) => value !== null)),
  );
  protected readonly hint = computed(() => {
    const from = this.format.day(this.points()[0] ?? null);
    const changes = this.days().filter((day, at, days) => {
      const before = days[at - 1];
      return before && (before.imageCents !== day.imageCents || before.videoCents !== day.videoCents);
    }).length;
    return changes === 0
      ? this.texts.say('creatorProfile.prices.steady', { from })
      : this.texts.count('creatorProfile.prices.changed', changes, { from });
  });
}

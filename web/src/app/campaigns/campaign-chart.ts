import { Component, computed, inject, input } from '@angular/core';
import type { CampaignView } from '@poolrise/contracts';
import { sumOfRails } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { AppChart } from '../ui/app-chart';
import type { ChartMark, ChartSeries } from '../ui/chart-data';
import { Format } from '../ui/format';

/** What should be out and what is, as running totals by day. */
@Component({
  selector: 'app-campaign-chart',
  imports: [AppChart, T],
  host: { class: 'pr-card' },
  template: `
    <app-chart
      kind="line"
      grain="day"
      metric="committedSpend"
      fileName="campaign"
      [heading]="'campaigns.page.chart' | t"
      [hint]="'campaigns.page.chartHint' | t"
      [unit]="'campaigns.page.chartUnit' | t"
      [points]="points()"
      [series]="lines()"
      [marks]="marks()"
      [write]="money"
      [height]="240"
    />
  `,
})
export class CampaignChart {
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);

  readonly campaign = input.required<CampaignView>();

  protected readonly money = (cents: number): string => this.format.roundMoney(Math.round(cents));
  protected readonly points = computed(() =>
    this.campaign().days.map(({ day }) => new Date(`${day}T00:00:00+08:00`).toISOString()),
  );
  protected readonly lines = computed((): ChartSeries[] => {
    const { days } = this.campaign();
    return [
      {
        key: 'planned',
        name: this.texts.say('campaigns.page.planned'),
        colour: 'var(--pr-muted)',
        pattern: 'dashed',
        values: days.map(({ plannedCents }) => plannedCents),
      },
      {
        key: 'actual',
        name: this.texts.say('campaigns.page.actual'),
        colour: 'var(--pr-paid)',
        values: days.map(({ actual }) => actual && sumOfRails(actual)),
      },
    ];
  });
  /** Where the plan reaches beyond this day, the day is marked. */
  protected readonly marks = computed((): ChartMark[] => {
    const { days } = this.campaign();
    const today = days.findLastIndex(({ actual }) => actual !== null);
    const at = this.points()[today];
    return at && today < days.length - 1 ? [{ at, label: this.texts.say('campaigns.page.today') }] : [];
  });
}

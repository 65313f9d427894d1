import { Component, computed, inject, input } from '@angular/core';
import type { RaceView } from '@poolrise/contracts';
import { T } from '../../i18n/t';
import { AppChart } from '../ui/app-chart';
import type { ChartSeries } from '../ui/chart-data';
import { Format } from '../ui/format';
import { armColours, letterOf } from './arm-letter';
import { unseen } from './race-words';

/** How the chance to be the best moved: equal at the start, judged after each round, and as it stands now. */
@Component({
  selector: 'app-chance-chart',
  imports: [AppChart, T],
  host: { class: 'pr-card' },
  template: `
    <app-chart
      kind="line"
      grain="hour"
      metric="raceChance"
      fileName="race-chances"
      [heading]="'races.page.chart' | t"
      [hint]="(race().state === 'ended' ? 'races.page.chartHintEnded' : 'races.page.chartHint') | t"
      [unit]="'races.page.chartUnit' | t"
      [points]="drawn().points"
      [series]="drawn().series"
      [write]="write"
      [height]="240"
    />
  `,
})
export class ChanceChart {
  private readonly format = inject(Format);
  readonly race = input.required<RaceView>();

  protected readonly write = (chance: number): string => this.format.percent(chance, 0);
  protected readonly drawn = computed((): { points: string[]; series: ChartSeries[] } => {
    const race = this.race();
    const judged = race.roundsBegun.flatMap(({ endsAt, number, chances }) =>
      chances ? [{ at: number === race.round ? (race.endedAt ?? endsAt) : endsAt, chances }] : [],
    );
    const now = race.state === 'running' && !unseen(race) ? [{ at: race.asOf, chances: null }] : [];
    const steps = [...judged, ...now];
    if (steps.length === 0) return { points: [], series: [] };
    const series = race.arms.map((arm, place): ChartSeries => {
      const values = steps.map(({ chances }) => {
        if (!chances) return arm.verdict?.chanceBest ?? null;
        return chances.find(({ noteId }) => noteId === arm.noteId)?.chanceBest ?? null;
      });
      return {
        key: arm.noteId,
        name: `${letterOf(place)} ${arm.title}`,
        colour: armColours[place] ?? 'var(--pr-muted)',
        values: [1 / race.arms.length, ...values],
      };
    });
    return { points: [race.createdAt, ...steps.map(({ at }) => at)], series };
  });
}

import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { BoostSearchWords as Words, BoostView } from '@poolrise/contracts';
import { type FigureSource, type MetricId, shanghaiDays } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { FailedState } from '../../ui/failed-state';
import { FigureGrid } from '../../ui/figure-grid';
import { AppSource } from '../../ui/figure-source';
import { Format } from '../../ui/format';
import { AppLineage } from '../../ui/lineage';
import { MetricName } from '../../ui/metric-name';
import { Scrolls } from '../../ui/scrolls';
import { Skeleton } from '../../ui/skeleton';

type Row = Words['keywords'][number];

/** On the page of a boost in search: its words with what each brought and where it stood, and the searches behind them. */
@Component({
  selector: 'app-boost-search-words',
  imports: [AppLineage, AppSource, FailedState, FigureGrid, MetricName, Scrolls, Skeleton, T],
  host: { class: 'pr-card' },
  templateUrl: './boost-search-words.html',
  styleUrl: './search-words.scss',
})
export class BoostSearchWords {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly boost = input.required<BoostView>();

  protected readonly words = httpResource<Words>(() => `/api/v1/boosts/${this.boost().id}/search-words`);
  protected readonly view = kept(() => this.boost().id, this.words);

  protected readonly columns: { metric: MetricId; of: (row: Row) => number | null }[] = [
    { metric: 'impressions', of: (row) => row.impressions },
    { metric: 'clicks', of: (row) => row.reads },
    { metric: 'ctr', of: (row) => row.ctr },
    { metric: 'spend', of: (row) => row.spendCents },
    { metric: 'averagePosition', of: (row) => row.averagePosition },
    { metric: 'firstPlaceShare', of: (row) => row.firstPlaceShare },
    { metric: 'topThreeShare', of: (row) => row.topThreeShare },
  ];

  /** What the words did so far, in one sentence. */
  protected readonly sentence = computed(() => {
    const rows = this.view()?.keywords ?? [];
    const best = rows.reduce<Row | null>(
      (most, row) => (row.impressions > (most?.impressions ?? 0) ? row : most),
      null,
    );
    if (!best) return this.texts.say('searchWords.boost.nothing');
    return this.texts.say('searchWords.boost.sentence', {
      word: best.text,
      n: this.format.number(best.impressions),
      position: this.format.decimal(best.averagePosition),
    });
  });

  protected readonly source = computed((): FigureSource => {
    const { startsAt, endedAt, asOf } = this.boost();
    return {
      streams: ['searches', 'hosted-boosts'],
      over: shanghaiDays(startsAt, endedAt ?? asOf),
      dataAt: this.view()?.asOf ?? asOf,
    };
  });

  constructor() {
    reloadOn(this.words, 'boosts');
  }

  protected match(match: Row['match']): string {
    return this.texts.say(`campaigns.match.${match}`);
  }

  protected figure(metric: MetricId, value: number | null): string {
    return metric === 'averagePosition' ? this.format.decimal(value) : this.format.metric(metric, value);
  }
}

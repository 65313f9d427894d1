import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { CampaignSearchWords as Words, CampaignView, SearchRankView } from '@poolrise/contracts';
import { type FigureSource, type MetricId, shanghaiDays } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { FailedState } from '../ui/failed-state';
import { FigureGrid } from '../ui/figure-grid';
import { AppSource } from '../ui/figure-source';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { MetricName } from '../ui/metric-name';
import { Scrolls } from '../ui/scrolls';
import { Skeleton } from '../ui/skeleton';
import { campaignsRoot } from './campaigns-api';

const dayMs = 86_400_000;

/** Where the brand's notes stand by the words of a campaign, bought and found, and what no word meets yet. */
@Component({
  selector: 'app-campaign-search-words',
  imports: [AppLineage, AppSource, FailedState, FigureGrid, MetricName, Scrolls, Skeleton, T],
  host: { class: 'pr-card' },
  templateUrl: './campaign-search-words.html',
  styleUrl: '../boosts/search/search-words.scss',
})
export class CampaignSearchWords {
  private readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  readonly campaign = input.required<CampaignView>();

  protected readonly words = httpResource<Words>(() => `${campaignsRoot}/${this.campaign().id}/search-words`);
  protected readonly view = kept(() => this.campaign().id, this.words);

  protected readonly sides = ['paid', 'organic'] as const;
  protected readonly columns: { metric: MetricId; of: (rank: SearchRankView) => number | null }[] = [
    { metric: 'searchPageShare', of: (rank) => rank.pageShare },
    { metric: 'averagePosition', of: (rank) => rank.averagePosition },
    { metric: 'firstPlaceShare', of: (rank) => rank.firstPlaceShare },
    { metric: 'topThreeShare', of: (rank) => rank.topThreeShare },
  ];

  /** How much of what is searched for the words meet, and what of it the brand has. */
  protected readonly sentence = computed(() => {
    const view = this.view();
    const searches = (view?.keywords ?? []).reduce((sum, row) => sum + row.searches, 0);
    if (!view || view.keywords.length === 0) return this.texts.say('searchWords.campaign.noWords');
    if (searches === 0) return this.texts.say('searchWords.campaign.nothing', { days: view.days });
    const shown = (side: 'paid' | 'organic') =>
      this.format.percent(
        view.keywords.reduce((sum, row) => sum + (row[side].pageShare ?? 0) * row.searches, 0) / searches,
      );
    return this.texts.say('searchWords.campaign.sentence', {
      n: this.format.number(searches),
      days: view.days,
      paid: shown('paid'),
      organic: shown('organic'),
    });
  });

  protected readonly source = computed((): FigureSource | null => {
    const view = this.view();
    if (!view) return null;
    const from = new Date(Date.parse(view.asOf) - (view.days - 1) * dayMs).toISOString();
    return { streams: ['searches'], over: shanghaiDays(from, view.asOf), dataAt: view.asOf };
  });

  constructor() {
    reloadOn(this.words, 'campaigns', 'boosts');
  }

  protected match(match: Words['keywords'][number]['match']): string {
    return this.texts.say(`campaigns.match.${match}`);
  }

  protected figure(metric: MetricId, value: number | null): string {
    return metric === 'averagePosition' ? this.format.decimal(value) : this.format.metric(metric, value);
  }
}

import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { OverviewView } from '@poolrise/contracts';
import { type FigureSource, type MetricId, metrics, shanghaiDays } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Icon } from '../ui/icon';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { StatTile } from '../ui/stat-tile';
import { BoostsCard } from './boosts-card';
import { ImpressionsCard } from './impressions-card';
import { LadderCard } from './ladder-card';
import { RisingCard } from './rising-card';
import { VerdictsCard } from './verdicts-card';
import { AppSource } from '../ui/figure-source';

/** The first page of a workspace: how it goes, where its notes stand, what just happened. */
@Component({
  selector: 'app-overview-page',
  imports: [
    AppSource,
    BoostsCard,
    EmptyState,
    FailedState,
    Icon,
    ImpressionsCard,
    LadderCard,
    MatButton,
    PageHeader,
    RisingCard,
    RouterLink,
    Skeleton,
    StatTile,
    T,
    VerdictsCard,
  ],
  host: { class: 'pr-page' },
  templateUrl: './overview-page.html',
  styleUrls: ['../ui/board.scss', './overview-page.scss'],
})
export default class OverviewPage {
  protected readonly session = inject(Session);
  protected readonly overview = httpResource<OverviewView>(() => '/api/v1/overview');
  protected readonly view = kept(() => 'overview', this.overview);

  /** Only figures that have a definition are shown: a tile without one would be a number without a meaning. */
  protected readonly tiles = computed(() =>
    (this.view()?.tiles ?? []).flatMap((tile) =>
      tile.metric in metrics ? [{ ...tile, metric: tile.metric as MetricId }] : [],
    ),
  );
  protected readonly ofTiles = computed(() => this.sourceFrom((view) => view.tilesFrom));
  protected readonly ofDays = computed(() => this.sourceFrom(({ series, asOf }) => series.days[0] ?? asOf));
  protected readonly noteless = computed(
    () => this.view()?.states.every((state) => state.notes === 0) ?? false,
  );

  private sourceFrom(begin: (view: OverviewView) => string): FigureSource | null {
    const view = this.view();
    if (!view) return null;
    const over = shanghaiDays(begin(view), view.asOf);
    return { streams: ['hosted-hours', 'hosted-boosts'], over, dataAt: view.asOf };
  }

  constructor() {
    reloadOn(this.overview, 'notes', 'pools', 'boosts');
  }
}

import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import type { DeskToday } from '@poolrise/contracts';
import { type FigureSource, shanghaiDays } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { Session } from '../../session/session';
import { FailedState } from '../../ui/failed-state';
import { AppSource } from '../../ui/figure-source';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { StatTile } from '../../ui/stat-tile';
import { ClimbingCard } from './climbing-card';
import { StepsCard } from './steps-card';
import { ThingsCard } from './things-card';

/** The first page of a creator's desk: what needs it today, how the week was, which notes climb. */
@Component({
  selector: 'app-home-page',
  imports: [AppSource, ClimbingCard, FailedState, PageHeader, Skeleton, StatTile, StepsCard, T, ThingsCard],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'creatorDesk.title' | t" [text]="'creatorDesk.text' | t" />
    @if (view(); as view) {
      @if (isNew()) {
        <app-steps-card class="steps" [steps]="view.steps" />
      }
      @if (view.steps.published) {
        <h2 class="week">
          {{ 'creatorDesk.week.title' | t }} <small>{{ 'creatorDesk.week.text' | t }}</small>
        </h2>
        <div class="tiles" [appSource]="source()">
          @for (figure of view.figures; track figure.metric) {
            <app-stat-tile [metric]="figure.metric" [value]="figure.value" [previous]="figure.previous" />
          }
        </div>
      }
      <div class="grid lead">
        <app-things-card [things]="view.things" [more]="view.more" />
        <app-climbing-card
          [climbing]="view.climbing"
          [appSource]="{ streams: ['pool-runs'], over: 'pool-stay', dataAt: view.asOf }"
        />
      </div>
    } @else if (today.error(); as error) {
      <section class="pr-card"><app-failed-state [error]="error" (retry)="today.reload()" /></section>
    } @else {
      <div aria-busy="true">
        <span class="pr-only-screen-reader" role="status">{{ 'creatorDesk.loading' | t }}</span>
        <div class="tiles">
          @for (tile of [1, 2, 3, 4]; track tile) {
            <app-skeleton height="102px" radius="16px" />
          }
        </div>
        <div class="grid lead">
          <app-skeleton height="320px" radius="16px" />
          <app-skeleton height="320px" radius="16px" />
        </div>
      </div>
    }
  `,
  styleUrl: '../../ui/board.scss',
  styles: `
    .steps {
      display: block;
      margin-bottom: 16px;
    }
    .week {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 2px 10px;
      margin-bottom: 8px;
      font-size: 15px;
      font-weight: 650;

      small {
        color: var(--pr-muted);
        font-size: 12.5px;
        font-weight: 400;
      }
    }
    .grid {
      align-items: start;
    }
    /* What needs the desk is read, the climb beside it is glanced at. */
    @media (min-width: 900px) {
      .grid.lead {
        grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr);
      }
    }
  `,
})
export default class HomePage {
  protected readonly session = inject(Session);
  protected readonly today = httpResource<DeskToday>(() => '/api/v1/desk/today');
  protected readonly view = kept(() => 'today', this.today);

  /** Until each of the first steps is done they stand above everything else. */
  protected readonly isNew = computed(() => {
    const steps = this.view()?.steps;
    return steps !== undefined && !(steps.creator && steps.published && steps.applied);
  });
  protected readonly source = computed((): FigureSource | null => {
    const view = this.view();
    if (!view) return null;
    return {
      streams: ['hosted-hours', 'journal'],
      over: shanghaiDays(view.from, view.asOf),
      dataAt: view.asOf,
    };
  });

  constructor() {
    reloadOn(this.today, 'orders', 'recruitments', 'notes', 'pools', 'desks', 'wallet');
  }
}

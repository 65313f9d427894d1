import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type DataCentreView, dataSpans } from '@poolrise/contracts';
import type { FigureSource } from '@poolrise/domain';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { Session } from '../../session/session';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { AppSource } from '../../ui/figure-source';
import { FilterChips } from '../../ui/filter-chips';
import { Format } from '../../ui/format';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { StatTile } from '../../ui/stat-tile';
import { FiguresCard } from './figures-card';
import { DataNotesCard } from './notes-card';
import { PortraitCard } from './portrait-card';
import { SourcesCard } from './sources-card';
import { VisitsCard } from './visits-card';

type Span = (typeof dataSpans)[number];

/** How the notes of a desk did over 7 or 30 whole days; nothing here moves before tomorrow, so nothing is live. */
@Component({
  selector: 'app-data-centre-page',
  imports: [
    AppSource,
    DataNotesCard,
    EmptyState,
    FailedState,
    FiguresCard,
    FilterChips,
    MatButton,
    PageHeader,
    PortraitCard,
    RouterLink,
    Skeleton,
    SourcesCard,
    StatTile,
    T,
    VisitsCard,
  ],
  host: { class: 'pr-page' },
  template: `
    <app-page-header [title]="'creatorDesk.data.title' | t" [text]="spanText()" />
    <app-filter-chips
      class="span"
      [label]="'creatorDesk.data.span' | t"
      [choices]="spans"
      [word]="spanWord"
      [chosen]="chosen()"
      (choose)="ask($event)"
    />
    @if (view(); as view) {
      @if (empty()) {
        <section class="pr-card">
          <app-empty-state
            icon="chart"
            [title]="'creatorDesk.data.empty.title' | t"
            [text]="'creatorDesk.data.empty.text' | t"
          >
            <a matButton="filled" [routerLink]="session.to('notes')">{{
              'creatorDesk.data.empty.notes' | t
            }}</a>
          </app-empty-state>
        </section>
      } @else {
        <div class="tiles" [appSource]="source()">
          @for (figure of view.figures; track figure.metric) {
            <app-stat-tile
              [metric]="figure.metric"
              [value]="figure.value"
              [previous]="before() ? figure.previous : undefined"
            />
          }
        </div>
        <div class="grid" [appSource]="source()">
          <app-figures-card class="wide" [view]="view" />
          <app-sources-card [sources]="view.sources" />
          <app-visits-card [readers]="view.readers" />
          <app-portrait-card
            class="wide"
            [readers]="view.readers"
            [portrait]="view.portrait"
            [since]="view.first"
          />
          <app-data-notes-card class="wide" [days]="chosen()" />
        </div>
      }
    } @else if (figures.error(); as error) {
      <section class="pr-card"><app-failed-state [error]="error" (retry)="figures.reload()" /></section>
    } @else {
      <div aria-busy="true">
        <span class="pr-only-screen-reader" role="status">{{ 'creatorDesk.data.loading' | t }}</span>
        <div class="tiles">
          @for (tile of [1, 2, 3, 4, 5, 6]; track tile) {
            <app-skeleton height="102px" radius="16px" />
          }
        </div>
        <app-skeleton height="320px" radius="16px" />
      </div>
    }
  `,
  styleUrl: '../../ui/board.scss',
  styles: `
    .span {
      margin-bottom: 16px;
    }
    @media (min-width: 1100px) {
      .tiles {
        grid-template-columns: repeat(6, minmax(0, 1fr));
      }
    }
  `,
})
export default class DataCentrePage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly spans = dataSpans;

  /** from the address */
  readonly days = input<string>();
  protected readonly chosen = computed((): Span => dataSpans.find((one) => one === this.days()) ?? '7');
  protected readonly spanWord = (span: Span): string => this.texts.say(`creatorDesk.data.days.${span}`);
  protected readonly figures = httpResource<DataCentreView>(
    () => `/api/v1/data-centre?days=${this.chosen()}`,
  );
  protected readonly view = kept(() => this.chosen(), this.figures);

  protected readonly empty = computed(
    () => this.view()?.figures.find(({ metric }) => metric === 'impressions')?.value === 0,
  );
  /** Whether anything was shown in the span before: else no tile is held against it, which is said once. */
  protected readonly before = computed(() =>
    (this.view()?.figures ?? []).some(({ previous }) => previous !== null && previous > 0),
  );
  protected readonly spanText = computed(() => {
    const view = this.view();
    if (!view) return '';
    return this.texts.say(this.before() ? 'creatorDesk.data.text' : 'creatorDesk.data.textAlone', {
      first: this.format.wholeDay(view.first),
      last: this.format.wholeDay(view.last),
    });
  });
  protected readonly source = computed((): FigureSource | null => {
    const view = this.view();
    if (!view) return null;
    const over = { from: view.first, to: view.last, timeZone: 'Asia/Shanghai' };
    return { streams: ['hosted-hours'], over, dataAt: view.asOf };
  });

  protected ask(days: Span): void {
    void this.router.navigate([], {
      queryParams: { days: days === '7' ? undefined : days },
      queryParamsHandling: 'merge',
    });
  }
}

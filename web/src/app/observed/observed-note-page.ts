import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { ObservedNoteView } from '@poolrise/contracts';
import type { FigureSource } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { PageTitle } from '../shell/page-title';
import { Chip } from '../ui/chip';
import { CopyLink } from '../ui/copy-link';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { CostCard } from './note/cost-card';
import { CurveCard } from './note/curve-card';
import { Disagreements, sharedFigures } from './note/disagreements';
import { EstimateWords } from './note/estimate-words';
import { FilesCard } from './note/files-card';
import { ObservedLadder } from './note/observed-ladder';
import { PaidCard } from './note/paid-card';
import { SeriesChart } from './note/series-chart';
import { type SeriesGroup, seriesGroups } from './note/series-shape';
import { SpillCard } from './note/spill-card';
import { StandingCard } from './note/standing-card';
import { ObservedWords } from './observed-words';
import { SourceChips } from './source-chips';
import { AppSource } from '../ui/figure-source';

/** The climb view of a note that is not hosted here: everything on it is an estimate from files, and says so. */
@Component({
  selector: 'app-observed-note-page',
  imports: [
    AppSource,
    Chip,
    CopyLink,
    CostCard,
    CurveCard,
    Disagreements,
    FailedState,
    FilesCard,
    MatButton,
    ObservedLadder,
    PageHeader,
    PaidCard,
    RouterLink,
    SeriesChart,
    Skeleton,
    SourceChips,
    SpillCard,
    StandingCard,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './observed-note-page.html',
  styleUrl: './observed-note-page.scss',
})
export default class ObservedNotePage {
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly texts = inject(Texts);
  private readonly format = inject(Format);
  private readonly all = inject(ObservedWords);
  protected readonly words = inject(EstimateWords);
  protected readonly session = inject(Session);

  readonly observedNoteId = input.required<string>();
  /** which counters the chart shows; part of the address */
  readonly show = input<string>();

  protected readonly note = httpResource<ObservedNoteView>(
    () => `/api/v1/observed-notes/${this.observedNoteId()}`,
  );
  protected readonly view = kept(this.observedNoteId, this.note);
  protected readonly group = computed(
    (): SeriesGroup => seriesGroups.find((one) => one === this.show()) ?? 'impressions',
  );
  /** The files that speak of the note, and the last day of any. */
  protected readonly source = computed((): FigureSource | null => {
    const view = this.view();
    if (!view) return null;
    const files = view.sources
      .map(({ importId, name, rows }) => ({ kind: 'file' as const, id: importId, name, rows }))
      .sort((one, other) => other.rows - one.rows);
    const days = view.sources.flatMap(({ lastDay }) => lastDay ?? []).sort();
    return { streams: [], files, over: 'sheet-dates', dataAt: days.at(-1) ?? null };
  });
  protected readonly name = computed(() => {
    const view = this.view();
    return view && (view.title || this.texts.say('observed.untitled'));
  });
  protected readonly meta = computed(() => {
    const view = this.view();
    if (!view) return '';
    const { type, category, followers, publishedAt, platformId } = view;
    return [
      ...(publishedAt ? [this.all.published(publishedAt)] : []),
      ...(type ? [this.texts.say(`common.noteType.${type}`)] : []),
      ...(category ? [category] : []),
      ...(followers === null
        ? []
        : [this.texts.count('common.followers', followers, {}, this.format.compact(followers))]),
      platformId ?? this.texts.say('observed.noId'),
    ].join(' · ');
  });
  protected readonly kinds = computed(() => [...new Set(this.view()?.sources.map(({ kind }) => kind))]);
  protected readonly level = computed(() => {
    const level = this.view()?.estimate?.level;
    return level?.told ? level.is : null;
  });
  protected readonly shared = computed(() => {
    const view = this.view();
    return view ? sharedFigures(view).length > 0 : false;
  });

  /** Where nothing was ever bought, nobody asks what it brought. */
  protected readonly bought = computed(() => {
    const view = this.view();
    if (!view) return false;
    const { impressionsPromoted, impressionsHeated } = view.series.points;
    return (
      view.ads.length > 0 ||
      [impressionsPromoted, impressionsHeated].some((points) => points.some(({ span }) => span.high !== 0))
    );
  });

  constructor() {
    reloadOn(this.note, 'imports');
    effect(() => {
      const name = this.name();
      if (name) this.title.name(name);
    });
  }

  protected choose(group: SeriesGroup): void {
    void this.router.navigate([], { queryParams: { show: group }, replaceUrl: true });
  }
}

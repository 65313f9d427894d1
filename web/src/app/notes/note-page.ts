import { NgTemplateOutlet } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatTooltip } from '@angular/material/tooltip';
import { Router, RouterLink } from '@angular/router';
import type { ClimbView, NoteAudience, NoteRules, NoteSeries } from '@poolrise/contracts';
import { type FigureSource, shanghaiDays, type StreamId } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { PageTitle } from '../shell/page-title';
import { CopyLink } from '../ui/copy-link';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { MediaViewer } from '../media/media-viewer';
import { NoteLabels } from './note-labels';
import { NoteCover } from '../ui/note-cover';
import { PageHeader } from '../ui/page-header';
import { PoolBadge } from '../ui/pool-badge';
import { PoolLadder } from '../ui/pool-ladder';
import { Skeleton } from '../ui/skeleton';
import { FirstAudience } from './audience/first-audience';
import { FirstReaders } from './audience/first-readers';
import { RunningEvidence } from './climb/running-evidence';
import { HourlyChart, hoursFor, type SeriesHours, seriesHours } from './climb/hourly-chart';
import { SideBySide } from './climb/side-by-side';
import { VerdictTimeline } from './climb/verdict-timeline';
import { WhyCard } from './climb/why-card';
import { RuleSetsCard } from './why/rule-sets-card';
import { AppSource } from '../ui/figure-source';
import { AppLineage } from '../ui/lineage';
import { viewportIs } from '../ui/viewport-is';

interface Fitting {
  noteId: string;
  hours: SeriesHours;
}

/** The climb view: where a note is in the pools, how it does against its peers, why, and what happens next. */
@Component({
  selector: 'app-note-page',
  imports: [
    AppLineage,
    AppSource,
    CopyLink,
    FailedState,
    FirstAudience,
    FirstReaders,
    HourlyChart,
    Icon,
    MatButton,
    MatTooltip,
    NgTemplateOutlet,
    MediaViewer,
    NoteCover,
    NoteLabels,
    PageHeader,
    PoolBadge,
    PoolLadder,
    RouterLink,
    RuleSetsCard,
    RunningEvidence,
    SideBySide,
    Skeleton,
    T,
    VerdictTimeline,
    WhyCard,
  ],
  host: { class: 'pr-page' },
  templateUrl: './note-page.html',
  styleUrl: './note-page.scss',
})
export default class NotePage {
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);

  readonly noteId = input.required<string>();
  /** how much of the past the chart shows; part of the address, so that a copied link shows the same */
  readonly hours = input<string>();

  protected readonly climb = httpResource<ClimbView>(() => `/api/v1/notes/${this.noteId()}/climb`);
  protected readonly view = kept(this.noteId, this.climb);

  /** What fits the age the note had when the page opened: nobody wants the range to change while they look. */
  private readonly fitting = linkedSignal<
    { noteId: string; view: ClimbView | undefined },
    Fitting | undefined
  >({
    source: () => ({ noteId: this.noteId(), view: this.view() }),
    computation: ({ noteId, view }, before) => {
      if (before?.value?.noteId === noteId) return before.value;
      return view && { noteId, hours: hoursFor(view.note.publishedAt, view.asOf) };
    },
  });
  protected readonly shownHours = computed(
    () => seriesHours.find((choice) => choice === this.hours()) ?? this.fitting()?.hours,
  );
  protected readonly series = httpResource<NoteSeries>(() => {
    const hours = this.shownHours();
    return hours && `/api/v1/notes/${this.noteId()}/series?hours=${hours}`;
  });
  /** The curve stays while one of another length travels. */
  protected readonly curve = kept(this.noteId, this.series);
  /** Asked once the note is there: what other rules would have said is nothing without it. */
  private readonly here = computed(() => this.view() !== undefined);
  protected readonly rules = httpResource<NoteRules>(() =>
    this.here() ? `/api/v1/notes/${this.noteId()}/rules` : undefined,
  );
  protected readonly told = kept(this.noteId, this.rules);
  protected readonly audience = httpResource<NoteAudience>(() =>
    this.here() ? `/api/v1/notes/${this.noteId()}/audience` : undefined,
  );
  protected readonly readers = kept(this.noteId, this.audience);
  /** Two columns, each with its own cards under each other; below this width one, in the order of reading. */
  protected readonly wide = viewportIs('(min-width: 1080px)');

  protected readonly hint = computed(() => {
    const view = this.view();
    if (!view) return '';
    const { note, current } = view;
    return this.texts.say(`climb.hint.${note.state}`, {
      n: this.format.number(current?.nextCheckAt ?? null),
    });
  });
  protected readonly meta = computed(() => {
    const view = this.view();
    if (!view) return '';
    const { creator, type, category, publishedAt } = view.note;
    return [
      this.texts.count('common.followers', creator.followers, {}, this.format.compact(creator.followers)),
      this.texts.say(`common.noteType.${type}`),
      this.texts.say(`common.category.${category}`),
      this.texts.say('climb.published', { at: this.format.dateTime(publishedAt) }),
    ].join(' · ');
  });

  /** What the note got over its life, in its present pool, and in the hours drawn. */
  protected readonly sources = computed(() => {
    const view = this.view();
    const drawn = this.curve();
    const from = (over: FigureSource['over'], ...streams: StreamId[]): FigureSource | null =>
      view ? { streams, over, dataAt: view.asOf } : null;
    return {
      pool: from('pool-stay', 'pool-runs', 'peer-days'),
      life: view ? from(shanghaiDays(view.note.publishedAt, view.asOf), 'hosted-hours') : null,
      hours: drawn ? from(shanghaiDays(drawn.from, drawn.to), 'hosted-hours') : null,
    };
  });

  constructor() {
    reloadOn(this.climb, 'pools', 'notes', 'boosts');
    reloadOn(this.series, 'pools', 'notes', 'boosts');
    reloadOn(this.rules, 'pools', 'notes');
    reloadOn(this.audience, 'pools', 'notes');
    effect(() => {
      const view = this.view();
      if (view) this.title.name(view.note.title);
    });
  }

  protected show(hours: SeriesHours): void {
    void this.router.navigate([], { queryParams: { hours }, replaceUrl: true });
  }

  protected async boost(): Promise<void> {
    const { LaunchDialog, launchDialogLook } = await import('../boosts/launch-dialog');
    this.dialog.open(LaunchDialog, { ...launchDialogLook(), data: { noteId: this.noteId() } });
  }
}

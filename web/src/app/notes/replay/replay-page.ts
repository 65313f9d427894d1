import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type {
  ClimbView,
  NoteSeries,
  Page,
  PolicyView,
  ReplayChange,
  SimulationList,
  SimulationView,
} from '@poolrise/contracts';
import { T } from '../../../i18n/t';
import { Texts } from '../../../i18n/texts';
import { kept } from '../../live/kept';
import { reloadOn } from '../../live/reload-on';
import { sending } from '../../problems/sending';
import { Session } from '../../session/session';
import { PageTitle } from '../../shell/page-title';
import { FailedState } from '../../ui/failed-state';
import { Format } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { RunList } from '../../ui/run-list';
import { Skeleton } from '../../ui/skeleton';
import { hoursFor } from '../climb/hourly-chart';
import { LifeScrubber } from './life-scrubber';
import { ReplayApi } from './replay-api';
import { ReplayForm } from './replay-form';
import { ReplayResultCard } from './replay-result';
import { replayName } from './replay-words';

/** The life of a note as it was, hour by hour, and as it would have been with one thing changed. */
@Component({
  selector: 'app-replay-page',
  imports: [
    FailedState,
    Icon,
    LifeScrubber,
    MatButton,
    PageHeader,
    ReplayForm,
    ReplayResultCard,
    RouterLink,
    RunList,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './replay-page.html',
  styles: `
    .grid {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 360px;
      gap: 16px;
      align-items: start;
    }
    .stack {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
    .ended {
      color: var(--pr-muted);
    }
    @media (max-width: 1079px) {
      .grid {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export default class ReplayPage {
  private readonly api = inject(ReplayApi);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly title = inject(PageTitle);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);

  readonly noteId = input.required<string>();
  /** the replay that is looked at; part of the address, so that a copied link shows the same */
  readonly run = input<string>();

  protected readonly climb = httpResource<ClimbView>(() => `/api/v1/notes/${this.noteId()}/climb`);
  protected readonly view = kept(this.noteId, this.climb);
  private readonly range = computed(() => {
    const view = this.view();
    return view && hoursFor(view.note.publishedAt, view.asOf);
  });
  protected readonly series = httpResource<NoteSeries>(() => {
    const hours = this.range();
    return hours && `/api/v1/notes/${this.noteId()}/series?hours=${hours}`;
  });
  protected readonly curve = kept(this.noteId, this.series);
  protected readonly policies = httpResource<Page<PolicyView>>(() => '/api/v1/policies?limit=50');
  protected readonly replays = httpResource<SimulationList>(() => `/api/v1/notes/${this.noteId()}/replays`);
  private readonly list = kept(this.noteId, this.replays);
  protected readonly runs = computed(() => this.list()?.items ?? []);
  protected readonly named = computed(() =>
    this.runs().map((run) => ({ ...run, name: replayName(run, this.texts, this.format) })),
  );

  /** The one in the address, else the newest. */
  protected readonly chosen = computed(() => this.run() ?? this.runs()[0]?.id ?? null);
  private readonly chosenRow = computed(() => this.runs().find(({ id }) => id === this.chosen()));
  /** Its result is asked for once it is done: until then there is none, and afterwards it never changes. */
  private readonly known = computed(() => {
    if (this.chosenRow()) return this.chosenRow()?.state === 'done' ? 'done' : 'unfinished';
    // One in the address that is too old for the list.
    return this.run() !== undefined && this.list() !== undefined && !this.replays.isLoading()
      ? 'older'
      : 'unknown';
  });
  protected readonly simulation = httpResource<SimulationView>(() => {
    const known = this.known();
    const id = this.chosen();
    return id !== null && (known === 'done' || known === 'older') ? `/api/v1/simulations/${id}` : undefined;
  });
  protected readonly result = computed(() =>
    this.simulation.hasValue() ? (this.simulation.value().result ?? null) : null,
  );
  protected readonly name = computed(() =>
    this.simulation.hasValue() ? replayName(this.simulation.value(), this.texts, this.format) : '',
  );
  protected readonly changed = computed(
    () => this.simulation.hasValue() && this.simulation.value().change.kind !== 'nothing',
  );
  protected readonly ended = computed(() => {
    const state = this.chosenRow()?.state;
    return state === 'failed' || state === 'cancelled' ? this.texts.say(`replay.runs.${state}`) : '';
  });

  protected readonly sending = sending();
  /** One question, one key: pressing twice, or again after a lost answer, asks once. */
  private question: { key: string; change: string } | null = null;

  constructor() {
    reloadOn(this.replays, 'simulations');
    effect(() => {
      const view = this.view();
      if (view) this.title.name(view.note.title);
    });
  }

  protected async ask(change: ReplayChange): Promise<void> {
    const asked = JSON.stringify(change);
    if (this.question?.change !== asked) this.question = { key: crypto.randomUUID(), change: asked };
    const { key: requestKey } = this.question;
    await this.sending.send(async () => {
      const { id } = await this.api.ask(this.noteId(), { change, requestKey });
      this.question = null;
      this.replays.reload();
      this.choose(id);
    });
  }

  protected choose(run: string): void {
    void this.router.navigate([], { queryParams: { run }, replaceUrl: true });
  }

  protected async cancel(id: string): Promise<void> {
    await this.sending.send(async () => {
      await this.api.cancel(id);
      this.replays.reload();
    });
  }
}

import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { type AgencyTask, type AgencyWorkload, taskShows } from '@poolrise/contracts';
import type { FigureSource } from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { kept } from '../live/kept';
import { paged } from '../live/paged';
import { reloadOn } from '../live/reload-on';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { FigureGrid } from '../ui/figure-grid';
import { AppSource } from '../ui/figure-source';
import { FilterChips } from '../ui/filter-chips';
import { type FilterChoice, FilterMenu } from '../ui/filter-menu';
import { Format } from '../ui/format';
import { AppLineage } from '../ui/lineage';
import { ListFrame } from '../ui/list-frame';
import { PageHeader } from '../ui/page-header';
import { Scrolls } from '../ui/scrolls';
import { Skeleton } from '../ui/skeleton';
import { AgencyTabs } from './agency-tabs';
import { type Assignable, AssignMenu } from './assign-menu';

type Show = (typeof taskShows)[number];

/** What waits for the agency in all rooms, the most urgent first, who has how much of it, and how the word was kept. */
@Component({
  selector: 'app-desk-page',
  imports: [
    AgencyTabs,
    AppLineage,
    AppSource,
    AssignMenu,
    EmptyState,
    FailedState,
    FigureGrid,
    FilterChips,
    FilterMenu,
    ListFrame,
    PageHeader,
    RouterLink,
    Scrolls,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './desk-page.html',
  styleUrl: './desk-page.scss',
})
export default class DeskPage {
  private readonly router = inject(Router);
  private readonly dialogs = inject(MatDialog);
  protected readonly texts = inject(Texts);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly shows = taskShows;

  /** from the address */
  readonly show = input<string>();
  readonly client = input<string>();
  readonly owner = input<string>();

  protected readonly chosen = computed((): Show => taskShows.find((one) => one === this.show()) ?? 'all');
  protected readonly showWord = (show: Show): string => this.texts.say(`agency.desk.show.${show}`);
  protected readonly tasks = paged<AgencyTask>(
    () => {
      const query = new URLSearchParams({ show: this.chosen() });
      const [client, owner] = [this.client(), this.owner()];
      if (client) query.set('client', client);
      if (owner) query.set('owner', owner);
      return `/api/v1/agency/tasks?${query}`;
    },
    'clients',
    'orders',
  );
  protected readonly workload = httpResource<AgencyWorkload>(() => '/api/v1/agency/workload');
  protected readonly load = kept(() => 'workload', this.workload);

  protected readonly clients = computed(() => this.load()?.clients ?? []);
  protected readonly clientChoices = computed((): FilterChoice[] =>
    this.clients().map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly ownerChoices = computed((): FilterChoice[] =>
    (this.load()?.people ?? []).map(({ person }) => ({
      value: person?.id ?? 'nobody',
      label: person?.name ?? this.texts.say('agency.nobody'),
    })),
  );
  protected readonly headline = computed(() => {
    const total = this.load()?.total;
    if (!total) return '';
    if (total.overdue > 0) return this.texts.count('agency.desk.headline.overdue', total.overdue);
    return total.soon > 0
      ? this.texts.count('agency.desk.headline.soon', total.soon)
      : this.texts.say('agency.desk.headline.clear');
  });
  protected readonly source = computed((): FigureSource | null => {
    const asOf = this.load()?.asOf;
    return asOf ? { streams: ['order-steps'], over: 'now', dataAt: asOf } : null;
  });
  protected readonly filtered = computed(
    () => this.chosen() !== 'all' || this.client() !== undefined || this.owner() !== undefined,
  );
  protected readonly mayAssign = computed(() => this.session.may('assign:clients'));
  protected readonly manages = computed(() => this.session.may('manage:clients'));

  constructor() {
    reloadOn(this.workload, 'clients', 'orders');
  }

  protected ask(queryParams: Record<string, string | undefined>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected reload(): void {
    this.tasks.reload();
    this.workload.reload();
  }

  protected assignable({ client, subject, subjectId, name, owner }: AgencyTask): Assignable {
    return { clientId: client.id, subject, subjectId, name, owner };
  }

  protected kind({ kind }: Pick<AgencyTask, 'kind'>): string {
    return this.texts.say(`agency.desk.kind.${kind}`);
  }

  /** Where it is done: in the client's room. */
  protected place({ client, subject, subjectId }: AgencyTask): string[] {
    const room = ['/w', client.id];
    if (subject === 'top-up') return [...room, 'wallet'];
    return subject === 'recruitment'
      ? [...room, 'orders', 'recruitments', subjectId]
      : [...room, 'orders', subjectId];
  }

  protected about(task: AgencyTask): string {
    const count =
      task.kind === 'applications' ? this.texts.count('agency.desk.applications', task.count) : null;
    return [task.client.name, task.campaign?.name, task.creatorName, count].filter(Boolean).join(' · ');
  }

  protected due({ dueAt, urgency }: AgencyTask): string {
    const word = urgency === 'overdue' ? 'overdue' : 'later';
    return this.texts.say(`agency.desk.due.${word}`, { ago: this.format.ago(dueAt) });
  }

  protected platform({ platformDueAt }: AgencyTask): string | null {
    return platformDueAt && this.texts.say('agency.desk.platform', { ago: this.format.ago(platformDueAt) });
  }

  protected async changeHours(set: AgencyWorkload['hours'][number]): Promise<void> {
    const { HoursDialog } = await import('./hours-dialog');
    const dialog = this.dialogs.open(HoursDialog, { width: '380px', data: set });
    if (await firstValueFrom(dialog.afterClosed())) this.reload();
  }
}

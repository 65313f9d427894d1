import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { CreatorListEntryView, CreatorListView } from '@poolrise/contracts';
import type { CreatorMetric } from '@poolrise/domain';
import { firstValueFrom } from 'rxjs';
import { T } from '../../i18n/t';
import { Texts } from '../../i18n/texts';
import { CreatorFigure } from '../creators/ui/creator-figure';
import { CreatorName } from '../creators/ui/creator-name';
import { PercentileMark } from '../creators/ui/percentile-mark';
import { comparedMax, comparedMin } from '../creators/picks';
import { mayInvite } from '../collaborations/may-invite';
import { kept } from '../live/kept';
import { paged } from '../live/paged';
import { Session } from '../session/session';
import { Chip } from '../ui/chip';
import { EmptyState } from '../ui/empty-state';
import { FailedState } from '../ui/failed-state';
import { Format } from '../ui/format';
import { Icon } from '../ui/icon';
import { ProposeLink } from '../proposals/propose-link';
import { ListFrame } from '../ui/list-frame';
import { MetricName } from '../ui/metric-name';
import { PageHeader } from '../ui/page-header';
import { RowKeys } from '../ui/row-keys';
import { Toast } from '../ui/toast';
import { annotated } from './entry-dialog';
import { ExportMenu } from './export-menu';
import { ShortlistsApi } from './shortlists-api';
import { writtenList } from './write-list-dialog';
import { AppLineage } from '../ui/lineage';
import { AppSource } from '../ui/figure-source';
import { FigureGrid } from '../ui/figure-grid';

const figures = [
  'followers',
  'readsMedian',
  'interactionRate',
  'imageCents',
] as const satisfies CreatorMetric[];

/** Who is in a list, what they are measured at, and what was written about them. */
@Component({
  selector: 'app-shortlist-page',
  imports: [
    AppLineage,
    AppSource,
    Chip,
    CreatorName,
    EmptyState,
    ExportMenu,
    FailedState,
    FigureGrid,
    Icon,
    ListFrame,
    MatButton,
    MetricName,
    PageHeader,
    PercentileMark,
    ProposeLink,
    RouterLink,
    RowKeys,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './shortlist-page.html',
  styleUrl: './shortlist-page.scss',
})
export default class ShortlistPage {
  private readonly api = inject(ShortlistsApi);
  private readonly dialogs = inject(MatDialog);
  private readonly http = inject(HttpClient);
  private readonly texts = inject(Texts);
  private readonly toast = inject(Toast);
  protected readonly figure = inject(CreatorFigure);
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  readonly listId = input.required<string>();
  protected readonly invites = computed(() => mayInvite(this.session));

  protected readonly figures = figures;
  protected readonly head = resource({
    params: () => this.listId(),
    loader: ({ params }) => firstValueFrom(this.http.get<CreatorListView>(`/api/v1/creator-lists/${params}`)),
  });
  protected readonly list = kept(this.listId, this.head);
  protected readonly entries = paged<CreatorListEntryView>(
    () => `/api/v1/creator-lists/${this.listId()}/entries`,
  );
  protected readonly source = computed(() => ({ list: this.listId() }));

  private readonly picked = linkedSignal<string, ReadonlySet<string>>({
    source: this.listId,
    computation: () => new Set(),
  });
  /** Those on screen alone: who was taken off is picked no more. */
  protected readonly chosen = computed(() =>
    (this.entries.items() ?? []).filter(({ creator }) => this.picked().has(creator.id)),
  );
  protected readonly comparable = computed(
    () => this.chosen().length >= comparedMin && this.chosen().length <= comparedMax,
  );
  protected readonly chosenIds = computed(() => this.chosen().map(({ creator }) => creator.id));
  protected readonly compared = computed(() => ({ ids: this.chosenIds().join(',') }));

  protected readonly count = computed(() => {
    const n = this.list()?.creators ?? 0;
    return this.texts.count('shortlists.creators', n, {}, this.format.number(n));
  });

  protected has(id: string): boolean {
    return this.picked().has(id);
  }

  protected toggle(id: string): void {
    this.picked.update((ids) => new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id]));
  }

  protected async change(list: CreatorListView): Promise<void> {
    if (await writtenList(this.dialogs, list)) this.head.reload();
  }

  protected async annotate({ creator, note, tags }: CreatorListEntryView): Promise<void> {
    const written = await annotated(this.dialogs, {
      name: creator.name,
      note,
      tags,
      send: (ask) => this.api.annotate(this.listId(), creator.id, ask),
    });
    if (written) this.entries.reload();
  }

  /** Takes them off at once and offers the way back, with the note and the tags that they had. */
  protected async remove(gone: readonly CreatorListEntryView[]): Promise<void> {
    const listId = this.listId();
    try {
      await this.api.remove(
        listId,
        gone.map(({ creator }) => creator.id),
      );
    } catch (error) {
      this.toast.problem(error);
      return;
    }
    this.seeAgain();
    this.toast.sayWithWayBack(
      this.texts.count('shortlists.removed', gone.length, { name: gone[0]?.creator.name ?? '' }),
      this.texts.say('shortlists.undo'),
      () => void this.putBack(listId, gone),
    );
  }

  private async putBack(listId: string, gone: readonly CreatorListEntryView[]): Promise<void> {
    try {
      const { deleted } = await this.api.add(
        listId,
        gone.map(({ creator, note, tags }) => ({ creatorId: creator.id, note, tags })),
      );
      if (deleted.length) this.toast.say(this.texts.count('shortlists.add.gone', deleted.length));
      this.seeAgain();
    } catch (error) {
      this.toast.problem(error);
    }
  }

  private seeAgain(): void {
    this.entries.reload();
    this.head.reload();
  }
}

import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { CreatorView } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { T } from '../../../i18n/t';
import { kept } from '../../live/kept';
import { Session } from '../../session/session';
import { AddToListMenu } from '../../shortlists/add-to-list-menu';
import { ExportMenu } from '../../shortlists/export-menu';
import { CopyLink } from '../../ui/copy-link';
import { EmptyState } from '../../ui/empty-state';
import { FailedState } from '../../ui/failed-state';
import { Icon } from '../../ui/icon';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { comparedMax, Picks } from '../picks';
import { CompareTable } from './compare-table';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Two to five creators side by side. Who they are stands in the address. */
@Component({
  selector: 'app-compare-page',
  imports: [
    AddToListMenu,
    CompareTable,
    CopyLink,
    EmptyState,
    ExportMenu,
    FailedState,
    Icon,
    MatButton,
    PageHeader,
    RouterLink,
    Skeleton,
    T,
  ],
  host: { class: 'pr-page' },
  templateUrl: './compare-page.html',
  styleUrl: './compare-page.scss',
})
export default class ComparePage {
  private readonly http = inject(HttpClient);
  private readonly picks = inject(Picks);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);

  /** with commas between them */
  readonly ids = input<string>();
  /** `differing`: rows in which they differ come first */
  readonly first = input<string>();

  protected readonly asked = computed(() => {
    const ids = (this.ids() ?? '').toLowerCase().split(',');
    return [...new Set(ids.filter((id) => uuid.test(id)))].slice(0, comparedMax);
  });
  private readonly key = computed(() => this.asked().join());
  protected readonly loaded = resource({
    params: () => this.key() || undefined,
    loader: ({ params }) => Promise.all(params.split(',').map((id) => this.one(id))),
  });
  // One who is taken away leaves at once; the others stay on screen while they are asked for again.
  private readonly known = kept(() => '', this.loaded);
  private readonly found = computed(() => this.known()?.filter(({ id }) => this.asked().includes(id)));
  protected readonly ready = computed(() => this.found()?.length === this.asked().length);
  protected readonly creators = computed(() => this.found()?.flatMap(({ view }) => view ?? []) ?? []);
  protected readonly comparedIds = computed(() => this.creators().map(({ id }) => id));
  protected readonly gone = computed(() => this.found()?.filter(({ view }) => view === null) ?? []);
  protected readonly differingFirst = computed(() => this.first() === 'differing');

  /** Null for one who is not in the directory any more: the others are compared all the same. */
  private async one(id: string): Promise<{ id: string; view: CreatorView | null }> {
    try {
      return { id, view: await firstValueFrom(this.http.get<CreatorView>(`/api/v1/creators/${id}`)) };
    } catch (error) {
      if (error instanceof HttpErrorResponse && error.status === 404) return { id, view: null };
      throw error;
    }
  }

  protected remove(id: string): void {
    const ids = this.asked().filter((one) => one !== id);
    void this.router.navigate([], {
      queryParams: { ids: ids.join(',') || undefined },
      queryParamsHandling: 'merge',
    });
  }

  protected turn(): void {
    void this.router.navigate([], {
      queryParams: { first: this.differingFirst() ? undefined : 'differing' },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  /** Back in the search, those who are compared already are picked. */
  protected add(): void {
    this.picks.set(this.creators());
    void this.router.navigate(this.session.to('creators'));
  }
}

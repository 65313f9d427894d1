import { HttpClient } from '@angular/common/http';
import { computed, inject, resource, Service, signal } from '@angular/core';
import type { CreatorListView, Page } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { kept } from '../../live/kept';
import { Session } from '../../session/session';

const address = '/api/v1/creator-lists';
const atOnce = 200;

/** The lists that the workspace keeps, for filters that name them. They are asked for when a screen first needs their names. */
@Service()
export class OwnLists {
  private readonly http = inject(HttpClient);
  private readonly workspaceId = inject(Session).workspaceId;
  private readonly wanted = signal(false);
  private readonly lists = resource({
    params: () => (this.wanted() ? (this.workspaceId() ?? undefined) : undefined),
    loader: () => this.read(),
  });

  /** the newest first; undefined until they are there */
  readonly all = kept(() => this.workspaceId() ?? '', this.lists);
  readonly error = this.lists.error;
  private readonly names = computed(() => new Map(this.all()?.map(({ id, name }) => [id, name])));

  /** Asks for them, or asks again: somebody may have begun a list since. */
  look(): void {
    if (!this.wanted()) this.wanted.set(true);
    else if (!this.lists.isLoading()) this.lists.reload();
  }

  /** undefined while that is not known, and for a list that is gone */
  nameOf(id: string): string | undefined {
    return this.names().get(id.toLowerCase());
  }

  /** All of them: a workspace keeps five hundred at most. */
  private async read(): Promise<CreatorListView[]> {
    const found: CreatorListView[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const params = { limit: atOnce, ...(cursor ? { cursor } : {}) };
      const page: Page<CreatorListView> = await firstValueFrom(
        this.http.get<Page<CreatorListView>>(address, { params }),
      );
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    return found;
  }
}

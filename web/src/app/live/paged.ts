import { HttpClient } from '@angular/common/http';
import { computed, inject, linkedSignal, type Resource, resource, type Signal } from '@angular/core';
import type { LiveTopic, Page } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';
import { kept } from './kept';
import { reloadOn } from './reload-on';

/** A list that grows downwards, one page at a time. */
export interface Paged<T> {
  /** undefined until the first page is there */
  items: Signal<T[] | undefined>;
  /** when the oldest of the pages on screen was read, as they say it; null while there is none */
  asOf: Signal<string | null>;
  error: Resource<unknown>['error'];
  hasMore: Signal<boolean>;
  loading: Signal<boolean>;
  loadMore(): void;
  reload(): void;
}

/**
 * Reads a cursor-paged list and keeps it fresh. A live change asks for all pages on screen again, from the top: rows
 * that moved to another page or left the filter do so here too, and none is lost between two pages.
 *
 * @param url address with its filters and without a cursor; another address starts again at the first page
 */
export function paged<T>(url: () => string, ...topics: LiveTopic[]): Paged<T> {
  const http = inject(HttpClient);
  const pages = linkedSignal({ source: url, computation: () => 1 });

  const list = resource({
    params: () => ({ url: url(), pages: pages() }),
    loader: async ({ params }) => {
      const items: T[] = [];
      let cursor: string | null = null;
      let asOf: string | null = null;
      for (let page = 0; page < params.pages && (page === 0 || cursor !== null); page += 1) {
        const found: Page<T> = await firstValueFrom(
          http.get<Page<T>>(params.url, cursor === null ? {} : { params: { cursor } }),
        );
        items.push(...found.items);
        cursor = found.nextCursor;
        asOf ??= found.asOf;
      }
      return { items, more: cursor !== null, asOf };
    },
  });
  const shown = kept(url, list);
  reloadOn(list, ...topics);

  return {
    items: computed(() => shown()?.items),
    asOf: computed(() => shown()?.asOf ?? null),
    error: list.error,
    hasMore: computed(() => shown()?.more ?? false),
    loading: list.isLoading,
    loadMore: () => pages.update((count) => count + 1),
    reload: () => list.reload(),
  };
}

import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, linkedSignal, type Signal, signal } from '@angular/core';
import type { CreatorRow, CreatorSearchPage } from '@poolrise/contracts';

/** A search of the directory as the page shows it. */
export interface CreatorSearch {
  /** counts, facets and hints of the newest answer; those of the question before until the new ones are in */
  found: Signal<CreatorSearchPage | undefined>;
  /** undefined until the first answer */
  rows: Signal<CreatorRow[] | undefined>;
  /** what is on screen answers the question before */
  outdated: Signal<boolean>;
  error: Signal<unknown>;
  hasMore: Signal<boolean>;
  growing: Signal<boolean>;
  /** the next page did not come; the rows that are there stay */
  failedMore: Signal<boolean>;
  more(): void;
  reload(): void;
}

/**
 * Asks the directory, and grows downwards by the cursor of the page before. Unlike lists that are kept live, the pages on
 * screen are not asked for again with every further one: rows stay where they are.
 */
export function creatorSearch(url: () => string): CreatorSearch {
  const http = inject(HttpClient);
  const first = httpResource<CreatorSearchPage>(() => url());
  const answered = computed(() => (first.hasValue() ? first.value() : undefined));
  const found = linkedSignal<CreatorSearchPage | undefined, CreatorSearchPage | undefined>({
    source: answered,
    computation: (now, before) => now ?? before?.value,
  });
  // Later pages belong to the first one that they follow: a new one lets go of them.
  const later = linkedSignal({ source: found, computation: (): CreatorSearchPage[] => [] });
  const growing = linkedSignal({ source: found, computation: () => false });
  const failedMore = linkedSignal({ source: found, computation: () => false });
  const cursor = computed(() => (later().at(-1) ?? found())?.nextCursor ?? null);
  const asked = signal(0);

  function more(): void {
    const [after, from] = [cursor(), found()];
    if (after === null || growing()) return;
    growing.set(true);
    failedMore.set(false);
    const turn = asked() + 1;
    asked.set(turn);
    const stillWanted = () => found() === from && asked() === turn;
    http.get<CreatorSearchPage>(url(), { params: { cursor: after } }).subscribe({
      next: (page) => {
        if (!stillWanted()) return;
        later.update((pages) => [...pages, page]);
        growing.set(false);
      },
      error: () => {
        if (!stillWanted()) return;
        growing.set(false);
        failedMore.set(true);
      },
    });
  }

  return {
    found,
    rows: computed(() => {
      const page = found();
      // Somebody who rose meanwhile may come again on a later page; they stand where they stood.
      const byId = new Map<string, CreatorRow>();
      for (const row of page ? [page, ...later()].flatMap(({ items }) => items) : [])
        if (!byId.has(row.id)) byId.set(row.id, row);
      return page && [...byId.values()];
    }),
    outdated: computed(() => answered() === undefined),
    error: first.error,
    hasMore: computed(() => cursor() !== null),
    growing,
    failedMore,
    more,
    reload: () => first.reload(),
  };
}

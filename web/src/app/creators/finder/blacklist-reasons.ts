import { HttpClient } from '@angular/common/http';
import { computed, inject, linkedSignal, resource, type Signal } from '@angular/core';
import type { CreatorRow, MarkedCreator, Page } from '@poolrise/contracts';
import { firstValueFrom } from 'rxjs';

/** As many marks as the api tells at once. */
const atOnce = 100;

export interface BlacklistReasons {
  /** why those of the rows who are on the blacklist are there, by id */
  by: Signal<ReadonlyMap<string, string>>;
  failed: Signal<boolean>;
  reload(): void;
}

/** Reads why creators on screen are on the workspace's blacklist. Undefined rows mean that nobody of it is shown. */
export function blacklistReasons(rows: () => readonly CreatorRow[] | undefined): BlacklistReasons {
  const http = inject(HttpClient);
  const marks = resource({
    params: () =>
      rows()
        ?.map(({ id }) => id)
        .join(',') || undefined,
    loader: async ({ params }) => {
      const ids = params.split(',');
      const found: MarkedCreator[] = [];
      for (let from = 0; from < ids.length; from += atOnce)
        found.push(...(await marksOf(http, ids.slice(from, from + atOnce))));
      return found;
    },
  });
  return {
    // Rows of the question before stay on screen until the new ones are in, and so do their reasons.
    by: linkedSignal<readonly MarkedCreator[] | undefined, ReadonlyMap<string, string>>({
      source: () => (marks.hasValue() ? marks.value() : undefined),
      computation: (now, before) =>
        now
          ? new Map(now.map(({ creatorId, blacklistedReason }) => [creatorId, blacklistedReason ?? '']))
          : (before?.value ?? new Map()),
    }),
    failed: computed(() => marks.error() !== undefined),
    reload: () => marks.reload(),
  };
}

async function marksOf(http: HttpClient, ids: readonly string[]): Promise<MarkedCreator[]> {
  const params = { only: 'blacklisted', ids: ids.join(','), limit: atOnce };
  return (await firstValueFrom(http.get<Page<MarkedCreator>>('/api/v1/creator-marks', { params }))).items;
}

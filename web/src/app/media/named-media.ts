import { effect, inject, signal, untracked } from '@angular/core';
import type { MediaView } from '@poolrise/contracts';
import { problemOf } from '../problems/problem-of';
import { MediaApi } from './media-api';

/** The pictures that something being written names by their ids. */
export interface NamedMedia {
  of(ids: readonly string[]): MediaView[];
  add(media: readonly MediaView[]): void;
}

/**
 * In an injection context: pictures by their ids, from what the page knows already, from what was uploaded just now, and, where the
 * writing was kept in this browser, asked for. `gone` is told which are no longer there.
 */
export function namedMedia(
  known: () => readonly MediaView[],
  writing: () => { mediaIds: readonly string[]; coverId: string | null },
  gone: (id: string) => void,
): NamedMedia {
  const api = inject(MediaApi);
  const loaded = signal<ReadonlyMap<string, MediaView>>(new Map());
  const asked = new Set<string>();
  const find = (id: string): MediaView | undefined =>
    loaded().get(id) ?? known().find((one) => one.id === id);
  const add = (media: readonly MediaView[]) =>
    loaded.update((all) => new Map([...all, ...media.map((one) => [one.id, one] as const)]));

  const ask = async (id: string) => {
    asked.add(id);
    try {
      add([await api.one(id)]);
    } catch (error) {
      if (problemOf(error).code === 'not-found') gone(id);
    }
  };
  effect(() => {
    const { mediaIds, coverId } = writing();
    const unknown = [...mediaIds, ...(coverId ? [coverId] : [])].filter((id) => !find(id) && !asked.has(id));
    untracked(() => unknown.forEach((id) => void ask(id)));
  });
  return { of: (ids) => ids.flatMap((id) => find(id) ?? []), add };
}

import { effect, inject, type Signal, signal, untracked } from '@angular/core';
import type { MediaView, OrderView } from '@poolrise/contracts';
import { MediaApi } from '../../media/media-api';
import { problemOf } from '../../problems/problem-of';
import type { Writing } from './kept-draft';

/** The pictures that a draft being written names by their ids. */
export interface DraftMedia {
  of(ids: readonly string[]): MediaView[];
  add(media: readonly MediaView[]): void;
}

/**
 * In an injection context: pictures by their ids, from the versions that were handed in, from what was uploaded just now, and,
 * where a draft was kept in this browser, asked for. `gone` is told which are no longer there.
 */
export function draftMedia(
  view: Signal<OrderView>,
  writing: () => Pick<Writing, 'mediaIds' | 'coverId'>,
  gone: (id: string) => void,
): DraftMedia {
  const api = inject(MediaApi);
  const loaded = signal<ReadonlyMap<string, MediaView>>(new Map());
  const asked = new Set<string>();
  const find = (id: string): MediaView | undefined =>
    loaded().get(id) ??
    view()
      .drafts.flatMap(({ media, cover }) => (cover ? [...media, cover] : media))
      .find((one) => one.id === id);
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

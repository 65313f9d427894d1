import { linkedSignal, type ResourceRef, type Signal } from '@angular/core';

/**
 * The newest good answer about a subject. While the next one travels, and when a reload fails (the api restarts, the
 * train enters a tunnel), the figures on screen stay; those of another subject never do.
 *
 * @param subject what the answer is about, such as an id: its change lets go of what was kept
 */
export function kept<T>(
  subject: () => string,
  resource: Pick<ResourceRef<T | undefined>, 'hasValue' | 'value'>,
): Signal<T | undefined> {
  return linkedSignal<{ subject: string; now: T | undefined }, T | undefined>({
    source: () => ({ subject: subject(), now: resource.hasValue() ? resource.value() : undefined }),
    computation: ({ subject, now }, before) =>
      now ?? (before?.source.subject === subject ? before.value : undefined),
  });
}

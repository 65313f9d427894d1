import { effect, inject, type ResourceRef, untracked } from '@angular/core';
import type { LiveTopic } from '@poolrise/contracts';
import { Live } from './live';

/**
 * Keeps a resource as fresh as its topics. Call it where the resource is made.
 *
 * `reload()` keeps the old figures on screen while the new ones travel. A change that arrives while an answer is on its
 * way is not dropped (`reload()` would ignore it): it is served when that answer is in.
 */
export function reloadOn(
  resource: Pick<ResourceRef<unknown>, 'isLoading' | 'reload'>,
  ...topics: LiveTopic[]
): void {
  const live = inject(Live);
  const heard = () => topics.reduce((sum, topic) => sum + live.version(topic)(), 0);
  let served = untracked(heard);

  effect(() => {
    const now = heard();
    if (now === served || resource.isLoading()) return;
    served = now;
    untracked(() => resource.reload());
  });
}

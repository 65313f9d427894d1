import { httpResource } from '@angular/common/http';
import { computed, effect, type Signal, signal, untracked } from '@angular/core';
import { kept } from './kept';

/** A pause in typing after which the text is checked again. */
const pauseMs = 500;

interface Words {
  title: string;
  body: string;
}

/**
 * In an injection context: what is said of a draft, asked again after each pause in its writing. What was found before stays on
 * screen while the next answer travels.
 *
 * @param subject what is checked: its change lets go of what was found
 * @param ask null while nothing shall be asked
 */
export function draftCheck<Ask extends Words, View>(
  url: string,
  subject: () => string,
  ask: Signal<Ask | null>,
) {
  const settled = signal<Ask | null>(null);
  const wanted = computed(
    () => {
      const asked = ask();
      return asked && !isEmpty(asked) ? asked : null;
    },
    { equal: same },
  );
  const resource = httpResource<View>(() => {
    const body = settled();
    return body ? { url, method: 'POST', body } : undefined;
  });
  const answer = kept(subject, resource);
  effect((onCleanup) => {
    const next = wanted();
    // Nothing is waited for at first: there is nothing on screen yet.
    const pause = untracked(settled) ? pauseMs : 0;
    const timer = setTimeout(() => settled.set(next), pause);
    onCleanup(() => clearTimeout(timer));
  });
  return {
    view: computed(() => (wanted() ? answer() : undefined)),
    empty: computed(() => wanted() === null),
    busy: computed(() => resource.isLoading() || !same(settled(), wanted())),
    error: computed(() => resource.error()),
    again: () => resource.reload(),
  };
}

const isEmpty = ({ title, body }: Words): boolean => !title.trim() && !body.trim();
const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

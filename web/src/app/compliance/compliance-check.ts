import { httpResource } from '@angular/common/http';
import { computed, effect, type Signal, signal, untracked } from '@angular/core';
import type { CheckCompliance, ComplianceView } from '@poolrise/contracts';
import { kept } from '../live/kept';

/** What is asked of the checker from a screen: the words of a note and what is known around it. */
export type ComplianceAsk = Pick<CheckCompliance, 'title' | 'body' | 'topics'> &
  Partial<Pick<CheckCompliance, 'orderId' | 'category' | 'interests' | 'purchaseLink' | 'disclosure' | 'assets'>>;

/** A pause in typing after which the text is checked again. */
const pauseMs = 500;

/**
 * In an injection context: the check of a note, again after each pause in its writing. What was found before stays on screen
 * while the next answer travels.
 *
 * @param subject what is checked: its change lets go of what was found
 */
export function complianceCheck(subject: () => string, ask: Signal<ComplianceAsk>) {
  const settled = signal<ComplianceAsk | null>(null);
  const wanted = computed(() => (isEmpty(ask()) ? null : ask()), { equal: same });
  const resource = httpResource<ComplianceView>(() => {
    const body = settled();
    return body ? { url: '/api/v1/compliance/check', method: 'POST', body } : undefined;
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

const isEmpty = ({ title, body }: ComplianceAsk): boolean => !title.trim() && !body.trim();
const same = (one: ComplianceAsk | null, other: ComplianceAsk | null): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

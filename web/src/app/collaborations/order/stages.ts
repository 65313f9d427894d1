import type { OrderStep, OrderView } from '@poolrise/contracts';
import { hasEnded, type OrderState } from '@poolrise/domain';

export type StageName =
  'offer' | 'sample' | 'outline' | 'draft' | 'review' | 'ad-audit' | 'publish' | 'protection' | 'pay';

export interface Stage {
  name: StageName;
  state: 'done' | 'now' | 'todo' | 'ended';
  /** when it was done, or by when it is to be; null where neither is known */
  at: string | null;
}

const stageOf: Partial<Record<OrderState, StageName>> = {
  applied: 'offer',
  invited: 'offer',
  'sample-due': 'sample',
  'sample-sent': 'sample',
  'outline-due': 'outline',
  'outline-review': 'outline',
  'draft-due': 'draft',
  'platform-audit': 'review',
  'brand-review': 'review',
  'ad-audit': 'ad-audit',
  ready: 'publish',
  published: 'protection',
  'note-removed': 'protection',
  completed: 'pay',
  settled: 'pay',
};

type Staged = Pick<
  OrderView,
  'terms' | 'noteType' | 'state' | 'history' | 'dueAt' | 'draftDueAt' | 'protectionEndsAt'
>;

function namesOf({ terms, noteType }: Staged): StageName[] {
  const names: StageName[] = ['offer'];
  if (terms.withSample) names.push('sample');
  if (terms.withOutline) names.push('outline');
  names.push('draft', 'review');
  // Only a video waits for it before it is out, see `afterReview` of the domain.
  if (terms.withAdAudit && noteType === 'video') names.push('ad-audit');
  return [...names, 'publish', 'protection', 'pay'];
}

/** The stages of an order as it was agreed, with the day on which each was left for good. */
export function stagesOf(order: Staged): Stage[] {
  const names = namesOf(order);
  const places = order.history.map((step) => placeOf(step, names));
  const known = places.filter((place) => place !== null);
  const here = order.state === 'settled' ? names.length : (known.at(-1) ?? 0);
  const ended = hasEnded(order) && order.state !== 'settled';
  return names.map((name, index) => {
    if (index < here) return { name, state: 'done', at: leftAt(order.history, places, index) };
    if (index > here) return { name, state: 'todo', at: ended ? null : dueOf(order, name) };
    return ended
      ? { name, state: 'ended', at: order.history.at(-1)?.at ?? null }
      : { name, state: 'now', at: dueOf(order, name) ?? order.dueAt };
  });
}

/** Where an order stood after a step; null while it is in a dispute or over, which are no stages. */
function placeOf({ state }: OrderStep, names: readonly StageName[]): number | null {
  const name = stageOf[state];
  if (!name) return null;
  return state === 'settled' ? names.length : names.indexOf(name);
}

/** The last step that led out of a stage and not back into it. */
function leftAt(
  history: readonly OrderStep[],
  places: readonly (number | null)[],
  stage: number,
): string | null {
  let at: string | null = null;
  let before = 0;
  places.forEach((place, index) => {
    if (place === null) return;
    if (before <= stage && place > stage) at = history[index]?.at ?? null;
    before = place;
  });
  return at;
}

function dueOf(order: Staged, name: StageName): string | null {
  if (name === 'draft') return order.draftDueAt;
  if (name === 'protection') return order.protectionEndsAt;
  return null;
}

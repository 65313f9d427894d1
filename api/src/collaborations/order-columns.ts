import { type CooperationOrder, dueAt, priceOf, rightsEnd, sampleAlarms, waitsFor } from '@poolrise/domain';
import type { KeptOrder } from './kept-order.entity';

/** The order as the domain decides about it. */
export const lifeOf = (kept: KeptOrder): CooperationOrder => ({
  mode: kept.mode,
  state: kept.state,
  since: kept.since.getTime(),
  terms: kept.terms,
  rules: kept.rules,
  offer: kept.offer,
  heldCents: kept.heldCents,
  rejections: kept.rejections,
  draftedOnce: kept.draftedOnce,
  publishedAt: kept.publishedAt?.getTime() ?? null,
  request: kept.request,
  mayRemove: kept.mayRemove,
  disputed: kept.disputed,
  extension: kept.extension,
  extensions: kept.extensions,
  sample: kept.sample,
});

/** The columns that say what the domain decided. */
export function columnsOf(order: CooperationOrder) {
  const { quoteCents, brandFeeCents, effectFeeCents, creatorFeeCents } = priceOf(order);
  const due = dueAt(order);
  const end = rightsEnd(order);
  const alarms = sampleAlarms(order);
  return {
    ...order,
    since: new Date(order.since),
    publishedAt: order.publishedAt === null ? null : new Date(order.publishedAt),
    quoteCents,
    brandFeeCents,
    effectFeeCents,
    creatorFeeCents,
    sampleAlarms: alarms.length ? alarms : null,
    waitsFor: waitsFor(order),
    dueAt: due === null ? null : new Date(due),
    rightsUntil: end === null ? null : new Date(end),
  };
}

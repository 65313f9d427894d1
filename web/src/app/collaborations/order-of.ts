import type { OrderView } from '@poolrise/contracts';
import { type CooperationOrder, moveOrder, noSample, type OrderMove, wasRefused } from '@poolrise/domain';

const epoch = (at: string): number => Date.parse(at);

/** The order as the domain knows it, as far as a preview of money needs it: what the clock counts from is not among that. */
export function orderOf(view: OrderView): CooperationOrder {
  const { offer, terms, request, extension } = view;
  return {
    mode: view.mode,
    state: view.state,
    since: epoch(view.changedAt),
    terms: {
      ...terms,
      noteType: view.noteType,
      protectionDays: offer.protectionDays,
      draftDueAt: epoch(view.draftDueAt),
    },
    rules: view.rules,
    offer,
    heldCents: view.heldCents,
    rejections: view.rejections,
    draftedOnce: view.drafts.some(({ kind }) => kind === 'draft'),
    publishedAt: view.publishedAt === null ? null : epoch(view.publishedAt),
    request: request && { kind: request.kind, askedAt: epoch(request.askedAt) },
    mayRemove: view.mayRemove,
    disputed: null,
    extension: extension && {
      by: extension.by,
      until: epoch(extension.until),
      quoteCents: extension.price.quoteCents,
      askedAt: epoch(extension.askedAt),
      heldCents: extension.heldCents,
      rules: extension.rules,
    },
    extensions: view.extensions.map((paid) => ({ ...paid, at: epoch(paid.at), until: epoch(paid.until) })),
    sample: noSample,
  };
}

/** What a move brings to the cash of the two and to what is held, in cents; null when it cannot be made now. */
export interface MoneyMoved {
  brandCents: number;
  creatorCents: number;
  /** in escrow afterwards */
  heldCents: number;
}

/**
 * Asks the domain what a move would do with the money. Cash is no question here: a brand that has too little is told so by
 * the api, with what is missing.
 */
export function moneyOf(
  view: OrderView,
  move: OrderMove,
  { by, now }: { by: OrderView['side']; now: Date },
): MoneyMoved | null {
  const cashCents = Number.MAX_SAFE_INTEGER;
  const outcome = moveOrder({ order: orderOf(view), move, by, now: now.getTime(), cashCents });
  if (wasRefused(outcome)) return null;
  const cashOf = (side: 'brand' | 'creator') =>
    outcome.legs[side].reduce((sum, { account, cents }) => sum + (account === 'cash' ? cents : 0), 0);
  return {
    brandCents: cashOf('brand'),
    creatorCents: cashOf('creator'),
    heldCents: outcome.order.heldCents,
  };
}

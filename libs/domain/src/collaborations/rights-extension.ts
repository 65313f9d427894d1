import { dayInShanghai } from '../pools/traffic-clock';
import type { CooperationOrder } from './cooperation-order';
import { type ExtensionRules, extensionRulesOn } from './extension-rules';
import {
  holdLegs,
  isQuote,
  noLegs,
  type OrderLegs,
  type OrderPrice,
  payLegs,
  priceOrder,
} from './order-money';
import { rightsBounds, rightsEnd } from './usage-rights';

/** A wish for longer rights that waits for an answer. Times are epoch milliseconds, money is in cents. */
export interface ExtensionAsk {
  /** whose word is on the table; the other side answers */
  by: 'brand' | 'creator';
  /** until when the brand could use the note */
  until: number;
  quoteCents: number;
  /** when that word was said: what the timer runs from */
  askedAt: number;
  /** what the brand has in escrow for it: what its own latest word would cost */
  heldCents: number;
  rules: ExtensionRules;
}

/** Longer rights that were agreed on and paid. */
export interface PaidExtension {
  /** when it was agreed on */
  at: number;
  until: number;
  quoteCents: number;
  brandFeeCents: number;
  creatorFeeCents: number;
  netCents: number;
}

/** Moves about longer rights, the likeliest first. */
export const extensionMoves = [
  'accept-extension',
  'counter-extension',
  'decline-extension',
  'withdraw-extension',
  'ask-extension',
] as const;
export type ExtensionMove =
  | { kind: 'ask-extension'; until: number; quoteCents: number }
  | { kind: 'counter-extension'; until?: number; quoteCents: number }
  | { kind: 'accept-extension' | 'decline-extension' | 'withdraw-extension' };

export type ExtensionRefusal =
  'quote-out-of-bounds' | 'offer-unchanged' | 'until-not-later' | 'until-too-late' | 'wallet-too-low';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Until when a wish for longer rights may be answered; null where nobody asks. */
export const extensionLapses = ({ extension }: Pick<CooperationOrder, 'extension'>): number | null =>
  extension && extension.askedAt + extension.rules.answerHours * hourMs;

/** What longer rights cost the brand and leave the creator, in cents; there is no effect mode in them. */
export const priceExtension = (quoteCents: number, rules: ExtensionRules): OrderPrice =>
  priceOrder(quoteCents, { effectMode: false }, { ...rules, effectFeeBasisPoints: 0 });

/** Until when rights may be extended: later than they last, and within the longest term from now on. */
export const extensionBounds = (
  order: Pick<CooperationOrder, 'terms' | 'publishedAt' | 'extensions'>,
  now: number,
): { after: number; most: number } => ({
  after: Math.max(now, rightsEnd(order) ?? now),
  most: now + rightsBounds.daysMost * dayMs,
});

/** What is wrong with a move that this side may make; null when nothing is. */
export function extensionFault(
  order: CooperationOrder,
  move: ExtensionMove,
  now: number,
): ExtensionRefusal | null {
  const asked = order.extension;
  if (move.kind === 'decline-extension' || move.kind === 'withdraw-extension') return null;
  const { after, most } = extensionBounds(order, now);
  const until = ('until' in move ? move.until : undefined) ?? asked?.until ?? 0;
  if (!(until > after)) return 'until-not-later';
  if (!('quoteCents' in move)) return null;
  if (!isQuote(move.quoteCents)) return 'quote-out-of-bounds';
  if (until > most) return 'until-too-late';
  const same =
    move.kind === 'counter-extension' && asked?.quoteCents === move.quoteCents && asked.until === until;
  return same ? 'offer-unchanged' : null;
}

export interface ExtensionMoved {
  order: CooperationOrder;
  legs: OrderLegs;
}

/**
 * Carries out a move that nothing speaks against. What the brand says is held at once; what the creator says leaves what the
 * brand offered before; accepting brings the hold to the price on the table and pays it in the same breath.
 * @returns the order with its escrow moved, or the cents that are missing
 */
export function moveExtension(
  {
    order,
    by,
    now,
    cashCents,
  }: { order: CooperationOrder; by: 'brand' | 'creator'; now: number; cashCents: number },
  move: ExtensionMove,
): ExtensionMoved | { missingCents: number } {
  const asked = order.extension;
  const heldCents = asked?.heldCents ?? 0;
  switch (move.kind) {
    case 'ask-extension':
    case 'counter-extension': {
      const rules = asked?.rules ?? extensionRulesOn(dayInShanghai(new Date(now)));
      const until = move.until ?? asked?.until ?? 0;
      const { quoteCents } = move;
      const word: ExtensionAsk = { by, until, quoteCents, askedAt: now, heldCents, rules };
      if (by === 'creator') return { order: { ...order, extension: word }, legs: noLegs };
      const { totalCents } = priceExtension(quoteCents, rules);
      const missingCents = totalCents - heldCents - cashCents;
      if (missingCents > 0) return { missingCents };
      return {
        order: { ...order, extension: { ...word, heldCents: totalCents } },
        legs: holdLegs(heldCents, totalCents),
      };
    }
    case 'accept-extension':
      if (!asked) throw new Error('nobody asks for longer rights');
      return acceptExtension(order, asked, now, cashCents);
    default:
      return dropExtension(order);
  }
}

/** Ends a wish without an agreement: all of what was held goes back. */
export const dropExtension = (order: CooperationOrder): ExtensionMoved => ({
  order: { ...order, extension: null },
  legs: holdLegs(order.extension?.heldCents ?? 0, 0),
});

function acceptExtension(
  order: CooperationOrder,
  { until, quoteCents, heldCents, rules }: ExtensionAsk,
  now: number,
  cashCents: number,
): ExtensionMoved | { missingCents: number } {
  const { totalCents, brandFeeCents, creatorFeeCents, netCents } = priceExtension(quoteCents, rules);
  const missingCents = totalCents - heldCents - cashCents;
  if (missingCents > 0) return { missingCents };
  const paid: PaidExtension = { at: now, until, quoteCents, brandFeeCents, creatorFeeCents, netCents };
  return {
    order: { ...order, extension: null, extensions: [...order.extensions, paid] },
    legs: payLegs({ heldCents, spentCents: totalCents, earnedCents: quoteCents, creatorFeeCents }),
  };
}

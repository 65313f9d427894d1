import {
  type CooperationOrder,
  hasEnded,
  type OrderState,
  protectionEnds,
} from '../collaborations/cooperation-order';
import { priceOrder } from '../collaborations/order-money';
import { dayInShanghai } from '../pools/traffic-clock';

const dayMs = 86_400_000;

/** What a payout hangs on while it has no date. */
export const payoutSteps = [
  'work',
  'answer',
  'publish',
  'note-back',
  'dispute',
  'protection',
  'payment',
] as const;
export type PayoutStep = (typeof payoutSteps)[number];

/** What of an order is needed to say when it pays. */
export type PayableOrder = Pick<
  CooperationOrder,
  'state' | 'since' | 'terms' | 'rules' | 'offer' | 'publishedAt'
>;

/** What an order that is not yet paid will pay, and when if nothing else happens. Cents; instants in ms since 1970. */
export interface PayoutAhead {
  /** what comes next on the way to the money */
  step: PayoutStep;
  /** null until the note is published */
  dueAt: number | null;
  late: 'payment' | 'draft' | null;
  grossCents: number;
  feeCents: number;
  netCents: number;
  /** paid by reads: the quote is the most that it can be */
  upTo: boolean;
}

const agreedSteps: Partial<Record<OrderState, PayoutStep>> = {
  'sample-due': 'work',
  'sample-sent': 'work',
  'outline-due': 'work',
  'outline-review': 'answer',
  'draft-due': 'work',
  'platform-audit': 'answer',
  'brand-review': 'answer',
  'ad-audit': 'answer',
  ready: 'publish',
  published: 'protection',
  'note-removed': 'note-back',
  completed: 'payment',
  disputed: 'dispute',
};

/** Whether both sides agreed on an order and it has not been paid yet. */
export const isPayable = (state: OrderState): boolean =>
  !hasEnded({ state }) && agreedSteps[state] !== undefined;
export const payableStates = Object.keys(agreedSteps) as readonly OrderState[];

/**
 * When an agreed order pays: its protection ends so many days after it was published, and the payment falls due so many days
 * after that, both as they were frozen on the order. Null for an order that nobody agreed to or that has ended.
 * Source: the clock of orders, `advance-order.ts`.
 */
export function payoutAhead(order: PayableOrder, now: number): PayoutAhead | null {
  const { state, since, terms, rules, offer } = order;
  const step = agreedSteps[state];
  if (!step) return null;
  const dueAt = dueOf(order, step, since);
  const { netCents, creatorFeeCents } = priceOrder(offer.quoteCents, terms, rules);
  const draftLate = (state === 'draft-due' || state === 'outline-due') && terms.draftDueAt < now;
  return {
    step,
    dueAt,
    late: dueAt !== null && dueAt < now ? 'payment' : draftLate ? 'draft' : null,
    grossCents: offer.quoteCents,
    feeCents: creatorFeeCents,
    netCents,
    upTo: terms.centsPerThousandReads !== null,
  };
}

function dueOf(order: PayableOrder, step: PayoutStep, since: number): number | null {
  const payoutMs = order.rules.payoutDays * dayMs;
  if (step === 'payment') return since + payoutMs;
  const ends = step === 'protection' ? protectionEnds(order) : null;
  return ends === null ? null : ends + payoutMs;
}

/** What falls due in a month of Shanghai, `YYYY-MM`; the months in their order, only those with something. */
export function payoutMonths(
  payouts: readonly Pick<PayoutAhead, 'dueAt' | 'netCents'>[],
): { month: string; orders: number; netCents: number }[] {
  const months = new Map<string, { orders: number; netCents: number }>();
  for (const { dueAt, netCents } of payouts) {
    if (dueAt === null) continue;
    const month = dayInShanghai(new Date(dueAt)).slice(0, 7);
    const sum = months.get(month) ?? { orders: 0, netCents: 0 };
    months.set(month, { orders: sum.orders + 1, netCents: sum.netCents + netCents });
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, sum]) => ({ month, ...sum }));
}

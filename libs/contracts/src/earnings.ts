import { orderStates, payoutSteps } from '@poolrise/domain';
import { z } from 'zod';
import { reportLanguages } from './reports';
import { cents, instant } from './text';
import { statementFormats } from './wallet-statement';

/** A month of Shanghai. */
const month = z
  .string()
  .max(7)
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'is a month as 2026-11');

/** Rows that a screen shows of one kind; the answer says how many more there are, and sums count them all. */
export const earningRowsMost = 100;

/** Left out, the month is that of now. */
export const EarningsQuery = z.strictObject({ month: month.optional() });
export type EarningsQuery = z.infer<typeof EarningsQuery>;

const counted = { more: z.int() };

/** What one order paid at one time: a quote, a part of it, or longer rights. */
const EarnedOrder = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  name: z.string(),
  brandName: z.string(),
  state: z.enum(orderStates),
  paidAt: instant,
  grossCents: cents,
  /** as frozen on the order */
  feeBasisPoints: z.int(),
  feeCents: cents,
  netCents: cents,
});
export type EarnedOrder = z.infer<typeof EarnedOrder>;

const EarnedReward = z.object({ id: z.uuid(), name: z.string(), at: instant, cents });

const PayoutRow = z.object({
  orderId: z.uuid(),
  name: z.string(),
  brandName: z.string(),
  state: z.enum(orderStates),
  /** what comes next on the way to the money */
  step: z.enum(payoutSteps),
  /** when the money falls due if nothing else happens; null before the note is out */
  dueAt: instant.nullable(),
  late: z.enum(['payment', 'draft']).nullable(),
  grossCents: cents,
  feeBasisPoints: z.int(),
  feeCents: cents,
  netCents: cents,
  /** paid by reads: the quote is the most that it can be */
  upTo: z.boolean(),
});
export type PayoutRow = z.infer<typeof PayoutRow>;

const commissionSums = {
  opens: z.int(),
  /** of them in paid slots */
  paidOpens: z.int(),
  sales: z.int(),
  soldCents: cents,
  returnedCents: cents,
  expectedCents: cents,
  confirmedCents: cents,
  /** sales over opens; null without an open */
  openToSale: z.number().nullable(),
};
const LinkRow = z.object({
  noteId: z.uuid(),
  noteTitle: z.string(),
  language: z.string(),
  /** place of the link in the note, from 1 */
  product: z.int(),
  title: z.string(),
  /** in hundredths of a percent, as the note has it now */
  ratePermyriad: z.int(),
  ...commissionSums,
});
export type LinkRow = z.infer<typeof LinkRow>;

/**
 * What a creator's desk earned in a month, what is still to be paid, and the commission that shops owe it. Commission never
 * passes through the wallet, so no sum here adds it to what the wallet got.
 */
export const EarningsView = z
  .object({
    month,
    asOf: instant,
    /** the last twelve months, the earliest first: what reached the wallet */
    months: z.array(z.object({ month, orderCents: cents, rewardCents: cents })),
    sums: z.object({ grossCents: cents, feeCents: cents, netCents: cents, rewardCents: cents }),
    orders: z.object({ items: z.array(EarnedOrder), ...counted }),
    rewards: z.object({ items: z.array(EarnedReward), ...counted }),
    payouts: z.object({
      items: z.array(PayoutRow),
      ...counted,
      /** of those listed */
      months: z.array(z.object({ month, orders: z.int(), netCents: cents })),
      undated: z.object({ orders: z.int(), netCents: cents }),
      netCents: cents,
      late: z.int(),
    }),
    commission: z.object({
      windowDays: z.int(),
      confirmDays: z.int(),
      sums: z.object(commissionSums),
      links: z.array(LinkRow),
      ...counted,
    }),
  })
  .meta({ id: 'EarningsView' });
export type EarningsView = z.infer<typeof EarningsView>;

export const TakeEarnings = z
  .strictObject({ month, format: z.enum(statementFormats), language: z.enum(reportLanguages) })
  .meta({ id: 'TakeEarnings' });
export type TakeEarnings = z.infer<typeof TakeEarnings>;

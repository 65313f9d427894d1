import { accounts } from '@poolrise/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from './paging';
import { cents, instant, line } from './text';

export const TopUp = z
  .strictObject({ cents: cents.min(100).max(100_000_000), reference: line(80), requestKey: z.uuid() })
  .meta({ id: 'TopUp' });
export type TopUp = z.infer<typeof TopUp>;

export const topUpStates = ['waiting', 'recorded', 'refused'] as const;
export type TopUpState = (typeof topUpStates)[number];

/** A recorded top-up, or one that waits for a second person; who asked, who decided, and when. */
export const TopUpView = z
  .object({
    id: z.uuid(),
    cents,
    reference: z.string(),
    state: z.enum(topUpStates),
    askedBy: z.string().nullable(),
    /** the caller asked for it and cannot let it through */
    own: z.boolean(),
    askedAt: instant,
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    /** why it was refused */
    reason: z.string(),
  })
  .meta({ id: 'TopUpView' });
export type TopUpView = z.infer<typeof TopUpView>;
export const TopUpsQuery = z.strictObject({ ...pageQuery, state: z.enum(topUpStates).optional() });
export const TopUpPage = pageOf(TopUpView);
export const RefuseTopUp = z.strictObject({ reason: line(200) }).meta({ id: 'RefuseTopUp' });
export type RefuseTopUp = z.infer<typeof RefuseTopUp>;

/** Above which amount a top-up waits for a second person; null lets every one through. */
export const SetApprovalLimit = z
  .strictObject({
    approvalAboveCents: cents.min(0).max(100_000_000).nullable(),
    /** above which amount a boost, race, campaign or order waits as well; left out, it stays as it is */
    commitAboveCents: cents.min(0).max(100_000_000).nullable().optional(),
  })
  .meta({ id: 'SetApprovalLimit' });
export type SetApprovalLimit = z.infer<typeof SetApprovalLimit>;

/** Whom an invoice names. A tax number is 15 to 20 letters and digits, as those of Chinese firms are. */
export const SetInvoiceBuyer = z
  .strictObject({
    name: line(100),
    taxNumber: line(20).refine(
      (text) => /^[0-9A-Za-z]{15,20}$/.test(text),
      'has 15 to 20 letters and digits',
    ),
    address: line(200, 0),
  })
  .meta({ id: 'SetInvoiceBuyer' });
export type SetInvoiceBuyer = z.infer<typeof SetInvoiceBuyer>;

export const WalletSettingsView = z
  .object({
    approvalAboveCents: cents.nullable(),
    /** above it boosts, races, campaigns and orders wait for a second person; null means that none does */
    commitAboveCents: cents.nullable(),
    /** within how many hours what one person commits alone counts as one amount */
    sumHours: z.int(),
    /** members who may agree to those */
    committers: z.int(),
    /** members who may let a top-up through; with one alone nobody could */
    deciders: z.int(),
    buyer: z.object({ name: z.string(), taxNumber: z.string(), address: z.string() }).nullable(),
    changedBy: z.string().nullable(),
    changedAt: instant.nullable(),
  })
  .meta({ id: 'WalletSettingsView' });
export type WalletSettingsView = z.infer<typeof WalletSettingsView>;

export const journalKinds = [
  'top-up',
  'voucher-granted',
  'boost-reserved',
  'boost-spent',
  'boost-refunded',
  'voucher-expired',
  'voucher-revoked',
  'rebate-granted',
  'compensation-paid',
  'reward-paid',
  'credit-granted',
  'credit-repaid',
  'order-held',
  'order-released',
  'order-paid',
  'order-earned',
] as const;

/** What is reserved: for boosts by where it came from, and what cooperation orders hold, which is cash. */
export const WalletHolds = z.object({
  voucher: cents,
  compensation: cents,
  rebate: cents,
  cash: cents,
  credit: cents,
  orders: cents,
});

/** Balances of the workspace; `balanced` says that the journal adds up to them this very moment. */
export const WalletView = z
  .object({
    cashCents: cents,
    voucherCents: cents,
    rebateCents: cents,
    compensationCents: cents,
    /** the part of the credit limit that is still free; the limit; and what was spent of it and not paid back */
    creditCents: cents,
    creditLimitCents: cents,
    creditOwedCents: cents,
    reservedCents: cents,
    spentCents: cents,
    held: WalletHolds,
    balanced: z.boolean(),
    asOf: instant,
  })
  .meta({ id: 'WalletView' });
export type WalletView = z.infer<typeof WalletView>;

/** One journal transaction with its legs; the legs sum to zero. */
export const JournalRow = z
  .object({
    id: z.uuid(),
    at: instant,
    kind: z.enum(journalKinds),
    subject: z.string(),
    boostId: z.uuid().nullable(),
    voucherId: z.uuid().nullable(),
    orderId: z.uuid().nullable(),
    by: z.string().nullable(),
    legs: z.array(z.object({ account: z.enum(accounts), cents })),
    cashAfterCents: cents,
  })
  .meta({ id: 'JournalRow' });
export type JournalRow = z.infer<typeof JournalRow>;
export const JournalQuery = z.strictObject({
  ...pageQuery,
  account: z.enum(accounts).optional(),
  boostId: z.uuid().optional(),
  voucherId: z.uuid().optional(),
});
export const JournalPage = pageOf(JournalRow);

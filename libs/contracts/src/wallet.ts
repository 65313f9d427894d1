import { accounts } from '@poolrise/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from './paging';
import { cents, instant, line } from './text';

export const TopUp = z
  .strictObject({ cents: cents.min(100).max(100_000_000), reference: line(80), requestKey: z.uuid() })
  .meta({ id: 'TopUp' });
export type TopUp = z.infer<typeof TopUp>;

export const journalKinds = [
  'top-up',
  'voucher-granted',
  'boost-reserved',
  'boost-spent',
  'boost-refunded',
  'voucher-expired',
  'voucher-revoked',
  'order-held',
  'order-released',
  'order-paid',
  'order-earned',
] as const;

/** Balances of the workspace; `balanced` says that the journal adds up to them this very moment. */
export const WalletView = z
  .object({
    cashCents: cents,
    voucherCents: cents,
    reservedCents: cents,
    spentCents: cents,
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

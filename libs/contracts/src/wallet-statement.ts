import { statementAccounts } from '@poolrise/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from './paging';
import { reportLanguages, reportPeriod } from './reports';
import { cents, instant } from './text';
import { journalKinds } from './wallet';

const day = z.iso.date();
/** Days of Shanghai, both included; a year and a day at most. */
const period = { from: day, to: day };
const dayMs = 86_400_000;
const ordered = ({ from, to }: { from: string; to: string }) => from <= to;
const withinYear = ({ from, to }: { from: string; to: string }) =>
  Date.parse(to) - Date.parse(from) <= 366 * dayMs;
const checkedPeriod = <T extends z.ZodObject<{ from: typeof day; to: typeof day }>>(schema: T) =>
  schema
    .refine(ordered, { path: ['to'], message: 'lies before the first day' })
    .refine(withinYear, { path: ['to'], message: 'is more than a year after the first day' });

export const StatementQuery = checkedPeriod(z.strictObject(period));
export type StatementQuery = z.infer<typeof StatementQuery>;
/** Left out, the period is from the first movement to the last, and the account is cash. */
export const MovementsQuery = z.strictObject({
  ...pageQuery,
  from: day.optional(),
  to: day.optional(),
  account: z.enum(statementAccounts).default('cash'),
});
export type MovementsQuery = z.output<typeof MovementsQuery>;

/** Spent in the period, by where it came from. */
const spentBySource = z.object({
  voucher: cents,
  compensation: cents,
  rebate: cents,
  cash: cents,
  credit: cents,
});

/** Each account over a period: `opening + in - out = closing`. What is invoiced is money of the workspace's own. */
export const StatementView = z
  .object({
    period: reportPeriod,
    accounts: z.array(
      z.object({
        account: z.enum(statementAccounts),
        openingCents: cents,
        inCents: cents,
        outCents: cents,
        closingCents: cents,
        movements: z.int(),
      }),
    ),
    spent: spentBySource,
    /** cash and credit that was spent; vouchers, rebates and compensation are no turnover of the buyer's */
    invoiceableCents: cents,
    buyer: z.object({ name: z.string(), taxNumber: z.string(), address: z.string() }).nullable(),
    /** of the first movement of all; null before it */
    since: instant.nullable(),
    asOf: instant,
  })
  .meta({ id: 'StatementView' });
export type StatementView = z.infer<typeof StatementView>;

/** One movement of an account and what stood on it afterwards. */
export const MovementRow = z
  .object({
    id: z.uuid(),
    at: instant,
    kind: z.enum(journalKinds),
    subject: z.string(),
    boostId: z.uuid().nullable(),
    orderId: z.uuid().nullable(),
    by: z.string().nullable(),
    cents,
    balanceCents: cents,
  })
  .meta({ id: 'MovementRow' });
export type MovementRow = z.infer<typeof MovementRow>;
export const MovementPage = pageOf(MovementRow);

export const statementFormats = ['csv', 'xlsx'] as const;
export type StatementFormat = (typeof statementFormats)[number];
export const TakeStatement = checkedPeriod(
  z.strictObject({ ...period, format: z.enum(statementFormats), language: z.enum(reportLanguages) }),
).meta({ id: 'TakeStatement' });
export type TakeStatement = z.infer<typeof TakeStatement>;

export const reconciliationSubjects = [
  'transaction',
  'account',
  'boost',
  'order',
  'voucher',
  'workspace',
  'top-up',
] as const;
/** Does the journal agree with everything that repeats a part of it; and if not, where exactly. */
export const ReconciliationView = z
  .object({
    /** every account: the journal summed from its beginning, and the balance */
    accounts: z.array(z.object({ account: z.string(), journalCents: cents, balanceCents: cents })),
    checks: z.array(
      z.object({
        id: z.string(),
        about: z.enum(reconciliationSubjects),
        compared: z.int(),
        different: z.int(),
        /** the first of those that differ, twenty at most */
        examples: z.array(z.string()),
      }),
    ),
    entries: z.int(),
    asOf: instant,
  })
  .meta({ id: 'ReconciliationView' });
export type ReconciliationView = z.infer<typeof ReconciliationView>;

import { isMonth, statementLineKinds } from '@poolrise/domain';
import { z } from 'zod';
import { pageOf, pageQuery } from './paging';
import { reportLanguages } from './reports';
import { cents, instant, line } from './text';

/** A month of the calendar of Shanghai. */
export const month = z
  .string()
  .length(7)
  .refine(isMonth, 'is no month as YYYY-MM')
  .meta({ description: 'month of Shanghai, YYYY-MM', pattern: '^20\\d\\d-(0[1-9]|1[0-2])$' });

const basisPoints = z.int().min(0).max(10_000);
const scheme = {
  /** of the client's own money that was spent, in basis points */
  percentBasisPoints: basisPoints,
  retainerCents: cents.min(0).max(10_000_000_000),
  /** part of the rebates received that the client gets, in basis points */
  rebateShareBasisPoints: basisPoints,
};
/** What a client is asked for, from a month on. */
export const SetClientFee = z.strictObject({ fromMonth: month, ...scheme }).meta({ id: 'SetClientFee' });
export type SetClientFee = z.infer<typeof SetClientFee>;
export const ClientFee = z.object({ fromMonth: month, ...scheme, by: z.string() }).meta({ id: 'ClientFee' });
export type ClientFee = z.infer<typeof ClientFee>;

/** Money that a creator gave back. A day of a closed month is booked in the first that is open. */
export const RecordRebate = z
  .strictObject({
    orderId: z.uuid(),
    cents: cents.min(1).max(100_000_000_00),
    receivedOn: z.iso.date(),
    requestKey: z.uuid(),
  })
  .meta({ id: 'RecordRebate' });
export type RecordRebate = z.infer<typeof RecordRebate>;

/** A correction by a person, in the first month that is open. Below zero in the client's favour. */
export const AdjustStatement = z
  .strictObject({
    month,
    cents: cents
      .min(-100_000_000_00)
      .max(100_000_000_00)
      .refine((amount) => amount !== 0, 'is nothing'),
    reason: line(120),
    requestKey: z.uuid(),
  })
  .meta({ id: 'AdjustStatement' });
export type AdjustStatement = z.infer<typeof AdjustStatement>;
export const BookedIn = z.object({ month }).meta({ id: 'BookedIn' });
export type BookedIn = z.infer<typeof BookedIn>;

export const monthStates = ['running', 'open', 'closed', 'sent'] as const;
export type MonthState = (typeof monthStates)[number];

/** Sums of a month, or of a campaign in it, as the agency sees them. */
const sums = {
  spentCents: cents,
  mediaCents: cents,
  creatorCents: cents,
  platformCents: cents,
  feeCents: cents,
  adjustmentCents: cents,
  rebateExpectedCents: cents,
  rebateReceivedCents: cents,
  rebatePassedCents: cents,
  totalCents: cents,
  marginCents: cents,
};
export const AgencyMonthSums = z.object(sums).meta({ id: 'AgencyMonthSums' });
export type AgencyMonthSums = z.infer<typeof AgencyMonthSums>;

/** Left out, the month is the present one. */
export const MarginQuery = z.strictObject({
  month: month.optional(),
  cursor: pageQuery.cursor,
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type MarginQuery = z.output<typeof MarginQuery>;
export const ClientMargin = z
  .object({
    client: z.object({ id: z.uuid(), name: z.string() }),
    state: z.enum(monthStates),
    scheme: z.object(scheme),
    sums: AgencyMonthSums,
    marginShare: z.number().nullable(),
    /** null: what belongs to no campaign, the retainer among it */
    campaigns: z.array(
      z.object({
        id: z.uuid().nullable(),
        name: z.string(),
        sums: AgencyMonthSums,
        marginShare: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'ClientMargin' });
export type ClientMargin = z.infer<typeof ClientMargin>;
export const ClientMarginPage = pageOf(ClientMargin).meta({ id: 'ClientMarginPage' });

export const MonthQuery = z.strictObject({ month });
export type MonthQuery = z.infer<typeof MonthQuery>;

const publicLine = {
  kind: z.enum(statementLineKinds),
  subjectId: z.uuid().nullable(),
  name: z.string(),
  campaignName: z.string().nullable(),
  spentCents: cents,
  chargedCents: cents,
};
/** Lines of a page; a month with more of them is read whole in a file. */
export const statementLinesShown = 300;

/** A month of one client, as the agency sees it. */
export const AgencyStatement = z
  .object({
    client: z.object({ id: z.uuid(), name: z.string() }),
    month,
    state: z.enum(monthStates),
    /** why it cannot be closed now; null when it can */
    closing: z.enum(['month-not-over', 'month-closed', 'month-out-of-turn']).nullable(),
    scheme: z.object(scheme),
    fees: z.array(ClientFee),
    sums: AgencyMonthSums,
    marginShare: z.number().nullable(),
    lines: z.array(
      z.object({
        ...publicLine,
        creatorCents: cents,
        rebateExpectedCents: cents,
        rebateReceivedCents: cents,
      }),
    ),
    linesTotal: z.int(),
    closedAt: instant.nullable(),
    closedBy: z.string().nullable(),
    sentAt: instant.nullable(),
    asOf: instant,
  })
  .meta({ id: 'AgencyStatement' });
export type AgencyStatement = z.infer<typeof AgencyStatement>;

/** Closes what was seen: when the total has moved since, nothing is closed. */
export const CloseMonth = z.strictObject({ month, totalCents: cents }).meta({ id: 'CloseMonth' });
export type CloseMonth = z.infer<typeof CloseMonth>;
export const SendMonth = z.strictObject({ month }).meta({ id: 'SendMonth' });
export type SendMonth = z.infer<typeof SendMonth>;

export const monthFileFormats = ['csv', 'xlsx', 'pdf'] as const;
export type MonthFileFormat = (typeof monthFileFormats)[number];
export const TakeMonth = z
  .strictObject({ month, format: z.enum(monthFileFormats), language: z.enum(reportLanguages) })
  .meta({ id: 'TakeMonth' });
export type TakeMonth = z.infer<typeof TakeMonth>;

/** What the client pays and for what: nothing of the agency's own side. */
export const SentStatement = z
  .object({
    agencyName: z.string(),
    clientName: z.string(),
    month,
    mediaCents: cents,
    feeCents: cents,
    adjustmentCents: cents,
    rebatePassedCents: cents,
    totalCents: cents,
    lines: z.array(z.object(publicLine)),
    linesTotal: z.int(),
    sentAt: instant,
  })
  .meta({ id: 'SentStatement' });
export type SentStatement = z.infer<typeof SentStatement>;
export const SentStatementRow = z
  .object({ month, totalCents: cents, sentAt: instant })
  .meta({ id: 'SentStatementRow' });
export type SentStatementRow = z.infer<typeof SentStatementRow>;
export const SentStatementPage = pageOf(SentStatementRow).meta({ id: 'SentStatementPage' });

import { type FeeScheme, partOf, percentFee } from './fee-scheme';
import { type Month, monthAfter } from './months';

export const statementLineKinds = [
  'order',
  'boost',
  'late',
  'fee-percent',
  'fee-retainer',
  'rebate',
  'adjustment',
] as const;
export type StatementLineKind = (typeof statementLineKinds)[number];

/** Spent for a client: an order, a boost, or what was found of closed months. Cents. */
export interface SpendLine {
  kind: 'order' | 'boost' | 'late';
  subjectId: string;
  name: string;
  campaignId: string | null;
  /** as the client's journal has it */
  spentCents: number;
  /** of it the client's own money; vouchers, rebates and compensation are not charged */
  chargedCents: number;
  /** of what is charged: to the creator. The rest goes to the platform */
  creatorCents: number;
  /** what the creator has promised to give back */
  rebateExpectedCents: number;
}

/** Money that a creator gave back, or a correction by a person. Cents. */
export interface BookedLine {
  kind: 'rebate' | 'adjustment';
  subjectId: string;
  name: string;
  campaignId: string | null;
  /** of a rebate what was received; of an adjustment what is charged more, or less */
  cents: number;
}

export interface StatementLine extends SpendLineOr<StatementLineKind> {
  rebateReceivedCents: number;
}
type SpendLineOr<Kind> = Omit<SpendLine, 'kind' | 'subjectId'> & { kind: Kind; subjectId: string | null };

/** Sums of a month for one client. `total` is what the client pays; the rest of the names are those of the metrics. Cents. */
export interface MonthSums {
  spentCents: number;
  mediaCents: number;
  creatorCents: number;
  platformCents: number;
  feeCents: number;
  adjustmentCents: number;
  rebateExpectedCents: number;
  rebateReceivedCents: number;
  rebatePassedCents: number;
  totalCents: number;
  marginCents: number;
}

const nothing = {
  spentCents: 0,
  chargedCents: 0,
  creatorCents: 0,
  rebateExpectedCents: 0,
  rebateReceivedCents: 0,
};

/**
 * The lines of a client's month: what was spent, the agency's fee on it by campaign, the retainer, and the part of rebates that is
 * handed on. The percentage of all campaigns is that of their sum, to the cent.
 */
export function statementLines(
  spend: readonly SpendLine[],
  booked: readonly BookedLine[],
  scheme: FeeScheme,
): StatementLine[] {
  const campaigns = [...new Set(spend.map(({ campaignId }) => campaignId))];
  const fees = percentFee(
    campaigns.map((id) =>
      spend.reduce((sum, line) => (line.campaignId === id ? sum + line.chargedCents : sum), 0),
    ),
    scheme,
  );
  const fee = (kind: 'fee-percent' | 'fee-retainer', campaignId: string | null, cents: number) =>
    cents === 0 ? [] : [{ ...nothing, kind, subjectId: null, name: '', campaignId, chargedCents: cents }];
  return [
    ...spend.map((line) => ({ ...line, rebateReceivedCents: 0 })),
    ...campaigns.flatMap((id, place) => fee('fee-percent', id, fees[place] ?? 0)),
    ...fee('fee-retainer', null, scheme.retainerCents),
    ...booked.map(({ cents, ...line }) =>
      line.kind === 'rebate'
        ? {
            ...nothing,
            ...line,
            // `0 -` and not a sign, which would make nought a negative one.
            chargedCents: 0 - partOf(cents, scheme.rebateShareBasisPoints),
            rebateReceivedCents: cents,
          }
        : { ...nothing, ...line, chargedCents: cents },
    ),
  ];
}

const spending: readonly StatementLineKind[] = ['order', 'boost', 'late'];
const fees: readonly StatementLineKind[] = ['fee-percent', 'fee-retainer'];
const sum = (
  lines: readonly StatementLine[],
  of: (line: StatementLine) => number,
  kinds: readonly StatementLineKind[],
): number => lines.reduce((all, line) => (kinds.includes(line.kind) ? all + of(line) : all), 0);

/** In which month something of a day is booked: in its own, or the first that is still open. */
export const bookingMonth = (month: Month, lastClosed: Month | null): Month =>
  lastClosed !== null && month <= lastClosed ? monthAfter(lastClosed) : month;

/**
 * Sums of lines: of a whole month, or of one campaign of it.
 *
 * Both sides of the books meet here: what the client pays is what creators and the platform get, less what is handed back, and
 * the agency's part; and the margin is that part with the rebates that were received. Throws when the two disagree.
 */
export function sumsOfMonth(lines: readonly StatementLine[]): MonthSums {
  const charged = ({ chargedCents }: StatementLine) => chargedCents;
  const mediaCents = sum(lines, charged, spending);
  const creatorCents = sum(lines, ({ creatorCents: cents }) => cents, spending);
  const feeCents = sum(lines, charged, fees);
  const adjustmentCents = sum(lines, charged, ['adjustment']);
  const rebatePassedCents = 0 - sum(lines, charged, ['rebate']);
  const rebateReceivedCents = sum(lines, (line) => line.rebateReceivedCents, ['rebate']);
  const totalCents = mediaCents + feeCents + adjustmentCents - rebatePassedCents;
  if (totalCents !== lines.reduce((all, line) => all + line.chargedCents, 0))
    throw new RangeError('A line of a statement is on no side of the books');
  return {
    spentCents: sum(lines, ({ spentCents }) => spentCents, spending),
    mediaCents,
    creatorCents,
    platformCents: mediaCents - creatorCents,
    feeCents,
    adjustmentCents,
    rebateExpectedCents: sum(lines, (line) => line.rebateExpectedCents, spending),
    rebateReceivedCents,
    rebatePassedCents,
    totalCents,
    marginCents: totalCents - mediaCents + rebateReceivedCents,
  };
}

/** Margin as a part of what the client pays; null where nothing is paid. */
export const marginShare = ({ marginCents, totalCents }: Pick<MonthSums, 'marginCents' | 'totalCents'>) =>
  totalCents > 0 ? marginCents / totalCents : null;

/** Whether a month may be closed: the first one any that is over, from then on one after the other; null when it may. */
export function closingRefusal(
  month: Month,
  { lastClosed, current }: { lastClosed: Month | null; current: Month },
): 'month-not-over' | 'month-closed' | 'month-out-of-turn' | null {
  if (month >= current) return 'month-not-over';
  if (lastClosed === null) return null;
  if (month <= lastClosed) return 'month-closed';
  return month === monthAfter(lastClosed) ? null : 'month-out-of-turn';
}

import fc from 'fast-check';
import { slaDefaults, taskDue, urgencyOf } from './agency-tasks';
import { billSubject } from './bill-subject';
import { feeIn, noFee, percentFee } from './fee-scheme';
import { monthAfter, monthOf, spanOfMonth } from './months';
import {
  bookingMonth,
  closingRefusal,
  marginShare,
  type SpendLine,
  statementLines,
  sumsOfMonth,
} from './month-statement';

const scheme = { percentBasisPoints: 800, retainerCents: 300_000, rebateShareBasisPoints: 5_000 };
const spend = (about: Partial<SpendLine> = {}): SpendLine => ({
  kind: 'order',
  subjectId: 'a',
  name: '春茶',
  campaignId: null,
  spentCents: 550_000,
  chargedCents: 550_000,
  creatorCents: 500_000,
  rebateExpectedCents: 75_000,
  ...about,
});

describe('a month', () => {
  it('is that of the calendar of Shanghai', () => {
    expect(monthOf(new Date('2026-09-30T16:00:00Z'))).toBe('2026-10');
    expect(spanOfMonth('2026-12')).toEqual({
      from: new Date('2026-11-30T16:00:00Z'),
      to: new Date('2026-12-31T16:00:00Z'),
    });
    expect([monthAfter('2026-12'), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
    expect(() => monthAfter('2026-13')).toThrow(RangeError);
  });

  it('is closed once it is over, one after the other', () => {
    const may = (month: string, lastClosed: string | null) =>
      closingRefusal(month, { lastClosed, current: '2026-11' });
    expect(may('2026-10', null)).toBeNull();
    expect(may('2026-10', '2026-09')).toBeNull();
    expect(may('2026-10', '2026-08')).toBe('month-out-of-turn');
    expect(may('2026-10', '2026-10')).toBe('month-closed');
    expect([may('2026-11', null), may('2027-01', null)]).toEqual(['month-not-over', 'month-not-over']);
  });

  it('takes what comes late when it is closed already', () => {
    expect(bookingMonth('2026-09', '2026-10')).toBe('2026-11');
    expect(bookingMonth('2026-11', '2026-10')).toBe('2026-11');
    expect(bookingMonth('2026-09', null)).toBe('2026-09');
  });
});

describe('a fee', () => {
  it('is that of the latest scheme that has begun', () => {
    const rows = [
      { ...scheme, fromMonth: '2026-10', percentBasisPoints: 900 },
      { ...scheme, fromMonth: '2026-03' },
    ];
    expect(feeIn('2026-02', rows)).toBe(noFee);
    expect(feeIn('2026-09', rows).percentBasisPoints).toBe(800);
    expect(feeIn('2026-12', rows).percentBasisPoints).toBe(900);
  });

  it('is split over campaigns to the cent, whatever they spent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000, max: 10_000_000 })),
        fc.integer({ min: 0, max: 10_000 }),
        (spent, rate) => {
          const base = Math.max(
            0,
            spent.reduce((all, cents) => all + cents, 0),
          );
          const fees = percentFee(spent, { ...noFee, percentBasisPoints: rate });
          expect(fees.reduce((all, cents) => all + cents, 0)).toBe(Math.floor((base * rate) / 10_000));
          expect(fees.every((cents) => cents >= 0)).toBe(true);
        },
      ),
    );
  });
});

describe('a statement', () => {
  const rebate = { kind: 'rebate', subjectId: 'r', name: '春茶', campaignId: null, cents: 75_001 } as const;

  it('charges spend and fee, hands a part of the rebate on, and leaves the agency its margin', () => {
    const sums = sumsOfMonth(statementLines([spend()], [rebate], scheme));
    expect(sums).toEqual({
      spentCents: 550_000,
      mediaCents: 550_000,
      creatorCents: 500_000,
      platformCents: 50_000,
      feeCents: 44_000 + 300_000,
      adjustmentCents: 0,
      rebateExpectedCents: 75_000,
      rebateReceivedCents: 75_001,
      rebatePassedCents: 37_500,
      totalCents: 550_000 + 344_000 - 37_500,
      marginCents: 344_000 + 75_001 - 37_500,
    });
    expect(marginShare(sums)).toBeCloseTo(381_501 / 856_500, 12);
    expect(marginShare(sumsOfMonth([]))).toBeNull();
  });

  it('asks no fee on what was given, only on the client’s own money', () => {
    const lines = statementLines([spend({ chargedCents: 100_000, creatorCents: 0 })], [], scheme);
    expect(sumsOfMonth(lines)).toMatchObject({ spentCents: 550_000, mediaCents: 100_000, feeCents: 308_000 });
  });

  it('adds up on both sides whatever stands in it, campaign by campaign', () => {
    const cents = fc.integer({ min: 0, max: 5_000_000 });
    const line = fc.record({
      campaign: fc.integer({ min: 0, max: 3 }),
      spent: cents,
      part: fc.nat(100),
      rebate: cents,
    });
    const more = fc.array(fc.integer({ min: -500_000, max: 500_000 }));
    fc.assert(
      fc.property(fc.array(line), fc.array(cents), more, (spent, rebates, corrections) => {
        const lines = statementLines(
          spent.map(({ campaign, spent: all, part, rebate: expected }, at) =>
            spend({
              subjectId: String(at),
              campaignId: String(campaign),
              spentCents: all,
              chargedCents: Math.floor((all * part) / 100),
              creatorCents: 0,
              rebateExpectedCents: expected,
            }),
          ),
          [
            ...rebates.map((one) => ({ ...rebate, cents: one })),
            ...corrections.map((one) => ({ ...rebate, kind: 'adjustment' as const, cents: one })),
          ],
          scheme,
        );
        const whole = sumsOfMonth(lines);
        const parts = [...new Set(lines.map(({ campaignId }) => campaignId))].map((id) =>
          sumsOfMonth(lines.filter(({ campaignId }) => campaignId === id)),
        );
        for (const name of Object.keys(whole) as (keyof typeof whole)[])
          expect([name, parts.reduce((all, one) => all + one[name], 0)]).toEqual([name, whole[name]]);
        expect(whole.totalCents).toBe(
          whole.creatorCents + whole.platformCents + whole.marginCents - whole.rebateReceivedCents,
        );
      }),
    );
  });
});

describe('what was spent', () => {
  it('is charged once, however late it was written, and however months were closed', () => {
    const amounts = fc.array(fc.tuple(fc.nat(100_000), fc.nat(100_000)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, (months) => {
        // In each month something is spent in it, and something that belongs to the month before it comes to light.
        const so = (cents: number) => ({ spentCents: cents, chargedCents: cents });
        let frozen = 0;
        let known = 0;
        for (const [spent, late] of months) {
          const beforeMonth = known + late;
          const until = beforeMonth + spent;
          const bill = billSubject({
            beforeBilling: so(0),
            beforeMonth: so(beforeMonth),
            until: so(until),
            frozen: so(frozen),
          });
          expect([bill.inMonth.spentCents, bill.late.spentCents]).toEqual([spent, late]);
          frozen += bill.inMonth.chargedCents + bill.late.chargedCents;
          known = until;
          expect(frozen).toBe(known);
        }
      }),
    );
  });
});

describe('a task', () => {
  const hour = 3_600_000;
  it('is due by the agency’s hours, and never after the platform’s', () => {
    expect(taskDue(0, slaDefaults.review, 72 * hour)).toBe(24 * hour);
    expect(taskDue(0, slaDefaults.review, 10 * hour)).toBe(10 * hour);
    expect(taskDue(0, 24, null)).toBe(24 * hour);
  });

  it('is overdue from its moment on, and soon within a day before it', () => {
    expect([
      urgencyOf(5, 5),
      urgencyOf(6, 5),
      urgencyOf(5 + 24 * hour, 5),
      urgencyOf(6 + 24 * hour, 5),
    ]).toEqual(['overdue', 'soon', 'soon', 'later']);
  });
});

import fc from 'fast-check';
import { metrics } from '../metrics/definitions';
import { evaluateMetric } from '../metrics/evaluate-metric';
import { atLeastFact, exactFact, type FactRow, factOf, roundedFact } from '../metrics/fact-value';
import { defaultChoice, resolveShape } from '../metrics/metric-shape';
import { sumRows } from '../metrics/metric-sums';
import {
  countOfShare,
  factOfFigure,
  factsOfAdRow,
  factsOfCreatorRow,
  factsOfNoteSheet,
  factsOfShopOrder,
  type NoteSheetField,
  type SheetFigure,
  wholeOfShare,
} from './sheet-facts';

const exact = (value: number): SheetFigure => ({ precision: 'exact', value });
const rounded = (value: number, halfWidth: number): SheetFigure => ({
  precision: 'rounded',
  value,
  halfWidth,
});
type Sheet = Partial<Record<NoteSheetField, SheetFigure | undefined>>;
const read = (sheet: Sheet) => (field: NoteSheetField) => sheet[field] ?? null;

/** The masked row of an order report in the domain notes 5.2, with its percents as printed. */
const orderRow: Sheet = {
  impressions: exact(2_269),
  naturalImpressions: exact(1_455),
  promotedImpressions: exact(814),
  heatedImpressions: exact(0),
  reads: exact(248),
  naturalReads: exact(231),
  promotedReads: exact(17),
  interactions: exact(2),
  likes: exact(1),
  collects: exact(0),
  comments: exact(0),
  shares: exact(1),
  quote: exact(5_000),
  serviceFee: exact(500),
  play5sRate: rounded(0.093, 0.0005),
};
const cpe = (row: FactRow) => {
  const { shape } = metrics.noteCpe;
  if (!shape) throw new Error('no shape');
  const resolved = resolveShape(shape, defaultChoice);
  return evaluateMetric(resolved, sumRows(resolved, [row])).value;
};

describe('facts of imported rows', () => {
  it('give the prices that the order report prints', () => {
    const row = factsOfNoteSheet(read(orderRow), { interactionKind: 'LCCS', noteType: 'video' });
    expect(cpe(row)).toBe(2_750);
    expect(factOf(row, 'orderCents')).toEqual(exactFact(5_500));
    expect(row.plays).toEqual(exactFact(248));
    // 9.3 % of 248 plays: 22.9 to 23.2 of them.
    expect(row.plays5s?.value).toBeCloseTo(23.06, 2);
    expect(row.plays5s?.half).toBeCloseTo(0.124, 6);
    expect(row.imageReads).toBeUndefined();
    expect(row.comments).toEqual(exactFact(0));
    expect(row.follows).toBeNull();
  });

  it('take a total of interactions only when its definition is known', () => {
    const total = { ...orderRow, likes: undefined };
    expect(cpe(factsOfNoteSheet(read(total), { interactionKind: 'LCCS', noteType: null }))).toBe(2_750);
    expect(cpe(factsOfNoteSheet(read(total), { interactionKind: null, noteType: null }))).toBeNull();
    // Another definition's total does not stand in for it.
    expect(cpe(factsOfNoteSheet(read(total), { interactionKind: 'LCCSF', noteType: null }))).toBeNull();
  });

  it('bring sampled people up to all of them', () => {
    const sampled = { shopVisitors: exact(40), samplingRatio: exact(0.2) };
    const about = { interactionKind: null, noteType: null } as const;
    expect(factsOfNoteSheet(read(sampled), about).shopVisitors).toMatchObject({
      value: 200,
      estimated: true,
    });
    expect(factsOfNoteSheet(read({ shopVisitors: exact(40) }), about).shopVisitors).toEqual(exactFact(40));
  });

  it('multiply means and shares out again, and back', () => {
    const sheet = {
      reads: rounded(12_000, 500),
      dwellSeconds: exact(20),
      readAchievement: exact(0.8),
      formSubmissions: exact(3),
      messageLeads: exact(4),
    };
    const row = factsOfNoteSheet(read(sheet), { interactionKind: null, noteType: 'image' });
    expect(row.dwellSeconds).toEqual(roundedFact(240_000, 10_000));
    expect(row.guaranteedReads).toMatchObject({ value: 15_000, half: 625, estimated: true });
    expect(row.leads).toEqual(exactFact(7));
    expect(countOfShare(atLeastFact(0.5), exactFact(3))).toBeNull();
    expect(wholeOfShare(exactFact(3), roundedFact(0.05, 0.05))).toBeNull();
  });

  it('hold what was meant by a rounded share of a rounded whole', () => {
    const part = fc.record({
      share: fc.double({ min: 0.01, max: 1, noNaN: true }),
      whole: fc.integer({ min: 10, max: 1e6 }),
      at: fc.double({ min: -1, max: 1, noNaN: true }),
      other: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(part, ({ share, whole, at, other }) => {
        const [shareHalf, wholeHalf] = [0.005, whole / 100];
        const told = {
          share: roundedFact(share + at * shareHalf, shareHalf),
          whole: roundedFact(whole + other * wholeHalf, wholeHalf),
        };
        const counted = countOfShare(told.share, told.whole);
        if (!counted) throw new Error('unknown');
        expect(Math.abs(counted.value - share * whole)).toBeLessThanOrEqual(counted.half * (1 + 1e-9) + 1e-9);
        const back = wholeOfShare(exactFact(share * whole), told.share);
        if (back) expect(Math.abs(back.value - whole)).toBeLessThanOrEqual(back.half * (1 + 1e-9) + 1e-6);
      }),
    );
  });

  it('keep rounding and lower bounds, and take no correction for a count', () => {
    expect(factOfFigure(rounded(12_000, 500))).toEqual(roundedFact(12_000, 500));
    expect(factOfFigure({ precision: 'at-least', value: 100_000 })).toEqual(atLeastFact(100_000));
    expect([factOfFigure(null), factOfFigure(exact(-3))]).toEqual([null, null]);
  });

  it('name what ads, shops and creators say', () => {
    expect(
      factsOfAdRow((field) => (field === 'fee' ? exact(1_250) : field === 'interactions' ? exact(9) : null)),
    ).toMatchObject({
      adCents: exactFact(1_250),
      adInteractions: exactFact(9),
      adClicks: null,
    });
    expect(factsOfShopOrder(() => exact(7))).toEqual({ gmvCents: exactFact(7), refundCents: exactFact(7) });
    expect(factsOfCreatorRow((field) => (field === 'followers' ? exact(8) : null))).toMatchObject({
      followers: exactFact(8),
    });
  });
});

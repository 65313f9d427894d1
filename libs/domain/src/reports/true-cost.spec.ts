import fc from 'fast-check';
import { metrics, type MetricId } from '../metrics/definitions';
import { evaluateMetric } from '../metrics/evaluate-metric';
import { exactFact, type FactRow } from '../metrics/fact-value';
import { type DefinitionChoice, defaultChoice, resolveShape } from '../metrics/metric-shape';
import { sumRows } from '../metrics/metric-sums';
import { cycleWindow, decisionCycleOf, decisionCycles, isCycleOver } from './decision-cycles';
import { emvBandCents } from './emv';
import { serviceFeeCentsUp } from '../creators/platform-fee';
import { costFacts, type NoteCostRecords, trueCostOf, unitCentsUp } from './true-cost';

/** A custom order of ¥500 with ads of ¥120 and a boost of ¥75, of which a voucher paid ¥30. */
const records = (changes: Partial<NoteCostRecords> = {}): NoteCostRecords => ({
  order: { quoteCents: 50_000, serviceFeeCents: 5_000, amountCents: null, effectMode: false },
  adCents: 12_000,
  boostCents: 7_500,
  voucherCents: 3_000,
  adsComplete: true,
  boostsComplete: true,
  promotedImpressions: null,
  heatedImpressions: null,
  ...changes,
});
const stateOf = (changes: Partial<NoteCostRecords>) =>
  Object.fromEntries(
    trueCostOf(records(changes)).parts.map(({ key, state, cents }) => [key, cents ?? state]),
  );

describe('the true cost of a note', () => {
  it('is order, fee, ads and boosts less vouchers', () => {
    expect(trueCostOf(records())).toMatchObject({ totalCents: 71_500, atLeastCents: 71_500, state: 'known' });
  });

  it('is unknown while a part is, and then says what it is at the least', () => {
    const cost = trueCostOf(records({ adCents: null, adsComplete: false }));
    expect(cost).toMatchObject({ totalCents: null, atLeastCents: 59_500, state: 'unknown' });
    expect(trueCostOf(records({ voucherCents: null }))).toMatchObject({
      totalCents: null,
      atLeastCents: 67_000,
    });
  });

  it('does not let vouchers pay for boosts that nobody knows', () => {
    const cost = trueCostOf(records({ boostCents: null, boostsComplete: false }));
    expect(cost).toMatchObject({ totalCents: null, atLeastCents: 67_000 });
  });

  it('takes no rows for nothing only when there can have been none', () => {
    expect(stateOf({ adCents: null })).toMatchObject({ ads: 0 });
    expect(stateOf({ adCents: null, adsComplete: false, promotedImpressions: 0 })).toMatchObject({ ads: 0 });
    expect(stateOf({ adCents: null, adsComplete: false, promotedImpressions: 814 })).toMatchObject({
      ads: 'unknown',
    });
    expect(stateOf({ adCents: null, adsComplete: false })).toMatchObject({ ads: 'unknown' });
    // Half of the ad rows is not the cost of the ads.
    expect(stateOf({ adsComplete: false })).toMatchObject({ ads: 'unknown' });
    expect(trueCostOf(records({ adsComplete: false })).atLeastCents).toBe(71_500);
  });

  it('estimates a fee that no file states, and says so', () => {
    const order = { quoteCents: 50_005, serviceFeeCents: null, amountCents: null, effectMode: false };
    expect(trueCostOf(records({ order }))).toMatchObject({ state: 'estimated', totalCents: 71_506 });
    // Still a guess when something else is unknown as well.
    const guess = costFacts(trueCostOf(records({ order, adCents: null, adsComplete: false })));
    expect(guess).toMatchObject({ adCents: null, orderCents: { value: 55_006, estimated: true } });
    expect(serviceFeeCentsUp(50_005, false)).toBe(5_001);
    expect(serviceFeeCentsUp(50_005, true)).toBe(10_001);
    expect(serviceFeeCentsUp(110, false)).toBe(11);
    expect(stateOf({ order: { ...order, quoteCents: null } })).toMatchObject({
      quote: 'unknown',
      fee: 'unknown',
    });
    expect(stateOf({ order: null })).toMatchObject({ quote: 0, fee: 0 });
  });

  it('tells an amount apart into quote and fee without changing it', () => {
    const order = { quoteCents: null, serviceFeeCents: null, amountCents: 55_000, effectMode: false };
    expect(stateOf({ order })).toMatchObject({ quote: 50_000, fee: 5_000 });
    const cost = trueCostOf(records({ order }));
    expect(cost).toMatchObject({ totalCents: 71_500, state: 'known' });
    expect(costFacts(cost)).toMatchObject({
      orderCents: exactFact(55_000),
      quoteCents: { value: 50_000, estimated: true },
    });
    // An amount below its quote cannot be with the fee, so the fee is still a guess.
    const odd = { ...order, quoteCents: 50_000, amountCents: 45_000 };
    expect(trueCostOf(records({ order: odd })).state).toBe('estimated');
    fc.assert(
      fc.property(
        fc.nat(1e8),
        fc.option(fc.nat(1e8)),
        fc.boolean(),
        (amountCents, serviceFeeCents, effectMode) => {
          const { parts } = trueCostOf(
            records({ order: { ...order, amountCents, serviceFeeCents, effectMode } }),
          );
          expect((parts[0]?.cents ?? NaN) + (parts[1]?.cents ?? NaN)).toBe(amountCents);
        },
      ),
    );
  });

  it('has no vouchers where there was no boost', () => {
    expect(stateOf({ boostCents: null, voucherCents: null })).toMatchObject({ boosts: 0, vouchers: 0 });
    expect(() => trueCostOf(records({ voucherCents: 7_501 }))).toThrow('vouchers');
    expect(() => trueCostOf(records({ adCents: 0.5 }))).toThrow(RangeError);
  });

  it('is never below what it says it is at the least', () => {
    const cents = fc.option(fc.nat(1e6));
    fc.assert(
      fc.property(
        fc.record({
          adCents: cents,
          boost: fc.option(fc.tuple(fc.nat(1e6), fc.nat(100))),
          quote: cents,
          fee: cents,
        }),
        ({ adCents, boost, quote, fee }) => {
          const cost = trueCostOf(
            records({
              adCents,
              boostCents: boost && boost[0],
              voucherCents: boost && Math.floor((boost[0] * boost[1]) / 100),
              order: { quoteCents: quote, serviceFeeCents: fee, amountCents: null, effectMode: false },
            }),
          );
          expect(cost.totalCents === null).toBe(quote === null);
          if (cost.totalCents !== null) expect(cost.totalCents).toBe(cost.atLeastCents);
        },
      ),
    );
  });
});

describe('prices that stand on the true cost', () => {
  const note: FactRow = {
    ...costFacts(trueCostOf(records())),
    impressions: exactFact(20_000),
    reads: exactFact(1_800),
    interactionsLCCS: exactFact(130),
    shopVisitors: exactFact(55),
    gmvCycleCents: exactFact(143_000),
    notes: exactFact(1),
    hitNotes: exactFact(0),
  };
  const hit: FactRow = {
    ...costFacts(trueCostOf(records({ adCents: null, adsComplete: false }))),
    impressions: exactFact(980_000),
    reads: exactFact(120_000),
    interactionsLCCS: exactFact(11_000),
    notes: exactFact(1),
    hitNotes: exactFact(1),
  };
  const figure = (id: MetricId, choice: Partial<DefinitionChoice> = { cost: 'true' }) => {
    const { shape } = metrics[id];
    if (!shape) throw new Error(`${id} has no shape`);
    const resolved = resolveShape(shape, { ...defaultChoice, ...choice });
    return evaluateMetric(resolved, sumRows(resolved, [note, hit]));
  };

  it('leave out the note whose ads are unknown, numerator and denominator alike', () => {
    expect(figure('noteCpm')).toMatchObject({ value: 3_575, unknownRows: 1, precision: ['partial'] });
    expect(unitCentsUp(figure('cpr').value ?? 0)).toBe(40);
    expect(figure('noteCpe').value).toBe(550);
    expect(figure('cpuv').value).toBe(1_300);
    expect(figure('roiCycle').value).toBe(2);
    expect(figure('hitRate')).toMatchObject({ value: 0.5, precision: ['exact'] });
  });

  it('change with the definition of cost, which is then another row', () => {
    expect(figure('noteCpe', { cost: 'order' })).toMatchObject({ value: 110_000 / 11_130, unknownRows: 0 });
    expect(figure('noteCpe', { cost: 'quote' }).value).toBe(100_000 / 11_130);
  });

  it('round up to whole cents, and not for the dust of floating point', () => {
    expect([unitCentsUp(22.18), unitCentsUp(22), unitCentsUp(0.1 * 3 * 10)]).toEqual([23, 22, 3]);
  });
});

describe('decision cycles and media value', () => {
  it('are the platform’s where it said so, a month elsewhere, and the workspace’s own first', () => {
    expect(['beauty', 'mother-baby', 'pets', null].map((one) => decisionCycleOf(one).days)).toEqual([
      29, 70, 30, 30,
    ]);
    const own = decisionCycles.map((row) => ({ ...row, days: 45 })).slice(0, 1);
    expect(decisionCycleOf('beauty', own).days).toBe(45);
    expect(decisionCycleOf('food', own).days).toBe(30);
  });

  it('last from the day of exposure to the end of day T+x', () => {
    expect(cycleWindow('2036-02-01', decisionCycleOf('beauty'))).toEqual({
      from: '2036-02-01',
      to: '2036-03-01',
    });
    expect(isCycleOver('2036-02-01', { days: 29 }, '2036-03-01')).toBe(false);
    expect(isCycleOver('2036-02-01', { days: 29 }, '2036-03-02')).toBe(true);
  });

  it('give a media value as a band that is rounded outwards', () => {
    expect(emvBandCents({ low: 9_999, high: 10_001 }, { low: 5_000, high: 10_000 })).toEqual({
      lowDown: 39_996,
      highUp: 120_012,
    });
  });
});

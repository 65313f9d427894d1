import { beatsAverage, oddsRecord, type ToldOdds } from './odds-record';

/** So many notes that were told this, of which every `nth` passed. */
const told = (notes: number, probability: number, nth: number): ToldOdds[] =>
  Array.from({ length: notes }, (_, at) => ({
    ...{ probability, low: probability - 0.1, high: probability + 0.1 },
    passed: at % nth === 0,
  }));

describe('the record of odds', () => {
  it('holds what was told against what passed, bin by bin where there are enough', () => {
    const record = oddsRecord([...told(40, 0.5, 2), ...told(10, 0.15, 10)]);
    expect(record).toMatchObject({ told: 50, passed: 21, held: { bins: 1, inside: 1 } });
    expect(record.brier).toBeCloseTo((40 * 0.25 + 9 * 0.15 ** 2 + 0.85 ** 2) / 50, 9);
    expect(record.baseBrier).toBeCloseTo(0.42 * 0.58, 9);
    expect(oddsRecord(told(40, 0.95, 4)).held).toEqual({ bins: 1, inside: 0 });
  });

  it('beats the average only where it tells notes apart', () => {
    expect(beatsAverage(oddsRecord([...told(50, 0.8, 1), ...told(50, 0.2, 50)]))).toBe(true);
    expect(beatsAverage(oddsRecord(told(100, 0.5, 2)))).toBe(false);
    expect(beatsAverage(oddsRecord(told(100, 0.9, 2)))).toBe(false);
    expect(beatsAverage(oddsRecord([]))).toBe(false);
  });
});

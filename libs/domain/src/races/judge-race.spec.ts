import fc from 'fast-check';
import { betaBelow } from '../probability/incomplete-beta';
import { OwnStream } from '../simulation/own-stream';
import { decideRace, drawRates, judgeRace } from './judge-race';
import { racePrior } from './race-prior';
import { raceRegret } from './race-regret';
import type { RaceArm } from './race-terms';

const prior = { rate: 0.05, weight: 80 };
const arm = (noteId: string, impressions: number, goals: number): RaceArm => ({
  noteId,
  impressions,
  goals,
  prior,
});
const chanceOf = (noteId: string) => new OwnStream(3, noteId);
const judged = (...arms: RaceArm[]) => judgeRace(drawRates(arms, chanceOf));

describe('racePrior', () => {
  it.each(['reads', 'likes-collects', 'follows'] as const)('counts as four answers of %s', (goal) => {
    const { rate, weight } = racePrior('food', goal);
    expect(rate * weight).toBeCloseTo(4, 9);
    expect(rate).toBeGreaterThan(0);
    expect(rate).toBeLessThan(0.5);
  });
});

describe('judgeRace', () => {
  it('gives each note the posterior of its counts', () => {
    const [one] = judged(arm('a', 2_000, 120));
    // Beta(4 + 120, 76 + 1880)
    expect(one?.rate.mid).toBeCloseTo(124 / 2_080, 3);
    expect(betaBelow(one?.rate.low ?? 0, 124, 1_956)).toBeCloseTo(0.1, 1.3);
    expect(betaBelow(one?.rate.high ?? 0, 124, 1_956)).toBeCloseTo(0.9, 1.3);
    expect(one).toMatchObject({ chanceBest: 1, expectedLoss: 0 });
  });

  it('knows the chance of two notes as the difference of two normals does', () => {
    // Beta(124, 1956) and Beta(104, 1976): means 0.0596 and 0.0500, deviations 0.00519 and 0.00478; z = 1.363.
    const [first, second] = judged(arm('a', 2_000, 120), arm('b', 2_000, 100));
    expect(first?.noteId).toBe('a');
    expect(Math.abs((first?.chanceBest ?? 0) - 0.9135)).toBeLessThan(0.03);
    expect(second?.chanceBest).toBeCloseTo(1 - (first?.chanceBest ?? 0), 9);
    expect(first?.expectedLoss).toBeLessThan(0.02);
    expect(second?.expectedLoss).toBeGreaterThan(0.1);
  });

  it('takes notes without a count for as good as each other, within the draws', () => {
    for (const { chanceBest } of judged(arm('a', 0, 0), arm('b', 0, 0), arm('c', 0, 0)))
      expect(Math.abs(chanceBest - 1 / 3)).toBeLessThan(0.06);
  });

  it('outlives more answers than impressions', () => {
    expect(judged(arm('a', 10, 14), arm('b', 10, 0))[0]?.noteId).toBe('a');
  });

  it('does not care in which order the notes stand, and its chances sum to one', () => {
    const counts = fc.tuple(
      fc.integer({ min: 0, max: 3_000 }),
      fc.float({ min: 0, max: Math.fround(0.2), noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 5 }), (lines) => {
        const arms = lines.map(([seen, rate], at) => arm(`note-${at}`, seen, Math.floor(seen * rate)));
        const forward = judgeRace(drawRates(arms, chanceOf, 300));
        expect(judgeRace(drawRates([...arms].reverse(), chanceOf, 300))).toEqual(forward);
        expect(forward.reduce((sum, { chanceBest }) => sum + chanceBest, 0)).toBeCloseTo(1, 9);
        for (const { expectedLoss } of forward) expect(expectedLoss).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('decideRace', () => {
  const verdicts = judged(arm('a', 2_000, 120), arm('b', 2_000, 100));

  it('ends when a note is the best as surely as was asked, or close enough to it', () => {
    expect(decideRace(verdicts, { stopChance: 0.99, stopLoss: 0.001 })).toBeNull();
    expect(decideRace(verdicts, { stopChance: 0.85, stopLoss: 0.001 })).toBe('clear');
    expect(decideRace(verdicts, { stopChance: 0.99, stopLoss: 0.05 })).toBe('close-enough');
  });
});

describe('raceRegret', () => {
  it('is what the impressions would have brought elsewhere, when the rates are known', () => {
    const known = new Map([
      ['a', Float64Array.of(0.06, 0.06)],
      ['b', Float64Array.of(0.04, 0.04)],
    ]);
    const regret = raceRegret(
      [
        { noteId: 'a', impressions: 3_000 },
        { noteId: 'b', impressions: 1_000 },
      ],
      known,
    );
    // Brought 180 + 40; the best alone would have brought 240, equal shares 200.
    expect(regret.belowBest.mid).toBeCloseTo(20, 9);
    expect(regret.aboveEqual.mid).toBeCloseTo(20, 9);
    expect(regret.bestWouldBring).toBeCloseTo(240, 9);
  });

  it('is the same nothing under equal shares, and never below zero against the best', () => {
    const arms = [arm('a', 1_000, 60), arm('b', 1_000, 40), arm('c', 1_000, 50)];
    const { belowBest, aboveEqual } = raceRegret(arms, drawRates(arms, chanceOf));
    for (const end of Object.values(aboveEqual)) expect(end).toBeCloseTo(0, 9);
    expect(belowBest.low).toBeGreaterThan(0);
    expect(belowBest.low).toBeLessThan(belowBest.mid);
    expect(belowBest.high).toBeGreaterThan(belowBest.mid);
  });

  it('wants a rate for every note', () => {
    expect(() => raceRegret([arm('z', 1, 0)], new Map([['a', Float64Array.of(0.1)]]))).toThrow(RangeError);
  });
});

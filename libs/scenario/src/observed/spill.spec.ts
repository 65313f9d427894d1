import { estimateSpill, spillCoverage } from '@poolrise/domain';
import { chanceOf } from './measure-hidden';
import { spillFigures } from './measure-spill';
import { spillDays, usualSpillWorld } from './spill-world';

const notes = 80;
const many = 120_000;

describe('the spill from bought to natural impressions', () => {
  it.each([
    ['independent days', { keeps: 0 }],
    ['days that hang together', { keeps: 0.6 }],
    ['two weeks', { days: 14 }],
  ])(
    'is not seen where there is none, beyond the stated rate of false alarms: %s',
    (_, differing) => {
      const { wrong, held } = spillFigures('none', notes, differing);
      const falseAlarms = 1 - spillCoverage;
      expect(wrong.share).toBeLessThan(falseAlarms + chanceOf(notes, falseAlarms));
      expect(held.trials).toBe(notes);
      expect(held.share).toBeGreaterThan(spillCoverage - chanceOf(notes, spillCoverage));
    },
    many,
  );

  it(
    'is found where it is large, with its sign, in intervals that hold it',
    () => {
      // Natural impressions do not fall below none, so that this world cannot hold a larger loss.
      for (const [spill, power] of [
        [0.6, 0.9],
        [-0.3, 0.5],
      ] as const) {
        const { found, wrong, held } = spillFigures(`large ${spill}`, 60, { spill });
        expect(found.share).toBeGreaterThan(power);
        expect(wrong.successes).toBe(0);
        expect(held.share).toBeGreaterThan(spillCoverage - chanceOf(held.trials, spillCoverage));
      }
    },
    many,
  );

  it(
    'shows more of itself the larger it is',
    () => {
      const found = [0.1, 0.3, 0.9].map((spill) => spillFigures('power', 40, { spill }).found.share ?? 0);
      expect(found).toEqual([...found].sort((a, b) => a - b));
      expect(found[2]).toBeGreaterThan((found[0] ?? 1) + 0.3);
    },
    many,
  );

  it.each([
    ['too-few-days', { days: 9 }],
    ['paid-never-varies', { schedule: 'always' }],
    ['too-few-switches', { schedule: 'once' }],
    ['trend-and-paid-together', { schedule: 'with-the-decay' }],
    ['rounding-too-coarse', { roundedTo: 1_000 }],
  ] as const)('cannot be told, and says why: %s', (why, differing) => {
    const { refusals, held } = spillFigures('confounded', 30, differing);
    expect(refusals.get(why)).toBeGreaterThanOrEqual(28);
    expect(held.trials).toBeLessThanOrEqual(2);
  });

  it('states its assumptions and how the answer hangs on the trend', () => {
    const told = estimateSpill(spillDays('told', 1, { ...usualSpillWorld, spill: 0.8 }));
    expect(told).toMatchObject({ verdict: 'brings-natural', why: null });
    expect(Object.keys(told.byTrend)).toEqual(['level', 'straight', 'curved']);
    expect(told.assumptions).toContain('DECAY_AS_OF_PEERS');
    const alone = spillDays('told', 1, usualSpillWorld).map((day) => ({ ...day, expected: null }));
    expect(estimateSpill(alone).assumptions).toContain('DECAY_IS_SMOOTH');
  });
});

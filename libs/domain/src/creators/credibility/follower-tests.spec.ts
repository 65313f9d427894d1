import { aNote } from './a-note';
import { engagedFollowers, engagedLog } from './engaged-followers';
import { followerSteps } from './follower-steps';
import { medianOf } from '../../probability/means';
import { normOf } from './norm';

const firstDay = Date.parse('2026-07-29');
/** 120 days of growth by ten a day, give or take three, with steps on some of them. */
const growth = (start: number, steps: Record<string, number> = {}) => {
  let followers = start;
  return Array.from({ length: 120 }, (_, at) => {
    const day = new Date(firstDay + at * 86_400_000).toISOString().slice(0, 10);
    followers += 10 + ((at * 7) % 7) - 3 + (steps[day] ?? 0);
    return { day, followers };
  });
};
const noteAt = (day: string, readsNatural: number) =>
  aNote(day, { publishedAt: new Date(`${day}T12:00:00+08:00`), readsNatural });
const early = noteAt('2026-08-30', 500);

describe('steps in followers', () => {
  it('are unusual when no note explains them, with their day', () => {
    const { verdict, observed, at, expected, series } = followerSteps(growth(8_000, { '2026-10-05': 900 }), [
      early,
    ]);
    expect(verdict).toBe('unusual');
    expect(at).toEqual(['2026-10-05']);
    expect(observed).toBeGreaterThanOrEqual(897);
    expect(expected?.high).toBeLessThan(897);
    expect(series).toHaveLength(119);
  });

  it('are usual after a note that was read enough to explain them', () => {
    const days = growth(8_000, { '2026-10-05': 900, '2026-10-06': 600 });
    expect(followerSteps(days, [early, noteAt('2026-10-05', 60_000)]).verdict).toBe('usual');
    expect(followerSteps(days, [early, noteAt('2026-10-05', 6_000)]).verdict).toBe('unusual');
    expect(followerSteps(days, [early, noteAt('2026-09-20', 60_000)]).verdict).toBe('unusual');
  });

  it('are usual before the first known note when the days after echo them, and not when nothing follows', () => {
    const echoed = growth(8_000, { '2026-08-10': 900, '2026-08-11': 500, '2026-08-12': 200 });
    expect(followerSteps(echoed, [early]).verdict).toBe('usual');
    expect(followerSteps(growth(8_000, { '2026-08-10': 900 }), [early]).verdict).toBe('unusual');
  });

  it('are usual while they are small beside the followers there are', () => {
    expect(followerSteps(growth(80_000, { '2026-10-05': 900 }), [early]).verdict).toBe('usual');
  });

  it('are not seen in a gap of the days, nor in less than a month', () => {
    const days = growth(8_000, { '2026-10-05': 900 });
    expect(
      followerSteps(
        days.filter(({ day }) => day !== '2026-10-04'),
        [early],
      ).verdict,
    ).toBe('usual');
    expect(followerSteps(days.slice(-25), [early]).verdict).toBe('too-little-data');
    expect(followerSteps([], []).verdict).toBe('too-little-data');
  });
});

describe('engaged followers', () => {
  const peers = normOf(Array.from({ length: 61 }, (_, at) => engagedLog(0.15 * Math.exp((at - 30) / 60))));

  it('are unusual far below the middle of the peers alone', () => {
    expect(engagedFollowers(0.15, peers).verdict).toBe('usual');
    expect(engagedFollowers(0.5, peers).verdict).toBe('usual');
    const { verdict, observed, expected } = engagedFollowers(0.04, peers);
    expect(verdict).toBe('unusual');
    expect(observed).toBe(0.04);
    expect(expected?.low).toBeGreaterThan(0.04);
  });

  it('say nothing without enough peers, or peers who are all the same', () => {
    expect(engagedFollowers(0.04, normOf([engagedLog(0.15)])).verdict).toBe('too-little-data');
    expect(engagedFollowers(null, peers).verdict).toBe('too-little-data');
    expect(engagedFollowers(0.04, normOf(Array.from({ length: 60 }, () => -2))).verdict).toBe(
      'too-little-data',
    );
  });

  it('of nobody are the least there is', () => expect(engagedFollowers(0, peers).verdict).toBe('unusual'));
});

describe('a norm', () => {
  it('is hardly moved by a few who cheat', () => {
    const honest = Array.from({ length: 99 }, (_, at) => at / 10);
    const norm = normOf([...honest, 1e6, 1e6, 1e6]);
    expect(Math.abs((norm?.median ?? 0) - 4.9)).toBeLessThan(0.2);
    expect(norm?.spread).toBeLessThan(4.2);
    expect(normOf([])).toBeNull();
  });

  it('has the mean of two in the middle', () => {
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
    expect(medianOf([9, 1, 3])).toBe(3);
    expect(medianOf([])).toBeNaN();
  });
});

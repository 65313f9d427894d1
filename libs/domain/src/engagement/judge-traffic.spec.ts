import { engagementKinds, type EngagementKind } from '../metrics/engagement';
import { addWait, noWaits, waitsMin } from './even-waits';
import { chanceOfCount, chanceOfShare, falseAlarmMax, judgeApplication, judgeReader } from './judge-traffic';

const counts = (some: Partial<Record<EngagementKind, number>>) =>
  engagementKinds.map((kind) => some[kind] ?? 0);
/** Impressions at these waits, from a time that is no whole second. */
const waitsOf = (waits: number[]) => {
  let at = Date.UTC(2026, 10, 25) + 137;
  return waits.reduce((sofar, wait) => addWait(sofar, (at += wait)), addWait(noWaits(), at));
};

describe('what one reader can do', () => {
  it('is four events a second, and a minute of them at least', () => {
    expect(judgeReader(counts({ impression: 200, click: 40 }), 1, noWaits())).toBeNull();
    expect(judgeReader(counts({ impression: 200, click: 41 }), 1, noWaits())).toMatchObject({
      rule: 'reader-too-fast',
      count: 241,
      outOf: 60,
    });
    expect(judgeReader(counts({ impression: 1_000 }), 1_800, noWaits())).toBeNull();
  });

  it('is not to like everything', () => {
    expect(judgeReader(counts({ impression: 39, like: 39 }), 600, noWaits())).toBeNull();
    expect(judgeReader(counts({ impression: 40, like: 40 }), 600, noWaits())).toMatchObject({
      rule: 'reader-reacts-to-all',
      kind: 'like',
    });
    expect(judgeReader(counts({ impression: 400, click: 400 }), 1_800, noWaits())?.kind).toBe('click');
    expect(judgeReader(counts({ impression: 400, click: 360 }), 1_800, noWaits())).toBeNull();
  });

  it('is not to go like a clock', () => {
    const even = Array<number>(waitsMin).fill(2_137);
    const seen = counts({ impression: waitsMin + 1 });
    expect(judgeReader(seen, 600, waitsOf(even))?.rule).toBe('reader-like-clockwork');
    expect(judgeReader(seen, 600, waitsOf(even.slice(1)))).toBeNull();
    const human = even.map((wait, at) => wait * (at % 3 === 0 ? 1.5 : 0.8));
    expect(judgeReader(seen, 600, waitsOf(human))).toBeNull();
  });

  it('takes no offence at clocks of whole seconds or at screens reported at once', () => {
    let waits = noWaits();
    for (let second = 0; second < 100; second++) waits = addWait(waits, second * 1_000);
    for (let same = 0; same < 100; same++) waits = addWait(waits, 99_000);
    expect(waits.count).toBe(0);
  });
});

describe('what the readers of an application can do', () => {
  it('is what readers do', () => {
    expect(
      judgeApplication(counts({ impression: 10_000, click: 1_700, like: 300, dwell: 1_700 })),
    ).toBeNull();
  });
  it('says nothing while it is little', () => {
    expect(judgeApplication(counts({ impression: 199, click: 199 }))).toBeNull();
    expect(judgeApplication(counts({ impression: 200, click: 200 }))?.rule).toBe('clicks-beyond-any-note');
  });
  it('is not to like far more than any note is liked', () => {
    expect(judgeApplication(counts({ impression: 1_000, like: 290 }))).toBeNull();
    expect(judgeApplication(counts({ impression: 1_000, like: 360 }))).toMatchObject({
      rule: 'reactions-beyond-any-note',
      kind: 'like',
    });
  });
  it('is not to comment again and again', () => {
    expect(judgeApplication(counts({ impression: 300, comment: 700 }))).toBeNull();
    expect(judgeApplication(counts({ impression: 300, comment: 1_000 }))?.rule).toBe(
      'repeats-beyond-any-note',
    );
  });
});

describe('the bounds', () => {
  /** P(Binomial(n, p) >= k), added up. */
  const binomialTail = (k: number, n: number, p: number) => {
    let [term, sum] = [Math.pow(1 - p, n), 0];
    for (let at = 0; at <= n; at++) {
      if (at >= k) sum += term;
      term *= (((n - at) / (at + 1)) * p) / (1 - p);
    }
    return sum;
  };
  it.each([
    [70, 100, 0.5],
    [100, 100, 0.5],
    [60, 200, 0.25],
    [120, 200, 0.5],
  ])('are never below the truth: %i of %i at %d', (k, n, p) => {
    // Rounding alone may make them differ where the bound is exact, as for all of them.
    expect(chanceOfShare(k, n, p) * (1 + 1e-9)).toBeGreaterThanOrEqual(binomialTail(k, n, p));
  });
  it('are certain below the mean, and impossible where nothing is expected', () => {
    expect(chanceOfShare(10, 100, 0.5)).toBe(1);
    expect(chanceOfShare(5, 0, 0.5)).toBe(1);
    expect(chanceOfCount(5, 10)).toBe(1);
    expect(chanceOfCount(1, 0)).toBe(0);
    expect(falseAlarmMax).toBeLessThan(1e-9);
  });
});

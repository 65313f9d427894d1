import { judgeOneMore, type OneMoreReads } from './judge-one-more';

const reads = (note: number, others: number, [low, high]: [number, number]): OneMoreReads => ({
  note: { mean: note, visible: note !== 0 },
  others: { mean: others, visible: others !== 0 },
  net: { mean: note + others, low, high, visible: low > 0 || high < 0 },
});
const price = { cents: 7_500, centsPerRead: 100 };
const verdict = (...of: Parameters<typeof reads>) => judgeOneMore(reads(...of), price).verdict;

it('judges by the interval and not by the middle alone', () => {
  expect(verdict(100, -5, [80, 110])).toBe('worth-it');
  expect(verdict(100, -5, [60, 120])).toBe('likely-worth-it');
  expect(verdict(70, -5, [50, 90])).toBe('hardly-worth-it');
  expect(verdict(40, 0, [30, 50])).toBe('not-worth-it');
});

it('sees no effect in an interval around zero, whatever a read is worth', () => {
  expect(judgeOneMore(reads(0, 0, [-3, 3]), { cents: 0, centsPerRead: 1e6 }).verdict).toBe('no-effect');
});

it('does not call readers won whom the brand’s other notes lose', () => {
  const moved = judgeOneMore(reads(100, -60, [20, 60]), { cents: 100, centsPerRead: 100 });
  expect(moved).toMatchObject({ verdict: 'moves-readers', movedShare: 0.6 });
  expect(verdict(100, -45, [-20, 90])).toBe('moves-readers');
});

it('claims neither a gain nor a loss where the other notes vary more than this one wins', () => {
  const others = { mean: -30, visible: false };
  const unsure = { ...reads(100, -30, [-80, 200]), others };
  expect(judgeOneMore(unsure, price).verdict).toBe('cannot-tell');
});

it('says from which price of a read on it pays', () => {
  const { breakEven, worthCents } = judgeOneMore(reads(100, 0, [75, 150]), price);
  expect(breakEven).toEqual({ cents: 75, low: 50, high: 100 });
  expect(worthCents).toEqual({ mean: 10_000, low: 7_500, high: 15_000 });
  expect(judgeOneMore(reads(5, -10, [-10, 0]), price).breakEven).toEqual({
    cents: null,
    low: null,
    high: null,
  });
});

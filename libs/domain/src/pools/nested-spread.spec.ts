import {
  addNestedSums,
  learnNestedSpread,
  nestedContribution,
  noNestedSums,
  type Tally,
} from './nested-spread';

const tally = (observed: number, expected: number): Tally => ({ observed, expected });
const noPrior = { between: 0, within: 0, pairs: 0 };

/** Poisson counts from a small generator of its own (mulberry32; Knuth's product), so that the spec is the same each time. */
function drawer(seed: number) {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const poisson = (mean: number): number => {
    let count = 0;
    for (let product = uniform(); product > Math.exp(-mean); product *= uniform()) count++;
    return count;
  };
  return { uniform, poisson };
}

describe('the spread between and inside groups', () => {
  it('is counted in pairs of opens', () => {
    // 3 and 1 opens of 2 expected each: 2 x 3 x 1 pairs across, 3 x 2 within one note; equal notes expect 2 x 4 of each.
    expect(nestedContribution([tally(3, 2), tally(1, 2)])).toEqual({ pairs: 6, pairsExpected: 8, twins: 6 });
    expect(nestedContribution([tally(3, 2)])).toEqual(noNestedSums());
    expect(nestedContribution([tally(0, 0), tally(0, 0)])).toEqual(noNestedSums());
  });

  it('is the prior until something was seen, and grows by addition', () => {
    expect(learnNestedSpread(noNestedSums())).toEqual({ between: 0.25, within: 0.0625 });
    const sums = { pairs: 1, pairsExpected: 2, twins: 3 };
    expect(addNestedSums(sums, sums)).toEqual({ pairs: 2, pairsExpected: 4, twins: 6 });
    const learnt = learnNestedSpread({ pairs: 9_000, pairsExpected: 6_000, twins: 18_000 });
    expect(learnt.between).toBeCloseTo((9_000 + 12_500) / 16_000 - 1, 10);
    expect(learnt.within).toBeCloseTo((18_000 + 13_281.25) / 21_500 - 1, 10);
  });

  it('stays above nothing and below 4, whatever chance says', () => {
    expect(learnNestedSpread({ pairs: 0, pairsExpected: 100, twins: 1 }, noPrior)).toEqual({
      between: 0.01,
      within: 4,
    });
    expect(learnNestedSpread({ pairs: 900, pairsExpected: 100, twins: 100 }, noPrior)).toEqual({
      between: 4,
      within: 0.01,
    });
  });

  it.each([
    [0.5, 0.2],
    [0.3, 0.4],
  ])('finds deviations of %p between and %p inside again in drawn groups', (between, within) => {
    const { uniform, poisson } = drawer(7);
    const either = (deviation: number): number => 1 + (uniform() < 0.5 ? deviation : -deviation);
    let sums = noNestedSums();
    for (let group = 0; group < 30_000; group++) {
      const shared = either(between);
      const members = [2, 3, 8, 4].map((expected) =>
        tally(poisson(expected * shared * either(within)), expected),
      );
      sums = addNestedSums(sums, nestedContribution(members));
    }
    const learnt = learnNestedSpread(sums);
    expect(Math.abs(learnt.between - between ** 2)).toBeLessThan(0.02);
    expect(Math.abs(learnt.within - within ** 2)).toBeLessThan(0.015);
  });
});

import fc from 'fast-check';
import { topIndexes } from './top-candidates';

describe('the highest scores', () => {
  it('are the same ones that sorting everything would give', () => {
    const scores = fc.array(
      fc.oneof(fc.constant(0), fc.nat(5), fc.double({ min: 0, max: 10, noNaN: true })),
      {
        maxLength: 200,
      },
    );
    fc.assert(
      fc.property(scores, fc.nat(40), (given, count) => {
        const sorted = given
          .map((score, index) => ({ score, index }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || a.index - b.index)
          .slice(0, count);
        const top = topIndexes(Float64Array.from(given), given.length, count);
        expect([...top]).toEqual(sorted.map(({ index }) => index));
      }),
      { numRuns: 500 },
    );
  });
});

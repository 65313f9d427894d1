import fc from 'fast-check';
import { allocateBestFirst } from './allocate-impressions';

describe('the impressions of an hour', () => {
  it('go to the best forecast first, up to what it wants and to its cap', () => {
    const asks = [
      { forecast: 1, wanted: 100 },
      { forecast: 3, wanted: 40 },
      { forecast: 2, wanted: 100 },
    ];
    expect([...allocateBestFirst(asks, 150)]).toEqual([10, 40, 100]);
    expect([...allocateBestFirst(asks, 150, 60)]).toEqual([50, 40, 60]);
    expect([...allocateBestFirst(asks, 0)]).toEqual([0, 0, 0]);
  });

  it('never exceed the capacity, and are never left over while a better note wants more', () => {
    const ask = fc.record({
      forecast: fc.double({ min: 0, max: 5, noNaN: true }),
      wanted: fc.double({ min: 0, max: 1_000, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 40 }), fc.nat(20_000), fc.nat(900), (asks, capacity, most) => {
        const given = allocateBestFirst(asks, capacity, most);
        const sum = given.reduce((all, share) => all + share, 0);
        expect(sum).toBeLessThanOrEqual(capacity + 1e-6);
        const wants = asks.map(({ wanted }) => Math.min(wanted, most));
        const wanted = wants.reduce((all, want) => all + want, 0);
        expect(sum).toBeGreaterThanOrEqual(Math.min(capacity, wanted) - 1e-6);
        for (const [a, { forecast }] of asks.entries())
          for (const [b, other] of asks.entries())
            if (forecast > other.forecast && (given[b] as number) > 0)
              expect(given[a] as number).toBeGreaterThanOrEqual((wants[a] as number) - 1e-6);
      }),
    );
  });
});

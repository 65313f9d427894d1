import { daysOf, monthsSince } from './months';

describe('the months of a statement', () => {
  it.each([
    ['2028-02', '2028-02-29'],
    ['2026-11', '2026-11-30'],
    ['2026-12', '2026-12-31'],
  ])('ends %s on %s', (month, to) => {
    expect(daysOf(month)).toEqual({ from: `${month}-01`, to });
  });

  it('goes back to the first movement over the turn of a year, by the clock of Shanghai', () => {
    expect(monthsSince(new Date('2025-11-30T16:00:00Z'), new Date('2026-01-31T15:59:00Z'))).toEqual([
      '2026-01',
      '2025-12',
    ]);
    expect(monthsSince(new Date('2025-11-30T16:00:00Z'), new Date('2026-01-31T16:00:00Z'))[0]).toBe(
      '2026-02',
    );
  });

  it('offers this month where nothing has moved, and two years at most', () => {
    const now = new Date('2026-11-26T00:00:00Z');
    expect(monthsSince(now, now)).toEqual(['2026-11']);
    expect(monthsSince(new Date(0), now)).toHaveLength(24);
  });
});

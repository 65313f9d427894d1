import { daysBetween, keptUntil } from './retention';

describe('how long a file is kept', () => {
  it.each([
    ['2026-11-26', 24, '2028-11-26'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2028-02-29', 12, '2029-02-28'],
  ])('from %s for %i months is until %s', (day, months, until) => expect(keptUntil(day, months)).toBe(until));

  it('is counted in whole days', () => {
    expect(daysBetween('2026-11-26', '2026-12-26')).toBe(30);
    expect(daysBetween('2026-11-26', '2026-11-25')).toBe(-1);
  });
});

import { paceOf } from './pace';

describe('the pace of a step', () => {
  it('tells rows a second and the time that is left', () =>
    expect(paceOf({ seconds: 10, rows: 50_000, shareBegan: 0, share: 0.25 })).toEqual({
      rowsPerSecond: 5_000,
      secondsLeft: 30,
    }));

  it('does not count what an earlier worker did', () =>
    expect(paceOf({ seconds: 10, rows: 20_000, shareBegan: 0.5, share: 0.75 })).toEqual({
      rowsPerSecond: 2_000,
      secondsLeft: 10,
    }));

  it.each([
    { seconds: 0, rows: 0, shareBegan: 0, share: 0 },
    { seconds: 5, rows: 0, shareBegan: 0.5, share: 0.5 },
  ])('tells nothing while nothing was seen: %j', (soFar) =>
    expect(paceOf(soFar)).toEqual({ rowsPerSecond: null, secondsLeft: null }),
  );

  it('promises no end after the first rows alone', () =>
    expect(paceOf({ seconds: 1, rows: 500, shareBegan: 0, share: 0.01 }).secondsLeft).toBeNull());
});

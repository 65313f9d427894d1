import fc from 'fast-check';
import { clockToleranceMs, estimateSkew, pageLifeMs, placeInTime, type TimeClaim } from './event-time';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const now = Date.UTC(2026, 10, 25, 8);

/** An event that really happened `agoMs` ago, `intoPageMs` after its page was served, told by a clock off by `offMs`. */
const claim = (offMs: number, agoMs = minuteMs, intoPageMs = 5 * minuteMs): TimeClaim => {
  const from = now - agoMs - intoPageMs;
  return { occurredAt: now - agoMs + offMs, from, to: Math.min(now, from + pageLifeMs) };
};

describe('the skew of a batch', () => {
  it('is nothing for a clock that is right, however late the batch', () => {
    expect(estimateSkew([claim(0), claim(0, 7 * 24 * hourMs)], null)).toBe(0);
    expect(estimateSkew([claim(0)], 3_000)).toBe(0);
  });

  it.each([
    ['an hour ahead', hourMs],
    ['an hour behind', -hourMs],
    ['in another time zone', 8 * hourMs],
  ])('is found from the pages alone when the clock is %s', (_, off) => {
    const claims = [claim(off, 20 * minuteMs), claim(off, 9 * minuteMs), claim(off, 10)];
    const skew = estimateSkew(claims, null);
    for (const one of claims) {
      const truth = one.occurredAt - off;
      expect(Math.abs(Number(placeInTime(one, skew, now)) - truth)).toBeLessThanOrEqual(5 * minuteMs);
    }
  });

  it('is exact when the batch says when it was sent', () => {
    expect(estimateSkew([claim(hourMs), claim(hourMs, 2 * minuteMs)], -hourMs)).toBe(-hourMs);
  });

  it('does not believe a sending time that was sent again an hour later, when the events are possible as they are', () => {
    expect(estimateSkew([claim(0, 3 * hourMs, 29 * minuteMs)], hourMs)).toBe(0);
  });

  it('is not spoilt by one event of nonsense', () => {
    const nonsense = claim(400 * 24 * hourMs);
    const claims = [claim(hourMs), claim(hourMs, 2 * minuteMs), nonsense];
    const skew = estimateSkew(claims, null);
    expect(Math.abs(skew + hourMs)).toBeLessThanOrEqual(minuteMs);
    expect(placeInTime(nonsense, skew, now)).toBe('occurred-in-future');
  });

  it('makes as many events possible as any skew does', () => {
    const claims = fc.array(
      fc
        .tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 0, max: 60 }))
        .map(([low, width]) => ({ occurredAt: 0, from: low * hourMs, to: low * hourMs + width * minuteMs })),
      { minLength: 1, maxLength: 12 },
    );
    const possible = (all: TimeClaim[], skew: number) =>
      all.filter(
        ({ occurredAt, from, to }) =>
          occurredAt + skew >= from - clockToleranceMs && occurredAt + skew <= to + clockToleranceMs,
      ).length;
    fc.assert(
      fc.property(claims, (all) => {
        const found = possible(all, estimateSkew(all, null));
        for (let hours = -26; hours <= 26; hours++)
          expect(found).toBeGreaterThanOrEqual(
            Math.max(
              ...all.filter(({ from, to }) => from <= hours * hourMs && hours * hourMs <= to).map(() => 1),
              0,
            ),
          );
        expect(found).toBeGreaterThanOrEqual(possible(all, 0));
      }),
    );
  });
});

describe('the time of an event', () => {
  const { from, to } = claim(0, 2 * hourMs);
  it.each([
    ['before its page was served', from - clockToleranceMs - 1, 'occurred-before-page'],
    ['after its page had ended', to + clockToleranceMs + 1, 'occurred-after-page'],
    ['in the future', now + clockToleranceMs + 1, 'occurred-in-future'],
    ['a little before its page, as clocks go', from - 10, from],
    ['within its page', from + 10, from + 10],
  ])('%s', (_, occurredAt, expected) => {
    expect(placeInTime({ occurredAt, from, to }, 0, now)).toBe(expected);
  });
});

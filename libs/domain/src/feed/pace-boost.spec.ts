import fc from 'fast-check';
import { defaultTrafficClock } from '../pools/traffic-clock';
import { type PaceAsk, paceBoost } from './pace-boost';

const hourMs = 3_600_000;
/** Six in the evening in Shanghai. */
const startsAt = Date.UTC(2026, 10, 20, 10);

const ask = (given: Partial<PaceAsk> & { hours: number }): PaceAsk => ({
  plannedImpressions: 5_000,
  delivered: 0,
  startsAt,
  endsAt: startsAt + 24 * hourMs,
  now: startsAt + given.hours * hourMs,
  clock: defaultTrafficClock,
  ...given,
});

describe('pacing a boost', () => {
  it('is due by the readers that came, not by the hours that passed', () => {
    const evening = paceBoost(ask({ hours: 5 }));
    expect(evening.share).toBeCloseTo(0.44, 9);
    const night = paceBoost(ask({ hours: 12 }));
    expect(night.share - evening.share).toBeLessThan(0.14);
  });

  it('hurries when behind, holds back when ahead', () => {
    const due = Math.round(5_000 * 0.44 * 1.03);
    const behind = paceBoost(ask({ hours: 5, delivered: due - 400 }));
    expect(behind).toMatchObject({ state: 'behind', passRate: 1 });
    expect(Math.abs(behind.dueNow - 400)).toBeLessThanOrEqual(1);
    expect(paceBoost(ask({ hours: 5, delivered: due + 400 }))).toMatchObject({
      state: 'ahead',
      passRate: 0,
      dueNow: 0,
    });
    expect(paceBoost(ask({ hours: 5, delivered: due }))).toMatchObject({ state: 'on-plan' });
    expect(paceBoost(ask({ hours: 5, delivered: due })).passRate).toBeCloseTo(0.5, 2);
  });

  it('is shut before the start, at the end and when all is delivered', () => {
    for (const shut of [{ hours: -1 }, { hours: 24 }, { hours: 5, delivered: 5_000 }]) {
      expect(paceBoost(ask(shut))).toMatchObject({ dueNow: 0, passRate: 0 });
    }
  });

  it('delivers the whole plan and not one more when readers come as expected', () => {
    let delivered = 0;
    for (let minute = 0; minute < 24 * 60; minute++) {
      delivered += paceBoost(ask({ hours: minute / 60, delivered })).dueNow;
    }
    expect(delivered).toBe(5_000);
  });

  it('never asks for more than the plan has left', () => {
    const any = fc.record({
      plannedImpressions: fc.nat(1e6),
      delivered: fc.nat(1e6),
      hours: fc.double({ min: -10, max: 40, noNaN: true }),
    });
    fc.assert(
      fc.property(any, (given) => {
        const pace = paceBoost(ask(given));
        expect(pace.dueNow).toBeGreaterThanOrEqual(0);
        expect(pace.dueNow).toBeLessThanOrEqual(Math.max(0, given.plannedImpressions - given.delivered));
        expect(pace.passRate).toBeGreaterThanOrEqual(0);
        expect(pace.passRate).toBeLessThanOrEqual(1);
      }),
    );
  });
});

import fc from 'fast-check';
import { platformStated } from './presets';
import { defaultTrafficClock, trafficClock, trafficShare, trafficTime } from './traffic-clock';

const shanghai = (hour: number, minute = 0): number => Date.UTC(2026, 10, 20, hour - 8, minute);
const instants = fc.integer({ min: 0, max: 4e12 });

describe('the traffic clock', () => {
  it('has one day of traffic in a day', () => {
    expect(defaultTrafficClock).toHaveLength(24);
    expect(defaultTrafficClock.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    fc.assert(
      fc.property(instants, (at) => {
        const passed =
          trafficTime(defaultTrafficClock, at + 86_400_000) - trafficTime(defaultTrafficClock, at);
        expect(passed).toBeCloseTo(1, 9);
      }),
    );
  });

  it('runs slowly at night and fast in the evening', () => {
    const night = trafficClock(platformStated, shanghai(5)) - trafficClock(platformStated, shanghai(2));
    const evening = trafficClock(platformStated, shanghai(23)) - trafficClock(platformStated, shanghai(20));
    expect(night).toBeCloseTo(0.014, 9);
    expect(evening).toBeCloseTo(0.28, 9);
  });

  it('reads midnight in Shanghai as midnight', () => {
    expect(trafficClock(platformStated, shanghai(0)) % 1).toBeCloseTo(0, 9);
    expect(trafficClock(platformStated, shanghai(0, 30)) % 1).toBeCloseTo(0.0175, 9);
  });

  it('never runs backwards', () => {
    fc.assert(
      fc.property(instants, fc.nat(1e9), (at, later) => {
        const passed = trafficTime(defaultTrafficClock, at + later) - trafficTime(defaultTrafficClock, at);
        expect(passed).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  it('tells how much of a boost’s traffic has passed', () => {
    const span = { startsAt: shanghai(18), endsAt: shanghai(24) };
    expect(trafficShare(defaultTrafficClock, { ...span, now: shanghai(17) })).toBe(0);
    expect(trafficShare(defaultTrafficClock, { ...span, now: shanghai(20) })).toBeCloseTo(0.16 / 0.454, 9);
    expect(trafficShare(defaultTrafficClock, { ...span, now: shanghai(25) })).toBe(1);
  });

  it('falls back to plain time where no traffic is expected', () => {
    const silent = Array<number>(24).fill(0);
    const span = { startsAt: shanghai(0), endsAt: shanghai(8), now: shanghai(2) };
    expect(trafficShare(silent, span)).toBeCloseTo(0.25, 9);
  });
});

import fc from 'fast-check';
import { campaignLiftTerms, registrationOf } from './holdout';
import {
  eligibleReaders,
  type HoldoutPlanAsk,
  planHoldout,
  readersReached,
  shareDoing,
} from './plan-holdout';

const ask: HoldoutPlanAsk = {
  metric: 'readers',
  share: 0.2,
  minimumEffect: 0.02,
  alpha: 0.05,
  power: 0.8,
  baseRate: 0.02,
  readersExpected: 12_500,
  durationHours: 48,
  windowHours: 24,
};

describe('a holdout, planned', () => {
  it('needs what the sum by hand says when none of the held-out would do it', () => {
    // Nearly all who do it are exposed: 1 / ((n + 1) .5^n) reaches 20 at n = 8 (28.4; 16 at 7).
    const sure = planHoldout({ ...ask, share: 0.5, baseRate: 1e-9, minimumEffect: 0.5 });
    expect(sure.readersNeeded).toBe(32);
    expect([sure.exposedNeeded, sure.heldOutNeeded]).toEqual([16, 16]);
    expect(sure.powerExpected).toBeCloseTo(1, 6);
  });

  it('says how long until enough readers are counted', () => {
    const plan = planHoldout({ ...ask, minimumEffect: 0.04 });
    expect(plan.canTell).toBe(true);
    expect(plan.daysNeeded).toBeCloseTo((plan.readersNeeded / 12_500) * 2 + 1, 9);
    expect(plan.powerExpected).toBeGreaterThanOrEqual(0.8);
  });

  it('advises instead of promising when the boost is too small, with the effect that it could see', () => {
    const plan = planHoldout({ ...ask, readersExpected: 2_000, minimumEffect: 0.005 });
    expect(plan).toMatchObject({ canTell: false, daysNeeded: null, readersExpected: 2_000 });
    expect(plan.powerExpected).toBeLessThan(0.8);
    const { smallestEffect } = plan;
    if (smallestEffect === null) throw new Error('no effect would be seen');
    expect(smallestEffect).toBeGreaterThan(0.005);
    expect(
      planHoldout({ ...ask, readersExpected: 2_000, minimumEffect: smallestEffect }).powerExpected,
    ).toBeGreaterThanOrEqual(0.8);
  });

  it('sees nothing with hardly anybody', () => {
    expect(planHoldout({ ...ask, readersExpected: 3 }).smallestEffect).toBeNull();
    expect(planHoldout({ ...ask, readersExpected: 0 })).toMatchObject({ canTell: false, powerExpected: 0 });
  });

  it('needs no more readers for a larger effect, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.5, noNaN: true }),
        fc.double({ min: 0.001, max: 0.3, noNaN: true }),
        fc.double({ min: 0.002, max: 0.2, noNaN: true }),
        (share, baseRate, minimumEffect) => {
          const small = planHoldout({ ...ask, share, baseRate, minimumEffect });
          const large = planHoldout({ ...ask, share, baseRate, minimumEffect: minimumEffect * 1.5 });
          expect(large.readersNeeded).toBeLessThanOrEqual(small.readersNeeded);
          expect(small.exposedNeeded + small.heldOutNeeded - small.readersNeeded).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('throws on shares that are none', () => {
    expect(() => planHoldout({ ...ask, share: 0 })).toThrow(RangeError);
    expect(() => planHoldout({ ...ask, baseRate: 1 })).toThrow(RangeError);
  });

  it('has no more readers than impressions to the exposed, or than come by', () => {
    expect(eligibleReaders(8_000, 0.2, 100_000)).toBe(10_000);
    expect(eligibleReaders(8_000, 0.2, 6_000)).toBe(6_000);
  });
});

describe('a holdout of a campaign', () => {
  it('reaches no more readers than there are, however many impressions fall on them', () => {
    // Of 8,000 exposed, 8,000 impressions that fall by chance miss 1/e.
    expect(readersReached(8_000, 0.2, 10_000)).toBe(Math.floor(10_000 * (1 - Math.exp(-1))));
    expect(readersReached(10_000_000, 0.2, 10_000)).toBe(10_000);
    expect([readersReached(0, 0.2, 10_000), readersReached(100, 0.2, 0)]).toEqual([0, 0]);
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.double({ min: 0.05, max: 0.5, noNaN: true }),
        fc.nat(1_000_000),
        (impressions, share, readers) => {
          const reached = readersReached(impressions, share, readers);
          expect(reached).toBeLessThanOrEqual(readers);
          expect(reached).toBeLessThanOrEqual(impressions / (1 - share) + 1);
        },
      ),
    );
  });

  it('plans with a share of readers, and never with none or with all of them', () => {
    expect(shareDoing(0, 0)).toBeCloseTo(1 - Math.exp(-0.5), 12);
    expect(shareDoing(0, 99_999)).toBeCloseTo(0.000005, 9);
    expect(shareDoing(50_000, 99_999)).toBeCloseTo(1 - Math.exp(-0.500005), 9);
    expect(shareDoing(1e6, 99_999)).toBeLessThan(1);
  });

  it('is written down with the last look after the last reader’s three days', () => {
    const now = Date.UTC(2026, 10, 26);
    const endsAt = now + 10 * 86_400_000;
    const planned = { baseRate: 0.02, readersExpected: 9_000, readersNeeded: 4_000 };
    expect(
      registrationOf({ share: 0.1, metric: 'searchers' as const, minimumEffect: 0.01 }, planned, {
        terms: campaignLiftTerms,
        salt: 'salt',
        now,
        endsAt,
      }),
    ).toEqual({
      share: 0.1,
      metric: 'searchers',
      minimumEffect: 0.01,
      alpha: 0.05,
      power: 0.8,
      windowHours: 72,
      salt: 'salt',
      ...planned,
      registeredAt: '2026-11-26T00:00:00.000Z',
      lastLookAt: '2026-12-09T01:00:00.000Z',
    });
  });
});

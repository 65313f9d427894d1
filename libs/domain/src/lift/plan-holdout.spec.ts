import fc from 'fast-check';
import { eligibleReaders, type HoldoutPlanAsk, planHoldout } from './plan-holdout';

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

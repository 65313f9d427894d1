import {
  approvalRuleOn,
  type ApprovalRule,
  approvalRules,
  isAboveLimit,
  isLooserLimit,
} from './approval-rules';

describe('the limit above which a second person agrees', () => {
  it('counts ten boosts of 900 as 9,000, from the second on', () => {
    const boost = { cents: 90_000, addsCents: 90_000 };
    const limit = 100_000;
    expect(isAboveLimit(boost, 0, limit)).toBe(false);
    expect(isAboveLimit(boost, 90_000, limit)).toBe(true);
    expect(isAboveLimit({ cents: 10_000, addsCents: 10_000 }, 90_000, limit)).toBe(false);
    expect(isAboveLimit({ cents: 10_001, addsCents: 10_001 }, 90_000, limit)).toBe(true);
  });

  it('counts the whole new price of an order, and only what is new of it towards the sum', () => {
    expect(isAboveLimit({ cents: 105_000, addsCents: 5_000 }, 0, 100_000)).toBe(true);
    // The invitation of 90,000 is in the sum already.
    expect(isAboveLimit({ cents: 95_000, addsCents: 5_000 }, 90_000, 100_000)).toBe(false);
    expect(isAboveLimit({ cents: 95_000, addsCents: 5_000 }, 96_000, 100_000)).toBe(true);
  });

  it('asks nobody where there is none, and for every cent where it is zero', () => {
    expect(isAboveLimit({ cents: 1e9, addsCents: 1e9 }, 1e9, null)).toBe(false);
    expect(isAboveLimit({ cents: 1, addsCents: 1 }, 0, 0)).toBe(true);
    expect(isAboveLimit({ cents: 0, addsCents: 0 }, 0, 0)).toBe(false);
  });

  it.each([
    [200, 100, true],
    [null, 100, true],
    [100, 100, false],
    [50, 100, false],
    [50, null, false],
    [null, null, false],
    [null, 0, true],
  ])('that goes to %p from %p lets more through: %p', (cents, before, looser) => {
    expect(isLooserLimit(cents, before)).toBe(looser);
  });

  it('has rules by day, the latest that has begun', () => {
    const [first] = approvalRules as [ApprovalRule];
    const later = { ...first, from: '2027-01-01', sumHours: 48 };
    const rules = [later, first];
    expect(approvalRuleOn('2026-12-31', rules).sumHours).toBe(24);
    expect(approvalRuleOn('2027-01-01', rules).sumHours).toBe(48);
    expect(() => approvalRuleOn('2019-12-31')).toThrow(RangeError);
  });
});

import { pacedHours } from '../feed/paced-hours';
import { defaultTrafficClock } from '../pools/traffic-clock';
import { oneVoucherBoost } from './one-voucher-boost';
import type { Voucher } from './voucher';

const now = Date.parse('2026-11-26T12:00:00+08:00');
const note = { noteId: 'n', category: 'food', auditState: 'passed', visible: true } as const;
const terms = {
  id: 'v',
  state: 'granted',
  validFrom: 0,
  expiresAt: now + 86_400_000,
  minBudgetCents: 0,
  stackable: true,
} as const;
const fixed: Voucher = { ...terms, kind: 'fixed', faceCents: 3_000 };
const ask = (voucher: Voucher, of: Partial<Parameters<typeof oneVoucherBoost>[1]> = {}) =>
  oneVoucherBoost(voucher, { ...note, ...of }, { now, durationHours: 24 });

it('is the smallest boost that uses the voucher up', () => {
  expect(ask(fixed)).toEqual({
    goal: 'reads',
    budgetCents: 7_500,
    walletCents: 4_500,
    voucherCents: 3_000,
    impressions: 5_000,
  });
  expect(ask({ ...fixed, faceCents: 9_000 })).toMatchObject({ budgetCents: 9_000, walletCents: 0 });
  expect(ask({ ...terms, kind: 'ratio', basisPoints: 2_000, capCents: 4_000 })).toMatchObject({
    budgetCents: 20_000,
    voucherCents: 4_000,
  });
  expect(ask({ ...terms, kind: 'traffic', impressions: 2_000 })).toMatchObject({
    walletCents: 7_500,
    voucherCents: 3_000,
    impressions: 7_000,
  });
  expect(ask({ ...fixed, scope: { goals: ['follows'] } })).toMatchObject({ goal: 'follows' });
});

it('says why there is none', () => {
  expect(ask({ ...fixed, state: 'spent' })).toBe('voucher-spent');
  expect(ask({ ...fixed, expiresAt: now })).toBe('voucher-expired');
  expect(ask({ ...fixed, scope: { categories: ['travel'] } })).toBe('voucher-wrong-scope');
  expect(ask(fixed, { auditState: 'rejected' })).toBe('note-not-boostable');
  expect(ask({ ...fixed, minBudgetCents: 10_000_000 })).toBe('budget-below-voucher');
});

it('is paced along the traffic clock, to the last impression', () => {
  const hours = pacedHours(5_000, { startsAt: now, durationHours: 24, clock: defaultTrafficClock });
  expect(hours).toHaveLength(24);
  expect(hours.reduce((sum, one) => sum + one, 0)).toBeCloseTo(5_000, 6);
  const [noon, , , , , , , , , , , , , , , four] = hours;
  expect(noon).toBeCloseTo(5_000 * 0.085 * 1.03, 0);
  expect(four).toBeCloseTo(5_000 * 0.004 * 1.03, 0);
});

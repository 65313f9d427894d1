import { grantCost } from './grant-cost';

describe('what granting vouchers costs', () => {
  it.each([
    ['fixed', { bookedCents: 15_000, mostCents: 15_000, impressions: 0 }],
    ['ratio', { bookedCents: 0, mostCents: 15_000, impressions: 0 }],
    ['traffic', { bookedCents: 0, mostCents: 0, impressions: 6_000 }],
  ] as const)('of kind %s', (kind, cost) => {
    expect(grantCost({ kind, faceCents: 5_000, impressions: 2_000 }, 3)).toEqual(cost);
  });
});

import fc from 'fast-check';
import { aFixedVoucher, aRatioVoucher, aTrafficVoucher, anAsk, dayMs, noon } from '../boosts/a-boost';
import { boostTerms } from '../boosts/boost-terms';
import { planBoost } from '../boosts/plan-boost';
import { onlyCash } from '../ledger/wallet-funds';
import { voucherWorthCents } from './burn-order';
import { burnOrderAlone, type VoucherPlanAsk, planVouchers } from './plan-vouchers';
import type { Voucher } from './voucher';

const tea = { noteId: 'cold-brew-tea', category: 'food', worth: 3 };
const coat = { noteId: 'winter-coat', category: 'fashion', worth: 5 };

function anAskFor(vouchers: Voucher[], given: Partial<VoucherPlanAsk> = {}): VoucherPlanAsk {
  return { vouchers, notes: [tea, coat], walletCents: 1_000_000, goal: 'reads', now: noon, ...given };
}

/** The plan's boosts as the launch would have them: it must come to the same sums. */
function launched(ask: VoucherPlanAsk) {
  const plan = planVouchers(ask);
  for (const boost of plan.boosts) {
    const note = ask.notes.find(({ noteId }) => noteId === boost.noteId) ?? tea;
    const outcome = planBoost(
      anAsk({
        note: { ...note, auditState: 'passed', visible: true },
        goal: boost.goal,
        budgetCents: boost.budgetCents,
        funds: onlyCash(boost.walletCents),
        vouchers: ask.vouchers.filter(({ id }) => boost.voucherIds.includes(id)),
        terms: ask.terms ?? boostTerms,
      }),
    );
    expect(outcome).toMatchObject({
      walletCents: boost.walletCents,
      plannedImpressions: boost.impressions,
      vouchers: boost.voucherIds.map((voucherId) => ({ voucherId })),
    });
  }
  return plan;
}

describe('the plan that wastes least', () => {
  it('puts what stacks together, where it is worth most, with a budget that leaves nothing of it', () => {
    const plan = launched(
      anAskFor([aFixedVoucher({ id: 'a', faceCents: 8_000 }), aFixedVoucher({ id: 'b', faceCents: 4_000 })]),
    );
    expect(plan.boosts).toEqual([
      expect.objectContaining({
        noteId: 'winter-coat',
        budgetCents: 12_000,
        walletCents: 0,
        voucherIds: ['b', 'a'],
      }),
    ]);
    expect(plan).toMatchObject({ savedCents: 12_000, walletCents: 0, left: [] });
  });

  it('takes no more of the wallet than it may, and saves more with more of it, up to all', () => {
    const vouchers = [
      aFixedVoucher({ id: 'alone', faceCents: 10_000, minBudgetCents: 30_000, stackable: false }),
      aFixedVoucher({ id: 'half', faceCents: 6_000, maxShareBasisPoints: 5_000, stackable: false }),
      aRatioVoucher({ id: 'share' }),
    ];
    const saved = [0, 3_000, 6_000, 20_000, 26_000, 46_000].map((walletCents) => {
      const plan = launched(anAskFor(vouchers, { walletCents }));
      expect(plan.walletCents).toBeLessThanOrEqual(walletCents);
      return plan.savedCents;
    });
    expect(saved).toEqual([0, 0, 6_000, 10_000, 16_000, 21_000]);
  });

  it('says why a voucher is in no boost, and what of the wallet it would need', () => {
    const plan = planVouchers(
      anAskFor(
        [
          aFixedVoucher({ id: 'later', validFrom: noon + dayMs }),
          aFixedVoucher({ id: 'search', scope: { placements: ['search'] } }),
          aFixedVoucher({ id: 'dear', faceCents: 1_000, minBudgetCents: 50_000 }),
        ],
        { walletCents: 40_000 },
      ),
    );
    expect(plan.boosts).toEqual([]);
    expect(
      Object.fromEntries(plan.left.map(({ voucherId, why, needsCents }) => [voucherId, [why, needsCents]])),
    ).toEqual({
      later: ['not-yet-valid', null],
      search: ['fits-no-note', null],
      dear: ['needs-more-cash', 49_000],
    });
    const many = Array.from({ length: 10 }, (_, n) =>
      aFixedVoucher({ id: String(n), expiresAt: noon + (n + 1) * dayMs }),
    );
    const of = planVouchers(anAskFor(many));
    expect(of.left.map(({ voucherId, why }) => [voucherId, why])).toEqual([
      ['8', 'planned-later'],
      ['9', 'planned-later'],
    ]);
  });

  it('saves what burn order alone would waste: a large voucher in a small boost', () => {
    const ask = anAskFor([
      aFixedVoucher({ id: 'soon', faceCents: 20_000, expiresAt: noon + dayMs }),
      aFixedVoucher({ id: 'later', faceCents: 3_000 }),
    ]);
    // A checkout at ¥100 takes ¥100 of the ¥200 and gives no change.
    expect(burnOrderAlone(ask, 10_000)).toEqual({ walletCents: 7_000, savedCents: 13_000 });
    expect(planVouchers(ask).savedCents).toBe(23_000);
  });

  // Budgets of 1 to 12 yuan, so that every division with every budget can be tried.
  const terms = { ...boostTerms, minBudgetCents: 100, maxBudgetCents: 1_200 };
  const cents = (most: number) => fc.integer({ min: 1, max: most }).map((n) => n * 50);
  const given = fc.record({
    minBudgetCents: fc.constantFrom(0, 300, 700),
    stackable: fc.boolean(),
    maxShareBasisPoints: fc.constantFrom(10_000, 10_000, 5_000, 3_300),
    expiresAt: fc.integer({ min: 1, max: 9 }).map((days) => noon + days * dayMs),
    scope: fc.constantFrom(
      {},
      { categories: ['food'] },
      { goals: ['follows' as const] },
      { noteIds: ['winter-coat'] },
    ),
  });
  const voucher: fc.Arbitrary<Voucher> = fc.oneof(
    given.chain((of) => cents(16).map((faceCents) => aFixedVoucher({ ...of, faceCents }))),
    given.chain((of) =>
      fc
        .tuple(fc.constantFrom(1_500, 2_000, 5_000), cents(8))
        .map(([basisPoints, capCents]) => aRatioVoucher({ ...of, basisPoints, capCents })),
    ),
    given.chain((of) =>
      fc.constantFrom(100, 250).map((impressions) => aTrafficVoucher({ ...of, impressions })),
    ),
  );
  const three = fc
    .array(voucher, { minLength: 1, maxLength: 3 })
    .map((vouchers) => vouchers.map((one, n) => ({ ...one, id: `v${n}` })));

  it('is within a yuan a boost of the best of all plans there are, and never takes more than it may', () => {
    fc.assert(
      fc.property(three, fc.constantFrom(0, 150, 400, 900, 2_500), (vouchers, walletCents) => {
        const ask = anAskFor(vouchers, { walletCents, terms });
        const plan = launched(ask);
        const best = bestOfAll(ask, [...vouchers], walletCents);
        expect(plan.walletCents).toBeLessThanOrEqual(walletCents);
        expect(plan.savedCents).toBeLessThanOrEqual(best);
        expect(best).toBeLessThanOrEqual(plan.boundCents);
        expect(plan.savedCents + 100 * vouchers.length).toBeGreaterThan(best);
        expect(burnOrderAlone(ask, 500).savedCents).toBeLessThanOrEqual(best);
      }),
      { numRuns: 150 },
    );
  });
});

/** The most that any plan saves: every division of the vouchers, every budget in whole yuan, by the launch itself. */
function bestOfAll(ask: VoucherPlanAsk, vouchers: Voucher[], walletCents: number): number {
  const [first, ...others] = vouchers;
  if (!first) return 0;
  let best = bestOfAll(ask, others, walletCents);
  for (let set = 0; set < 1 << others.length; set += 1) {
    const together = [first, ...others.filter((_one, n) => set & (1 << n))];
    const rest = others.filter((_one, n) => !(set & (1 << n)));
    for (let budgetCents = 100; budgetCents <= 1_200; budgetCents += 100) {
      const use = bestUse(ask, together, budgetCents);
      if (use && use.walletCents <= walletCents)
        best = Math.max(best, use.savedCents + bestOfAll(ask, rest, walletCents - use.walletCents));
    }
  }
  return best;
}

function bestUse(ask: VoucherPlanAsk, vouchers: Voucher[], budgetCents: number) {
  for (const note of ask.notes)
    for (const goal of ['reads', 'likes-collects', 'follows'] as const) {
      const plan = planBoost(
        anAsk({
          note: { ...note, auditState: 'passed', visible: true },
          goal,
          budgetCents,
          funds: onlyCash(budgetCents),
          vouchers,
          ...(ask.terms ? { terms: ask.terms } : {}),
        }),
      );
      if (typeof plan === 'string') continue;
      const extra = vouchers
        .filter(({ kind }) => kind === 'traffic')
        .reduce((sum, one) => sum + voucherWorthCents(one), 0);
      return { walletCents: plan.walletCents, savedCents: plan.voucherCents + extra };
    }
  return null;
}

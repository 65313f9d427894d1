import { aBudget, aCurve, aLump, aMarket, bruteForce } from './a-budget';
import {
  type BudgetAsk,
  type BudgetGuards,
  type BudgetOption,
  isBudgetRefusal,
  noGuards,
} from './budget-ask';
import { type BudgetProblem, layOut } from './budget-problem';
import { reportBudget } from './budget-report';
import { type BudgetPlan, findBudget, planBudget } from './plan-budget';
import { marginalOf } from './response-curve';

const planned = (ask: BudgetAsk): BudgetPlan => {
  const found = planBudget(ask);
  if (isBudgetRefusal(found)) throw new Error(`refused: ${JSON.stringify(found)}`);
  return found;
};
const valueOf = (plan: BudgetPlan) => plan.value;
const guarded = (part: Partial<BudgetGuards['rails']>, rest: Partial<BudgetGuards> = {}): BudgetGuards => ({
  ...noGuards,
  ...rest,
  rails: { ...noGuards.rails, ...part },
});

describe('the best plan', () => {
  it('is that of looking at every set of creators and open orders, with and without guards', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const options = aMarket(seed, { lumps: 6, boosts: 2, keywords: 1 });
      const guards = guardsOf(seed);
      const ask = aBudget(options, 120_000 + seed * 9_000, guards);
      const found = findBudget(ask);
      const problem = layOut(ask) as BudgetProblem;
      if (isBudgetRefusal(found)) {
        expect('refusal' in problem || bruteForce(problem) === -Infinity).toBe(true);
        continue;
      }
      const truth = bruteForce(problem);
      const { value, bound } = found.plan;
      // Whole cents cost next to nothing; the slow road splits the rails in so many parts.
      expect(value).toBeGreaterThan(truth * 0.99);
      expect(bound).toBeGreaterThan(truth * (1 - 1e-6));
      expect(found.plan.spentCents).toBeLessThanOrEqual(ask.budgetCents);
    }
  });

  function guardsOf(seed: number): BudgetGuards {
    if (seed % 3 === 0) return noGuards;
    if (seed % 3 === 1)
      return guarded({
        boosts: { minCents: 30_000, maxCents: 90_000 },
        search: { minCents: 10_000, maxCents: 30_000 },
      });
    return guarded(
      { creators: { minCents: 0, maxCents: 150_000 } },
      { tiers: [{ group: 'waist', minCents: 40_000 }] },
    );
  }

  it('has one rate at the margin of all media that is open and not full', () => {
    const curves = [0.012, 0.02, 0.03].map((perCent, at) => aCurve(`boost ${at}`, perCent, { room: 5_000 }));
    const { options, next } = planned(aBudget(curves, 900_000));
    const rates = options.map(({ id, cents }) =>
      marginalOf(curves.find((one) => one.id === id) as never, cents),
    );
    for (const rate of rates) expect(rate / (rates[0] as number)).toBeCloseTo(1, 3);
    expect(next?.perHundred).toBeCloseTo((rates[0] as number) * 10_000, 1);
  });

  it('prices the budget at what a further ¥100 brings', () => {
    const curves = [0.012, 0.02, 0.03].map((perCent, at) => aCurve(`boost ${at}`, perCent, { room: 5_000 }));
    const [plan, more] = [500_000, 510_000].map((cents) => planned(aBudget(curves, cents))) as [
      BudgetPlan,
      BudgetPlan,
    ];
    expect(plan.shadows.budget / (more.value - plan.value)).toBeCloseTo(1, 1);
    expect(plan.bound / plan.value).toBeCloseTo(1, 4);
  });

  it('prices a guard at what loosening it by ¥100 brings', () => {
    const curves = [aCurve('boost', 0.03), aCurve('search', 0.012, { rail: 'search' })];
    const capped = (maxCents: number) =>
      planned(aBudget(curves, 400_000, guarded({ boosts: { minCents: 0, maxCents } })));
    const [plan, looser] = [capped(100_000), capped(110_000)];
    expect(plan.rails.boosts).toBe(100_000);
    const [price] = plan.shadows.rails;
    expect(price).toMatchObject({ rail: 'boosts', bound: 'max', cents: 100_000 });
    expect((price?.perHundred ?? 0) / (looser.value - plan.value)).toBeCloseTo(1, 1);
    const held = planned(
      aBudget(curves, 400_000, guarded({ search: { minCents: 300_000, maxCents: null } })),
    );
    const freer = planned(
      aBudget(curves, 400_000, guarded({ search: { minCents: 290_000, maxCents: null } })),
    );
    expect(held.shadows.rails).toMatchObject([{ rail: 'search', bound: 'min', cents: 300_000 }]);
    expect((held.shadows.rails[0]?.perHundred ?? 0) / (freer.value - held.value)).toBeCloseTo(1, 1);
  });

  it('buys a creator whole or not at all, and never below the smallest order', () => {
    const plan = planned(aBudget([aLump('dear', 90_000, 5_000), aCurve('boost', 0.01)], 80_000));
    expect(plan.options[0]).toMatchObject({ state: 'out', cents: 0 });
    expect(planned(aBudget([aCurve('boost', 0.01)], 7_499)).spentCents).toBe(0);
    expect(planned(aBudget([aCurve('boost', 0.01)], 7_500)).spentCents).toBe(7_500);
    expect(plan.next).toMatchObject({ id: 'dear', savesForCents: 90_000 - plan.leftCents });
  });

  it('uses what vouchers add', () => {
    const bare = planned(aBudget([aCurve('boost', 0.01)], 20_000));
    const gifted = planned(aBudget([aCurve('boost', 0.01, { giftCents: 5_000 })], 20_000));
    expect(gifted.giftCents).toBe(5_000);
    expect(gifted.value).toBeCloseTo(planned(aBudget([aCurve('boost', 0.01)], 25_000)).value, 6);
    expect(gifted.value).toBeGreaterThan(bare.value);
    const free = planned(
      aBudget(
        [aLump('all', 20_000, 1_000), aCurve('boost', 0.01, { openCents: 0, giftCents: 5_000 })],
        20_000,
      ),
    );
    expect(free.options).toMatchObject([{ state: 'full' }, { cents: 0, giftCents: 5_000 }]);
  });

  it('spends nothing above the ceiling, and says what a higher one would bring', () => {
    const options = [aLump('dear', 50_000, 400), aCurve('boost', 0.02, { room: 5_000 })];
    const plan = planned(aBudget(options, 400_000, { ...noGuards, ceilingCents: 100 }));
    expect(plan.options[0]?.state).toBe('out');
    expect(marginalOf(options[1] as never, plan.rails.boosts)).toBeCloseTo(0.01, 5);
    expect(plan.leftCents).toBeGreaterThan(0);
    expect(plan.shadows.ceilingTenth).toBeGreaterThan(0);
    expect(planned(aBudget(options, 400_000)).shadows.ceilingTenth).toBeNull();
  });

  it('is the same for a goal in other units', () => {
    const options = aMarket(7);
    const thousands = options.map((one): BudgetOption =>
      one.kind === 'lump'
        ? { ...one, value: one.value / 1_000 }
        : { ...one, perCent: one.perCent / 1_000, room: one.room === null ? null : one.room / 1_000 },
    );
    const [one, other] = [options, thousands].map((all) => planned(aBudget(all, 400_000))) as [
      BudgetPlan,
      BudgetPlan,
    ];
    expect(other.rails).toEqual(one.rails);
    expect(other.value * 1_000).toBeCloseTo(one.value, 4);
    expect(other.shadows.budget * 1_000).toBeCloseTo(one.shadows.budget, 4);
  });
});

describe('a refusal', () => {
  const options = [
    aLump('one', 30_000, 500),
    aLump('head', 60_000, 900, { group: 'head' }),
    aCurve('boost', 0.01, { maxCents: 40_000 }),
  ];
  it.each([
    ['no money', aBudget(options, 0), { refusal: 'nothing-to-spend' }],
    ['no options', aBudget([], 10_000), { refusal: 'no-options' }],
    [
      'a least above the most',
      aBudget(options, 100_000, guarded({ boosts: { minCents: 20_000, maxCents: 10_000 } })),
      { refusal: 'rail-min-above-max', rail: 'boosts', askedCents: 20_000, thereCents: 10_000 },
    ],
    [
      'a rail with too little to buy',
      aBudget(options, 100_000, guarded({ boosts: { minCents: 50_000, maxCents: null } })),
      { refusal: 'rail-cannot-spend', rail: 'boosts', askedCents: 50_000, thereCents: 40_000 },
    ],
    [
      'leasts above the budget',
      aBudget(
        options,
        50_000,
        guarded({
          boosts: { minCents: 30_000, maxCents: null },
          creators: { minCents: 30_000, maxCents: null },
        }),
      ),
      { refusal: 'minima-above-budget', askedCents: 60_000, thereCents: 50_000 },
    ],
    [
      'a tier that nobody is in',
      aBudget(options, 100_000, { ...noGuards, tiers: [{ group: 'star', minCents: 1 }] }),
      { refusal: 'tier-cannot-spend', group: 'star', thereCents: 0 },
    ],
    [
      'tiers above the rail',
      aBudget(
        options,
        100_000,
        guarded(
          { creators: { minCents: 0, maxCents: 40_000 } },
          { tiers: [{ group: 'head', minCents: 50_000 }] },
        ),
      ),
      { refusal: 'tiers-above-creators', askedCents: 50_000, thereCents: 40_000 },
    ],
    [
      'no set of creators between the guards',
      aBudget(options, 100_000, guarded({ creators: { minCents: 40_000, maxCents: 50_000 } })),
      { refusal: 'no-set-fits', rail: 'creators' },
    ],
  ])('names the guard: %s', (_, ask, refusal) => expect(planBudget(ask)).toMatchObject(refusal));

  it('is thrown for amounts that are none', () => {
    expect(() => planBudget(aBudget(options, 0.5))).toThrow(RangeError);
    expect(() => planBudget(aBudget([aLump('one', 0, 1)], 1))).toThrow(RangeError);
    expect(() => planBudget(aBudget([options[0] as BudgetOption, options[0] as BudgetOption], 1))).toThrow(
      RangeError,
    );
  });
});

describe('around the plan', () => {
  const ask = aBudget(aMarket(3, { lumps: 40, boosts: 8, keywords: 4 }), 900_000);
  const report = reportBudget(ask, { seed: 1, together: 0.3, draws: 60 });
  if (isBudgetRefusal(report)) throw new Error('refused');

  it('has a frontier that never falls, below a bound whose slope only falls', () => {
    const { frontier, plan } = report;
    const values = frontier.map(({ value }) => value ?? 0);
    values.forEach((value, at) => expect(value).toBeGreaterThanOrEqual(values[at - 1] ?? 0));
    const bounds = frontier.map(({ bound }) => bound ?? 0);
    const slopes = bounds.slice(1).map((bound, at) => bound - (bounds[at] as number));
    slopes
      .slice(1)
      .forEach((slope, at) => expect(slope).toBeLessThanOrEqual((slopes[at] as number) + 1e-6 * plan.value));
    frontier.forEach(({ value, bound }) => expect(value).toBeLessThanOrEqual((bound ?? 0) + 1e-9));
    const here = frontier.find(({ budgetCents }) => budgetCents === ask.budgetCents);
    expect((here?.value ?? 0) / valueOf(plan)).toBeCloseTo(1, 4);
    expect(frontier.flatMap(({ enters }) => enters).length).toBeGreaterThan(5);
  });

  it('says how sure it is, the same for the same seed', () => {
    const { sureness, plan } = report;
    expect(sureness.low).toBeLessThan(plan.value);
    expect(sureness.high).toBeGreaterThan(plan.value);
    expect(sureness.regret.mean).toBeGreaterThan(0);
    expect(sureness.regret.share).toBeLessThan(0.5);
    expect(sureness.stays.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
    const again = reportBudget(ask, { seed: 1, together: 0.3, draws: 60 });
    expect(again).toEqual(report);
  });

  it('has no regret where nothing is uncertain', () => {
    const certain = ask.options.map((one) => ({ ...one, spread: 0 }));
    const sure = reportBudget({ ...ask, options: certain }, { seed: 1, together: 0.3, draws: 60 });
    if (isBudgetRefusal(sure)) throw new Error('refused');
    expect(sure.sureness.regret.share).toBeLessThan(0.002);
    expect(sure.sureness.low).toBeCloseTo(sure.sureness.high, 6);
  });

  it('is within half a per cent of the bound for 500 options', () => {
    const many = aBudget(aMarket(5, { lumps: 420, boosts: 60, keywords: 20 }), 10_000_000);
    const found = findBudget(many);
    if (isBudgetRefusal(found)) throw new Error('refused');
    const gap = 1 - found.plan.value / found.plan.bound;
    expect(gap).toBeLessThan(0.005);
  });
});

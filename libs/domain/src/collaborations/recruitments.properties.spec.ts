import fc from 'fast-check';
import { aRecruitment } from './a-recruitment';
import { aMoveOf, hourMs, noon, someTerms } from './an-order';
import { advanceOrder } from './advance-order';
import { type CooperationOrder, hasEnded } from './cooperation-order';
import { moveOrder, wasRefused } from './move-order';
import { type ApplicationAnswer, moveRecruitment, selectApplicant } from './move-recruitment';
import { legalMoves } from './order-moves';
import { orderRulesOn } from './order-rules';
import { advanceRecruitment, type Application, isWaiting, type Recruitment } from './recruitment';

const rules = orderRulesOn('2026-11-02');
type Books = Record<string, number>;
const into = (books: Books, legs: readonly { account: string; cents: number }[]): void => {
  for (const { account, cents } of legs) books[account] = (books[account] ?? 0) + cents;
};

/** Two recruitments of one brand, five creators who apply to both, and the orders that come of it. */
class World {
  readonly brand: Books = { cash: 0, reserved: 0, spent: 0, topup: 0 };
  readonly creators: Books = { cash: 0, fees: 0, earned: 0 };
  readonly recruitments: { it: Recruitment; applications: (Application | null)[] }[];
  readonly orders: CooperationOrder[] = [];
  /** why selections were refused */
  readonly refusals = new Set<string>();
  now = noon;

  constructor(cents: number) {
    into(this.brand, [
      { account: 'topup', cents: -cents },
      { account: 'cash', cents },
    ]);
    this.recruitments = [{ wanted: 2 }, { wanted: 3, applyUntil: noon + 48 * hourMs }].map((change) => ({
      it: aRecruitment(change),
      applications: Array.from({ length: 5 }, () => null),
    }));
  }

  apply(which: number, who: number, quoteCents: number): void {
    const one = this.recruitments[which];
    if (!one) return;
    const moved = moveRecruitment(one.it, one.applications[who] ?? null, { kind: 'apply', quoteCents });
    if (typeof moved !== 'string') one.applications[who] = moved.application;
  }

  answer(which: number, who: number, kind: ApplicationAnswer | 'withdraw'): void {
    const one = this.recruitments[which];
    const application = one?.applications[who];
    if (!one || !application) return;
    if (kind === 'select') return this.select(one, who, application);
    const moved = moveRecruitment(one.it, application, { kind });
    if (typeof moved !== 'string') one.applications[who] = moved.application;
  }

  private select(one: World['recruitments'][number], who: number, application: Application): void {
    const outcome = selectApplicant({
      recruitment: one.it,
      application,
      terms: someTerms({ draftDueAt: this.now + 7 * 24 * hourMs }),
      rules,
      now: this.now,
      cashCents: this.brand['cash'] ?? 0,
    });
    if ('refusal' in outcome) {
      this.refusals.add(outcome.refusal);
      return;
    }
    into(this.brand, outcome.legs.brand);
    one.applications[who] = outcome.application;
    one.it = outcome.recruitment;
    this.orders.push(outcome.order);
    this.settle(one);
  }

  move(which: number, choice: number): void {
    const at = which % Math.max(1, this.orders.length);
    const order = this.orders[at];
    if (!order) return;
    const by = (['brand', 'creator', 'platform'] as const)[choice % 3] ?? 'brand';
    // Most lives end early when everybody does anything.
    const early = choice % 7 === 0;
    const legal = legalMoves(order, by).filter((one) => early || (one !== 'cancel' && one !== 'dispute'));
    const kind = legal[choice % Math.max(1, legal.length)];
    if (!kind) return;
    const move = aMoveOf(kind, choice);
    const outcome = moveOrder({ order, move, by, now: this.now, cashCents: this.brand['cash'] ?? 0 });
    if (!wasRefused(outcome)) this.book(at, outcome.order, outcome.legs);
  }

  wait(hours: number): void {
    this.now += hours * hourMs;
    for (const one of this.recruitments) {
      for (;;) {
        const waiting = one.applications.filter(
          (application) => application && isWaiting(application),
        ).length;
        const next = advanceRecruitment(one.it, waiting, this.now);
        if (!next) break;
        one.it = next;
        this.settle(one);
      }
    }
    for (const [at] of this.orders.entries())
      for (;;) {
        const order = this.orders[at];
        const step = order && advanceOrder(order, this.now, { reads: 0, effectReached: null });
        if (!step) break;
        this.book(at, step.order, step.legs);
      }
  }

  /** Whoever still waits when it closes is told that they were not selected. */
  private settle(one: World['recruitments'][number]): void {
    if (one.it.state !== 'closed') return;
    one.applications = one.applications.map((application) =>
      application && isWaiting(application) ? { ...application, state: 'unselected' } : application,
    );
  }

  private book(
    at: number,
    order: CooperationOrder,
    legs: {
      brand: readonly { account: string; cents: number }[];
      creator: readonly { account: string; cents: number }[];
    },
  ): void {
    this.orders[at] = order;
    into(this.brand, legs.brand);
    into(this.creators, legs.creator);
  }

  check(): void {
    const held = this.orders.reduce((sum, { heldCents }) => sum + heldCents, 0);
    expect(this.brand['reserved']).toBe(held);
    expect(Object.values(this.brand).reduce((sum, cents) => sum + cents)).toBe(0);
    expect(Object.values(this.creators).reduce((sum, cents) => sum + cents)).toBe(0);
    expect(this.brand['cash']).toBeGreaterThanOrEqual(0);
    let selected = 0;
    for (const { it, applications } of this.recruitments) {
      const chosen = applications.filter((application) => application?.state === 'selected').length;
      expect(it.selected).toBe(chosen);
      expect(chosen).toBeLessThanOrEqual(it.wanted);
      if (it.state === 'closed')
        expect(applications.some((application) => application && isWaiting(application))).toBe(false);
      selected += chosen;
    }
    expect(this.orders).toHaveLength(selected);
    for (const order of this.orders) if (hasEnded(order)) expect(order.heldCents).toBe(0);
  }
}

type Step = (world: World) => void;
const which = fc.nat(1);
const who = fc.nat(4);
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(which, who, fc.integer({ min: 70_000, max: 160_000 })).map(
      ([a, b, cents]): Step =>
        (world) =>
          world.apply(a, b, cents),
    ),
  },
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        which,
        who,
        fc.constantFrom('select', 'select', 'shortlist', 'unlist', 'decline', 'withdraw') as fc.Arbitrary<
          ApplicationAnswer | 'withdraw'
        >,
      )
      .map(
        ([a, b, kind]): Step =>
          (world) =>
            world.answer(a, b, kind),
      ),
  },
  {
    weight: 8,
    arbitrary: fc.tuple(fc.nat(9), fc.nat(40_000)).map(
      ([a, choice]): Step =>
        (world) =>
          world.move(a, choice),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(120).map(
      (hours): Step =>
        (world) =>
          world.wait(hours),
    ),
  },
);

describe('recruitments and their orders in any order of moves', () => {
  it('never select more than were wanted, and what is held is what the orders hold', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(aStep, { minLength: 20, maxLength: 120, size: 'max' }), (steps) => {
        const world = new World(350_000);
        for (const step of steps) {
          step(world);
          world.check();
        }
        for (const refusal of world.refusals) reached.add(refusal);
        for (const { it, applications } of world.recruitments) {
          reached.add(it.closedBecause ?? it.state);
          for (const application of applications) if (application) reached.add(application.state);
        }
        for (const { state } of world.orders) reached.add(state);
      }),
      { numRuns: 150 },
    );
    // The walk is worth something only if it gets everywhere.
    for (const place of [
      'filled',
      'by-time',
      'selecting',
      'selected',
      'declined',
      'withdrawn',
      'unselected',
      'wallet-too-low',
      'cancelled',
      'brand-review',
    ])
      expect(reached).toContain(place);
  });
});

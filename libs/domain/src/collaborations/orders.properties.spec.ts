import fc from 'fast-check';
import { type Account, accounts, type Leg } from '../ledger/journal';
import { advanceOrder } from './advance-order';
import { aMoveOf, anInvitation, aParcel, hourMs, noon, someTerms } from './an-order';
import { carriers } from './carriers';
import { type CooperationOrder, dueAt, hasEnded, orderActors, type OrderActor } from './cooperation-order';
import { moveOrder, wasRefused } from './move-order';
import { revisionsMost } from './offer-terms';
import { holdLegs, priceOrder } from './order-money';
import { committedBy } from './order-commitment';
import { legalMoves, mayMove, type OrderMove, orderMoveKinds } from './order-moves';
import { orderRulesOn } from './order-rules';
import { sampleAlarms } from './sample-parcels';
import { rightsEnd, usualRights } from './usage-rights';

type Balances = Record<Account, number>;
const empty = (): Balances => Object.fromEntries(accounts.map((account) => [account, 0])) as Balances;

/** One brand and two creators with what their journals would say, and nothing else. */
class World {
  readonly brand = empty();
  readonly creators = [empty(), empty()];
  readonly orders: { order: CooperationOrder; creator: number }[] = [];
  now = noon;

  topUp(cents: number): void {
    post(this.brand, [
      { account: 'topup', cents: -cents },
      { account: 'cash', cents },
    ]);
  }

  invite(creator: number, quoteCents: number, terms: Parameters<typeof someTerms>[0]): void {
    const whole = someTerms(terms);
    const { totalCents } = priceOrder(quoteCents, whole, orderRulesOn('2026-11-02'));
    if (totalCents > this.brand.cash) return;
    post(this.brand, holdLegs(0, totalCents).brand);
    const offer = { by: 'brand' as const, quoteCents, protectionDays: whole.protectionDays };
    this.orders.push({ order: anInvitation({ terms: whole, offer, since: this.now }), creator });
  }

  move(which: number, by: OrderActor, move: OrderMove): void {
    const entry = this.entryAt(which);
    if (!entry) return;
    const before = entry.order;
    const outcome = moveOrder({ order: before, move, by, now: this.now, cashCents: this.brand.cash });
    if (wasRefused(outcome)) {
      expect(outcome.legal).toEqual(legalMoves(before, by));
      return;
    }
    expect(mayMove(before, move.kind, by)).toBeNull();
    // Whatever takes the brand's cash is what a second person may have to agree to, to the cent, and nothing else is.
    const paidCents = cashOutOf(outcome.legs.brand);
    if (by === 'brand') expect(committedBy(before, move, this.now)?.addsCents ?? 0).toBe(paidCents);
    else expect(paidCents).toBe(0);
    keepsParcels(before, outcome.order, move);
    if (ofSample.includes(move.kind)) expect(outcome.legs).toEqual({ brand: [], creator: [] });
    this.book(entry, outcome.order, outcome.legs);
  }

  wait(hours: number, reads: number): void {
    this.now += hours * hourMs;
    for (const entry of this.orders) {
      let last = 0;
      for (let step = advanceOrder(entry.order, this.now, { reads, effectReached: reads > 9_000 }); step;) {
        expect(step.at).toBeGreaterThanOrEqual(last);
        last = step.at;
        expect(step.order.sample).toEqual(entry.order.sample);
        this.book(entry, step.order, step.legs);
        step = advanceOrder(entry.order, this.now, { reads, effectReached: reads > 9_000 });
      }
      const due = dueAt(entry.order);
      if (due !== null) expect(due).toBeGreaterThan(this.now);
    }
  }

  check(): void {
    const held = this.orders.reduce(
      (sum, { order }) => sum + order.heldCents + (order.extension?.heldCents ?? 0),
      0,
    );
    expect(this.brand.reserved).toBe(held);
    expect(this.brand.cash + this.brand.reserved + this.brand.spent + this.brand.topup).toBe(0);
    expect(this.brand.cash).toBeGreaterThanOrEqual(0);
    for (const creator of this.creators) expect(creator.cash + creator.fees + creator.earned).toBe(0);
    // What the brand spent is what creators earned, and the platform's fees on top of it.
    const earned = this.creators.reduce((sum, creator) => sum - creator.earned, 0);
    expect(this.brand.spent).toBeGreaterThanOrEqual(earned);
    for (const { order } of this.orders) {
      expect(order.rejections).toBeLessThanOrEqual(revisionsMost(order));
      expect(revisionsMost(order)).toBeLessThanOrEqual(order.rules.rejectionsMost);
      if (hasEnded(order)) expect(order.heldCents).toBe(0);
      if (!order.state.startsWith('sample-')) expect(sampleAlarms(order)).toEqual([]);
      expect(order.sample.parcels.length).toBeLessThanOrEqual(5);
      expect(order.sample.parcels.filter(({ receivedAt }) => receivedAt !== null).length).toBeLessThanOrEqual(
        1,
      );
      // Rights only ever get longer.
      const ends = order.extensions.map(({ until }) => until);
      expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
      if (rightsEnd(order) !== null && ends.length) expect(rightsEnd(order)).toBe(ends.at(-1));
      if (!hasEnded(order) || order.extension)
        for (const by of orderActors)
          for (const kind of legalMoves(order, by)) expect(mayMove(order, kind, by)).toBeNull();
    }
  }

  orderAt(which: number): CooperationOrder | undefined {
    return this.entryAt(which)?.order;
  }

  private entryAt(which: number): World['orders'][number] | undefined {
    return this.orders[which % Math.max(1, this.orders.length)];
  }

  private book(
    entry: World['orders'][number],
    order: CooperationOrder,
    legs: { brand: Leg[]; creator: Leg[] },
  ): void {
    entry.order = order;
    post(this.brand, legs.brand);
    post(this.creators[entry.creator] ?? empty(), legs.creator);
  }
}

const cashOutOf = (legs: readonly Leg[]): number =>
  Math.max(0, -legs.filter(({ account }) => account === 'cash').reduce((sum, { cents }) => sum + cents, 0));
const ofSample: readonly OrderMove['kind'][] = [
  'give-address',
  'promise-sample',
  'send-sample',
  'receive-sample',
  'miss-sample',
];

/** A parcel is never unwritten: what was sent stays as it was sent, and an answer is only ever added. */
function keepsParcels(before: CooperationOrder, after: CooperationOrder, { kind }: OrderMove): void {
  const sent = kind === 'send-sample' ? 1 : 0;
  expect(after.sample.parcels).toHaveLength(before.sample.parcels.length + sent);
  before.sample.parcels.forEach((parcel, at) => {
    const { missedAt, receivedAt, ...slip } = after.sample.parcels[at] ?? parcel;
    expect(slip).toEqual({ ...parcel, missedAt: undefined, receivedAt: undefined });
    if (parcel.missedAt !== null) expect(missedAt).toBe(parcel.missedAt);
    if (parcel.receivedAt !== null) expect(receivedAt).toBe(parcel.receivedAt);
  });
  if (!ofSample.includes(kind)) expect(after.sample.parcels).toEqual(before.sample.parcels);
}

function post(balances: Balances, legs: readonly Leg[]): void {
  expect(legs.reduce((sum, { cents }) => sum + cents, 0)).toBe(0);
  for (const { account, cents } of legs) balances[account] += cents;
}

const aMove: fc.Arbitrary<OrderMove> = fc.oneof(
  fc.tuple(fc.constantFrom(...orderMoveKinds), fc.nat(900_000)).map(([kind, size]) => aMoveOf(kind, size)),
  fc.record({
    kind: fc.constant('counter' as const),
    quoteCents: fc.integer({ min: -5, max: 900_000 }),
    protectionDays: fc.integer({ min: 0, max: 400 }),
    terms: fc.record(
      {
        withSample: fc.boolean(),
        withOutline: fc.boolean(),
        withAdAudit: fc.boolean(),
        revisionsMost: fc.integer({ min: -1, max: 4 }),
        draftDueAt: fc.integer({ min: noon - hourMs, max: noon + 900 * hourMs }),
        rights: fc.option(fc.integer({ min: 0, max: 90 }).map((days) => ({ ...usualRights, days }))),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    kind: fc.constantFrom('ask-extension' as const, 'counter-extension' as const),
    quoteCents: fc.integer({ min: -5, max: 400_000 }),
    until: fc.integer({ min: noon, max: noon + 5_000 * 24 * hourMs }),
  }),
  fc.record({
    kind: fc.constant('send-sample' as const),
    parcel: fc.record({
      carrier: fc.constantFrom(...carriers),
      number: fc.constantFrom('SF1234567890123', '773012345678901', 'x', '⚡', ''),
      product: fc.constantFrom(aParcel().product, ' '),
      quantity: fc.integer({ min: -1, max: 1_100 }),
      valueCents: fc.integer({ min: -1, max: 200_000_000 }),
    }),
    sure: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('resolve' as const),
    creatorBasisPoints: fc.integer({ min: -1, max: 10_001 }),
  }),
);
const someOrderTerms = fc.record({
  withSample: fc.boolean(),
  withOutline: fc.boolean(),
  withAdAudit: fc.boolean(),
  effectMode: fc.boolean(),
  noteType: fc.constantFrom('image' as const, 'video' as const),
  centsPerThousandReads: fc.option(fc.integer({ min: 1, max: 60_000 })),
  rights: fc.option(fc.integer({ min: 1, max: 60 }).map((days) => ({ ...usualRights, days }))),
});

/** Most lives end early when everybody does anything; these moves are left to those who do. */
const endings: readonly OrderMove['kind'][] = ['decline', 'withdraw', 'cancel', 'dispute', 'resolve'];

type Step = (world: World) => void;
const size = fc.nat(900_000);
const somebody = fc.constantFrom('brand' as const, 'creator' as const, 'platform' as const);
const topUp = size.map(
  (cents): Step =>
    (world) =>
      world.topUp(cents + 1),
);
const invite = fc.tuple(fc.nat(1), size, someOrderTerms).map(
  ([creator, cents, terms]): Step =>
    (world) =>
      world.invite(creator, cents + 100, terms),
);
const anything = fc.tuple(fc.nat(5), somebody, aMove).map(
  ([which, by, move]): Step =>
    (world) =>
      world.move(which, by, move),
);
/** A legal move of the wanted kinds by somebody, if there is one. */
const legalStep = (wanted: (kind: OrderMove['kind']) => boolean) =>
  fc.tuple(fc.nat(5), somebody, size).map(([which, by, choice]): Step => (world) => {
    const order = world.orderAt(which);
    const legal = order ? legalMoves(order, by).filter(wanted) : [];
    const kind = legal[choice % Math.max(1, legal.length)];
    if (kind) world.move(which, by, aMoveOf(kind, choice));
  });
const goOn = legalStep((kind) => !endings.includes(kind));
const end = legalStep((kind) => endings.includes(kind));
const wait = fc.tuple(fc.oneof(fc.nat(60), fc.nat(1_000)), fc.nat(30_000)).map(
  ([hours, reads]): Step =>
    (world) =>
      world.wait(hours + 1, reads),
);
const aStep = fc.oneof(
  { weight: 1, arbitrary: topUp },
  { weight: 2, arbitrary: invite },
  { weight: 6, arbitrary: anything },
  { weight: 40, arbitrary: goOn },
  { weight: 1, arbitrary: end },
  { weight: 4, arbitrary: wait },
);

/** One walk of several people: whatever they do, the books add up after every step. */
const aWalk = (reached: Set<string>) =>
  fc.property(fc.array(aStep, { minLength: 40, maxLength: 160, size: 'max' }), (steps) => {
    const world = new World();
    world.topUp(3_000_000);
    world.invite(0, 450_000, { withOutline: true, withSample: true, rights: usualRights });
    world.invite(1, 99_999, { effectMode: true, rights: usualRights });
    for (const step of steps) {
      step(world);
      world.check();
      for (const { order } of world.orders) {
        reached.add(order.state);
        if (order.extension) reached.add(`asked while ${order.state}`);
        if (order.extensions.length) reached.add('extended');
        for (const { missedAt, receivedAt } of order.sample.parcels) {
          if (missedAt !== null) reached.add('a parcel lost');
          if (missedAt !== null && receivedAt !== null) reached.add('a lost parcel found');
        }
        if (order.sample.parcels.length > 1) reached.add('sent again');
        if (order.terms.revisionsMost === 0) reached.add('no revisions');
      }
    }
  });

describe('orders of several people in any order of moves', () => {
  it('always add up: what is held, spent, earned and given back', () => {
    fc.assert(aWalk(new Set()), { numRuns: 80 });
  });

  it('get everywhere: the walk is worth something only then', () => {
    const reached = new Set<string>();
    // Where walks get is a matter of luck, and luck is no reason to fail: these are the same walks every time.
    fc.assert(aWalk(reached), { numRuns: 80, seed: 14 });
    for (const state of [
      'settled',
      'resolved',
      'cancelled',
      'expired',
      'declined',
      'note-removed',
      'disputed',
      'sample-sent',
      'a parcel lost',
      'a lost parcel found',
      'sent again',
      'ad-audit',
      'published',
      'asked while published',
      'asked while settled',
      'extended',
    ])
      expect(reached).toContain(state);
  });
});

import { anInvitation, aParcel, dayMs, hourMs, noon } from './an-order';
import { advanceOrder } from './advance-order';
import { type CooperationOrder, dueAt, type OrderActor } from './cooperation-order';
import { moveOrder, type OrderRefusal, wasRefused } from './move-order';
import { legalMoves, type OrderMove, type PlainMoveKind } from './order-moves';

const rich = 10_000_000;
const nothingKnown = { reads: 0, effectReached: null };

function does(order: CooperationOrder, by: OrderActor, move: OrderMove | PlainMoveKind, now = noon + hourMs) {
  const outcome = moveOrder({
    order,
    by,
    now,
    cashCents: rich,
    move: typeof move === 'string' ? { kind: move } : move,
  });
  if (wasRefused(outcome)) throw new Error(`${by} may not: ${outcome.refusal}`);
  return outcome.order;
}

function refusalOf(order: CooperationOrder, by: OrderActor, move: OrderMove, cashCents = rich): OrderRefusal {
  const outcome = moveOrder({ order, by, move, now: noon + hourMs, cashCents });
  if (!wasRefused(outcome)) throw new Error('it was not refused');
  return outcome;
}

/** A draft that passed the platform's audit and waits for the brand. */
const inReview = (order = anInvitation()): CooperationOrder =>
  [
    ['creator', 'accept'] as const,
    ['creator', 'submit-draft'] as const,
    ['platform', 'pass-audit'] as const,
  ].reduce((at, [by, move]) => does(at, by, move), order);
const published = (order = anInvitation()): CooperationOrder =>
  does(does(inReview(order), 'brand', 'approve'), 'creator', 'publish');

describe('a cooperation order', () => {
  it('goes from an invitation to a paid note', () => {
    const order = published();
    expect(order).toMatchObject({ state: 'published', heldCents: 550_000, publishedAt: noon + hourMs });

    const ended = advanceOrder(order, noon + 60 * dayMs, nothingKnown);
    expect(ended).toMatchObject({ kind: 'protection-ends', at: noon + hourMs + 30 * dayMs });
    const paid = ended && advanceOrder(ended.order, noon + 60 * dayMs, nothingKnown);
    expect(paid).toMatchObject({ kind: 'pay', at: noon + hourMs + 37 * dayMs });
    expect(paid?.payment).toMatchObject({
      earnedCents: 500_000,
      brandFeeCents: 50_000,
      creatorFeeCents: 50_000,
      netCents: 450_000,
      refundCents: 0,
    });
    expect(paid?.order).toMatchObject({ state: 'settled', heldCents: 0 });
    expect(paid && advanceOrder(paid.order, noon + 600 * dayMs, nothingKnown)).toBeNull();
  });

  it('asks for a sample and an outline first, where they were agreed', () => {
    let order = does(anInvitation({ terms: { withSample: true, withOutline: true } }), 'creator', 'accept');
    expect(order.state).toBe('sample-due');
    order = does(order, 'creator', 'give-address');
    order = does(order, 'brand', { kind: 'send-sample', parcel: aParcel() });
    order = does(order, 'creator', 'receive-sample');
    expect(order.state).toBe('outline-due');
    order = does(order, 'creator', 'submit-outline');
    expect(does(order, 'brand', 'send-back').state).toBe('outline-due');
    expect(does(order, 'brand', 'approve').state).toBe('draft-due');
  });

  it('holds the latest word of the brand while they bargain, and what was agreed after it', () => {
    const asked = does(anInvitation(), 'creator', { kind: 'counter', quoteCents: 700_000 });
    expect(asked.heldCents).toBe(550_000);
    expect(does(asked, 'brand', 'accept').heldCents).toBe(770_000);
    const bid = does(asked, 'brand', { kind: 'counter', quoteCents: 400_000, protectionDays: 60 });
    expect(bid).toMatchObject({
      heldCents: 440_000,
      state: 'invited',
      offer: { by: 'brand', protectionDays: 60 },
    });
    expect(does(bid, 'creator', 'decline')).toMatchObject({ state: 'declined', heldCents: 0 });
  });

  it('says how much is missing when the brand cannot hold the price', () => {
    const asked = does(anInvitation(), 'creator', { kind: 'counter', quoteCents: 700_000 });
    expect(refusalOf(asked, 'brand', { kind: 'accept' }, 200_000)).toMatchObject({
      refusal: 'wallet-too-low',
      missingCents: 20_000,
    });
  });

  it('holds nothing for an application until the brand chooses it', () => {
    const offer = { by: 'creator' as const, quoteCents: 300_000, protectionDays: 30 };
    const applied = anInvitation({ mode: 'recruitment', state: 'applied', offer });
    expect(applied.heldCents).toBe(0);
    expect(does(applied, 'brand', 'accept')).toMatchObject({ state: 'draft-due', heldCents: 330_000 });
    expect(does(applied, 'creator', 'withdraw')).toMatchObject({ state: 'withdrawn', heldCents: 0 });
  });

  it('lets the brand send back three drafts, and needs no approval of the fourth', () => {
    let order = inReview();
    for (const time of [1, 2, 3]) {
      order = does(order, 'brand', 'send-back');
      expect(order).toMatchObject({ state: 'draft-due', rejections: time });
      order = does(does(order, 'creator', 'submit-draft'), 'platform', 'pass-audit');
    }
    expect(order.state).toBe('ready');
  });

  it('takes 72 hours of silence for an approval, and not a second less', () => {
    const order = inReview();
    const due = dueAt(order) ?? 0;
    expect(due - order.since).toBe(72 * hourMs);
    expect(advanceOrder(order, due - 1, nothingKnown)).toBeNull();
    expect(advanceOrder(order, due, nothingKnown)).toMatchObject({
      kind: 'silent-approval',
      at: due,
      order: { state: 'ready' },
    });
  });

  it('finds the same moments after having been away: each step counts from when it fell due', () => {
    const steps = [];
    for (let order: CooperationOrder | undefined = published(); order;) {
      const step = advanceOrder(order, noon + 365 * dayMs, nothingKnown);
      if (step) steps.push([step.kind, (step.at - noon - hourMs) / dayMs]);
      order = step?.order;
    }
    expect(steps).toEqual([
      ['protection-ends', 30],
      ['pay', 37],
    ]);
  });

  it('sends a video that will be an advertisement through the audit of ads, and an image note not', () => {
    const video = does(
      inReview(anInvitation({ terms: { noteType: 'video', withAdAudit: true } })),
      'brand',
      'approve',
    );
    expect(video.state).toBe('ad-audit');
    expect(does(video, 'platform', 'pass-audit').state).toBe('ready');
    expect(does(inReview(anInvitation({ terms: { withAdAudit: true } })), 'brand', 'approve').state).toBe(
      'ready',
    );
  });

  it('lets a wish to hide the note lapse after 48 hours without lengthening the protection', () => {
    const asked = does(published(), 'creator', { kind: 'ask-removal', removal: 'hide' }, noon + 2 * dayMs);
    expect(refusalOf(asked, 'creator', { kind: 'ask-removal', removal: 'hide' }).refusal).toBe(
      'request-pending',
    );
    const lapsed = advanceOrder(asked, noon + 10 * dayMs, nothingKnown);
    expect(lapsed).toMatchObject({
      kind: 'request-lapses',
      at: noon + 4 * dayMs,
      order: { request: null, since: noon + hourMs },
    });
    expect(does(asked, 'brand', 'allow-removal')).toMatchObject({
      mayRemove: true,
      request: null,
      state: 'published',
    });
  });

  it('pays a part when the brand calls off after a draft, and nothing while the creator is late', () => {
    const sentBack = does(inReview(), 'brand', 'send-back');
    const outcome = moveOrder({
      order: sentBack,
      by: 'brand',
      move: { kind: 'cancel' },
      now: noon + dayMs,
      cashCents: 0,
    });
    // 30 % of 5,000 yuan, and the platform's tenth of that on either side.
    expect(outcome).toMatchObject({
      order: { state: 'cancelled', heldCents: 0 },
      legs: {
        brand: [
          { account: 'reserved', cents: -550_000 },
          { account: 'spent', cents: 165_000 },
          { account: 'cash', cents: 385_000 },
        ],
        creator: [
          { account: 'earned', cents: -150_000 },
          { account: 'fees', cents: 15_000 },
          { account: 'cash', cents: 135_000 },
        ],
      },
    });
    const late = moveOrder({
      order: sentBack,
      by: 'brand',
      move: { kind: 'cancel' },
      now: noon + 8 * dayMs,
      cashCents: 0,
    });
    expect(late).toMatchObject({ legs: { creator: [] } });
    expect(does(sentBack, 'creator', 'cancel')).toMatchObject({ state: 'cancelled', heldCents: 0 });
  });

  it('stops its clock while a dispute is open, and goes on with what was left', () => {
    const order = inReview();
    const disputed = does(order, 'creator', 'dispute', order.since + 70 * hourMs);
    expect(dueAt(disputed)).toBeNull();
    const resumed = does(disputed, 'platform', 'continue', order.since + 200 * hourMs);
    expect(resumed.state).toBe('brand-review');
    expect(dueAt(resumed)).toBe(order.since + 202 * hourMs);
    expect(does(disputed, 'platform', { kind: 'resolve', creatorBasisPoints: 5_000 })).toMatchObject({
      state: 'resolved',
      heldCents: 0,
    });
  });

  it('pays a co-creation by its reads, up to the quote, and the effect mode only when it kept its word', () => {
    const terms = { centsPerThousandReads: 40_000, effectMode: true };
    const completed = anInvitation({ mode: 'co-creation', state: 'completed', terms });
    const pay = (reads: number, effectReached: boolean | null) =>
      advanceOrder(completed, noon + 7 * dayMs, { reads, effectReached })?.payment;
    expect(pay(5_000, false)).toMatchObject({
      earnedCents: 200_000,
      effectFeeCents: 0,
      refundCents: 380_000,
    });
    expect(pay(50_000, true)).toMatchObject({ earnedCents: 500_000, effectFeeCents: 50_000, refundCents: 0 });
    expect(pay(50_000, null)).toMatchObject({ effectFeeCents: 0, refundCents: 50_000 });
  });

  it.each([
    ['brand', { kind: 'submit-draft' }, 'move-of-another'],
    ['creator', { kind: 'publish' }, 'move-out-of-turn'],
    ['brand', { kind: 'accept' }, 'offer-is-your-own'],
    ['creator', { kind: 'withdraw' }, 'offer-is-not-yours'],
    ['creator', { kind: 'counter', quoteCents: 500_000 }, 'offer-unchanged'],
    ['creator', { kind: 'counter', quoteCents: 99 }, 'quote-out-of-bounds'],
    ['creator', { kind: 'counter', quoteCents: 1.5 }, 'quote-out-of-bounds'],
    ['creator', { kind: 'counter', quoteCents: 500_000, protectionDays: 366 }, 'protection-out-of-bounds'],
  ] as const)('refuses the %s who would %o: %s, and says what may be done', (by, move, code) => {
    const { refusal, legal } = refusalOf(anInvitation(), by, move);
    expect(refusal).toBe(code);
    expect(legal).toEqual(legalMoves(anInvitation(), by));
  });

  it('is over when it is over', () => {
    const over = does(anInvitation(), 'creator', 'decline');
    for (const by of ['brand', 'creator', 'platform'] as const) expect(legalMoves(over, by)).toEqual([]);
    expect(refusalOf(over, 'creator', { kind: 'accept' }).refusal).toBe('order-has-ended');
  });
});

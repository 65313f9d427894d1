import { aMoveOf, anInvitation, dayMs, noon } from './an-order';
import { committedBy, committingMoves, isCommittingMove } from './order-commitment';
import { orderMoveKinds } from './order-moves';
import { usualRights } from './usage-rights';

describe('what a move of the brand commits', () => {
  /** The brand held ¥5,500 for its word of ¥5,000; the creator asks for ¥6,000. */
  const countered = anInvitation({
    offer: { by: 'creator', quoteCents: 600_000, protectionDays: 30 },
    heldCents: 550_000,
  });

  it('is the whole new price with its fees when it takes what the creator asks, and the difference on top', () => {
    expect(committedBy(countered, { kind: 'accept' }, noon)).toEqual({ cents: 660_000, addsCents: 110_000 });
  });

  it('is its own next word when it offers something between, and nothing where that is what it held before', () => {
    const offer = (quoteCents: number) => committedBy(countered, { kind: 'counter', quoteCents }, noon);
    expect(offer(550_000)).toEqual({ cents: 605_000, addsCents: 55_000 });
    expect(offer(500_000)).toBeNull();
    expect(offer(400_000)).toBeNull();
    expect(offer(-1)).toBeNull();
  });

  it('is the price of longer rights, beside that of the order', () => {
    const out = anInvitation({ state: 'published', publishedAt: noon, terms: { rights: usualRights } });
    const ask = { kind: 'ask-extension' as const, until: noon + 300 * dayMs, quoteCents: 100_000 };
    expect(committedBy(out, ask, noon)).toEqual({ cents: 110_000, addsCents: 110_000 });
    expect(committedBy(out, { ...ask, quoteCents: 1 }, noon)).toBeNull();
    expect(committedBy(out, { kind: 'accept-extension' }, noon)).toBeNull();
  });

  it('is nothing for work that goes on, ends or is quarrelled about', () => {
    const others = orderMoveKinds.filter((kind) => !isCommittingMove(kind));
    expect(others).toHaveLength(orderMoveKinds.length - committingMoves.length);
    for (const kind of others) expect(committedBy(countered, aMoveOf(kind, 100), noon)).toBeNull();
  });
});

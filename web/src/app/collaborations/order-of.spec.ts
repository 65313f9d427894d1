import { anOrder, anOrderInReview, hence } from '../../testing/an-order';
import { moneyRowsOf } from './order/money-of-move';
import { moneyOf } from './order-of';

const now = new Date();
const cancelled = (changes: Parameters<typeof anOrder>[0], by: 'brand' | 'creator' = 'brand') =>
  moneyOf(anOrderInReview(changes), { kind: 'cancel' }, { by, now });

describe('what a move does with the money', () => {
  it('pays a part to the creator when the brand calls it off after a draft', () => {
    // 30 % of 5,000 is 1,500, less a tenth; the brand bears a tenth on top, and gets back what is left of 5,500.
    expect(cancelled({})).toEqual({ creatorCents: 135_000, brandCents: 385_000, heldCents: 0 });
  });

  it('gives all back when the creator calls it off, or is late with the next draft', () => {
    expect(cancelled({}, 'creator')).toEqual({ creatorCents: 0, brandCents: 550_000, heldCents: 0 });
    expect(cancelled({ state: 'draft-due', draftDueAt: hence(-1) })).toMatchObject({ brandCents: 550_000 });
  });

  it('is nothing where the move cannot be made', () => {
    expect(cancelled({ state: 'published' })).toBeNull();
  });

  it('is told to each as it concerns them', () => {
    const countered = anOrder({ offer: { by: 'creator', quoteCents: 600_000, protectionDays: 30 } });
    const price = { ...countered.price, totalCents: 660_000, netCents: 540_000 };
    expect(moneyRowsOf({ ...countered, price }, { kind: 'accept' }, now)).toEqual([
      { label: 'orders.money.total', cents: 660_000, strong: true },
      { label: 'orders.money.hold', cents: 110_000 },
      { label: 'orders.money.toCreator', cents: 540_000 },
    ]);
    const asked = anOrder({ side: 'creator' });
    expect(moneyRowsOf(asked, { kind: 'counter', quoteCents: 600_000 }, now)).toEqual([
      { label: 'orders.money.toYou', cents: 540_000, strong: true },
    ]);
  });

  it('shares a dispute', () => {
    const disputed = anOrderInReview({ state: 'disputed', side: 'platform' });
    expect(moneyRowsOf(disputed, { kind: 'resolve', creatorBasisPoints: 5_000 }, now)).toEqual([
      { label: 'orders.money.toCreator', cents: 225_000, strong: false },
      { label: 'orders.money.back', cents: 275_000, strong: true },
    ]);
  });
});

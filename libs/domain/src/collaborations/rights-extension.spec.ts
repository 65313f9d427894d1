import { advanceOrder } from './advance-order';
import { anInvitation, dayMs, hourMs, noon } from './an-order';
import { type CooperationOrder, dueAt, type OrderActor } from './cooperation-order';
import { extensionRuleRows, extensionRulesOn } from './extension-rules';
import { moveOrder, type OrderMoved, type OrderRefusal, wasRefused } from './move-order';
import { bargainOf, changedParts, type OfferTerms } from './offer-terms';
import { legalMoves, type OrderMove, waitsFor } from './order-moves';
import { rightsEnd, usualRights } from './usage-rights';

const cashCents = 10_000_000;
const rights = { ...usualRights, days: 90 };
const outcomeOf = (
  order: CooperationOrder,
  by: OrderActor,
  move: OrderMove,
  at: { now?: number; cashCents?: number } = {},
): OrderMoved | OrderRefusal => moveOrder({ order, move, by, now: noon, cashCents, ...at });
function moved(...asked: Parameters<typeof outcomeOf>): OrderMoved {
  const outcome = outcomeOf(...asked);
  if (wasRefused(outcome)) throw new Error(outcome.refusal);
  return outcome;
}
const cashOf = ({ legs }: OrderMoved, side: 'brand' | 'creator'): number =>
  legs[side].reduce((sum, { account, cents }) => sum + (account === 'cash' ? cents : 0), 0);

describe('a counter-offer', () => {
  const invited = anInvitation({ terms: { rights } });
  const terms = { rights: { ...rights, days: 30 }, withOutline: true, revisionsMost: 1 };

  it('carries every term, and accepting it freezes all of them', () => {
    const { order } = moved(invited, 'creator', {
      kind: 'counter',
      quoteCents: 600_000,
      protectionDays: 60,
      terms,
    });
    expect(changedParts(bargainOf(invited), bargainOf(order))).toEqual([
      'quoteCents',
      'protectionDays',
      'rights',
      'withOutline',
      'revisionsMost',
    ]);
    expect(order.terms).toEqual(invited.terms);
    const agreed = moved(order, 'brand', { kind: 'accept' }).order;
    expect(agreed).toMatchObject({ state: 'outline-due', heldCents: 660_000 });
    expect(agreed.terms).toMatchObject({ ...terms, protectionDays: 60, withSample: false });
    expect(agreed.offer).toEqual({ by: 'creator', quoteCents: 600_000, protectionDays: 60 });
  });

  it('keeps what it does not name as the last word had it', () => {
    const first = moved(invited, 'creator', { kind: 'counter', quoteCents: 600_000, terms }).order;
    const second = moved(first, 'brand', { kind: 'counter', quoteCents: 550_000 }).order;
    expect(changedParts(bargainOf(first), bargainOf(second))).toEqual(['quoteCents']);
    expect(moved(second, 'creator', { kind: 'accept' }).order.terms).toMatchObject(terms);
  });

  it.each<[Partial<OfferTerms>, string]>([
    [{ revisionsMost: 4 }, 'revisions-out-of-bounds'],
    [{ revisionsMost: 0.5 }, 'revisions-out-of-bounds'],
    [{ rights: { ...rights, days: 0 } }, 'rights-out-of-bounds'],
    [{ rights: { ...rights, channels: [] } }, 'rights-out-of-bounds'],
    [{ draftDueAt: noon }, 'draft-due-past'],
    [{ rights: { ...rights } }, 'offer-unchanged'],
  ])('is refused with %j', (asked, refusal) => {
    const move = {
      kind: 'counter' as const,
      quoteCents: 500_000,
      terms: asked,
    };
    expect(outcomeOf(invited, 'creator', move)).toEqual({ refusal, legal: legalMoves(invited, 'creator') });
  });

  it('that leaves no revision makes the first draft need no approval', () => {
    const none = moved(invited, 'creator', {
      kind: 'counter',
      quoteCents: 500_000,
      terms: { revisionsMost: 0 },
    });
    const agreed = moved(none.order, 'brand', { kind: 'accept' }).order;
    const audited = moved(agreed, 'creator', { kind: 'submit-draft' }).order;
    expect(moved(audited, 'platform', { kind: 'pass-audit' }).order.state).toBe('ready');
  });
});

describe('a wish for longer rights', () => {
  const end = noon + 90 * dayMs;
  const until = end + 60 * dayMs;
  const published = anInvitation({ state: 'published', publishedAt: noon, terms: { rights } });
  const settled: CooperationOrder = { ...published, state: 'settled', heldCents: 0 };
  const ask: OrderMove = { kind: 'ask-extension', until, quoteCents: 100_000 };

  it('holds its price and both fees’ worth, and pays the creator once accepted', () => {
    const asked = moved(settled, 'brand', ask);
    expect(cashOf(asked, 'brand')).toBe(-110_000);
    expect(asked.order).toMatchObject({ state: 'settled', heldCents: 0, extension: { heldCents: 110_000 } });
    expect(waitsFor(asked.order)).toBe('creator');
    const paid = moved(asked.order, 'creator', { kind: 'accept-extension' }, { now: noon + hourMs });
    expect(cashOf(paid, 'brand')).toBe(0);
    expect(cashOf(paid, 'creator')).toBe(90_000);
    expect(paid.order).toMatchObject({
      extension: null,
      extensions: [
        {
          at: noon + hourMs,
          until,
          quoteCents: 100_000,
          brandFeeCents: 10_000,
          creatorFeeCents: 10_000,
          netCents: 90_000,
        },
      ],
    });
    expect(rightsEnd(paid.order)).toBe(until);
  });

  it('is bargained about: the brand pays what the creator asked, from what was held and from cash', () => {
    const asked = moved(published, 'brand', ask).order;
    const countered = moved(asked, 'creator', { kind: 'counter-extension', quoteCents: 150_000 });
    expect(countered.legs).toEqual({ brand: [], creator: [] });
    expect(countered.order.extension).toMatchObject({ by: 'creator', until, heldCents: 110_000 });
    expect(
      outcomeOf(countered.order, 'brand', { kind: 'accept-extension' }, { cashCents: 54_999 }),
    ).toMatchObject({
      refusal: 'wallet-too-low',
      missingCents: 1,
    });
    const paid = moved(countered.order, 'brand', { kind: 'accept-extension' });
    expect(cashOf(paid, 'brand')).toBe(-55_000);
    expect(cashOf(paid, 'creator')).toBe(135_000);
    expect(paid.order.heldCents).toBe(published.heldCents);
  });

  it('gives all of it back when it is declined, withdrawn, or 48 hours go by', () => {
    const asked = moved(published, 'brand', ask).order;
    expect(cashOf(moved(asked, 'creator', { kind: 'decline-extension' }), 'brand')).toBe(110_000);
    expect(cashOf(moved(asked, 'brand', { kind: 'withdraw-extension' }), 'brand')).toBe(110_000);
    expect(dueAt(asked)).toBe(noon + 48 * hourMs);
    expect(advanceOrder(asked, noon + 48 * hourMs - 1, { reads: 0, effectReached: null })).toBeNull();
    const step = advanceOrder(asked, noon + 500 * hourMs, { reads: 0, effectReached: null });
    expect(step).toMatchObject({ kind: 'extension-lapses', at: noon + 48 * hourMs });
    expect(step?.order).toEqual(published);
  });

  it('lapses in a dispute too, whose own clock stands still', () => {
    const asked = moved(published, 'brand', ask).order;
    const disputed = moved(asked, 'creator', { kind: 'dispute' }).order;
    expect(outcomeOf(disputed, 'creator', { kind: 'accept-extension' })).toMatchObject({
      refusal: 'move-out-of-turn',
      legal: ['decline-extension'],
    });
    expect(dueAt(disputed)).toBe(noon + 48 * hourMs);
  });

  it.each([
    ['brand', { kind: 'ask-extension', until: end, quoteCents: 100_000 }, 'until-not-later'],
    ['brand', { kind: 'ask-extension', until: noon + 3_651 * dayMs, quoteCents: 100_000 }, 'until-too-late'],
    ['brand', { kind: 'ask-extension', until, quoteCents: 99 }, 'quote-out-of-bounds'],
    ['creator', ask, 'move-of-another'],
    ['creator', { kind: 'accept-extension' }, 'no-extension'],
  ] as const)('is refused to the %s: %j', (by, move, refusal) => {
    expect(outcomeOf(published, by, move)).toEqual({ refusal, legal: legalMoves(published, by) });
  });

  it('waits its turn, and needs rights to extend', () => {
    const asked = moved(published, 'brand', ask).order;
    expect(outcomeOf(asked, 'brand', ask)).toMatchObject({ refusal: 'extension-pending' });
    expect(outcomeOf(asked, 'brand', { kind: 'accept-extension' })).toMatchObject({
      refusal: 'offer-is-your-own',
    });
    const without = anInvitation({ state: 'published', publishedAt: noon, terms: { rights: null } });
    expect(outcomeOf(without, 'brand', ask)).toMatchObject({ refusal: 'no-rights' });
    expect(outcomeOf(anInvitation({ state: 'declined' }), 'brand', ask)).toMatchObject({
      refusal: 'order-has-ended',
    });
  });

  it('stands on dated rules that it keeps', () => {
    const later = {
      rule: 'answerHours',
      value: 24,
      from: '2027-01-01',
      mark: 'P',
      source: 'a test',
    } as const;
    const rows = [...extensionRuleRows, later];
    expect(extensionRulesOn('2026-12-31', rows).answerHours).toBe(48);
    expect(extensionRulesOn('2027-01-01', rows).answerHours).toBe(24);
    expect(moved(published, 'brand', ask).order.extension?.rules).toEqual(extensionRulesOn('2026-11-02'));
  });
});

import fc from 'fast-check';
import type { PayableOrder } from './payout-ahead';
import { attributeSale, attributionWindowMs } from './attribute-sale';
import { commissionCents, openToSale, returnSale } from './commission';
import { monthSpan, monthsUpTo, shiftMonth } from './earning-months';
import { payoutAhead, payoutMonths } from './payout-ahead';
import { orderRulesOn } from '../collaborations/order-rules';

const day = 86_400_000;
const at = Date.UTC(2026, 10, 20, 4);

describe('a sale', () => {
  const open = (id: string, daysBefore: number) => ({ id, openedAt: at - daysBefore * day });

  it('counts for the link that was opened last, and for one only', () => {
    expect(attributeSale([open('a', 3), open('b', 1), open('c', 5)], at)?.id).toBe('b');
  });

  it('counts for nobody once seven days have passed, to the millisecond', () => {
    expect(attributeSale([{ id: 'a', openedAt: at - attributionWindowMs }], at)?.id).toBe('a');
    expect(attributeSale([{ id: 'a', openedAt: at - attributionWindowMs - 1 }], at)).toBeNull();
  });

  it('does not count for a link that is opened after it', () => {
    expect(attributeSale([open('a', -1), open('b', 2)], at)?.id).toBe('b');
    expect(attributeSale([open('a', -1)], at)).toBeNull();
  });

  it('counts for the same link in whatever order the opens arrive', () => {
    const opens = fc.array(
      fc.record({ id: fc.uuid(), openedAt: fc.integer({ min: at - 9 * day, max: at + day }) }),
    );
    fc.assert(
      fc.property(opens, (some) => {
        expect(attributeSale([...some].reverse(), at)?.openedAt).toBe(attributeSale(some, at)?.openedAt);
      }),
    );
  });
});

describe('a commission', () => {
  it.each([
    [4_900, 800, 392],
    [99, 800, 7],
    [1, 5_000, 0],
    [100_000_000, 5_000, 50_000_000],
    [4_900, 0, 0],
  ])('of %i cents at %i is %i, rounded down', (cents, rate, commission) => {
    expect(commissionCents(cents, rate)).toBe(commission);
  });

  it('goes with what comes back, to the last cent and no further', () => {
    const sale = { cents: 9_999, returnedCents: 0, rate: 777 };
    const first = returnSale(sale, 3_333);
    if (first === 'return-above-sale') throw new Error(first);
    const second = returnSale({ ...sale, returnedCents: first.returnedCents }, 6_666);
    if (second === 'return-above-sale') throw new Error(second);
    expect(first.reversedCents + second.reversedCents).toBe(commissionCents(9_999, 777));
    expect(returnSale({ ...sale, returnedCents: 9_999 }, 1)).toBe('return-above-sale');
  });

  it('never reverses more than there was, however a sale comes back', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 5_000 }), (cents, rate) => {
        const all = cents.reduce((sum, one) => sum + one, 0);
        let [returnedCents, reversed] = [0, 0];
        for (const one of cents) {
          const back = returnSale({ cents: all, returnedCents, rate }, one);
          if (back === 'return-above-sale') throw new Error(back);
          expect(back.reversedCents).toBeGreaterThanOrEqual(0);
          returnedCents = back.returnedCents;
          reversed += back.reversedCents;
        }
        expect(reversed).toBe(commissionCents(all, rate));
      }),
    );
  });

  it('has no rate of opens where nobody opened', () => {
    expect(openToSale({ opens: 0, sales: 0 })).toBeNull();
    expect(openToSale({ opens: 40, sales: 3 })).toBe(0.075);
  });
});

describe('a payout', () => {
  const rules = orderRulesOn('2026-11-20');
  const order = (changes: Partial<PayableOrder> = {}): PayableOrder => ({
    state: 'published',
    since: at,
    publishedAt: at,
    rules,
    offer: { by: 'brand', quoteCents: 60_005, protectionDays: 30 },
    terms: {
      noteType: 'image',
      withSample: false,
      withOutline: false,
      withAdAudit: false,
      effectMode: false,
      protectionDays: 30,
      draftDueAt: at + 7 * day,
      centsPerThousandReads: null,
    },
    ...changes,
  });

  it('falls due when protection has ended and the days to payment are over', () => {
    expect(payoutAhead(order(), at)).toEqual({
      step: 'protection',
      dueAt: at + 37 * day,
      late: null,
      grossCents: 60_005,
      feeCents: 6_000,
      netCents: 54_005,
      upTo: false,
    });
    expect(payoutAhead(order({ state: 'completed' }), at)?.dueAt).toBe(at + 7 * day);
  });

  it('has no date before the note is out, and says what it hangs on', () => {
    const step = (state: PayableOrder['state']) => payoutAhead(order({ state, publishedAt: null }), at);
    expect(step('draft-due')).toMatchObject({ step: 'work', dueAt: null, late: null });
    expect(step('brand-review')).toMatchObject({ step: 'answer', dueAt: null });
    expect(step('ready')).toMatchObject({ step: 'publish', dueAt: null });
    expect(payoutAhead(order({ state: 'note-removed' }), at)).toMatchObject({
      step: 'note-back',
      dueAt: null,
    });
    expect(payoutAhead(order({ state: 'disputed' }), at)).toMatchObject({ step: 'dispute', dueAt: null });
  });

  it('is none of an order that nobody agreed to, or that is over', () => {
    for (const state of ['applied', 'invited', 'settled', 'declined', 'resolved'] as const)
      expect(payoutAhead(order({ state }), at)).toBeNull();
  });

  it('says what is late', () => {
    const late = order({ state: 'completed', since: at - 8 * day });
    expect(payoutAhead(late, at)?.late).toBe('payment');
    expect(payoutAhead(order({ state: 'draft-due', publishedAt: null }), at + 8 * day)?.late).toBe('draft');
  });

  it('is summed by the months of Shanghai', () => {
    // Half past midnight of the first in Shanghai is still the month before in UTC.
    const first = Date.UTC(2026, 10, 30, 16, 30);
    expect(
      payoutMonths([
        { dueAt: first, netCents: 100 },
        { dueAt: first - day, netCents: 10 },
        { dueAt: first + day, netCents: 1 },
        { dueAt: null, netCents: 7 },
      ]),
    ).toEqual([
      { month: '2026-11', orders: 1, netCents: 10 },
      { month: '2026-12', orders: 2, netCents: 101 },
    ]);
  });
});

describe('months', () => {
  it('follow each other over the end of a year', () => {
    expect(shiftMonth('2026-01', -1)).toBe('2025-12');
    expect(shiftMonth('2026-12', 1)).toBe('2027-01');
    expect(monthsUpTo('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthSpan('2026-11')).toEqual({
      from: Date.UTC(2026, 9, 31, 16),
      to: Date.UTC(2026, 10, 30, 16),
    });
  });
});

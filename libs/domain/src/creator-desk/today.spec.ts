import fc from 'fast-check';
import { orderToday, type Ordered, todayKinds, todayPlace, todayUrgency } from './today';

const now = Date.UTC(2026, 10, 26, 9);
const hourMs = 3_600_000;

describe('what needs a creator today', () => {
  it.each([
    [now, 'overdue'],
    [now + 1, 'today'],
    [now + 24 * hourMs, 'today'],
    [now + 24 * hourMs + 1, 'soon'],
    [now + 72 * hourMs, 'soon'],
    [now + 72 * hourMs + 1, 'later'],
    [null, 'later'],
  ] as const)('that lapses at %s is %s', (lapsesAt, urgency) => {
    expect(todayUrgency(lapsesAt, now)).toBe(urgency);
  });

  it('stands by urgency, then by who waits, then by its clock', () => {
    const things: Ordered[] = [
      { id: 'd', kind: 'near-verdict', lapsesAt: null },
      { id: 'c', kind: 'voucher-expiring', lapsesAt: now + hourMs },
      { id: 'b', kind: 'offer', lapsesAt: now + 20 * hourMs },
      { id: 'a', kind: 'offer', lapsesAt: now + 10 * hourMs },
      { id: 'e', kind: 'order-late', lapsesAt: now - hourMs },
    ];
    expect(orderToday(things, now).map(({ id }) => id)).toEqual(['e', 'a', 'b', 'c', 'd']);
  });

  it('stands in one order, however it was found', () => {
    const thing = fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom(...todayKinds),
      lapsesAt: fc.option(fc.integer({ min: now - 99 * hourMs, max: now + 99 * hourMs })),
    });
    fc.assert(
      fc.property(fc.uniqueArray(thing, { selector: ({ id }) => id }), (things) => {
        expect(orderToday([...things].reverse(), now)).toEqual(orderToday(things, now));
      }),
    );
  });

  it('has a page that deals with it', () => {
    for (const kind of todayKinds) expect(todayPlace(kind, 'x').length).toBeGreaterThan(0);
  });
});

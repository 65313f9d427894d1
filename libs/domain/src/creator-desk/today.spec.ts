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

  it('stands by urgency, then by its clock, then by who waits', () => {
    const things: Ordered[] = [
      { id: 'h', kind: 'appeal-answered', lapsesAt: null },
      { id: 'g', kind: 'order-step', lapsesAt: null },
      { id: 'f', kind: 'near-verdict', lapsesAt: null },
      { id: 'e', kind: 'growth-falling', lapsesAt: now + 99 * hourMs },
      { id: 'd', kind: 'voucher-expiring', lapsesAt: now + 20 * hourMs },
      { id: 'c', kind: 'offer', lapsesAt: now + 20 * hourMs },
      { id: 'b', kind: 'voucher-expiring', lapsesAt: now + hourMs },
      { id: 'a', kind: 'order-late', lapsesAt: now - hourMs },
    ];
    expect(orderToday(things, now).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
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
    expect(todayPlace('topic-closing', 'draft')).toEqual(['write', 'draft']);
  });
});

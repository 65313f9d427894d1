import fc from 'fast-check';
import { type PaidCandidate, blendPaid, isPaidPosition } from './blend-paid';
import type { RankedSlot } from './feed-candidate';

const organic = (count: number): RankedSlot[] =>
  Array.from({ length: count }, (_, index) => ({
    position: index + 1,
    noteId: `note-${index}`,
    creatorId: `creator-${index}`,
    category: 'food',
    level: 1,
    rail: 'organic' as const,
    score: 1,
    match: 1,
    explored: false,
    passedOver: 0,
  }));

const paid = (...noteIds: string[]): PaidCandidate[] =>
  noteIds.map((noteId) => ({
    boostId: `boost of ${noteId}`,
    noteId,
    creatorId: `creator of ${noteId}`,
    category: 'food',
    level: 2,
  }));

const adLoad = { max: 0.1, positions: [6, 16] };
const placesOf = (page: ReturnType<typeof blendPaid>) =>
  page.filter((slot) => slot.rail === 'paid').map(({ position, noteId }) => [position, noteId]);

describe('blending paid notes into a page', () => {
  it('counts no repeats of the page as slots when it works out what the stated load allows', () => {
    const repeats = paid('note-0', 'note-1', 'note-2', 'note-3', 'tea');
    const page = blendPaid(organic(4), repeats, { size: 20, adLoad: { max: 0.12, positions: [2, 3] } });
    expect(placesOf(page)).toEqual([]);
  });

  it('puts them into the stated positions, labelled, and moves the others down', () => {
    const page = blendPaid(organic(20), paid('tea', 'cake', 'soup'), { size: 20, adLoad });
    expect(placesOf(page)).toEqual([
      [6, 'tea'],
      [16, 'cake'],
    ]);
    expect(page).toHaveLength(20);
    expect(page[5]).toMatchObject({ label: 'sponsored', boostId: 'boost of tea' });
    expect(page[6]).toMatchObject({ noteId: 'note-5', position: 7, label: null });
    expect(page.at(-1)?.noteId).toBe('note-17');
  });

  it('keeps within the load it was given', () => {
    const low = blendPaid(organic(20), paid('tea', 'cake'), { size: 20, adLoad: { ...adLoad, max: 0.08 } });
    expect(placesOf(low)).toEqual([[6, 'tea']]);
    const none = blendPaid(organic(9), paid('tea'), { size: 9, adLoad });
    expect(placesOf(none)).toEqual([]);
  });

  it('counts on from the pages the reader has had', () => {
    const second = { size: 10, adLoad, before: { slots: 10, paid: 1 } };
    expect(placesOf(blendPaid(organic(10), paid('tea'), second))).toEqual([[6, 'tea']]);
    const third = { size: 6, adLoad, before: { slots: 20, paid: 2 } };
    expect(placesOf(blendPaid(organic(6), paid('tea'), third))).toEqual([]);
  });

  it('never shows a note or a creator twice', () => {
    const own = { ...(paid('note-3')[0] as PaidCandidate) };
    const sameCreator = { ...(paid('tea')[0] as PaidCandidate), creatorId: 'creator-4' };
    const page = blendPaid(organic(20), [own, sameCreator, ...paid('cake', 'cake', 'soup')], {
      size: 20,
      adLoad,
    });
    expect(placesOf(page)).toEqual([
      [6, 'cake'],
      [16, 'soup'],
    ]);
  });

  it('leaves a page of notes alone when nobody advertises', () => {
    expect(blendPaid(organic(3), [], { size: 20, adLoad }).map(({ noteId }) => noteId)).toEqual([
      'note-0',
      'note-1',
      'note-2',
    ]);
  });

  it('keeps every rule for any page', () => {
    const ask = fc.record({
      notes: fc.nat(25),
      adverts: fc.array(fc.constantFrom('tea', 'cake', 'soup', 'note-2'), { maxLength: 8 }),
      size: fc.integer({ min: 1, max: 20 }),
      max: fc.double({ min: 0, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(ask, ({ notes, adverts, size, max }) => {
        const page = blendPaid(organic(notes), paid(...adverts), {
          size,
          adLoad: { max, positions: [2, 5] },
        });
        const shown = page.map(({ noteId }) => noteId);
        const places = placesOf(page).map(([position]) => position as number);
        expect(page.length).toBeLessThanOrEqual(size);
        expect(new Set(shown).size).toBe(shown.length);
        expect(places.length).toBeLessThanOrEqual(max * page.length + 1e-6);
        expect(places.every((position) => position % 3 === 2)).toBe(true);
        expect(page.map(({ position }) => position)).toEqual(page.map((_, place) => place + 1));
      }),
    );
  });
});

describe('paid positions', () => {
  it('go on at the last step', () => {
    const found = Array.from({ length: 40 }, (_, index) => index + 1).filter((at) =>
      isPaidPosition(at, [6, 16]),
    );
    expect(found).toEqual([6, 16, 26, 36]);
    expect(isPaidPosition(16, [6])).toBe(false);
    expect(isPaidPosition(1, [])).toBe(false);
  });
});

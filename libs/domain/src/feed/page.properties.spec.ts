import fc from 'fast-check';
import { type Rail, rails } from '../metrics/engagement';
import { aCandidate, aFeedAsk, aReader, seeded } from './a-candidate';
import { blendPaid, type FeedSlot, type PaidCandidate } from './blend-paid';
import type { FeedCandidate, ReaderContext } from './feed-candidate';
import { rankSlots } from './rank-slots';
import { searchPlacesOn } from './search-places';

/** Few notes and fewer creators, so that repeats are always near. */
const noteIds = Array.from({ length: 40 }, (_, at) => `note-${at}`);
const categories = ['food', 'beauty', 'pets'];
const positive = fc.double({ min: 0.01, max: 3, noNaN: true });

/** A creator's note is the same creator's wherever it stands, in a natural slot or in a paid one. */
const creatorOf = (noteId: string): string => `creator-${Number(noteId.slice('note-'.length)) % 17}`;

const candidates: fc.Arbitrary<FeedCandidate[]> = fc.uniqueArray(
  fc
    .record({
      noteId: fc.constantFrom(...noteIds),
      category: fc.constantFrom(...categories),
      word: fc.constantFrom('tea', 'trail', 'serum'),
      quotaLeft: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
      owed: fc.oneof(fc.constant(0), positive),
      forecast: positive,
      freshness: fc.double({ min: 0.001, max: 1, noNaN: true }),
    })
    .map(({ word, ...given }) =>
      aCandidate({
        ...given,
        creatorId: creatorOf(given.noteId),
        rail: given.owed > 0 ? 'guaranteed' : 'organic',
        keywords: new Map([[word, 1]]),
      }),
    ),
  { selector: ({ noteId }) => noteId, maxLength: noteIds.length },
);

const paid: fc.Arbitrary<PaidCandidate[]> = fc
  .array(fc.constantFrom(...noteIds), { maxLength: 8 })
  .map((ids) =>
    ids.map((noteId, at) => ({
      boostId: `boost-${at}`,
      noteId,
      creatorId: creatorOf(noteId),
      category: 'food',
      level: 1,
    })),
  );

const adLoad = fc
  .record({
    max: fc.double({ min: 0, max: 0.5, noNaN: true }),
    first: fc.integer({ min: 1, max: 8 }),
    step: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ max, first, step }) => ({ max, positions: [first, first + step] }));

const world = fc.record({
  candidates,
  paid,
  adLoad,
  size: fc.integer({ min: 1, max: 24 }),
  search: fc.boolean(),
  likes: fc.constantFrom(...categories),
  seen: fc.subarray(noteIds, { maxLength: 12 }),
  seed: fc.nat(),
});

interface Asked {
  adLoad: { max: number; positions: number[] };
  paid: PaidCandidate[];
  size: number;
  search: boolean;
}

/** One page as the feed makes it: natural slots first, then the paid ones into their places. */
function pageOf(
  notes: readonly FeedCandidate[],
  reader: ReaderContext,
  { adLoad, paid, size, search }: Asked,
  random: () => number,
  before = { slots: 0, paid: 0 },
): FeedSlot[] {
  const placement = search ? 'search' : 'discovery';
  const ranked = rankSlots(notes, reader, aFeedAsk({ placement, size, random, query: ['tea', 'trail'] }));
  return search
    ? blendPaid(ranked, paid, { size, adLoad: searchPlacesOn('2026-11-26') })
    : blendPaid(ranked, paid, { size, adLoad, before });
}

const slotsOn = (rail: Rail, page: readonly FeedSlot[]): number =>
  page.filter((slot) => slot.rail === rail).length;
const different = (values: readonly string[]): number => new Set(values).size;

describe('a page', () => {
  it('is never longer than asked, repeats no note and no creator beside an advert, and every slot is of one rail', () => {
    fc.assert(
      fc.property(world, ({ candidates, likes, seen, seed, ...asked }) => {
        const reader = aReader({ interests: new Map([[likes, 1]]), seen: new Set(seen) });
        const page = pageOf(candidates, reader, asked, seeded(seed));
        expect(page.length).toBeLessThanOrEqual(asked.size);
        expect(page.map(({ position }) => position)).toEqual(page.map((_, at) => at + 1));
        expect(different(page.map(({ noteId }) => noteId))).toBe(page.length);
        const natural = page.filter(({ rail }) => rail !== 'paid');
        const adverts = page.filter(({ rail }) => rail === 'paid');
        // Who searches for a creator's subject is shown what was found of them, whatever they advertise beside it.
        for (const part of asked.search ? [natural, adverts] : [page])
          expect(different(part.map(({ creatorId }) => creatorId))).toBe(part.length);
        expect(rails.reduce((sum, rail) => sum + slotsOn(rail, page), 0)).toBe(page.length);
        expect(page.every(({ rail, label }) => (rail === 'paid') === (label === 'sponsored'))).toBe(true);
        expect(slotsOn('search', page)).toBe(asked.search ? natural.length : 0);
        expect(natural.length + adverts.length).toBe(page.length);
        const byId = new Map(candidates.map((note) => [note.noteId, note]));
        expect(natural.every(({ noteId }) => !seen.includes(noteId))).toBe(true);
        expect(natural.every(({ noteId }) => (byId.get(noteId)?.quotaLeft ?? 0) > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('of a search has adverts at the stated places alone, and leaves the order of what was found as it was', () => {
    fc.assert(
      fc.property(world, ({ candidates, seed, ...world }) => {
        const asked = { ...world, search: true };
        const page = pageOf(candidates, aReader(), asked, seeded(seed));
        const without = pageOf(candidates, aReader(), { ...asked, paid: [] }, seeded(seed));
        const adverts = page.filter(({ rail }) => rail === 'paid');
        expect(adverts.every(({ position }) => position === 1 || position === 6)).toBe(true);
        const bought = new Set(adverts.map(({ noteId }) => noteId));
        const found = without.map(({ noteId }) => noteId).filter((noteId) => !bought.has(noteId));
        const natural = page.filter(({ rail }) => rail !== 'paid').map(({ noteId }) => noteId);
        expect(natural).toEqual(found.slice(0, natural.length));
      }),
      { numRuns: 300 },
    );
  });

  it('carries no more paid slots than the stated load of all that the reader has had', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 6 }), ({ candidates, seed, ...world }, pages) => {
        const asked = { ...world, search: false };
        const random = seeded(seed);
        const had = { slots: 0, paid: 0 };
        for (let at = 0; at < pages; at++) {
          const page = pageOf(candidates, aReader(), asked, random, had);
          had.slots += page.length;
          had.paid += slotsOn('paid', page);
          expect(had.paid).toBeLessThanOrEqual(had.slots * asked.adLoad.max + 1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a tick of many pages', () => {
  it('gives no note more than its quota, and all notes together no more than there are slots', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 40 }), ({ candidates, likes, seed, ...asked }, pages) => {
        const random = seeded(seed);
        const quota = new Map(candidates.map((note) => [note.noteId, note.quotaLeft]));
        const notes = candidates.map((note) => ({ ...note }));
        const byId = new Map(notes.map((note) => [note.noteId, note]));
        const shown = new Map<string, number>();
        let slots = 0;
        for (let at = 0; at < pages; at++) {
          const page = pageOf(notes, aReader({ interests: new Map([[likes, 1]]) }), asked, random);
          slots += page.length;
          for (const { rail, noteId } of page) {
            // A slot that goes out counts at once, as the index takes it; bought and searched ones are beside the quota.
            if (rail !== 'guaranteed' && rail !== 'organic') continue;
            shown.set(noteId, (shown.get(noteId) ?? 0) + 1);
            const note = byId.get(noteId);
            if (note) note.quotaLeft -= 1;
          }
        }
        const capacity = pages * asked.size;
        expect(slots).toBeLessThanOrEqual(capacity);
        expect([...shown.values()].reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(slots);
        for (const [noteId, times] of shown) expect(times).toBeLessThanOrEqual(quota.get(noteId) ?? 0);
      }),
      { numRuns: 100 },
    );
  });
});

import fc from 'fast-check';
import { categories } from '../notes/categories';
import { aCandidate, aFeedAsk, aReader, neverExplores, seeded } from './a-candidate';
import type { FeedCandidate } from './feed-candidate';
import { rankSlots } from './rank-slots';

const ids = (slots: readonly { noteId: string }[]): string[] => slots.map(({ noteId }) => noteId);
const categoryAt = (index: number): string => categories[index % categories.length] ?? 'food';

/** Many notes of all categories and creators. */
function aWorld(size: number, random = seeded(7)): FeedCandidate[] {
  return Array.from({ length: size }, (_, index) =>
    aCandidate({
      noteId: `note-${index}`,
      creatorId: `creator-${Math.floor(random() * size * 0.6)}`,
      category: categoryAt(index),
      keywords: new Map([[`word-${index % 40}`, 1]]),
      forecast: 0.4 + random(),
      freshness: random(),
      quotaLeft: random() < 0.1 ? 0 : 50,
    }),
  );
}

describe('ranking', () => {
  it('shows first what fits the reader, does well, is new and is behind its promise', () => {
    const reader = aReader({ interests: new Map([['food', 0.9]]), keywords: new Map([['tea', 1]]) });
    const tea = new Map([['tea', 1]]);
    const candidates = [
      aCandidate({ noteId: 'stale', keywords: tea, freshness: 0.2 }),
      aCandidate({ noteId: 'weak', keywords: tea, forecast: 0.5 }),
      aCandidate({ noteId: 'off-topic', category: 'pets' }),
      aCandidate({ noteId: 'promised', category: 'travel', keywords: tea, boostFactor: 2 }),
      aCandidate({ noteId: 'fitting', category: 'home', keywords: tea }),
    ];
    expect(ids(rankSlots(candidates, reader, aFeedAsk({ variety: 0 })))).toEqual([
      'promised',
      'fitting',
      'weak',
      'stale',
      'off-topic',
    ]);
  });

  it('reaches readers beyond the core only from a wider pool', () => {
    const reader = aReader({ interests: new Map([['pets', 1]]) });
    const narrow = aCandidate({ noteId: 'narrow', reach: 0.05 });
    const wide = aCandidate({ noteId: 'wide', reach: 1 });
    const [first, second] = rankSlots([narrow, wide], reader, aFeedAsk());
    expect(first).toMatchObject({ noteId: 'wide', match: 0.5 });
    expect(second?.match).toBeCloseTo(0.025, 9);
  });

  it('prefers notes in the reader’s language without hiding the others', () => {
    const english = aCandidate({ noteId: 'english', language: 'en', forecast: 2 });
    const page = rankSlots(
      [english, aCandidate({ noteId: 'chinese' })],
      aReader({ language: 'zh' }),
      aFeedAsk(),
    );
    expect(ids(page)).toEqual(['chinese', 'english']);
  });

  it('treats a stranger as nobody’s fan and fills the page all the same', () => {
    const page = rankSlots(aWorld(300), aReader(), aFeedAsk({ size: 20 }));
    expect(page).toHaveLength(20);
    expect(new Set(page.map(({ match }) => match))).toEqual(new Set([0.3]));
  });
});

describe('a search', () => {
  it('shows only notes that have a word of it, labelled as search', () => {
    const candidates = [
      aCandidate({
        noteId: 'both',
        keywords: new Map([
          ['cold', 1],
          ['brew', 0.8],
        ]),
      }),
      aCandidate({ noteId: 'one', keywords: new Map([['cold', 1]]), rail: 'guaranteed' }),
      aCandidate({ noteId: 'none', forecast: 9 }),
    ];
    const page = rankSlots(candidates, aReader(), aFeedAsk({ placement: 'search', query: ['cold', 'brew'] }));
    expect(ids(page)).toEqual(['both', 'one']);
    expect(page.map(({ rail }) => rail)).toEqual(['search', 'search']);
  });

  it('finds nothing for no words, and may fill a page with one category', () => {
    const search = aFeedAsk({ placement: 'search', query: [] });
    expect(rankSlots(aWorld(50), aReader(), search)).toEqual([]);
    const teas = Array.from({ length: 8 }, (_, index) =>
      aCandidate({ noteId: `tea-${index}`, keywords: new Map([['tea', 1]]) }),
    );
    expect(rankSlots(teas, aReader(), aFeedAsk({ placement: 'search', query: ['tea'] }))).toHaveLength(8);
  });
});

describe('a page', () => {
  it('never shows what the reader has seen or what has no quota left', () => {
    const candidates = [
      aCandidate({ noteId: 'seen', forecast: 3 }),
      aCandidate({ noteId: 'used-up', forecast: 3, quotaLeft: 0 }),
      aCandidate({ noteId: 'left' }),
    ];
    expect(ids(rankSlots(candidates, aReader({ seen: new Set(['seen']) }), aFeedAsk()))).toEqual(['left']);
  });

  it('keeps like notes apart and says what was held back for it, but rather repeats a subject than leaves slots empty', () => {
    const foods = Array.from({ length: 6 }, (_, index) =>
      aCandidate({ noteId: `food-${index}`, forecast: 1.2 }),
    );
    const others = ['pets', 'travel', 'home'].map((category) => aCandidate({ noteId: category, category }));
    const page = rankSlots([...foods, ...others], aReader(), aFeedAsk({ size: 6 }));
    expect(page[0]).toMatchObject({ noteId: 'food-0', passedOver: 0 });
    expect(new Set(ids(page.slice(1, 4)))).toEqual(new Set(['pets', 'travel', 'home']));
    expect(page[1]?.passedOver).toBeGreaterThanOrEqual(5);
    expect(ids(rankSlots(foods, aReader(), aFeedAsk({ size: 6 })))).toHaveLength(6);
    expect(ids(rankSlots([...foods, ...others], aReader(), aFeedAsk({ size: 6, variety: 0 })))).toEqual(
      ids(foods.map(({ noteId }) => ({ noteId }))),
    );
  });

  it('never counts a creator’s second note, or a seen one, as held back', () => {
    const candidates = [
      aCandidate({ noteId: 'best', creatorId: 'same', forecast: 3 }),
      aCandidate({ noteId: 'again', creatorId: 'same', forecast: 2 }),
      aCandidate({ noteId: 'seen', forecast: 2 }),
      aCandidate({ noteId: 'other', category: 'pets' }),
    ];
    const page = rankSlots(candidates, aReader({ seen: new Set(['seen']) }), aFeedAsk());
    expect(page.map(({ noteId, passedOver }) => [noteId, passedOver])).toEqual([
      ['best', 0],
      ['other', 0],
    ]);
  });

  it('looks deeper when one creator holds all the best places', () => {
    const prolific = Array.from({ length: 400 }, (_, index) =>
      aCandidate({ noteId: `prolific-${index}`, creatorId: 'one and the same', forecast: 5 }),
    );
    const others = Array.from({ length: 9 }, (_, index) => aCandidate({ noteId: `other-${index}` }));
    const page = rankSlots([...prolific, ...others], aReader(), aFeedAsk({ size: 10 }));
    expect(page).toHaveLength(10);
    expect(new Set(page.map(({ creatorId }) => creatorId)).size).toBe(10);
  });

  it('gives a tenth of its slots to chance', () => {
    const world = aWorld(500);
    const random = seeded(3);
    const explored = Array.from({ length: 200 }, () =>
      rankSlots(world, aReader(), aFeedAsk({ size: 10, random })),
    )
      .flat()
      .filter((slot) => slot.explored);
    expect(explored.length / 2_000).toBeGreaterThan(0.07);
    expect(explored.length / 2_000).toBeLessThan(0.13);
    expect(new Set(ids(explored)).size).toBeGreaterThan(explored.length / 2);
  });

  it('keeps its rules for any world, reader and chance, and is the same the second time', () => {
    const world = fc.record({ size: fc.nat(120), seed: fc.nat(), page: fc.integer({ min: 1, max: 20 }) });
    const taste = fc.dictionary(fc.constantFrom(...categories), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(world, taste, fc.nat(60), ({ size, seed, page }, interests, seenUpTo) => {
        const candidates = aWorld(size, seeded(seed));
        const seen = new Set(candidates.slice(0, seenUpTo).map(({ noteId }) => noteId));
        const reader = aReader({ interests: new Map(Object.entries(interests)), seen });
        const ask = () => aFeedAsk({ size: page, random: seeded(seed + 1) });
        const slots = rankSlots(candidates, reader, ask());
        const shown = ids(slots);

        expect(rankSlots(candidates, reader, ask())).toEqual(slots);
        expect(slots.map(({ position }) => position)).toEqual(slots.map((_, place) => place + 1));
        expect(new Set(shown).size).toBe(shown.length);
        expect(new Set(slots.map(({ creatorId }) => creatorId)).size).toBe(slots.length);
        expect(shown.some((id) => seen.has(id))).toBe(false);
        const open = candidates.filter(
          ({ noteId, quotaLeft, freshness }) => !seen.has(noteId) && quotaLeft * freshness > 0,
        );
        const creators = new Set(open.map(({ creatorId }) => creatorId)).size;
        expect(slots).toHaveLength(Math.min(page, creators));
      }),
    );
  });

  it('is in the order of its scores when variety is worth nothing', () => {
    const candidates = aWorld(60).map((note, index) => ({
      ...note,
      creatorId: `${index}`,
      category: `${index}`,
    }));
    const scores = rankSlots(
      candidates,
      aReader(),
      aFeedAsk({ size: 20, random: neverExplores, variety: 0 }),
    ).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

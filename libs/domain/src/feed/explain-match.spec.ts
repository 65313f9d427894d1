import fc from 'fast-check';
import { aCandidate, aReader } from './a-candidate';
import { explainMatch, matchOf, wordsMet } from './explain-match';
import type { FeedCandidate, ReaderContext } from './feed-candidate';
import { readerMatcher } from './match-reader';
import { noteSubject, subjectDims, toLength, toLength1 } from './subject-vector';

const words = fc.constantFrom('tea', 'cold brew', 'trail', 'serum', 'kitten');
const category = fc.constantFrom('food', 'beauty', 'pets');
const share = fc.double({ min: 0, max: 1, noNaN: true });
const direction = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: subjectDims, maxLength: subjectDims })
  .map((values) => Float32Array.from(values));
const weighed = fc.array(fc.tuple(words, share)).map((pairs) => new Map(pairs));
const liked = fc.array(fc.tuple(category, share)).map((pairs) => new Map(pairs));
const language = fc.constantFrom('zh' as const, 'en' as const);

const reader: fc.Arbitrary<ReaderContext> = fc
  .record({
    interests: liked,
    keywords: weighed,
    taste: fc.option(
      fc.tuple(direction, share).map(([vector, length]) => toLength(vector, length)),
      { nil: undefined },
    ),
    language: fc.option(language, { nil: undefined }),
  })
  .map(({ language, ...known }) => aReader({ ...known, ...(language ? { language } : {}) }));

const note: fc.Arbitrary<FeedCandidate> = fc
  .record({
    category,
    keywords: weighed,
    language,
    reach: fc.option(share, { nil: undefined }),
    lookAlike: fc.option(fc.record({ direction: direction.map(toLength1), belief: share }), {
      nil: undefined,
    }),
  })
  .map(({ reach, ...given }) => aCandidate({ ...given, ...(reach === undefined ? {} : { reach }) }));

describe('the parts of a match', () => {
  it('add up to the match that the feed ranks by, whatever the note and the reader', () => {
    fc.assert(
      fc.property(reader, note, (who, what) => {
        expect(matchOf(explainMatch(who, what))).toBeCloseTo(readerMatcher(who)(what), 12);
      }),
      { numRuns: 500 },
    );
  });

  it('are never below 0, but for a taste that speaks against the note', () => {
    fc.assert(
      fc.property(reader, note, (who, what) => {
        const { taste, ...others } = explainMatch(who, what);
        expect(Number.isFinite(taste)).toBe(true);
        for (const part of Object.values(others)) expect(part).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });

  it('say how much the category gave, and how much the words added to it', () => {
    const who = aReader({ interests: new Map([['food', 0.6]]), keywords: new Map([['tea', 0.5]]) });
    const parts = explainMatch(who, aCandidate({ keywords: new Map([['tea', 1]]) }));
    // Liking of 0.5 is half of what is missing to a full match: 0.6 + 0.4 x 0.5.
    expect(parts).toMatchObject({ category: 0.6, unknown: 0, taste: 0, reach: 0, least: 0, language: 1 });
    expect(parts.words).toBeCloseTo(0.2, 12);
  });

  it('say what a taste for the very note adds, and what one for others takes', () => {
    const tea = new Map([['tea', 1]]);
    const known = { interests: new Map([['food', 0.6]]) };
    const like = explainMatch(
      aReader({ ...known, taste: noteSubject('food', tea) }),
      aCandidate({ keywords: tea }),
    );
    expect(like.category).toBeCloseTo(0.18, 12);
    expect(like.taste).toBeGreaterThan(0.5);
    const against = noteSubject('food', tea).map((value) => -value);
    expect(
      explainMatch(aReader({ ...known, taste: against }), aCandidate({ keywords: tea })).taste,
    ).toBeLessThan(-0.1);
  });

  it('assume the same of everybody nobody knows, and fill up what fits nobody', () => {
    expect(explainMatch(aReader(), aCandidate())).toMatchObject({ unknown: 0.3, category: 0, words: 0 });
    const elsewhere = aReader({ interests: new Map([['pets', 1]]), language: 'en' });
    expect(explainMatch(elsewhere, aCandidate())).toMatchObject({ least: 0.02, language: 0.3 });
    expect(explainMatch(elsewhere, aCandidate({ reach: 0.5 }))).toMatchObject({ least: 0, reach: 0.25 });
  });

  it('name the words of the note that the reader likes', () => {
    const who = aReader({
      keywords: new Map([
        ['tea', 0.4],
        ['trail', 1],
      ]),
    });
    expect(
      wordsMet(
        who,
        aCandidate({
          keywords: new Map([
            ['tea', 1],
            ['ice', 0.4],
          ]),
        }),
      ),
    ).toEqual(['tea']);
  });
});

import * as fc from 'fast-check';
import { checkNote } from './check-note';
import { foldText, unmask } from './folded-text';
import { phraseFinder } from './phrase-finder';
import { termGroups } from './lexicon';
import { patternCues } from './patterns';

const day = '2026-11-26';
const terms = termGroups.flatMap((group) =>
  group.terms.split(/\s+/).map((entry) => entry.split('=')[0] ?? ''),
);
/** Texts that come near the rules: their own words, signs, wide and odd letters. */
const nearText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...terms, ...patternCues),
      fc.constantFrom(
        'zui',
        '蕞',
        '絕',
        '👍',
        '\u200b',
        '❤️',
        '·',
        ' ',
        '\n',
        '，',
        '。',
        '①',
        'Ｖ',
        '㎎',
        'ﷺ',
        '\ud83c',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('the folded text', () => {
  it('is as many units as its maps, which lead back in order and into the text', () => {
    fc.assert(
      fc.property(nearText, (written) => {
        const folded = foldText(written);
        for (const text of [folded, unmask(folded) ?? folded]) {
          expect([text.from.length, text.to.length, text.disguised.length]).toEqual(
            Array(3).fill(text.text.length),
          );
          for (let at = 0; at < text.text.length; at++) {
            const [from, to] = [text.from[at] ?? -1, text.to[at] ?? -1];
            expect(from >= 0 && from < to && to <= written.length).toBe(true);
            expect(at === 0 || from >= (text.from[at - 1] ?? 0)).toBe(true);
          }
        }
      }),
    );
  });

  it('does not change when it is folded again', () => {
    fc.assert(
      fc.property(nearText, (written) => foldText(foldText(written).text).text === foldText(written).text),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => foldText(foldText(text).text).text === foldText(text).text,
      ),
    );
  });
});

describe('the phrase finder', () => {
  it('finds what looking for each phrase alone finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '最', '好'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { maxLength: 8 }),
        fc.string({ unit: fc.constantFrom('a', 'b', '最', '好', 'x'), maxLength: 40 }),
        (phrases, text) => {
          const found = phraseFinder(phrases)(text).map(({ phrase, from, to }) => `${phrase} ${from} ${to}`);
          const alone = phrases.flatMap((phrase, number) =>
            [...text].flatMap((_, at) =>
              text.startsWith(phrase, at) ? [`${number} ${at} ${at + phrase.length}`] : [],
            ),
          );
          expect(found.sort()).toEqual(alone.sort());
        },
      ),
    );
  });
});

describe('a report', () => {
  it('places every finding in the field it names', () => {
    fc.assert(
      fc.property(nearText, nearText, (title, body) => {
        const { findings, letPass } = checkNote({ title, body, topics: [title], category: 'beauty' }, day);
        for (const { at, text } of [...findings, ...letPass]) {
          const field = { title, body, topic: title }[at.field as string];
          if (field !== undefined) expect(field.slice(at.from, at.to)).toBe(text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says the same of a text whatever comes in front of it as a sentence of its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...terms), (term) => {
        const of = (body: string) =>
          checkNote({ title: '', body, topics: [], category: 'beauty' }, day)
            .findings.filter(({ text }) => text)
            .map(({ text }) => text);
        expect(of(`早上好。\n${term}`)).toEqual(of(term));
      }),
    );
  });
});

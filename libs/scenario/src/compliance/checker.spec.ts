import { checkNote, exemptions, ruleClasses } from '@poolrise/domain';
import { measureChecker, rates } from './measure-checker';
import { labelledSentences } from './read-sentences';
import { writtenNotes } from './written-notes';

const day = '2026-11-26';
const sentences = labelledSentences();
const heldOut = sentences.filter(({ heldOut: held }) => held);

describe('the labelled sentences', () => {
  it('are many, each once, half of them clean', () => {
    expect(new Set(sentences.map(({ note }) => JSON.stringify(note))).size).toBe(sentences.length);
    expect(sentences.length).toBeGreaterThanOrEqual(600);
    const clean = sentences.filter(({ classes }) => !classes.length).length / sentences.length;
    expect(clean).toBeGreaterThan(0.45);
    expect(clean).toBeLessThan(0.6);
    expect(heldOut.length).toBeGreaterThanOrEqual(60);
  });

  it('hold every class at least six times', () => {
    for (const one of ruleClasses)
      expect([one, sentences.filter(({ classes }) => classes.includes(one)).length >= 6]).toEqual([
        one,
        true,
      ]);
  });
});

describe('the compliance checker on labelled sentences', () => {
  const all = measureChecker(sentences, day);

  it('finds what is wrong, and little else', () => {
    const { precision, recall } = rates(all.classes);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it('finds it in every class', () => {
    for (const counts of all.classes) {
      const { precision, recall } = rates([counts]);
      expect([counts.ruleClass, (precision ?? 0) >= 0.85, (recall ?? 0) >= 0.9]).toEqual([
        counts.ruleClass,
        true,
        true,
      ]);
    }
  });

  it('does nearly as well on sentences that nothing was tuned to', () => {
    const { precision, recall } = rates(measureChecker(heldOut, day).classes);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.94);
  });

  it('never flags 最近, 最终, 最后, 最初 or 第一次 by itself', () => {
    const body =
      '最近最终最后最初都没变，第一次、第一步、第一天、第一支，最爱的还是它，最多等三天，最少喝两口。';
    expect(checkNote({ title: '最近', body, topics: ['最近'], category: 'beauty' }, day).findings).toEqual(
      [],
    );
  });

  it('lets every exemption of the guideline pass at least once, with its reason', () => {
    const passed = new Set(
      sentences.flatMap(({ note }) =>
        checkNote(note, day).letPass.map(({ exemption }) => exemption.exemption),
      ),
    );
    expect([...exemptions].filter((one) => !passed.has(one))).toEqual([]);
  });

  it('has next to nothing to say about everyday notes but their bait and their titles', () => {
    const notes = writtenNotes(2_000, 'everyday');
    const found = notes.flatMap((note) => checkNote(note, day).findings);
    expect(found.filter(({ ruleClass }) => ruleClass === 'R9').length).toBeGreaterThan(20);
    expect(found.filter(({ ruleClass }) => !['R9', 'R20'].includes(ruleClass))).toEqual([]);
  });
});

describe('the time of checking', () => {
  it('takes time in proportion to the text, whatever it is made of', () => {
    const worst = [
      '国家级，',
      '最·佳',
      '13',
      '98%',
      '比某',
      '高中生',
      'v❤',
      '絕對',
      '原价',
      'zui好',
      '关注',
      '蕞',
      '私信',
      '研究表明',
      '最',
    ];
    for (const part of worst) {
      const seconds = (length: number) => {
        const body = part.repeat(Math.ceil(length / part.length)).slice(0, length);
        const times = Array.from({ length: 3 }, () => {
          const began = performance.now();
          checkNote({ title: '', body, topics: [], category: 'beauty' }, day);
          return performance.now() - began;
        });
        return Math.min(...times);
      };
      seconds(10_000);
      // Ten times as long: ten times the time, twice over for a busy machine, and a constant for what is too short to time.
      expect([part, seconds(100_000) <= 25 * seconds(10_000) + 40]).toEqual([part, true]);
    }
  });
});

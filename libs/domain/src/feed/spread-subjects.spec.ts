import fc from 'fast-check';
import { leastNewness, spreadSubjects, SubjectWindow, type ValuedSubject } from './spread-subjects';
import { dot, noteSubject, subjectDims, type SubjectVector } from './subject-vector';

/** A subject that shares nothing with any other of these. */
function pure(direction: number): SubjectVector {
  const vector = new Float32Array(subjectDims);
  vector[direction] = 1;
  return vector;
}
const note = (value: number, direction: number): ValuedSubject => ({ value, subject: pure(direction) });
const valued = fc.record({
  value: fc.double({ min: 0.01, max: 1, noNaN: true }),
  subject: fc
    .tuple(fc.constantFrom('food', 'pets', 'travel'), fc.constantFrom('tea', 'cat', 'sea', 'tent', 'cake'))
    .map(([category, word]) => noteSubject(category, new Map([[word, 1]]))),
});

describe('spreading subjects', () => {
  it('goes by value where no two notes have anything in common', () => {
    const notes = [note(0.2, 0), note(0.9, 1), note(0.5, 2), note(0.7, 3)];
    expect(spreadSubjects(notes, { size: 4 })).toEqual([1, 3, 2, 0]);
  });

  it('pushes the same subject apart, as far as another note is worth it', () => {
    const notes = [note(1, 0), note(0.99, 0), note(0.98, 0), note(0.6, 1), note(0.5, 2)];
    // The average of the three best is 0.99: a new subject of 0.6 is worth 1.59, a repeated one 0.99.
    expect(spreadSubjects(notes, { size: 3, variety: 1 })).toEqual([0, 3, 4]);
    expect(spreadSubjects(notes, { size: 3, variety: 0.3 })).toEqual([0, 1, 2]);
  });

  it('forgets what has left the window', () => {
    const notes = [note(1, 0), note(0.9, 0), note(0.5, 1), note(0.45, 2), note(0.4, 3)];
    // One slot back only: the second note of the first subject may come after a single other.
    expect(spreadSubjects(notes, { size: 5, variety: 1, window: 1 })).toEqual([0, 2, 1, 3, 4]);
    expect(spreadSubjects(notes, { size: 5, variety: 1, window: 4 })).toEqual([0, 2, 3, 4, 1]);
  });

  it('is the plain ranking when variety is worth nothing', () => {
    fc.assert(
      fc.property(fc.array(valued, { maxLength: 40 }), (notes) => {
        const chosen = spreadSubjects(notes, { size: 12, variety: 0 }).map((at) => notes[at]?.value);
        expect(chosen).toEqual(
          notes
            .map(({ value }) => value)
            .sort((a, b) => b - a)
            .slice(0, 12),
        );
      }),
    );
  });

  it('takes each step as a search through every note would, though it stops early', () => {
    fc.assert(
      fc.property(fc.array(valued, { minLength: 1, maxLength: 30 }), (notes) => {
        const size = 8;
        const chosen = spreadSubjects(notes, { size, variety: 1 });
        const best = notes.map(({ value }) => value).sort((a, b) => b - a);
        const top = best.slice(0, size);
        const bonus = top.reduce((sum, value) => sum + value, 0) / top.length;
        const window = new SubjectWindow();
        const left = new Set(notes.keys());
        for (const at of chosen) {
          const totalOf = (index: number) =>
            (notes[index] as ValuedSubject).value +
            bonus * window.newness((notes[index] as ValuedSubject).subject);
          expect(totalOf(at)).toBeCloseTo(Math.max(...[...left].map(totalOf)), 5);
          left.delete(at);
          window.add((notes[at] as ValuedSubject).subject);
        }
        expect(new Set(chosen).size).toBe(Math.min(size, notes.length));
      }),
    );
  });
});

describe('newness', () => {
  it('is what the window cannot say: 1 beside strangers, 0 beside the same, between for half of it', () => {
    const window = new SubjectWindow(2);
    const half = pure(0).map((x, at) => (x + (pure(1)[at] as number)) / Math.SQRT2);
    expect(window.newness(pure(0))).toBe(1);
    window.add(pure(0));
    expect(window.newness(pure(0))).toBeLessThan(1e-3);
    expect(window.newness(pure(1))).toBe(1);
    expect(window.newness(half)).toBeCloseTo(Math.SQRT1_2, 6);
    // A repeated subject covers nothing more, and pushes nothing else out of sight.
    window.add(pure(0));
    expect(window.newness(half)).toBeCloseTo(Math.SQRT1_2, 6);
    window.add(pure(1));
    expect(window.newness(half)).toBeLessThan(1e-3);
  });

  it('tells the same note from another of its category', () => {
    const window = new SubjectWindow();
    const tea = noteSubject(
      'food',
      new Map([
        ['tea', 1],
        ['cold', 0.6],
      ]),
    );
    const cake = noteSubject(
      'food',
      new Map([
        ['cake', 1],
        ['oven', 0.6],
      ]),
    );
    window.add(tea);
    expect(window.newness(tea)).toBeLessThan(leastNewness);
    expect(window.newness(cake)).toBeGreaterThan(leastNewness);
    expect(dot(tea, tea)).toBeCloseTo(1, 5);
    expect(dot(tea, cake)).toBeGreaterThan(dot(tea, noteSubject('pets', new Map([['cat', 1]]))));
  });
});

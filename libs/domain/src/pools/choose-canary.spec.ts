import { isCanaryNote } from './choose-canary';

const notes = Array.from(
  { length: 20_000 },
  (_, n) => `8f0e6a1c-0000-4000-8000-${n.toString(16).padStart(12, '0')}`,
);
const chosen = (share: number, policy = 'textbook 2') =>
  notes.filter((note) => isCanaryNote(note, policy, share));

describe('a canary', () => {
  it.each([0.01, 0.1, 0.25, 0.5])('takes its share of the notes: %d', (share) => {
    const deviation = Math.sqrt(notes.length * share * (1 - share));
    expect(Math.abs(chosen(share).length - notes.length * share)).toBeLessThan(4 * deviation);
  });

  it('chooses the same notes whenever it is asked', () => {
    expect(chosen(0.1)).toEqual(chosen(0.1));
  });

  it('keeps its notes when the share grows', () => {
    const more = new Set(chosen(0.3));
    expect(chosen(0.1).every((note) => more.has(note))).toBe(true);
  });

  it('tries another version on other notes', () => {
    const first = new Set(chosen(0.5));
    const both = chosen(0.5, 'textbook 3').filter((note) => first.has(note)).length;
    expect(both / notes.length).toBeGreaterThan(0.23);
    expect(both / notes.length).toBeLessThan(0.27);
  });
});

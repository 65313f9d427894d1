import { LookAlikes, tiltMatch } from './look-alike';
import { readerProfile } from './reader-profile';
import { dot, noteSubject, toLength } from './subject-vector';

const words = (...said: string[]): Map<string, number> => new Map(said.map((word) => [word, 1]));
const tasteFor = (word: string) => toLength(noteSubject('food', words(word)), 0.9);
/** Says nothing but its category. */
const plain = { noteId: 'plain', category: 'food', subject: noteSubject('food', words('nice', 'today')) };
const cake = { noteId: 'cake', category: 'food', subject: noteSubject('food', words('cake')) };

/** Eight readers who love tea open the plain note, and eight who love cake another one. */
function opened(): LookAlikes {
  const lookAlikes = new LookAlikes();
  for (let times = 0; times < 8; times++) {
    lookAlikes.learn(plain, tasteFor('tea'), 1);
    lookAlikes.learn(cake, tasteFor('cake'), 1);
  }
  return lookAlikes;
}

describe('look-alikes', () => {
  it('tell whom a note is for although its words do not', () => {
    const lookAlike = opened().of('plain', 'food');
    const note = { ...plain, lookAlike };
    const byWords = (word: string) => tiltMatch(0.2, tasteFor(word), plain);
    const byReaders = (word: string) => tiltMatch(0.2, tasteFor(word), note);
    expect(byReaders('tea')).toBeGreaterThan(byWords('tea') * 1.3);
    expect(byReaders('cake')).toBeLessThan(byWords('cake') * 0.8);
  });

  it('say nothing of a new note, and are believed the more is known', () => {
    const lookAlikes = new LookAlikes();
    expect(lookAlikes.of('plain', 'food')).toBeUndefined();
    lookAlikes.learn(plain, tasteFor('tea'), 1);
    const once = lookAlikes.of('plain', 'food')?.belief ?? 0;
    lookAlikes.learn(plain, tasteFor('tea'), 3);
    const often = lookAlikes.of('plain', 'food')?.belief ?? 0;
    expect(once).toBeCloseTo(1 / 7, 9);
    expect(often).toBeCloseTo(4 / 10, 9);
  });

  it('have no direction while the readers of a note are those of its category', () => {
    const lookAlikes = new LookAlikes();
    lookAlikes.learn(plain, tasteFor('tea'), 1);
    const { direction } = lookAlikes.of('plain', 'food') ?? { direction: tasteFor('tea') };
    expect(dot(direction, direction)).toBe(0);
  });

  it('learn nothing from complaints and from strangers', () => {
    const lookAlikes = new LookAlikes();
    lookAlikes.learn(plain, tasteFor('tea'), -4);
    lookAlikes.learn(plain, undefined, 1);
    expect(lookAlikes.of('plain', 'food')).toBeUndefined();
  });

  it('move with the audience: old acts fade', () => {
    const lookAlikes = opened();
    for (let times = 0; times < 400; times++) lookAlikes.learn(plain, tasteFor('cake'), 1);
    const { direction } = lookAlikes.of('plain', 'food') ?? { direction: tasteFor('tea') };
    expect(dot(tasteFor('cake'), direction)).toBeGreaterThan(dot(tasteFor('tea'), direction));
  });

  it('let go of notes that are gone', () => {
    const lookAlikes = opened();
    lookAlikes.keepOnly(new Set(['cake']));
    expect(lookAlikes.of('plain', 'food')).toBeUndefined();
    expect(lookAlikes.of('cake', 'food')).toBeDefined();
  });
});

describe('the taste of a reader', () => {
  const act = (word: string, kind: 'click' | 'hide' = 'click') => ({
    kind,
    category: 'food',
    keywords: words(word, 'nice'),
  });
  const tea = noteSubject('food', words('tea'));

  it('is what sets the opened notes apart from what everybody opens', () => {
    const everybody = noteSubject('food', words('nice'));
    const plainTaste = readerProfile([act('tea'), act('tea')]).taste ?? tea;
    const taste = readerProfile([act('tea'), act('tea')], () => everybody).taste ?? tea;
    expect(dot(plainTaste, everybody)).toBeGreaterThan(0);
    expect(dot(taste, everybody)).toBeLessThan(dot(plainTaste, everybody) / 2);
    expect(dot(taste, tea)).toBeGreaterThan(0.1);
  });

  it('turns away from what was complained of, grows with the acts, and is unknown of a stranger', () => {
    expect(dot(readerProfile([act('tea', 'hide')]).taste ?? tea, tea)).toBeLessThan(0);
    const length = (acts: number) => {
      const { taste } = readerProfile(Array.from({ length: acts }, () => act('tea')));
      return Math.sqrt(dot(taste ?? tea, taste ?? tea));
    };
    expect(length(4)).toBeLessThan(length(20));
    expect(length(200)).toBeLessThanOrEqual(1);
    expect(readerProfile([]).taste).toBeUndefined();
  });
});

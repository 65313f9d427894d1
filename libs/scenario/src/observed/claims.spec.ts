import {
  boostKillsNatural,
  type ClaimFinding,
  type ClaimVerdict,
  firstHourDecides,
  labelLowersExposure,
  platformStated,
} from '@poolrise/domain';
import { BoostTrials, firstHourWorld, labelWorld } from './claim-worlds';
import { chanceOf } from './measure-hidden';

/** The verdicts over many trials, as shares. */
function verdicts(trials: number, find: (trial: number) => ClaimFinding): Record<ClaimVerdict, number> {
  const shares = { supported: 0, contradicted: 0, 'cannot-tell': 0 };
  for (let trial = 0; trial < trials; trial++) shares[find(trial).verdict] += 1 / trials;
  return shares;
}

const stated = 0.05;
const trials = 200;
const usual = { authors: 30, notesEach: 20, spread: 0.5 };

describe('“the label lowers exposure”', () => {
  const find = (effect: number) => (trial: number) =>
    labelLowersExposure(labelWorld('label', trial, { ...usual, effect }));

  it('is not supported where it is false, though large authors are labelled more often', () => {
    const { supported, contradicted } = verdicts(trials, find(1));
    expect(supported).toBeLessThan(stated + chanceOf(trials, stated));
    expect(contradicted).toBeGreaterThan(0.4);
  });

  it('is found where it is true, and not contradicted', () => {
    const { supported, contradicted } = verdicts(trials, find(0.75));
    expect(supported).toBeGreaterThan(0.9);
    expect(contradicted).toBe(0);
  });

  it('is as likely to be seen as the smallest effect says', () => {
    const { smallestSeen } = find(1)(0);
    const { supported } = verdicts(trials, find(smallestSeen ?? 0));
    expect(Math.abs(supported - 0.8)).toBeLessThan(chanceOf(trials) + 0.04);
  });

  it('shows that bought exposure can hide a loss', () => {
    const { effect, effectOnAll } = find(0.75)(1);
    expect(effect?.high).toBeLessThan(1);
    expect(effectOnAll?.estimate).toBeGreaterThan(effect?.high ?? 1);
  });

  it('cannot be told from a few notes, or from authors with one kind alone', () => {
    const few = labelWorld('label', 1, { ...usual, authors: 2, notesEach: 4, effect: 0.5 });
    expect(labelLowersExposure(few)).toMatchObject({
      verdict: 'cannot-tell',
      why: 'too-few-notes',
      effect: null,
    });
    const apart = labelWorld('label', 1, { ...usual, effect: 0.5 }).map((note, at) => ({
      ...note,
      authorId: `${note.cooperation} ${at % 20}`,
    }));
    expect(labelLowersExposure(apart)).toMatchObject({ verdict: 'cannot-tell', why: 'too-few-notes' });
  });
});

describe('“the first hour decides”', () => {
  const find = (correlation: number) => (trial: number) =>
    firstHourDecides(firstHourWorld('first', trial, { notes: 120, correlation }));

  it('is told where it is plainly true or false, and at the border not', () => {
    expect(verdicts(trials, find(0.9)).supported).toBeGreaterThan(0.9);
    expect(verdicts(trials, find(0.4)).contradicted).toBeGreaterThan(0.9);
    // Ranks hang together a little less than logarithms do: at .724 of these they share a half.
    const { supported, contradicted } = verdicts(trials, find(0.724));
    expect(supported).toBeLessThan(stated + chanceOf(trials, stated));
    expect(contradicted).toBeLessThan(stated + chanceOf(trials, stated));
  });

  it('cannot be told from a few notes', () => {
    const few = firstHourWorld('first', 0, { notes: 12, correlation: 0.9 });
    expect(firstHourDecides(few)).toMatchObject({ verdict: 'cannot-tell', why: 'too-few-notes' });
  });
});

describe('“a boost kills natural traffic”', () => {
  const rounds = 6;
  let world: BoostTrials;
  beforeAll(() => {
    world = new BoostTrials('claims', Date.UTC(2026, 10, 23, 9, 20), 2_400);
  }, 120_000);
  const find = (keeps: number, choice: 'by-chance' | 'when-slowing') => (trial: number) =>
    boostKillsNatural(world.notes(trial, { trials: rounds, keeps, choice }), platformStated);

  it('is not supported where boosts do nothing, beyond chance', () => {
    const { supported } = verdicts(rounds, find(1, 'by-chance'));
    expect(supported).toBeLessThan(stated + chanceOf(rounds, stated));
  }, 180_000);

  it('is not supported by boosts of notes that had slowed down before', () => {
    for (const trial of [0, 1]) expect(find(1, 'when-slowing')(trial).verdict).toBe('cannot-tell');
  }, 180_000);

  it('is found in most trials where a boost stops nearly all of it, and contradicted in none', () => {
    const { supported, contradicted } = verdicts(rounds, find(0.15, 'by-chance'));
    expect(supported).toBeGreaterThan(0.5);
    expect(contradicted).toBe(0);
  }, 180_000);

  it('says what it has compared and what it could have seen', () => {
    const finding = find(1, 'by-chance')(0);
    expect(finding.notes).toBeGreaterThan(12);
    expect(finding.smallestSeen).toBeGreaterThanOrEqual(0);
    expect(finding.smallestSeen).toBeLessThan(0.9);
    expect(finding.confounders).toContain('BOOST_CHOSEN_BY_HAND');
  });
});

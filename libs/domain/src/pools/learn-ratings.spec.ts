import { learnRatingPrior } from './learn-ratings';
import type { RatingPrior } from './rate-note';
import { countNote, meanLift, noSpread, type SpreadSums, tauSquared } from './spread-of-lifts';

const given: RatingPrior = {
  hookMean: 1,
  hookShape: 4,
  contentMean: 1,
  contentShape: 4,
  contentDispersion: 3,
  clickWeight: 0.5,
  contentPerClick: 0.25,
};

/** Notes whose lifts lie at mean x (1 ± tau), with exactly as much chance on top as the dispersion says. */
function crowd(notes: number, expected: number, mean: number, tau: number, dispersion: number): SpreadSums {
  const sums = noSpread();
  const chance = Math.sqrt(dispersion * mean * expected);
  for (let note = 0; note < notes; note++) {
    const lift = mean * (note % 2 ? 1 + tau : 1 - tau);
    countNote(sums, lift * expected + (note % 4 < 2 ? chance : -chance), expected);
  }
  return sums;
}

describe('the spread of lifts', () => {
  it('is what is left of the differences when chance is taken off', () => {
    expect(tauSquared(crowd(400, 20, 1, 0.5, 1), 1)).toBeCloseTo(0.25, 6);
    expect(tauSquared(crowd(400, 20, 1.3, 0, 1), 1)).toBeCloseTo(0, 6);
    expect(meanLift(crowd(400, 20, 1.3, 0.2, 1))).toBeCloseTo(1.3, 9);
    expect(meanLift(noSpread())).toBe(1);
  });

  it('forgets a note that is taken out again', () => {
    const sums = crowd(40, 20, 1, 0.5, 1);
    const before = { ...sums };
    countNote(sums, 33, 21);
    countNote(sums, 33, 21, -1);
    expect(sums).toEqual(before);
  });
});

describe('the prior learnt from first pools', () => {
  it('is the given one until sixty notes have finished', () => {
    const hook = crowd(56, 20, 1, 0.5, 1);
    expect(learnRatingPrior({ hook, content: hook }, given)).toBe(given);
  });

  it('has the mean and the spread of hooks and contents apart', () => {
    const learnt = learnRatingPrior(
      { hook: crowd(400, 20, 1.2, 0.5, 1), content: crowd(400, 5, 0.9, 0.4, 3) },
      given,
    );
    expect(learnt.hookMean).toBeCloseTo(1.2, 6);
    expect(learnt.hookShape).toBeCloseTo(4, 4);
    expect(learnt.contentMean).toBeCloseTo(0.9, 6);
    expect(learnt.contentShape).toBeCloseTo(1 / 0.16, 4);
  });

  it('never believes that notes are all alike', () => {
    const alike = crowd(400, 20, 1, 0, 1);
    expect(learnRatingPrior({ hook: alike, content: alike }, given).hookShape).toBeCloseTo(1 / 0.03, 6);
  });
});

import { countShare } from '../../calibration/wilson';
import { type CredibilityTest, testFor } from './evidence';
import type { MeasuredTest } from './measure-credibility';

/** A measurement of one test as it is kept: numbers of creators, from which every rate and interval follows. */
export interface CredibilityCounts {
  test: CredibilityTest;
  /** honest creators with enough data, and those of them who were called unusual */
  honest: number;
  falseAlarms: number;
  /** creators with the fraud it aims at and enough data, and those of them who were called unusual */
  aimed: number;
  found: number;
  /** the same with a strength of a half or more */
  strong: number;
  foundStrong: number;
  /** everybody who was called unusual, whatever is true of them */
  flagged: number;
  /** creators of whom the test said nothing */
  unjudgedHonest: number;
  unjudgedAimed: number;
}

/** All tests measured on one set of creators of whom the truth is known. */
export interface CredibilityMeasurement {
  /** `YYYY-MM-DD`: the day on which it was counted */
  measuredOn: string;
  /** of the worlds they live in */
  seeds: readonly string[];
  creators: number;
  /** those of them with injected fraud */
  labelled: number;
  counts: readonly CredibilityCounts[];
}

export const countsOf = (measured: MeasuredTest): CredibilityCounts => ({
  test: measured.test,
  honest: measured.falseAlarms.trials,
  falseAlarms: measured.falseAlarms.successes,
  aimed: measured.recall.trials,
  found: measured.recall.successes,
  strong: measured.recallOfStrong.trials,
  foundStrong: measured.recallOfStrong.successes,
  flagged: measured.precision.trials,
  unjudgedHonest: measured.unjudged.honest,
  unjudgedAimed: measured.unjudged.aimed,
});

/** The rates behind kept counts; undoes `countsOf`. Throws when more were found than there were. */
export const measuredFrom = (counts: CredibilityCounts): MeasuredTest => ({
  test: counts.test,
  aimsAt: testFor[counts.test],
  falseAlarms: countShare(counts.falseAlarms, counts.honest),
  recall: countShare(counts.found, counts.aimed),
  recallOfStrong: countShare(counts.foundStrong, counts.strong),
  precision: countShare(counts.found, counts.flagged),
  unjudged: { honest: counts.unjudgedHonest, aimed: counts.unjudgedAimed },
});

/** Whether a test misses more than a third of the fraud it aims at: its silence then says little. */
export const isWeakTest = ({ recall }: Pick<MeasuredTest, 'recall'>): boolean =>
  recall.share !== null && recall.share < 2 / 3;

import { type CountedShare, countShare } from '../../calibration/wilson';
import { credibilityTests, type CredibilityTest, type Evidence, type FraudKind, testFor } from './evidence';

/** A creator of whom the truth is known, with what the tests said. */
export interface LabelledEvidence {
  label: FraudKind | null;
  /** of the fraud, 0 to 1; 0 for the honest */
  strength: number;
  evidence: readonly Pick<Evidence, 'test' | 'verdict'>[];
}

/** How far one test can be trusted. Intervals are of 95 %. */
export interface MeasuredTest {
  test: CredibilityTest;
  aimsAt: FraudKind;
  /** honest creators with enough data who were called unusual all the same */
  falseAlarms: CountedShare;
  /** of the creators with the fraud it aims at and enough data, those who were called unusual */
  recall: CountedShare;
  /** the same of those whose fraud was worth the money: a strength of a half or more */
  recallOfStrong: CountedShare;
  /** of all who were called unusual, those with the fraud it aims at; another fraud counts against it */
  precision: CountedShare;
  /** creators of whom the test said nothing, the honest and those with the fraud it aims at */
  unjudged: { honest: number; aimed: number };
}

export const measureCredibility = (labelled: readonly LabelledEvidence[]): MeasuredTest[] =>
  credibilityTests.map((test) => measureTest(test, labelled));

function measureTest(test: CredibilityTest, labelled: readonly LabelledEvidence[]): MeasuredTest {
  const aimsAt = testFor[test];
  const said = labelled.map(({ label, strength, evidence }) => ({
    label,
    strength,
    verdict: evidence.find((one) => one.test === test)?.verdict ?? 'too-little-data',
  }));
  const judged = said.filter(({ verdict }) => verdict !== 'too-little-data');
  const flagged = judged.filter(({ verdict }) => verdict === 'unusual');
  const count = (of: typeof said, label: FraudKind | null): number =>
    of.filter((one) => one.label === label).length;
  return {
    test,
    aimsAt,
    falseAlarms: countShare(count(flagged, null), count(judged, null)),
    recall: countShare(count(flagged, aimsAt), count(judged, aimsAt)),
    recallOfStrong: countShare(
      count(flagged.filter(isStrong), aimsAt),
      count(judged.filter(isStrong), aimsAt),
    ),
    precision: countShare(count(flagged, aimsAt), flagged.length),
    unjudged: {
      honest: count(said, null) - count(judged, null),
      aimed: count(said, aimsAt) - count(judged, aimsAt),
    },
  };
}

const isStrong = ({ strength }: { strength: number }): boolean => strength >= 0.5;

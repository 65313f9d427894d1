import { aNote, notesOf } from './a-note';
import { indexCommenters } from './comment-pods';
import { credibilityTests, type CredibilityVerdict, type FraudKind } from './evidence';
import { credibilityNorms, judgeCredibility } from './judge-credibility';
import { measureCredibility } from './measure-credibility';

const judged = (label: FraudKind | null, strength: number, verdict: CredibilityVerdict) => ({
  label,
  strength,
  evidence: [{ test: 'night-burst', verdict } as const],
});

describe('what is measured of a test', () => {
  const [night] = measureCredibility([
    judged(null, 0, 'unusual'),
    judged(null, 0, 'usual'),
    judged(null, 0, 'usual'),
    judged(null, 0, 'too-little-data'),
    judged('bought-likes', 0.9, 'unusual'),
    judged('bought-likes', 0.5, 'unusual'),
    judged('bought-likes', 0.3, 'usual'),
    judged('bought-likes', 0.9, 'too-little-data'),
    judged('comment-pod', 1, 'unusual'),
  ]).filter(({ test }) => test === 'night-burst');

  it('are false alarms among the honest who were judged', () => {
    expect(night?.falseAlarms).toMatchObject({ successes: 1, trials: 3 });
    expect(night?.unjudged).toEqual({ honest: 1, aimed: 1 });
  });

  it('is what it finds of the fraud it aims at, and of the strong half', () => {
    expect(night?.recall).toMatchObject({ successes: 2, trials: 3 });
    expect(night?.recallOfStrong).toMatchObject({ successes: 2, trials: 2 });
  });

  it('is how many of those it names deserve it, another fraud being no excuse', () => {
    expect(night?.precision).toMatchObject({ successes: 2, trials: 4 });
  });

  it('is unknown of tests that said nothing', () => {
    const [steps] = measureCredibility([judged(null, 0, 'unusual')]);
    expect(steps?.falseAlarms).toMatchObject({ trials: 0, share: null });
  });
});

it('judges by all tests, each by itself, in their order', () => {
  const notes = notesOf(6, (at) => aNote(at));
  const evidence = judgeCredibility({
    creatorId: 'one',
    followersByDay: [],
    engagedFollowerShare: 0.1,
    notes,
    norms: credibilityNorms([0.1, 0.2], notes),
    commenters: indexCommenters([{ creatorId: 'one', notes }]),
  });
  expect(evidence.map(({ test }) => test)).toEqual([...credibilityTests]);
  expect(evidence.map(({ verdict }) => verdict)).toContain('too-little-data');
});

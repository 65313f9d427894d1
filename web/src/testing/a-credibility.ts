import type { CredibilityEvidence, CredibilityMeasured, CredibilityView } from '@poolrise/contracts';
import { type CredibilityTest, credibilityTests, isWeakTest, measuredFrom } from '@poolrise/domain';

const found: Record<CredibilityTest, [falseAlarms: number, found: number]> = {
  'follower-steps': [4, 90],
  'engaged-followers': [14, 55],
  'like-collect-ratio': [3, 88],
  'comment-share': [5, 67],
  'night-burst': [3, 90],
  'impossible-reads': [0, 57],
  'comment-pods': [0, 100],
};

/** A thousand honest creators, and a hundred with each kind of fraud. */
export function aMeasurement(changes: Partial<CredibilityMeasured> = {}): CredibilityMeasured {
  return {
    source: 'demo',
    measuredOn: '2026-11-26',
    creators: 3_600,
    labelled: 432,
    seeds: ['20261123'],
    rates: credibilityTests.map((test) => {
      const [falseAlarms, aimed] = found[test];
      const rates = measuredFrom({
        test,
        honest: 1_000,
        falseAlarms,
        aimed: 100,
        found: aimed,
        strong: 60,
        foundStrong: 58,
        flagged: aimed + falseAlarms,
        unjudgedHonest: 200,
        unjudgedAimed: 3,
      });
      return { ...rates, weak: isWeakTest(rates) };
    }),
    ...changes,
  };
}

export const silent = (test: CredibilityTest): CredibilityEvidence => ({
  test,
  verdict: 'too-little-data',
  observed: null,
  expected: null,
  at: [],
  series: [],
});

const noteId = (at: number) => `${at}0000000-0000-4000-8000-000000000001`;
const titles = ['冷泡茶三步', '秋天的第一杯', '办公室茶包', '茶席布置'];

/** Four notes, two of them with likes that came at three in the night. */
export function aCredibility(changes: Partial<CredibilityView> = {}): CredibilityView {
  const notes = titles.map((title, at) => ({
    id: noteId(at + 1),
    title,
    publishedAt: `2026-11-1${at}T04:00:00.000Z`,
    readsAll: 1_000,
    interactions: 200,
    interactionsByHour: Array.from({ length: 24 }, (_, hour) =>
      hour === 3 || hour === 4 ? (at < 2 ? 75 : 0) : hour >= 12 && hour < 22 ? 10 : 0,
    ),
  }));
  const night: CredibilityEvidence = {
    test: 'night-burst',
    verdict: 'unusual',
    observed: 0.62,
    expected: { low: 0, high: 0.21 },
    at: [noteId(1), noteId(2)],
    series: notes.map(({ id }, at) => ({
      at: id,
      observed: at < 2 ? 0.62 + at / 10 : 0.05,
      edge: 0.21,
      unusual: at < 2,
    })),
  };
  const engaged: CredibilityEvidence = {
    test: 'engaged-followers',
    verdict: 'usual',
    observed: 0.064,
    expected: { low: 0.02, high: 0.12 },
    at: [],
    series: [{ at: 'creator', observed: 0.064, edge: 0.02, unusual: false }],
  };
  const steps: CredibilityEvidence = {
    test: 'follower-steps',
    verdict: 'unusual',
    observed: 900,
    expected: { low: -4, high: 220 },
    at: ['2026-11-18'],
    series: Array.from({ length: 60 }, (_, at) => ({
      at: new Date(Date.parse('2026-09-25') + at * 86_400_000).toISOString().slice(0, 10),
      observed: at === 54 ? 900 : (at % 5) - 1,
      edge: 220,
      unusual: at === 54,
    })),
  };
  const said: Partial<Record<CredibilityTest, CredibilityEvidence>> = {
    'night-burst': night,
    'engaged-followers': engaged,
    'follower-steps': steps,
  };
  return {
    creatorId: '33333333-0000-4000-8000-000000000001',
    notesSince: '2026-08-26',
    notes,
    peers: { engaged: 212, likeCollect: 2_017, commentShare: 2_017 },
    evidence: credibilityTests.map((test) => said[test] ?? silent(test)),
    measured: aMeasurement(),
    ...changes,
  };
}

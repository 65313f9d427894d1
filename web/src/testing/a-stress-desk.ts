import { bodyExamples, type StressDesk, type StressTestView } from '@poolrise/contracts';
import { stressDefaults, type StressEffect, type StressReport, stressShocks } from '@poolrise/domain';
import { creatorId, portfolioId } from './a-brief';

const effect = (readers: number, short: number, visible = true): StressEffect => ({
  readers: { mean: readers, low: readers - 100, high: readers + 100, visible },
  short: { mean: short, low: short - 0.01, high: short + 0.01, visible },
});

export const aStressReport = (changes: Partial<StressReport> = {}): StressReport => ({
  draws: 2_000,
  seed: 1,
  promised: 43_100,
  line: 34_480,
  readers: { p5: 27_200, p25: 34_000, p50: 38_400, p75: 41_000, p95: 43_100, mean: 37_900 },
  histogram: { from: 20_000, width: 5_000, counts: [50, 150, 500, 800, 500] },
  short: { trials: 2_000, successes: 520, share: 0.26, low: 0.241, high: 0.28 },
  spentCents: { p5: 88_000, p25: 154_000, p50: 154_000, p75: 154_000, p95: 154_000, mean: 149_000 },
  centsPerThousand: { p5: 3_500, p25: 3_800, p50: 4_010, p75: 4_600, p95: 5_900, mean: 4_200 },
  inTime: { p5: 1, p25: 2, p50: 2, p75: 2, p95: 2, mean: 1.86 },
  notes: 2,
  hurts: [
    { shock: 'cancel', idle: null, befell: 0.1, off: effect(2_150, -0.08) },
    { shock: 'late', idle: null, befell: 0.07, off: effect(40, -0.001, false) },
    { shock: 'limited', idle: null, befell: 0.08, off: effect(1_400, -0.05) },
    { shock: 'together', idle: null, befell: null, off: effect(10, 0.001, false) },
    { shock: 'dearer', idle: 'no-boosts', befell: null, off: null },
    { shock: 'reads', idle: 'followers-counted', befell: null, off: null },
  ],
  hangsOn: [
    { creatorId: creatorId(1), lost: 30_000, lostShare: 0.696, out: effect(-30_000, 0.74) },
    { creatorId: creatorId(2), lost: 3_100, lostShare: 0.072, out: effect(-3_000, 0, false) },
  ],
  remedies: [
    { act: 'hold-reserve', creatorId: creatorId(3), priceCents: 80_000, effect: effect(1_800, -0.06) },
    { act: 'publish-earlier', days: 7, effect: effect(30, 0, false) },
  ],
  ...changes,
});

export const aStressTest = (changes: Partial<StressTestView> = {}): StressTestView => ({
  id: 'aaaaaaaa-0000-4000-8000-000000000001',
  portfolioId,
  state: 'done',
  asked: bodyExamples.askStressTest,
  report: aStressReport(),
  ownSpreads: 12,
  publishers: 22,
  creators: ['Xiaoman', 'Ajiu', 'Momo'].map((name, at) => ({ id: creatorId(at + 1), name })),
  requestedBy: 'Lin',
  requestedAt: '2026-11-20T10:00:00Z',
  finishedAt: '2026-11-20T10:00:02Z',
  ...changes,
});

export const aStressDesk = (changes: Partial<StressDesk> = {}): StressDesk => ({
  asOf: '2026-11-26T02:00:00Z',
  usual: bodyExamples.askStressTest,
  evidence: stressShocks.map((shock) => {
    const { mark, ...source } = stressDefaults.sources[shock];
    return { shock, mark, source, since: stressDefaults.since, counted: null };
  }),
  window: { from: '2036-03-01', to: '2036-03-15' },
  draws: 2_000,
  test: null,
  ...changes,
});

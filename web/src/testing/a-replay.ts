import type { ReplayResult, SimulationView } from '@poolrise/contracts';
import { noteId } from './a-note';

const difference = (median: number, low: number, high: number) => ({
  median,
  low,
  high,
  visible: low > 0 || high < 0,
});

/** A stop in the thousand pool that cost the note 4,200 impressions and brought the others of its workspace 310. */
export function aResult(changes: Partial<ReplayResult> = {}): ReplayResult {
  return {
    worlds: 20,
    equal: 0,
    reached: 17,
    notes: 412,
    hours: 240,
    historyFrom: '2026-11-13T00:00:00Z',
    before: { impressions: 6_800, organic: 6_800, reads: 610, engaged: 92, level: 3.4 },
    after: { impressions: 2_600, organic: 2_600, reads: 240, engaged: 37, level: 2 },
    difference: {
      impressions: difference(-4_200, -5_900, -2_100),
      organic: difference(-4_200, -5_900, -2_100),
      reads: difference(-370, -520, -190),
      engaged: difference(-55, -90, 3),
      level: difference(-1.4, -2, -1),
    },
    others: {
      notes: 11,
      difference: {
        impressions: difference(310, 40, 620),
        organic: difference(310, 40, 620),
        reads: difference(28, 2, 60),
        engaged: difference(4, -1, 9),
        level: difference(0, 0, 0),
      },
      most: [{ noteId: noteId(2), title: '春茶开箱', impressions: 140 }],
    },
    life: {
      before: [0, 2_000, 6_800].map((impressions) => ({ impressions, level: 1 })),
      after: [0, 2_000, 2_600].map((impressions) => ({ impressions, level: 1 })),
    },
    hashes: { before: 'b5a01cf2d3e4f506', after: '17c9aa0042bd88e1' },
    ...changes,
  };
}

export function aSimulation(changes: Partial<SimulationView> = {}): SimulationView {
  return {
    id: '66666666-0000-4000-8000-000000000001',
    noteId: noteId(1),
    state: 'done',
    progress: 1,
    change: { kind: 'verdict', level: 2, ruling: 'stop' },
    policyName: null,
    levelName: { zh: '千人池', en: 'Thousand' },
    requestedBy: 'Lin',
    requestedAt: '2026-11-23T06:00:00Z',
    finishedAt: '2026-11-23T06:00:09Z',
    result: aResult(),
    ...changes,
  };
}

import type { FigureView, PolicyReplay, PolicyReplayResult } from '@poolrise/contracts';
import { type RuleSetArm, type RuleSetFigure, ruleSetFigures } from '@poolrise/domain';

export const policyReplayId = '77777777-0000-4000-8000-000000000001';

const figures = (values: Partial<Record<RuleSetFigure, FigureView>>): Record<RuleSetFigure, FigureView> =>
  Object.fromEntries(
    ruleSetFigures.map((name) => [name, values[name] ?? { value: 0.5, half: 0.02 }]),
  ) as Record<RuleSetFigure, FigureView>;

/** Rules that stop fewer good notes too early, and are worth a little more; nothing was widely seen in their world. */
export function aPolicyReplayResult(changes: Partial<PolicyReplayResult> = {}): PolicyReplayResult {
  const arms: Record<RuleSetArm, Record<RuleSetFigure, FigureView>> = {
    inForce: figures({ falseStops: { value: 0.14, half: 0.02 }, value: { value: 1.5, half: 0.1 } }),
    candidate: figures({
      falseStops: { value: 0.09, half: 0.02 },
      value: { value: 1.56, half: 0.1 },
      hoursToWide: { value: null, half: null },
    }),
    uniform: figures({ value: { value: 0.88, half: 0.03 } }),
    oracle: figures({ value: { value: 1.96, half: 0.03 } }),
  };
  const alike = { value: 0.002, half: 0.03, visible: false };
  const difference = Object.fromEntries(
    ruleSetFigures.map((name) => [name, alike]),
  ) as PolicyReplayResult['difference'];
  return {
    worlds: 10,
    equal: 0,
    notes: 412,
    measured: 180,
    bound: 5_000,
    cut: false,
    impressions: 310_000,
    from: '2026-11-14T08:00:00Z',
    to: '2026-11-24T08:00:00Z',
    limits: { wide: 3_800, stoppedBelow: 790.4, shortestLifeHours: 84 },
    arms,
    difference: {
      ...difference,
      falseStops: { value: -0.05, half: 0.02, visible: true },
      value: { value: 0.06, half: 0.02, visible: true },
      hoursToWide: { value: null, half: null, visible: false },
    },
    hashes: { inForce: 'a', candidate: 'b' },
    ...changes,
  };
}

export function aPolicyReplay(changes: Partial<PolicyReplay> = {}): PolicyReplay {
  return {
    id: policyReplayId,
    state: 'done',
    progress: 1,
    days: 7,
    documentHash: 'Zk3fQa0123456789',
    candidate: null,
    inForce: { id: policyReplayId, name: 'platform-stated', version: 2 },
    requestedBy: 'Zhou',
    requestedAt: '2026-11-24T08:10:00Z',
    finishedAt: '2026-11-24T08:11:00Z',
    result: aPolicyReplayResult(),
    ...changes,
  };
}

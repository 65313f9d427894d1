import type { ResponseRates } from '../metrics/benchmarks';
import { defaultCapacityRule } from './capacity-bar';
import { expectedRates } from './peers';
import type { PoolPolicy } from './pool-policy';

export const policyFaultCodes = [
  'levels-too-few',
  'level-out-of-order',
  'level-target-not-larger',
  'level-key-repeated',
  'number-out-of-range',
  'weights-all-zero',
  'average-note-worthless',
  'clock-not-24-hours',
  'clock-sum-not-one',
  'thresholds-out-of-order',
  'gate-without-level',
  'positions-out-of-order',
] as const;
export type PolicyFaultCode = (typeof policyFaultCodes)[number];

/** What is wrong with a policy, and where, as a path into the document. */
export interface PolicyFault {
  code: PolicyFaultCode;
  path: string;
}

/** Finds what would make the engine misbehave. An empty list means that the policy may be put in force. */
export function checkPolicy(policy: PoolPolicy): PolicyFault[] {
  return [
    ...levelFaults(policy),
    ...numberFaults(policy),
    ...priorFaults(policy),
    ...clockFaults(policy.trafficClock),
    ...verdictFaults(policy),
    ...gateFaults(policy),
    ...positionFaults(policy),
  ];
}

function levelFaults({ levels }: PoolPolicy): PolicyFault[] {
  const faults: PolicyFault[] = [];
  if (levels.length < 2) faults.push({ code: 'levels-too-few', path: 'levels' });
  levels.forEach(({ level, key, target }, index) => {
    const path = `levels[${index}]`;
    const before = levels[index - 1];
    if (level !== index) faults.push({ code: 'level-out-of-order', path: `${path}.level` });
    if (before && target <= before.target)
      faults.push({ code: 'level-target-not-larger', path: `${path}.target` });
    if (levels.findIndex((other) => other.key === key) < index) {
      faults.push({ code: 'level-key-repeated', path: `${path}.key` });
    }
  });
  return faults;
}

/** Every number with the range it must be in. */
function numberFaults(policy: PoolPolicy): PolicyFault[] {
  const { prior, coldStart, verdict, capacity = defaultCapacityRule } = policy;
  const over = Number.MIN_VALUE;
  const ranges: [path: string, value: number, from: number, to: number][] = [
    ['version', policy.version, 1, Number.MAX_SAFE_INTEGER],
    ['peerWindowDays', policy.peerWindowDays, over, 366],
    ['agedOutHours', policy.agedOutHours, over, 87_600],
    ['adLoad.max', policy.adLoad.max, 0, 1],
    ['prior.strengthImpressions', prior.strengthImpressions, 1, 1e9],
    ['prior.maxStrengthImpressions', prior.maxStrengthImpressions, prior.strengthImpressions, 1e9],
    ['prior.minPeers', prior.minPeers, 1, 1e6],
    ['verdict.minSampleShare', verdict.minSampleShare, 0, 1],
    ['verdict.hideRateStopAt', verdict.hideRateStopAt, over, 1],
    ['verdict.complaintCertainty', verdict.complaintCertainty, 0.5, 1],
    ['verdict.checksPerRun', verdict.checksPerRun, 1, 1_000],
    ['verdict.gatePriorTrials', verdict.gatePriorTrials, over, 1e6],
    ['capacity.demandTarget', capacity.demandTarget, 0.1, 100],
    ['capacity.gain', capacity.gain, 0, 1],
    ['coldStart.alpha', coldStart.alpha, 1, 100],
    ['coldStart.beta', coldStart.beta ?? 0, 0, 1_000],
    ['coldStart.gamma', coldStart.gamma ?? 0, 0, 1_000],
    ['coldStart.theta', coldStart.theta ?? 0, 0, 1_000],
    ['coldStart.baseQuota', coldStart.baseQuota, 1, 1e9],
    ['coldStart.qualityQuota', coldStart.qualityQuota, 0, 1e9],
    ['coldStart.creatorQuota', coldStart.creatorQuota, 0, 1e9],
    ['coldStart.hours', coldStart.hours, over, 8_760],
    ...Object.entries(policy.weights).map(entry('weights', 0, 1e6)),
    ...policy.trafficClock.map((share, hour): Range => [`trafficClock[${hour}]`, share, 0, 1]),
    ...policy.levels.flatMap((level, index): Range[] => [
      [`levels[${index}].target`, level.target, 1, 1e12],
      [`levels[${index}].windowHours`, level.windowHours, over, 87_600],
      [`levels[${index}].audienceShare`, level.audienceShare, 0, 1],
      [`levels[${index}].passAt`, level.passAt ?? 0, 0, 1],
    ]),
    ...Object.entries(prior.categoryRates).flatMap(([category, rates]) => rateRanges(category, rates)),
  ];
  const faults = ranges
    .filter(([, value, from, to]) => !(Number.isFinite(value) && value >= from && value <= to))
    .map(([path]): PolicyFault => ({ code: 'number-out-of-range', path }));
  const weightless = Object.values(policy.weights).every((weight) => weight === 0);
  return weightless ? [...faults, { code: 'weights-all-zero', path: 'weights' }] : faults;
}

type Range = [path: string, value: number, from: number, to: number];

function entry(path: string, from: number, to: number) {
  return ([key, value]: [string, number]): Range => [`${path}.${key}`, value, from, to];
}

function rateRanges(category: string, rates: ResponseRates): Range[] {
  const path = `prior.categoryRates.${category}`;
  const { click, ...perClick } = rates;
  // An average note that nobody opens would make every open an infinite surprise.
  return [[`${path}.click`, click, 1e-6, 1], ...Object.entries(perClick).map(entry(path, 0, 1))];
}

/** Peers are compared by ratio, so the average note must be worth something under the weights. */
function priorFaults({ prior, weights }: PoolPolicy): PolicyFault[] {
  return Object.entries(prior.categoryRates)
    .filter(([, rates]) => !(expectedRates(rates, weights).value > 0))
    .map(([category]) => ({ code: 'average-note-worthless', path: `prior.categoryRates.${category}` }));
}

function clockFaults(clock: readonly number[]): PolicyFault[] {
  if (clock.length !== 24) return [{ code: 'clock-not-24-hours', path: 'trafficClock' }];
  const sum = clock.reduce((all, share) => all + share, 0);
  return Math.abs(sum - 1) > 1e-9 ? [{ code: 'clock-sum-not-one', path: 'trafficClock' }] : [];
}

function verdictFaults({ verdict }: PoolPolicy): PolicyFault[] {
  const { clearStopAt, passAt, clearPassAt } = verdict;
  const inOrder = clearStopAt >= 0 && clearStopAt <= passAt && passAt <= clearPassAt && clearPassAt <= 1;
  return inOrder ? [] : [{ code: 'thresholds-out-of-order', path: 'verdict' }];
}

function gateFaults({ gates, levels }: PoolPolicy): PolicyFault[] {
  return gates.flatMap((gate, index): PolicyFault[] => {
    const faults: PolicyFault[] = [];
    if (!levels[gate.level]) faults.push({ code: 'gate-without-level', path: `gates[${index}].level` });
    if (!(gate.atLeast >= 0)) faults.push({ code: 'number-out-of-range', path: `gates[${index}].atLeast` });
    return faults;
  });
}

function positionFaults({ adLoad }: PoolPolicy): PolicyFault[] {
  const { positions } = adLoad;
  const inOrder = positions.every(
    (position, index) => Number.isInteger(position) && position > (positions[index - 1] ?? 0),
  );
  return inOrder ? [] : [{ code: 'positions-out-of-order', path: 'adLoad.positions' }];
}

import type { ResponseRates } from '../metrics/benchmarks';
import { expectedRates } from './peers';
import { levelFields, numberAt, policyFields } from './policy-fields';
import type { PoolPolicy } from './pool-policy';

export const policyFaultCodes = [
  'levels-too-few',
  'level-out-of-order',
  'level-target-not-larger',
  'level-key-repeated',
  'number-out-of-range',
  'number-not-whole',
  'levels-too-many',
  'strength-out-of-order',
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
  /** The range that a number must be in, both ends allowed. */
  from?: number;
  to?: number;
}

/** A ladder of more levels would outgrow every audience long before its end. */
export const levelsMax = 20;

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
  if (levels.length > levelsMax) faults.push({ code: 'levels-too-many', path: 'levels' });
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

type Range = [path: string, value: number | undefined, from: number, to: number, whole?: boolean];

/** Every number with the range it must be in. */
function numberFaults(policy: PoolPolicy): PolicyFault[] {
  const ranges: Range[] = [
    ['version', policy.version, 1, Number.MAX_SAFE_INTEGER, true],
    ...policyFields.flatMap((field) => rangeOf(policy, field, field.path)),
    ...policy.levels.flatMap((level, index) =>
      levelFields.flatMap((field) => rangeOf(level, field, `levels[${index}].${field.path}`)),
    ),
    ...policy.trafficClock.map((share, hour): Range => [`trafficClock[${hour}]`, share, 0, 1]),
    ...Object.entries(policy.prior.categoryRates).flatMap(([category, rates]) => rateRanges(category, rates)),
  ];
  const faults = ranges.flatMap(([path, value, from, to, whole]): PolicyFault[] => {
    if (!(Number.isFinite(value) && Number(value) >= from && Number(value) <= to))
      return [{ code: 'number-out-of-range', path, from, to }];
    return whole && !Number.isInteger(value) ? [{ code: 'number-not-whole', path }] : [];
  });
  const { strengthImpressions, maxStrengthImpressions } = policy.prior;
  if (maxStrengthImpressions < strengthImpressions)
    faults.push({ code: 'strength-out-of-order', path: 'prior.maxStrengthImpressions' });
  const weightless = Object.values(policy.weights).every((weight) => weight === 0);
  return weightless ? [...faults, { code: 'weights-all-zero', path: 'weights' }] : faults;
}

/** What may be left out is not looked at then, unless its neighbours are there: half a rule is none. */
function rangeOf(
  holder: object,
  {
    path,
    from,
    to,
    whole,
    optional,
  }: { path: string; from: number; to: number; whole?: boolean; optional?: boolean },
  at: string,
): Range[] {
  const value = numberAt(holder, path);
  const parent = path.split('.').slice(0, -1).join('.');
  const halfARule = parent === 'capacity' && (holder as PoolPolicy).capacity !== undefined;
  return value === undefined && optional && !halfARule ? [] : [[at, value, from, to, whole]];
}

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

/** Each threshold is named that stands on the wrong side of its neighbour, at a level as in the rule for all of them. */
function verdictFaults({ verdict, levels }: PoolPolicy): PolicyFault[] {
  const { clearStopAt, clearPassAt } = verdict;
  const faults: PolicyFault[] = [];
  const outOfOrder = (path: string) => faults.push({ code: 'thresholds-out-of-order', path });
  if (clearStopAt > verdict.passAt) outOfOrder('verdict.clearStopAt');
  if (verdict.passAt > clearPassAt) outOfOrder('verdict.clearPassAt');
  levels.forEach(({ passAt }, index) => {
    if (passAt !== undefined && !(passAt >= clearStopAt && passAt <= clearPassAt))
      outOfOrder(`levels[${index}].passAt`);
  });
  return faults;
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

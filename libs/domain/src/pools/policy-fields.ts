import type { Mark } from '../metrics/mark';
import type { PoolPolicy } from './pool-policy';

export const policyFieldGroups = ['verdict', 'capacity', 'weights', 'peers', 'coldStart', 'feed'] as const;
export type PolicyFieldGroup = (typeof policyFieldGroups)[number];

/** `share` is stored from 0 to 1 and shown in percent; `number` has no unit. */
export type PolicyFieldUnit = 'share' | 'impressions' | 'hours' | 'days' | 'times' | 'number';

/** One number of a rule set: where it stands, what it may be, and how certain its usual value is. */
export interface PolicyField {
  /** Dotted path into the document, and the key of its explanation after the last dot unless `words` says otherwise. */
  path: string;
  words?: string;
  group: PolicyFieldGroup;
  unit: PolicyFieldUnit;
  /** Both ends are allowed. */
  from: number;
  to: number;
  whole?: true;
  /** May be left out; the engine then does without it. */
  optional?: true;
  mark: Mark;
}

/** Zero itself is not enough for a length of time or a divisor. */
const overZero = 1e-9;

/**
 * The numbers of a rule set outside its levels, in the order of the editor. The check, the contract and the form are all made from this
 * list: a new number is one line here, and its words in the console.
 */
export const policyFields: readonly PolicyField[] = [
  { path: 'verdict.passAt', group: 'verdict', unit: 'share', from: 0, to: 1, mark: 'P' },
  { path: 'verdict.clearPassAt', group: 'verdict', unit: 'share', from: 0, to: 1, mark: 'P' },
  { path: 'verdict.clearStopAt', group: 'verdict', unit: 'share', from: 0, to: 1, mark: 'P' },
  { path: 'verdict.minSampleShare', group: 'verdict', unit: 'share', from: 0, to: 1, mark: 'P' },
  { path: 'verdict.hideRateStopAt', group: 'verdict', unit: 'share', from: overZero, to: 1, mark: 'P' },
  { path: 'verdict.complaintCertainty', group: 'verdict', unit: 'share', from: 0.5, to: 1, mark: 'P' },
  { path: 'verdict.checksPerRun', group: 'verdict', unit: 'times', from: 1, to: 1_000, mark: 'P' },
  { path: 'verdict.gatePriorTrials', group: 'verdict', unit: 'number', from: overZero, to: 1e6, mark: 'P' },
  {
    path: 'capacity.demandTarget',
    group: 'capacity',
    unit: 'times',
    from: 0.1,
    to: 100,
    optional: true,
    mark: 'P',
  },
  { path: 'capacity.gain', group: 'capacity', unit: 'share', from: 0, to: 1, optional: true, mark: 'P' },
  { path: 'weights.click', group: 'weights', unit: 'number', from: 0, to: 1e6, mark: 'P' },
  { path: 'weights.like', group: 'weights', unit: 'number', from: 0, to: 1e6, mark: 'D' },
  { path: 'weights.collect', group: 'weights', unit: 'number', from: 0, to: 1e6, mark: 'D' },
  { path: 'weights.comment', group: 'weights', unit: 'number', from: 0, to: 1e6, mark: 'D' },
  { path: 'weights.share', group: 'weights', unit: 'number', from: 0, to: 1e6, mark: 'D' },
  { path: 'weights.follow', group: 'weights', unit: 'number', from: 0, to: 1e6, mark: 'D' },
  { path: 'peerWindowDays', group: 'peers', unit: 'days', from: 1, to: 366, whole: true, mark: 'P' },
  { path: 'prior.minPeers', group: 'peers', unit: 'number', from: 1, to: 1e6, mark: 'P' },
  { path: 'prior.strengthImpressions', group: 'peers', unit: 'impressions', from: 1, to: 1e9, mark: 'P' },
  { path: 'prior.maxStrengthImpressions', group: 'peers', unit: 'impressions', from: 1, to: 1e9, mark: 'P' },
  { path: 'coldStart.baseQuota', group: 'coldStart', unit: 'impressions', from: 1, to: 1e9, mark: 'C' },
  { path: 'coldStart.qualityQuota', group: 'coldStart', unit: 'impressions', from: 0, to: 1e9, mark: 'C' },
  { path: 'coldStart.creatorQuota', group: 'coldStart', unit: 'impressions', from: 0, to: 1e9, mark: 'C' },
  {
    path: 'coldStart.hours',
    words: 'coldStartHours',
    group: 'coldStart',
    unit: 'hours',
    from: overZero,
    to: 8_760,
    mark: 'C',
  },
  { path: 'coldStart.alpha', group: 'coldStart', unit: 'times', from: 1, to: 100, mark: 'C' },
  {
    path: 'coldStart.beta',
    group: 'coldStart',
    unit: 'number',
    from: 0,
    to: 1_000,
    optional: true,
    mark: 'C',
  },
  {
    path: 'coldStart.gamma',
    group: 'coldStart',
    unit: 'number',
    from: 0,
    to: 1_000,
    optional: true,
    mark: 'C',
  },
  {
    path: 'coldStart.theta',
    group: 'coldStart',
    unit: 'number',
    from: 0,
    to: 1_000,
    optional: true,
    mark: 'C',
  },
  { path: 'agedOutHours', group: 'feed', unit: 'hours', from: overZero, to: 87_600, mark: 'C' },
  { path: 'adLoad.max', words: 'adLoad', group: 'feed', unit: 'share', from: 0, to: 1, mark: 'D' },
];

/** The columns of a level, by the name of their property. */
export const levelFields = [
  {
    path: 'target',
    words: 'target',
    unit: 'impressions',
    from: 1,
    to: 2_000_000_000,
    whole: true,
    mark: 'D',
  },
  { path: 'windowHours', words: 'window', unit: 'hours', from: overZero, to: 87_600, mark: 'P' },
  { path: 'audienceShare', words: 'audience', unit: 'share', from: 0, to: 1, mark: 'P' },
  { path: 'passAt', words: 'passHere', unit: 'share', from: 0, to: 1, optional: true, mark: 'P' },
] as const satisfies readonly Omit<PolicyField, 'group'>[];
export type LevelField = (typeof levelFields)[number];

/** The number at a dotted path; undefined where the document says nothing. */
export function numberAt(document: unknown, path: string): number | undefined {
  let found = document;
  for (const name of path.split('.')) found = (found as Record<string, unknown> | undefined)?.[name];
  return found as number | undefined;
}

/** A copy with another number at the path. `undefined` takes it out, and with its last number the object that held it. */
export function withNumberAt(policy: PoolPolicy, path: string, value: number | undefined): PoolPolicy {
  return changed(policy as unknown as Tree, path.split('.'), value) as unknown as PoolPolicy;
}

type Tree = Record<string, unknown>;

function changed(tree: Tree, [name = '', ...deeper]: string[], value: number | undefined): Tree {
  const next = deeper.length ? changed((tree[name] ?? {}) as Tree, deeper, value) : value;
  const empty = next === undefined || (typeof next === 'object' && Object.keys(next).length === 0);
  if (!empty) return { ...tree, [name]: next };
  return Object.fromEntries(Object.entries(tree).filter(([other]) => other !== name));
}

import { medianOf } from '../probability/means';
import type { PlanKnowledge } from './forecast-plan';
import { neededOf } from './measure-progress';
import type { RewardTask, RewardTerms } from './reward-plan';

/** Rules that can be made harder by one step. */
export const hardeningKeys = [
  'tie-account',
  'more-followers',
  'notes-before',
  'no-violation',
  'ask-reads',
  'ask-pool',
] as const;
export type HardeningKey = (typeof hardeningKeys)[number];

export interface Hardening {
  key: HardeningKey;
  /** what the rule is set to: followers, notes, days, reads, notes of the next pool; 1 for the tie */
  value: number;
  terms: RewardTerms;
}

/** [P] Steps: as large as a person would try next. */
const steps = { followersFactor: 2, followersLeast: 200, notes: 3, days: 30, readsPart: 0.5 } as const;

/** The plan with one rule harder, for each rule that can be; what it asks already is not offered. */
export function hardenings(plan: RewardTerms, know: Pick<PlanKnowledge, 'cohorts'>): Hardening[] {
  const { eligibility, tasks } = plan;
  const asking = (change: Partial<RewardTerms['eligibility']>): RewardTerms => ({
    ...plan,
    eligibility: { ...eligibility, ...change },
  });
  const withTask = (task: RewardTask): RewardTerms => ({ ...plan, tasks: [...tasks, task] });
  const found: Hardening[] = [];
  if (!eligibility.accountTied)
    found.push({ key: 'tie-account', value: 1, terms: asking({ accountTied: true }) });

  const followersMin = Math.max(
    steps.followersLeast,
    (eligibility.followersMin ?? 0) * steps.followersFactor,
  );
  if (eligibility.followersMax === null || followersMin <= eligibility.followersMax)
    found.push({ key: 'more-followers', value: followersMin, terms: asking({ followersMin }) });

  const notes = (eligibility.notesInDays?.notes ?? 0) + steps.notes;
  const notesInDays = { notes, days: eligibility.notesInDays?.days ?? steps.days };
  found.push({ key: 'notes-before', value: notes, terms: asking({ notesInDays }) });

  if (eligibility.noViolationDays === null)
    found.push({ key: 'no-violation', value: steps.days, terms: asking({ noViolationDays: steps.days }) });

  const published = tasks.reduce(
    (most, task) => (task.kind === 'publish' ? Math.max(most, neededOf(task)) : most),
    1,
  );
  const middle = medianOf(know.cohorts.map(({ readsMiddle }) => readsMiddle));
  const reads = tidy(Math.max(1, (Number.isFinite(middle) ? middle : 0) * published * steps.readsPart));
  if (!tasks.some(({ kind }) => kind === 'reads' || kind === 'interactions'))
    found.push({ key: 'ask-reads', value: reads, terms: withTask({ kind: 'reads', total: reads }) });
  if (!tasks.some(({ kind }) => kind === 'pool-level'))
    found.push({ key: 'ask-pool', value: 1, terms: withTask({ kind: 'pool-level', level: 1, notes: 1 }) });
  return found;
}

/** Two digits: nobody asks for 1,273 reads. */
const tidy = (value: number): number => Number(value.toPrecision(2));

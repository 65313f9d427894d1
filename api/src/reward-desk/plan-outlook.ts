import type { PlanAbuseView, PlanForecastView, RewardPlanTerms, SimulatedMean } from '@poolrise/contracts';
import {
  type AbuseOutcome,
  checkRewardPlan,
  type Figure,
  forecastPlan,
  OwnStream,
  type PlanKnowledge,
  type RewardTerms,
  simulateAbuse,
} from '@poolrise/domain';
import { Refused } from '../http/refused';

/** Every plan is judged under the same luck: a second look at the same terms shows the same figures. */
const seed = 57;

/** The domain's stream with normal numbers (Box and Muller). */
class PlanLuck {
  private readonly stream: OwnStream;
  constructor(name: string, part = 0) {
    this.stream = new OwnStream(seed, name, part);
  }
  next(): number {
    return this.stream.next();
  }
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.stream.next())) * Math.cos(2 * Math.PI * this.stream.next());
  }
}

/** Terms as the domain has them. @throws Refused invalid-input naming what contradicts itself */
export function termsOf(given: RewardPlanTerms): RewardTerms {
  const terms = { ...given, opensAt: Date.parse(given.opensAt), closesAt: Date.parse(given.closesAt) };
  const faults = checkRewardPlan(terms);
  const [first] = faults;
  if (first)
    throw new Refused('invalid-input', {
      field: first.field,
      detail: `${first.field}: ${remedies[first.fault]}`,
      fields: faults.map(({ field, fault }) => ({ field, detail: remedies[fault] })),
    });
  return terms;
}

const remedies: Record<ReturnType<typeof checkRewardPlan>[number]['fault'], string> = {
  'window-backwards': 'lies before the plan opens: name a later hour.',
  'window-not-on-hour': 'is not on a full hour: readers are counted by the hour, so name one.',
  'no-task': 'is empty: name at least one task.',
  'no-reward': 'is empty: name at least one reward.',
  'too-many-tasks': 'has too many tasks: name fewer.',
  'too-many-rewards': 'has too many rewards: name fewer.',
  'followers-backwards': 'is below the least number of followers: name a larger one.',
  'minimum-below-face': 'is below what the voucher pays: name as much or more.',
};

export const forecastOf = (terms: RewardTerms, know: PlanKnowledge): PlanForecastView =>
  forecastPlan(terms, know, new PlanLuck('forecast'));

export function abuseOf(terms: RewardTerms, know: PlanKnowledge): PlanAbuseView {
  const found = simulateAbuse(terms, know, (world) => new PlanLuck('abuse', world));
  return {
    withoutHolds: outcome(found.withoutHolds),
    withHolds: outcome(found.withHolds),
    honestHeld: mean(found.honestHeld),
    honestRefused: mean(found.honestRefused),
    abuseHeld: mean(found.abuseHeld),
    steps: found.steps.map(({ key, value, savedCents, honestLost }) => ({
      key,
      value,
      savedCents: mean(savedCents),
      honestLost: mean(honestLost),
    })),
  };
}

const outcome = ({ honest, abusers, abuseCents, abuseShare }: AbuseOutcome): PlanAbuseView['withHolds'] => ({
  honest: mean(honest),
  abusers: abusers.map(({ kind, issued }) => ({ kind, issued: mean(issued) })),
  abuseCents: mean(abuseCents),
  abuseShare: mean(abuseShare),
});

/** JSON has no NaN. */
const mean = ({ value, half }: Figure): SimulatedMean => ({
  value: Number.isFinite(value) ? value : null,
  half: Number.isFinite(half) ? half : null,
});

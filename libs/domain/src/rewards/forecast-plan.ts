import { betaDraw, type Chance } from '../probability/gamma-draw';
import { type CreatorCohort, dayDone, drawPeople, letsIn, notesFor, type PlanHabits } from './plan-people';
import type { Reward, RewardKind, RewardTerms } from './reward-plan';

/** What earlier plans tell: sums over them, in creators, and vouchers that have ended. */
export interface PastPlans {
  plans: number;
  eligible: number;
  enrolled: number;
  achieved: number;
  claimed: number;
  vouchersEnded: number;
  vouchersUsed: number;
}

/** What is known of the platform when a plan is drawn up. */
export interface PlanKnowledge extends PlanHabits {
  cohorts: readonly CreatorCohort[];
  past: PastPlans;
  /** cents for a thousand impressions, as boosts pay */
  centsPerThousand: number;
}

/** The middle of what is likely, and the 80 % interval around it. */
export interface Likely {
  low: number;
  middle: number;
  high: number;
}

export interface PlanForecast {
  /** accounts of the directory */
  creators: number;
  /** those whom the rules let in, and who have a desk or would open one */
  eligible: Likely;
  enrolled: Likely;
  achieved: Likely;
  /** claims that are issued: never more than the quota */
  issued: Likely;
  /** cents, by kind of reward in the order of the plan */
  costs: { kind: RewardKind; cents: Likely }[];
  totalCents: Likely;
  /** cents, were every place of the quota taken and every voucher used whole */
  mostCents: number;
  /** chance that the quota is taken before the plan closes, and the day of the window on which it is then */
  runsOut: { chance: number; day: Likely | null };
  /** claims issued until the end of each of at most 15 equal parts of the window */
  course: { day: number; issued: Likely }[];
}

/**
 * [P] What is believed before any plan was run: of those who may, three in ten join (practitioners report 20 to 40 for plans
 * that are announced in the app; the platform states none); of those who achieved, nine in ten claim; of vouchers given, six
 * in ten are used. Each weighs as much as `strength` plans or creators, and gives way to what was seen.
 */
export const planBeliefs = { enrols: 0.3, claims: 0.9, redeems: 0.6, strength: 8 } as const;
/** [P] Plans differ among themselves: one more plan tells as much as this many creators, however many took part. */
const creatorsOfAPlan = 12;
/** [P] Standard deviation of the logarithm by which whole plans do better or worse than their creators alone would. */
const planSpread = 0.25;
/** [P] What an hour of a guide's time costs, in cents. */
export const guidanceSessionCents = 10_000;
/** Creators drawn, and worlds played. */
const people = 1_000;
const worlds = 200;
const dayMs = 86_400_000;
const steps = 15;

/**
 * What a plan will bring and cost: how many may take part, join, get it done and claim, with 80 % intervals; the cost by kind of
 * reward; whether the quota runs out, and when.
 *
 * Creators are drawn from the cohorts of the directory and judged by the plan's own rules; what nobody can know beforehand
 * (who joins, who claims, who uses a voucher, how well this plan does) is drawn for each of 200 worlds.
 *
 * Units: creators, integer cents, days of the window. Source: the plan's own rules; shares by Beta priors that the past
 * updates; see `planBeliefs` for what is believed before [P].
 */
export function forecastPlan(plan: RewardTerms, know: PlanKnowledge, chance: Chance): PlanForecast {
  const days = (plan.closesAt - plan.opensAt) / dayMs;
  const drawn = drawPeople(know.cohorts, people, days, chance).map((person) => {
    const may = letsIn(plan, person, know);
    const done = may ? dayDone(plan, person, notesFor(plan, person, know)) : null;
    return {
      weight: person.weight * person.reach,
      may,
      claimsOn: done === null ? null : Math.min(days, done + person.claimsAfter),
    };
  });
  const { past } = know;
  const enrols = believed(planBeliefs.enrols, past.enrolled, past.eligible, past.plans);
  const claims = believed(planBeliefs.claims, past.claimed, past.achieved, past.plans);
  const redeems = believed(planBeliefs.redeems, past.vouchersUsed, past.vouchersEnded, past.plans);

  const seen = Array.from({ length: worlds }, () => {
    const joins = betaDraw(chance, ...enrols);
    const claimed = betaDraw(chance, ...claims);
    const used = betaDraw(chance, ...redeems);
    const luck = Math.exp(planSpread * chance.normal());
    const world = { eligible: 0, achieved: 0 };
    const byStep = new Array<number>(steps).fill(0);
    for (const { weight, may, claimsOn } of drawn) {
      if (!may) continue;
      // The Bayesian bootstrap (Rubin 1981): the creators drawn are a sample, and that has to be seen in the interval.
      const own = weight * -Math.log(1 - chance.next());
      world.eligible += own;
      if (claimsOn === null) continue;
      world.achieved += own;
      const step = Math.min(steps - 1, Math.floor((claimsOn / days) * steps));
      byStep[step] = (byStep[step] ?? 0) + own;
    }
    const enrolled = world.eligible * joins;
    // A plan that does well cannot have more achieve it than joined it.
    const factor = world.achieved > 0 ? Math.min(joins * luck, enrolled / world.achieved) : 0;
    let issued = 0;
    let outOn: number | null = null;
    const course = byStep.map((share, step) => {
      const before = issued;
      issued = Math.min(plan.quota, issued + share * factor * claimed);
      if (outOn === null && issued >= plan.quota) {
        const part = share > 0 ? (plan.quota - before) / (share * factor * claimed) : 1;
        outOn = ((step + part) * days) / steps;
      }
      return issued;
    });
    return {
      eligible: world.eligible,
      enrolled,
      achieved: world.achieved * factor,
      issued,
      used,
      outOn,
      course,
    };
  });

  const likely = (of: (world: (typeof seen)[number]) => number): Likely => likelyOf(seen.map(of));
  const costOf = (reward: Reward, used: number): number => rewardCents(reward, know.centsPerThousand, used);
  const out = seen.flatMap(({ outOn }) => (outOn === null ? [] : [outOn]));
  return {
    creators: know.cohorts.reduce((sum, { creators }) => sum + creators, 0),
    eligible: whole(likely(({ eligible }) => eligible)),
    enrolled: whole(likely(({ enrolled }) => enrolled)),
    achieved: whole(likely(({ achieved }) => achieved)),
    issued: whole(likely(({ issued }) => issued)),
    costs: plan.rewards.map((reward) => ({
      kind: reward.kind,
      cents: whole(likely(({ issued, used }) => issued * costOf(reward, used))),
    })),
    totalCents: whole(
      likely(
        ({ issued, used }) => issued * plan.rewards.reduce((sum, reward) => sum + costOf(reward, used), 0),
      ),
    ),
    mostCents: Math.round(plan.quota * plan.rewards.reduce((sum, reward) => sum + costOf(reward, 1), 0)),
    runsOut: { chance: out.length / worlds, day: out.length > 0 ? likelyOf(out) : null },
    course: Array.from({ length: steps }, (_, step) => ({
      day: ((step + 1) * days) / steps,
      issued: whole(likely(({ course }) => course[step] ?? 0)),
    })),
  };
}

/** What one issued reward costs the platform, in cents, when so much of a voucher is used; a badge costs nothing. */
export function rewardCents(reward: Reward, centsPerThousand: number, used: number): number {
  switch (reward.kind) {
    case 'voucher-cents':
      return reward.faceCents * used;
    case 'voucher-impressions':
      return (reward.impressions / 1_000) * centsPerThousand * used;
    case 'cash':
      return reward.cents;
    case 'guidance-session':
      return guidanceSessionCents;
    case 'badge':
      return 0;
  }
}

/** The two shapes of the Beta of a share: what is believed, and what was seen, which weighs by plans and not by creators. */
function believed(share: number, hits: number, trials: number, plans: number): [number, number] {
  const { strength } = planBeliefs;
  const weight = trials > 0 ? Math.min(1, (Math.max(1, plans) * creatorsOfAPlan) / trials) : 0;
  return [share * strength + hits * weight, (1 - share) * strength + Math.max(0, trials - hits) * weight];
}

function likelyOf(values: readonly number[]): Likely {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { low: at(0.1), middle: at(0.5), high: at(0.9) };
}

const whole = ({ low, middle, high }: Likely): Likely => ({
  low: Math.round(low),
  middle: Math.round(middle),
  high: Math.round(high),
});

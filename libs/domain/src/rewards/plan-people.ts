import { growthDays } from '../growth/growth-levels';
import { judgeGrowth } from '../growth/judge-growth';
import type { Category } from '../notes/categories';
import type { Chance } from '../probability/gamma-draw';
import { isEligible, judgeEligibility, type RewardAccount } from './judge-eligibility';
import { type CountedNote, measureProgress, neededOf } from './measure-progress';
import type { RewardTerms } from './reward-plan';

/** Creators of one tier and category, as the directory sums them up. */
export interface CreatorCohort {
  category: Category;
  creators: number;
  /** followers, from and to */
  followersFrom: number;
  followersTo: number;
  /** notes a creator publishes in 30 days, on average */
  notesPer30Days: number;
  /** natural reads of a note: the middle one, and that which nine of ten stay below */
  readsMiddle: number;
  readsHigh: number;
  /** part of the accounts that have a desk which speaks for them, 0 to 1 */
  tiedShare: number;
  /** part whose note was rejected or limited within the last 30 days, 0 to 1 */
  violationShare: number;
}

/** Somebody who could take part, drawn once and judged under as many plans as one likes (common random numbers). */
export interface PlanPerson {
  /** how many accounts this one stands for, and the part of them that has a desk or would open one, 0 to 1 */
  weight: number;
  reach: number;
  account: RewardAccount;
  /** notes of the last 30 days */
  notesBefore: number;
  tied: boolean;
  /** notes of the window, were nothing to be won: days from its beginning, in order */
  noteDays: number[];
  /** what is left of a plan's own notes that this one would write for it, 0 to 1 */
  effort: number;
  /** deviate of the readers of each note, and of this creator as a whole */
  readDeviates: number[];
  ownDeviate: number;
  readsMiddle: number;
  readsSpread: number;
  /** uniform: joins where it is below the part of those that join */
  joins: number;
  /** days until this one hears of the plan, and between having done it and the claim */
  hearsAfter: number;
  claimsAfter: number;
  /** uniform, one for each note: how far it climbs */
  climbs: number[];
}

/** What every plan is judged by, besides its terms. */
export interface PlanHabits {
  /** likes, collects, comments and shares for each read */
  interactionsPerRead: number;
  /** part of the notes that pass a pool, 0 to 1 */
  passShare: number;
}

const dayMs = 86_400_000;
/** [P] Of accounts without a desk, those that open one when a plan is announced, and of these those that tie it. */
const opensDesk = 0.1;
const tiesIt = 0.8;
/** Of all readers of a note's spread, this part of the variance belongs to the creator: good ones are good again [P]. */
const ownPart = 0.5;
/** Notes that are looked at, of somebody who writes all day. */
const notesMost = 24;
/** Standard normal deviate that nine of ten stay below. */
const tenthDeviate = 1.2816;

/** Draws `people` creators, so many of each cohort as it is large, and at least one. */
export function drawPeople(
  cohorts: readonly CreatorCohort[],
  people: number,
  days: number,
  chance: Chance,
): PlanPerson[] {
  const all = cohorts.reduce((sum, { creators }) => sum + creators, 0);
  return cohorts.flatMap((cohort) => {
    if (cohort.creators === 0) return [];
    const count = Math.max(1, Math.round((people * cohort.creators) / all));
    return Array.from({ length: count }, () => drawPerson(cohort, cohort.creators / count, days, chance));
  });
}

function drawPerson(cohort: CreatorCohort, weight: number, days: number, chance: Chance): PlanPerson {
  const from = Math.max(1, cohort.followersFrom);
  const followers = Math.round(from * (Math.max(from, cohort.followersTo) / from) ** chance.next());
  const opening = (1 - cohort.tiedShare) * opensDesk;
  const reach = cohort.tiedShare + opening;
  const tied = chance.next() * reach < cohort.tiedShare + opening * tiesIt;
  const violated = chance.next() < cohort.violationShare;
  // How much one writes differs between people about as much as it does within one: a mean of its own, exponential.
  const pace = -Math.log(1 - chance.next()) * cohort.notesPer30Days;
  const noteDays = arrivals(pace / 30, days, chance);
  const notesBefore = arrivals(pace / 30, 30, chance).length;
  return {
    weight,
    reach,
    account: {
      followers,
      categories: [cohort.category],
      notes: notesBefore,
      daysSinceViolation: violated ? Math.floor(30 * chance.next()) : null,
      growth: null,
    },
    notesBefore,
    tied,
    noteDays,
    // Most who join write a part of what is asked beyond their habit; few all of it, few nothing [P].
    effort: (chance.next() + chance.next()) / 2,
    readDeviates: Array.from({ length: notesMost }, () => chance.normal()),
    ownDeviate: chance.normal(),
    readsMiddle: cohort.readsMiddle,
    readsSpread: Math.log(Math.max(1.05, cohort.readsHigh / Math.max(1, cohort.readsMiddle))) / tenthDeviate,
    joins: chance.next(),
    hearsAfter: 0.35 * days * chance.next() ** 2,
    claimsAfter: 2 * chance.next(),
    climbs: Array.from({ length: notesMost }, () => chance.next()),
  };
}

/** Events that come at random, so many a day: the days on which they do, in order. */
function arrivals(perDay: number, days: number, chance: Chance): number[] {
  const found: number[] = [];
  if (!(perDay > 0)) return found;
  for (let at = 0; found.length < notesMost;) {
    at -= Math.log(1 - chance.next()) / perDay;
    if (at >= days) break;
    found.push(at);
  }
  return found;
}

type Judged = Pick<RewardTerms, 'opensAt' | 'closesAt' | 'eligibility' | 'tasks'>;

/** Whether the plan lets this one in. Where it asks for no tie, what is known of an account that has none is taken as true. */
export function letsIn(
  { eligibility }: Pick<Judged, 'eligibility'>,
  person: PlanPerson,
  habits: PlanHabits,
): boolean {
  const { account, notesBefore, tied } = person;
  const days = eligibility.notesInDays?.days ?? 30;
  const lines = judgeEligibility(eligibility, {
    ...account,
    notes: Math.round((notesBefore * days) / 30),
    growth: eligibility.growthLevelMin === null ? null : growthOf(person, habits),
  });
  return isEligible(lines) && (tied || !eligibility.accountTied);
}

/** [P] The level of somebody drawn: as many notes through its days as in the last 30, climbing and read as notes usually are. */
function growthOf({ notesBefore, account, readsMiddle }: PlanPerson, { passShare }: PlanHabits) {
  const notesPassed = Math.round((notesBefore * growthDays) / 30);
  const reached = (level: number): number => Math.round(notesPassed * passShare ** level);
  const facts = {
    notesPassed,
    reachedPool1: reached(1),
    reachedPool2: reached(2),
    reachedPool3: reached(3),
    naturalReads: Math.round(notesPassed * readsMiddle),
    activeDays: Math.min(growthDays, notesPassed),
    violations: account.daysSinceViolation === null ? 0 : 1,
  };
  return { level: judgeGrowth(facts).level, facts };
}

/** The notes that somebody would publish for the plan, in order. */
export function notesFor(plan: Judged, person: PlanPerson, habits: PlanHabits): CountedNote[] {
  const days = (plan.closesAt - plan.opensAt) / dayMs;
  const asked = plan.tasks.find((task) => task.kind === 'publish');
  const asksFor = plan.tasks.reduce(
    (most, task) =>
      task.kind === 'publish' || task.kind === 'pool-level' ? Math.max(most, neededOf(task)) : most,
    1,
  );
  const still = Math.max(0, asksFor - person.noteDays.length);
  const extra = Math.min(notesMost, Math.round(still * person.effort));
  const written = Array.from(
    { length: extra },
    (_, at) => person.hearsAfter + ((at + 1) / (extra + 1)) * (days - person.hearsAfter),
  );
  const at = [...person.noteDays, ...written].sort((a, b) => a - b).slice(0, notesMost);
  return at.map((day, place): CountedNote => {
    const deviate =
      Math.sqrt(ownPart) * person.ownDeviate + Math.sqrt(1 - ownPart) * (person.readDeviates[place] ?? 0);
    const reads = Math.round(person.readsMiddle * Math.exp(person.readsSpread * deviate));
    const climb = person.climbs[place] ?? 1;
    return {
      type: asked?.noteType ?? 'image',
      topics: asked?.topicTag === undefined ? [] : [asked.topicTag],
      publishedAt: plan.opensAt + day * dayMs,
      passed: true,
      level:
        habits.passShare > 0 ? Math.floor(Math.log(Math.max(1e-9, climb)) / Math.log(habits.passShare)) : 0,
      reads,
      interactions: Math.round(reads * habits.interactionsPerRead),
    };
  });
}

/** The day of the window on which the tasks are done, readers taking a day to come; null when they never are. */
export function dayDone(plan: Judged, person: PlanPerson, notes: readonly CountedNote[]): number | null {
  const days = (plan.closesAt - plan.opensAt) / dayMs;
  if (!measureProgress(plan, notes).achieved) return null;
  let [least, most] = [0, notes.length];
  // More notes never take anything away, so the first number of notes that suffices can be halved down to.
  while (least < most) {
    const middle = (least + most) >> 1;
    if (measureProgress(plan, notes.slice(0, middle)).achieved) most = middle;
    else least = middle + 1;
  }
  const last = notes[most - 1];
  const done = last ? (last.publishedAt - plan.opensAt) / dayMs + 1 : 0;
  return Math.min(days, Math.max(done, person.hearsAfter));
}

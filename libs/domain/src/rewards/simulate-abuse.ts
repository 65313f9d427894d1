import type { Chance } from '../probability/gamma-draw';
import { type Figure, meanOverSeeds } from '../simulation/intervals';
import {
  type AbuserKind,
  abuserKinds,
  anAbuser,
  anHonest,
  type Claimant,
  costOfCheating,
  worthToCheats,
} from './abuse-people';
import { planBeliefs, type PlanKnowledge, rewardCents } from './forecast-plan';
import { holdClaim } from './hold-claim';
import { hardenings, type HardeningKey } from './harden-plan';
import { dayDone, drawPeople, letsIn, notesFor } from './plan-people';
import type { RewardTerms } from './reward-plan';

/** What became of a plan's budget; means over worlds with half their 95 % interval. */
export interface AbuseOutcome {
  /** claims issued to honest creators, and to those who cheat by kind */
  honest: Figure;
  abusers: { kind: AbuserKind; issued: Figure }[];
  /** cents that went to those who cheat, and their part of all that was given, 0 to 1 */
  abuseCents: Figure;
  abuseShare: Figure;
}

export interface AbuseReport {
  withoutHolds: AbuseOutcome;
  withHolds: AbuseOutcome;
  /** of honest claims those that were held, and those that were refused in the end, 0 to 1 */
  honestHeld: Figure;
  honestRefused: Figure;
  /** of the claims of those who cheat, those that were held, 0 to 1 */
  abuseHeld: Figure;
  /** changes of one rule each, the one that saves most for each honest creator it costs first */
  steps: HardeningStep[];
}

export interface HardeningStep {
  key: HardeningKey;
  /** what the rule is set to, in its own unit */
  value: number;
  /** cents of abuse that it saves, on top of the holds */
  savedCents: Figure;
  /** honest creators who would be issued no more; below 0 where the cheats had taken their places */
  honestLost: Figure;
}

/** [P] Those who try, for each kind, as a part of the honest who join a plan that pays well for cheating. */
export const triesForEachKind = 0.06;
/** [P] Held claims that the platform's people decide rightly. */
export const operatorRight = 0.92;
/** Worlds played, and honest creators drawn in each. */
const worlds = 8;
const people = 400;
const dayMs = 86_400_000;

/**
 * Who gets a plan's budget when some cheat: honest creators of the directory and four kinds of cheats under the plan's rules,
 * with and without the hold, and what one change of a rule would save.
 *
 * Everybody is drawn once for each world and judged under every variant with the same luck (common random numbers), so that
 * two variants differ by the rule alone. A kind of cheating is tried as far as the plan pays for it.
 *
 * Units: claims, integer cents, parts from 0 to 1. Source: the rules of the plan and of `holdClaim`; how cheats behave is
 * assumed and stated in `abuse-people.ts` [P].
 * @param luckOf the stream of chance of each world
 */
export function simulateAbuse(
  plan: RewardTerms,
  know: PlanKnowledge,
  luckOf: (world: number) => Chance,
): AbuseReport {
  const days = (plan.closesAt - plan.opensAt) / dayMs;
  const drawn = Array.from({ length: worlds }, (_, world) => drawWorld(plan, know, days, luckOf(world)));
  const open = drawn.map((world) => play(plan, know, world, false));
  const held = drawn.map((world) => play(plan, know, world, true));
  const steps = hardenings(plan, know).map(({ key, value, terms }): HardeningStep => {
    const harder = drawn.map((world) => play(terms, know, world, true));
    const change = (of: (one: Played) => number): Figure =>
      meanOverSeeds(held.map((one, at) => of(one) - (harder[at] ? of(harder[at]) : 0)));
    return {
      key,
      value,
      savedCents: change(({ abuseCents }) => abuseCents),
      honestLost: change(({ honest }) => honest),
    };
  });
  const mean = (of: (one: Played) => number): Figure => meanOverSeeds(held.map(of));
  return {
    withoutHolds: outcomeOf(open),
    withHolds: outcomeOf(held),
    honestHeld: mean((one) => part(one.honestHeld, one.honestClaims)),
    honestRefused: mean((one) => part(one.honestRefused, one.honestClaims)),
    abuseHeld: mean((one) => part(one.abuseHeld, one.abuseClaims)),
    steps: steps.sort((a, b) => worthOf(b) - worthOf(a)),
  };
}

/** Cents saved for each honest creator lost; one that costs nobody counts as half of one. */
const worthOf = ({ savedCents, honestLost }: HardeningStep): number =>
  savedCents.value / Math.max(0.5, honestLost.value);

const part = (some: number, all: number): number => (all > 0 ? some / all : NaN);

interface DrawnWorld {
  claimants: Claimant[];
}

function drawWorld(plan: RewardTerms, know: PlanKnowledge, days: number, chance: Chance): DrawnWorld {
  const honest = drawPeople(know.cohorts, people, days, chance).map((person) => anHonest(person, chance));
  const joining = honest.reduce(
    (sum, { person }) =>
      sum + (letsIn(plan, person, know) ? person.weight * person.reach * planBeliefs.enrols : 0),
    0,
  );
  const models = honest.filter(
    ({ person }) => person.account.followers !== null && letsIn(plan, person, know),
  );
  const each = Math.min(people, Math.max(4, Math.round(joining * triesForEachKind)));
  const weight = Math.max(1, (joining * triesForEachKind) / each);
  const cheats = abuserKinds.flatMap((kind) =>
    Array.from({ length: models.length > 0 ? each : 0 }, (_, at) => {
      const model = models[(at * 7919) % models.length];
      const found = model && anAbuser(kind, model.person, chance);
      return found ? [{ ...found, person: { ...found.person, weight, reach: 1 } }] : [];
    }).flat(),
  );
  return { claimants: [...honest, ...cheats] };
}

interface Played {
  honest: number;
  abusers: number[];
  abuseCents: number;
  honestCents: number;
  honestClaims: number;
  honestHeld: number;
  honestRefused: number;
  abuseClaims: number;
  abuseHeld: number;
}

/** One world under one plan. Whoever claims first has the place; a refused claim gives it back to the next. */
function play(plan: RewardTerms, know: PlanKnowledge, { claimants }: DrawnWorld, holds: boolean): Played {
  const cents = plan.rewards.reduce((sum, reward) => sum + rewardCents(reward, know.centsPerThousand, 1), 0);
  const worth = worthToCheats(plan.rewards, know.centsPerThousand);
  const pays = new Map(abuserKinds.map((kind) => [kind, partThatTries(worth, costOfCheating(kind, plan))]));
  const claims = claimants
    .flatMap((one) => {
      const tries = one.kind === null ? planBeliefs.enrols : (pays.get(one.kind) ?? 0);
      if ((one.kind === null ? one.person.joins : one.tries) >= tries || !letsIn(plan, one.person, know))
        return [];
      const notes = notesFor(plan, one.person, know);
      const bought = one.kind === 'read-buyer' ? bringsReads(plan, notes) : notes;
      const done = dayDone(plan, one.person, bought);
      if (done === null) return [];
      const reads = bought.reduce((sum, note) => sum + note.reads, 0);
      return [{ one, reads, at: done + one.person.claimsAfter }];
    })
    .sort((a, b) => a.at - b.at);
  const played: Played = {
    honest: 0,
    abusers: abuserKinds.map(() => 0),
    abuseCents: 0,
    honestCents: 0,
    honestClaims: 0,
    honestHeld: 0,
    honestRefused: 0,
    abuseClaims: 0,
    abuseHeld: 0,
  };
  let left = plan.quota;
  for (const { one, reads } of claims) {
    if (left <= 0) break;
    const { kind, facts, person } = one;
    const weight = Math.min(left, person.weight * person.reach);
    const quarantined = (reads * facts.quarantinedShare) / (1 - facts.quarantinedShare);
    const crowd = { opened: reads, readers: reads * facts.readersPerRead };
    const held = holds && holdClaim({ ...facts, ...crowd, reads, quarantined }).length > 0;
    // A right decision refuses those who cheat and lets the honest have it.
    const right = one.decided < operatorRight;
    const refused = held && (kind === null ? !right : right);
    if (kind === null) {
      played.honestClaims += weight;
      if (held) played.honestHeld += weight;
      if (refused) played.honestRefused += weight;
    } else {
      played.abuseClaims += weight;
      if (held) played.abuseHeld += weight;
    }
    if (refused) continue;
    left -= weight;
    if (kind === null) {
      played.honest += weight;
      played.honestCents += weight * cents;
    } else {
      const place = abuserKinds.indexOf(kind);
      played.abusers[place] = (played.abusers[place] ?? 0) + weight;
      played.abuseCents += weight * cents;
    }
  }
  return played;
}

/** Nobody cheats at a loss; at four times the cost all of those try who ever would. */
const partThatTries = (worth: number, cost: number): number =>
  worth <= cost ? 0 : Math.min(1, Math.log2(worth / cost) / 2);

type Notes = ReturnType<typeof notesFor>;

/** Reads are bought until the task is done, on the notes there are. */
function bringsReads(plan: RewardTerms, notes: Notes): Notes {
  const wanted = plan.tasks.reduce((sum, task) => sum + (task.kind === 'reads' ? task.total : 0), 0);
  const there = notes.reduce((sum, note) => sum + note.reads, 0);
  const more = Math.max(0, Math.ceil((wanted - there) / Math.max(1, notes.length)));
  return notes.map((note) => ({ ...note, reads: note.reads + more }));
}

function outcomeOf(played: readonly Played[]): AbuseOutcome {
  const mean = (of: (one: Played) => number): Figure => meanOverSeeds(played.map(of));
  return {
    honest: mean(({ honest }) => honest),
    abusers: abuserKinds.map((kind, place) => ({ kind, issued: mean(({ abusers }) => abusers[place] ?? 0) })),
    abuseCents: mean(({ abuseCents }) => abuseCents),
    abuseShare: mean(({ abuseCents, honestCents }) => part(abuseCents, abuseCents + honestCents)),
  };
}

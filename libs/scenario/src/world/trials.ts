import {
  eligibleReaders,
  type EngagementCounts,
  interactions,
  type LiftRegistration,
  liftTerms,
  planHoldout,
  rails,
  type ReaderArm,
} from '@poolrise/domain';
import { demoSeed } from '../cast/cast';
import { RandomStream } from '../random';
import { readerCount } from '../readers/synthetic-reader';
import type { WorldBoost } from './boosting';
import type { HourTable } from './hour-table';
import type { WorldNote } from './world-note';

/** Readers of one arm whose day was over in one hour. */
export interface WorldTrialHour {
  boostId: string;
  workspaceId: string;
  hour: number;
  arm: ReaderArm;
  readers: number;
  acting: number;
  engaged: number;
  otherShown: number;
  otherAdvertised: number;
  otherRead: number;
}

export interface WorldTrial {
  boostId: string;
  registration: LiftRegistration;
  hours: WorldTrialHour[];
}

const hourMs = 3_600_000;
const dayHours = liftTerms.windowHours;
const paidRail = rails.indexOf('paid');
/** A paid slot that the held-out do not take is won by another boost, now and then by one of the same brand [P]. */
const slotWonByOwn = 1.1;

/**
 * What the trials of the history found: the boosts' own hours for the exposed, and as many chosen readers beside them as were held
 * out, who read the note as often as the feed showed it anyway.
 */
export function trialsOf(world: {
  notes: readonly WorldNote[];
  hours: HourTable;
  boosts: readonly WorldBoost[];
  endsAt: number;
}): WorldTrial[] {
  return world.boosts
    .filter(({ holdout }) => holdout !== null)
    .flatMap((boost) => {
      const around = new Surroundings(world.notes, world.hours, boost);
      const registration = registrationOf(boost, around);
      if (!registration) return [];
      const hours = [...boost.hours].flatMap(([hour, paid]) =>
        hour + (dayHours + 2) * hourMs > world.endsAt ? [] : armsOf(boost, hour, paid, around),
      );
      return [{ boostId: boost.id, registration, hours }];
    });
}

/** Chances of a reader within a day from an hour, as the feed's own hours say them. */
class Surroundings {
  private readonly own = new Map<number, { reads: number; acts: number }>();
  private readonly others = new Map<number, { shown: number; advertised: number; reads: number }>();

  constructor(notes: readonly WorldNote[], hours: HourTable, { note, workspaceId }: WorldBoost) {
    for (let row = 0; row < hours.length; row++) {
      const at = hours.hour[row] as number;
      const of = hours.note[row] as number;
      const paid = hours.rail[row] === paidRail;
      if (of === note) {
        if (paid) continue;
        const sum = this.own.get(at) ?? { reads: 0, acts: 0 };
        sum.reads += hours.counts.clicks[row] as number;
        sum.acts += interactionsIn(hours, row);
        this.own.set(at, sum);
      } else if (notes[of]?.workspaceId === workspaceId) {
        const sum = this.others.get(at) ?? { shown: 0, advertised: 0, reads: 0 };
        sum[paid ? 'advertised' : 'shown'] += hours.counts.impressions[row] as number;
        sum.reads += hours.counts.clicks[row] as number;
        this.others.set(at, sum);
      }
    }
  }

  within(from: number) {
    const sum = { reads: 0, acts: 0, shown: 0, advertised: 0, otherReads: 0 };
    for (let hour = from; hour < from + dayHours * hourMs; hour += hourMs) {
      const own = this.own.get(hour);
      const others = this.others.get(hour);
      sum.reads += own?.reads ?? 0;
      sum.acts += own?.acts ?? 0;
      sum.shown += others?.shown ?? 0;
      sum.advertised += others?.advertised ?? 0;
      sum.otherReads += others?.reads ?? 0;
    }
    const chance = (events: number) => 1 - Math.exp(-events / readerCount);
    return {
      read: chance(sum.reads),
      engage: chance(sum.acts),
      otherShown: chance(sum.shown),
      otherAdvertised: chance(sum.advertised),
      otherRead: chance(sum.otherReads),
    };
  }
}

function interactionsIn({ counts }: HourTable, row: number): number {
  const of = (name: keyof HourTable['counts']) => counts[name][row] as number;
  return of('likes') + of('collects') + of('comments') + of('shares') + of('follows');
}

function armsOf(
  boost: WorldBoost,
  hour: number,
  paid: EngagementCounts,
  around: Surroundings,
): WorldTrialHour[] {
  const { share } = boost.holdout ?? { share: 0 };
  const random = new RandomStream(demoSeed, 'trial', boost.id, hour);
  const chances = around.within(hour);
  const heldOut = random.poisson((paid.impressions * share) / (1 - share));
  const acts = interactions(paid, 'LCCSF');
  // Who likes often collects as well: acts of one reader fall together.
  const engaged = Math.min(paid.clicks, random.binomial(acts, 0.8));
  const row = (
    arm: ReaderArm,
    readers: number,
    byBoost: { read: number; engaged: number },
  ): WorldTrialHour => ({
    boostId: boost.id,
    workspaceId: boost.workspaceId,
    hour: hour + dayHours * hourMs,
    arm,
    readers,
    acting: byBoost.read + random.binomial(readers - byBoost.read, chances.read),
    engaged: byBoost.engaged + random.binomial(readers - byBoost.engaged, chances.engage),
    otherShown: random.binomial(readers, chances.otherShown),
    otherAdvertised: random.binomial(
      readers,
      Math.min(1, chances.otherAdvertised * (arm === 'held-out' ? slotWonByOwn : 1)),
    ),
    otherRead: random.binomial(readers, chances.otherRead),
  });
  return [
    row('exposed', paid.impressions, { read: paid.clicks, engaged }),
    row('held-out', heldOut, { read: 0, engaged: 0 }),
  ];
}

/** Written down when it was launched, from what was known then; null where the product would have advised against it. */
function registrationOf(
  { id, holdout, plan, launchedAt }: WorldBoost,
  around: Surroundings,
): LiftRegistration | null {
  if (!holdout) return null;
  const { alpha, power, windowHours, graceHours } = liftTerms;
  const before = around.within(Math.floor(launchedAt / hourMs - dayHours) * hourMs);
  const baseRate = (holdout.metric === 'readers' ? before.read : before.engage) + 0.5 / readerCount;
  const planned = planHoldout({
    ...holdout,
    alpha,
    power,
    windowHours,
    baseRate,
    readersExpected: eligibleReaders(plan.plannedImpressions, holdout.share, readerCount),
    durationHours: (plan.endsAt - plan.startsAt) / hourMs,
  });
  if (!planned.canTell) return null;
  return {
    ...holdout,
    alpha,
    power,
    windowHours,
    salt: new RandomStream(demoSeed, 'salt', id).uuid(),
    baseRate,
    readersExpected: planned.readersExpected,
    readersNeeded: planned.readersNeeded,
    registeredAt: new Date(launchedAt).toISOString(),
    lastLookAt: new Date(plan.endsAt + (windowHours + graceHours) * hourMs).toISOString(),
  };
}

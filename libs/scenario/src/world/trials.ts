import {
  eligibleReaders,
  type EngagementCounts,
  interactions,
  type LiftRegistration,
  liftTerms,
  planHoldout,
  type ReaderArm,
  registrationOf,
} from '@poolrise/domain';
import { demoSeed } from '../cast/cast';
import { RandomStream } from '../random';
import { readerCount } from '../readers/synthetic-reader';
import type { WorldBoost } from './boosting';
import type { HourTable } from './hour-table';
import { Surroundings } from './surroundings';
import type { WorldNote } from './world-note';

/** Readers of one arm whose time was over in one hour. `trialId`: of the boost or the campaign. */
export interface WorldTrialHour {
  trialId: string;
  workspaceId: string;
  hour: number;
  arm: ReaderArm;
  readers: number;
  acting: number;
  engaged: number;
  followed: number;
  searched: number;
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
/** A paid slot that the held-out do not take is won by another boost, now and then by one of the same brand [P]. */
export const slotWonByOwn = 1.1;

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
      const around = new Surroundings(
        world.notes,
        world.hours,
        boost.workspaceId,
        (note) => note === boost.note,
      );
      const registration = registered(boost, around);
      if (!registration) return [];
      const hours = [...boost.hours].flatMap(([hour, paid]) =>
        hour + (dayHours + 2) * hourMs > world.endsAt ? [] : armsOf(boost, hour, paid, around),
      );
      return [{ boostId: boost.id, registration, hours }];
    });
}

function armsOf(
  boost: WorldBoost,
  hour: number,
  paid: EngagementCounts,
  around: Surroundings,
): WorldTrialHour[] {
  const { share } = boost.holdout ?? { share: 0 };
  const random = new RandomStream(demoSeed, 'trial', boost.id, hour);
  const chances = around.within(hour, dayHours);
  const heldOut = random.poisson((paid.impressions * share) / (1 - share));
  const acts = interactions(paid, 'LCCSF');
  // Who likes often collects as well: acts of one reader fall together.
  const engaged = Math.min(paid.clicks, random.binomial(acts, 0.8));
  const row = (
    arm: ReaderArm,
    readers: number,
    byBoost: { read: number; engaged: number },
  ): WorldTrialHour => ({
    trialId: boost.id,
    workspaceId: boost.workspaceId,
    hour: hour + dayHours * hourMs,
    arm,
    readers,
    acting: byBoost.read + random.binomial(readers - byBoost.read, chances.read),
    engaged: byBoost.engaged + random.binomial(readers - byBoost.engaged, chances.engage),
    followed: 0,
    searched: 0,
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
function registered(
  { id, holdout, plan, launchedAt }: WorldBoost,
  around: Surroundings,
): LiftRegistration | null {
  if (!holdout) return null;
  const { alpha, power, windowHours } = liftTerms;
  const before = around.within(Math.floor(launchedAt / hourMs - dayHours) * hourMs, dayHours);
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
  const salt = new RandomStream(demoSeed, 'salt', id).uuid();
  return registrationOf(
    holdout,
    { ...planned, baseRate },
    { terms: liftTerms, salt, now: launchedAt, endsAt: plan.endsAt },
  );
}

import { type ReaderArm, readerArms } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

/** One arm's readers whose time was over in one hour. */
export interface LiftHour {
  hour: Date;
  arm: number;
  readers: number;
  readers_acting: number;
  engagers_acting: number;
  followers_acting: number;
  searchers_acting: number;
  other_shown: number;
  other_advertised: number;
  other_read: number;
}

/** Two rows an hour of the trial, which is a week long for a boost and as long as its flights for a campaign. */
export function hoursOf(tx: EntityManager, trialId: string): Promise<LiftHour[]> {
  return tx.query<LiftHour[]>(
    `select hour, arm, readers, readers_acting, engagers_acting, followers_acting, searchers_acting, other_shown, other_advertised, other_read
       from trial_lift_hour where trial_id = $1 order by hour, arm`,
    [trialId],
  );
}

/** Readers belong to no workspace, so the engine counts those who are still followed; whose trial it is was asked before. */
export async function waitingOf(tx: EntityManager, trialId: string): Promise<Record<ReaderArm, number>> {
  const rows = await tx.query<{ arm: number; readers: number }[]>(
    `select arm, count(*)::int as readers from trial_opportunity where trial_id = $1 and counted_at is null group by arm`,
    [trialId],
  );
  const of = (arm: ReaderArm) => rows.find((row) => readerArms[row.arm] === arm)?.readers ?? 0;
  return { exposed: of('exposed'), 'held-out': of('held-out') };
}

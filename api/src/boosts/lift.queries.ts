import { Injectable } from '@nestjs/common';
import type { BoostLiftView } from '@poolrise/contracts';
import { type LiftRegistration, liftTerms, type ReaderArm, readerArms } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { liftView } from './lift-view';

/** The boost of a trial, as the driver gives it. */
export interface TrialRecord {
  id: string;
  note_id: string;
  note_title: string;
  state: BoostLiftView['state'];
  spent_cents: string;
  starts_at: Date;
  over_at: Date;
  holdout: LiftRegistration | null;
}

/** One arm's readers whose time was over in one hour. */
export interface LiftHour {
  hour: Date;
  arm: number;
  readers: number;
  readers_acting: number;
  engagers_acting: number;
  other_shown: number;
  other_advertised: number;
  other_read: number;
}

/** The screen of what a boost brought. */
@Injectable()
export class LiftQueries {
  constructor(private readonly db: Db) {}

  /** @throws Refused not-found, boost-without-holdout */
  async lift(workspaceId: string, boostId: string, now = new Date()): Promise<BoostLiftView> {
    const { trial, hours } = await this.db.inWorkspace(workspaceId, async (tx) => {
      const [found] = await tx.query<TrialRecord[]>(
        `select b.id, b.note_id, n.title as note_title, b.state, b.spent_cents, b.starts_at, b.holdout,
                least(coalesce(b.ended_at, b.ends_at), b.ends_at) + make_interval(hours => $2) as over_at
           from boost b join note n on n.id = b.note_id where b.id = $1`,
        [boostId, liftTerms.windowHours + liftTerms.graceHours],
      );
      if (!found) throw new Refused('not-found', { field: 'path.boostId' });
      return { trial: found, hours: await hoursOf(tx, boostId) };
    });
    if (!trial.holdout) throw new Refused('boost-without-holdout', { field: 'path.boostId' });
    const waiting = await this.db.asEngine((tx) => waitingOf(tx, boostId));
    return liftView({ ...trial, holdout: trial.holdout }, hours, waiting, now);
  }
}

/** Two rows an hour, for the seven days of a boost and one more at the most. */
function hoursOf(tx: EntityManager, boostId: string): Promise<LiftHour[]> {
  return tx.query<LiftHour[]>(
    `select hour, arm, readers, readers_acting, engagers_acting, other_shown, other_advertised, other_read
       from boost_lift_hour where boost_id = $1 order by hour, arm`,
    [boostId],
  );
}

/** Readers belong to no workspace, so the engine counts those who are still followed; whose boost it is was asked before. */
async function waitingOf(tx: EntityManager, boostId: string): Promise<Record<ReaderArm, number>> {
  const rows = await tx.query<{ arm: number; readers: number }[]>(
    `select arm, count(*)::int as readers from boost_opportunity where boost_id = $1 and counted_at is null group by arm`,
    [boostId],
  );
  const of = (arm: ReaderArm) => rows.find((row) => readerArms[row.arm] === arm)?.readers ?? 0;
  return { exposed: of('exposed'), 'held-out': of('held-out') };
}

import { Injectable } from '@nestjs/common';
import type { TaskProgress } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';
import { holdReasonsOf } from './claim-facts';
import { measureEnrolments } from './measure-enrolments';

/** Enrolments counted in one transaction, and how many of those one round of the job does before others get their turn. */
const batch = 500;
const batchesAtOnce = 40;
/** What nobody marked is counted again after so long: marks may be lost with the process that would have written them. */
const healMinutes = 60;
/** How long a worker keeps what it took before another may take it. */
const leaseSeconds = 60;

interface Measured {
  id: string;
  workspaceId: string;
  achievedNow: boolean;
  moved: boolean;
}

/**
 * Counts again how far creators are, only those whose notes moved.
 *
 * `measure_at` is the promise: readers put it to now (reward-marks.ts), a round takes what is due by moving it a minute
 * ahead, counts, and moves it on only where nobody marked it meanwhile. Whoever dies in between leaves it due again.
 * An event is counted by the time at which it happened; counting is over with the first round after the late hours, so what
 * arrives after that changes nothing.
 */
@Injectable()
export class RewardProgressService {
  constructor(private readonly db: Db) {}

  /** Returns how many enrolments were counted. */
  @HandlesJob('reward-progress')
  async measureDue(now = new Date()): Promise<number> {
    let done = 0;
    for (let round = 0; round < batchesAtOnce; round++) {
      const taken = await this.take(now);
      if (taken.length === 0) break;
      await this.measure(taken, now);
      done += taken.length;
      if (taken.length < batch) break;
    }
    return done;
  }

  /** Marks what desks take part in as moved. Called for notes whose readers did something, after that is durable. */
  async mark(deskIds: readonly string[], now = new Date()): Promise<void> {
    if (deskIds.length === 0) return;
    await this.db.asEngine((tx) =>
      // In the order of ids, as everyone who takes several of these rows.
      tx.query(
        `update reward_enrolment set measure_at = $2 where id in (
           select id from reward_enrolment where workspace_id = any($1::uuid[]) and measure_at > $2 order by id for update)`,
        [deskIds, now],
      ),
    );
  }

  private take(now: Date): Promise<string[]> {
    return this.db.asEngine(async (tx) => {
      const taken = await tx.query<{ id: string }[]>(
        `with due as (select id from reward_enrolment where measure_at <= $1 order by measure_at, id limit $2 for update skip locked),
              leased as (update reward_enrolment e set measure_at = $1::timestamptz + interval '${leaseSeconds} seconds'
                           from due where e.id = due.id returning e.id)
         select id from leased order by id`,
        [now, batch],
      );
      return taken.map(({ id }) => id);
    });
  }

  private measure(ids: readonly string[], now: Date): Promise<void> {
    return this.db.asEngine(async (tx) => {
      await tx.query('select from reward_enrolment where id = any($1::uuid[]) order by id for update', [ids]);
      const measured = await measureEnrolments((sql, given) => tx.query(sql, given), ids);
      const written = await write(tx, measured, now);
      for (const { id } of written.filter(({ achievedNow }) => achievedNow))
        await tx.query('update reward_enrolment set hold_reasons = $2 where id = $1', [
          id,
          await holdReasonsOf(tx, id, now),
        ]);
      for (const deskId of new Set(written.filter(({ moved }) => moved).map((one) => one.workspaceId)))
        await announce(tx, deskId, 'rewards', 'notices');
    });
  }
}

async function write(
  tx: EntityManager,
  measured: readonly { id: string; tasks: TaskProgress[]; achieved: boolean }[],
  now: Date,
): Promise<Measured[]> {
  return tx.query<Measured[]>(
    `with counted as (
       select * from unnest($1::uuid[], $2::jsonb[], $3::boolean[]) as c(id, progress, achieved)),
     before as (select e.id, e.progress, e.achieved_at from reward_enrolment e join counted using (id)),
     written as (
       update reward_enrolment e set progress = counted.progress, measured_at = $4,
              -- What is claimed stays achieved, whatever the audit says of a note later; that is what revoking is for.
              achieved_at = case when counted.achieved then coalesce(e.achieved_at, $4)
                                 when exists (select from reward_claim where enrolment_id = e.id) then e.achieved_at end,
              measure_at = case when e.measure_at <> $4::timestamptz + interval '${leaseSeconds} seconds' then e.measure_at
                when $4::timestamptz >= p.closes_at + p.late_hours * interval '1 hour' then null
                else least($4::timestamptz + interval '${healMinutes} minutes', p.closes_at + p.late_hours * interval '1 hour') end
         from counted, reward_plan p where e.id = counted.id and p.id = e.plan_id
       returning e.id, e.workspace_id, e.progress, e.achieved_at)
     select written.id, written.workspace_id as "workspaceId",
            before.achieved_at is null and written.achieved_at is not null as "achievedNow",
            before.progress is distinct from written.progress as moved
       from written join before using (id)`,
    [
      measured.map(({ id }) => id),
      measured.map(({ tasks }) => JSON.stringify(tasks)),
      measured.map(({ achieved }) => achieved),
      now,
    ],
  );
}

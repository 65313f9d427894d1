import { Injectable } from '@nestjs/common';
import type {
  AskReplay,
  ReplayChange,
  SimulationList,
  SimulationRow,
  SimulationView,
} from '@poolrise/contracts';
import type { PoolPolicy } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { announce } from '../live/announce';
import { SimulationRun } from './simulation-run.entity';
import {
  askToStop,
  listedSimulations,
  lockSimulations,
  promiseSimulation,
  resultOf,
} from './simulation-room';

interface SimulationRecord {
  id: string;
  note_id: string;
  state: SimulationRow['state'];
  progress: number;
  change: ReplayChange;
  policy_name: string | null;
  level_name: SimulationRow['levelName'];
  requested_by: string | null;
  requested_at: Date;
  finished_at: Date | null;
}

/** Simulations as people see them: asked for, looked at, cancelled. */
@Injectable()
export class SimulationsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
  ) {}

  /**
   * Promises a replay, or returns the one already promised under the same request key.
   * @throws Refused not-found, nothing-to-replay, request-key-reused, too-many-simulations
   */
  async askReplay(
    workspaceId: string,
    person: Pick<CallingPerson, 'id'>,
    noteId: string,
    { change, requestKey }: AskReplay,
    now = new Date(),
  ): Promise<SimulationView> {
    const view = await this.db.inWorkspace(workspaceId, async (tx) => {
      const run = await seenRun(tx, noteId);
      await lockSimulations(tx, workspaceId);
      const earlier = await tx.findOneBy(SimulationRun, { workspaceId, requestKey });
      if (earlier) {
        if (
          earlier.kind !== 'replay' ||
          earlier.noteId !== noteId ||
          !sameChange(earlier.change as ReplayChange, change)
        )
          throw new Refused('request-key-reused', { field: '/requestKey' });
        return one(tx, earlier.id);
      }
      await checkChange(tx, change, run);
      const id = await promiseSimulation(tx, {
        workspaceId,
        kind: 'replay',
        noteId,
        requestedBy: person.id,
        requestKey,
        change,
        requestedAt: now,
      });
      return one(tx, id);
    });
    this.jobs.nudge('simulation');
    return view;
  }

  find(workspaceId: string, simulationId: string): Promise<SimulationView> {
    return this.db.inWorkspace(workspaceId, (tx) => one(tx, simulationId));
  }

  /** The latest of a note, without the results: a list needs no curves. */
  list(workspaceId: string, noteId: string): Promise<SimulationList> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const [note] = await tx.query<unknown[]>('select from note where id = $1', [noteId]);
      if (!note) throw new Refused('not-found', { field: 'path.noteId' });
      const rows = await tx.query<SimulationRecord[]>(
        `${records} where run.note_id = $1 and run.kind = 'replay' order by run.requested_at desc, run.id limit ${listedSimulations}`,
        [noteId],
      );
      return { items: rows.map(rowOf) };
    });
  }

  cancel(workspaceId: string, simulationId: string, now = new Date()): Promise<SimulationView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      // Asked for first: the ones about the whole feed are not for everybody to stop.
      await one(tx, simulationId);
      await askToStop(tx, simulationId, now);
      await announce(tx, workspaceId, 'simulations');
      return one(tx, simulationId);
    });
  }
}

const records = `
  select run.id, run.note_id, run.state, run.progress, run.change, run.requested_at, run.finished_at,
    person.name as requested_by, other.name as policy_name,
    own.document -> 'levels' -> (run.change ->> 'level')::integer -> 'name' as level_name
  from simulation_run run
  left join person on person.id = run.requested_by
  left join pool_policy other on other.id = (run.change ->> 'policyId')::uuid
  left join lateral (select policy_id from pool_run where note_id = run.note_id order by level desc limit 1) newest on true
  left join pool_policy own on own.id = newest.policy_id`;

async function one(tx: EntityManager, id: string): Promise<SimulationView> {
  const [row] = await tx.query<SimulationRecord[]>(`${records} where run.id = $1 and run.kind = 'replay'`, [
    id,
  ]);
  if (!row) throw new Refused('not-found', { field: 'path.simulationId' });
  return { ...rowOf(row), result: await resultOf(tx, id) };
}

function rowOf(row: SimulationRecord): SimulationRow {
  return {
    id: row.id,
    noteId: row.note_id,
    state: row.state,
    progress: row.progress,
    change: row.change,
    policyName: row.policy_name,
    levelName: row.level_name,
    requestedBy: row.requested_by ?? '',
    requestedAt: row.requested_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

/** The newest run of the note that readers saw. */
async function seenRun(tx: EntityManager, noteId: string): Promise<{ policy: PoolPolicy }> {
  const [note] = await tx.query<{ policy: PoolPolicy | null }[]>(
    `select policy.document as policy from note
     left join lateral (select policy_id from pool_run where note_id = note.id and impressions > 0 order by level desc limit 1) run on true
     left join pool_policy policy on policy.id = run.policy_id
     where note.id = $1`,
    [noteId],
  );
  if (!note) throw new Refused('not-found', { field: 'path.noteId' });
  if (!note.policy) throw new Refused('nothing-to-replay');
  return { policy: note.policy };
}

async function checkChange(
  tx: EntityManager,
  change: ReplayChange,
  { policy }: { policy: PoolPolicy },
): Promise<void> {
  if (change.kind === 'policy') {
    const [known] = await tx.query<unknown[]>('select from pool_policy where id = $1', [change.policyId]);
    if (!known) throw new Refused('not-found', { field: '/change/policyId' });
  }
  // The last level leads nowhere, so nobody can be made to pass it.
  if (change.kind === 'verdict' && change.level >= policy.levels.length - 1)
    throw new Refused('invalid-input', { field: '/change/level' });
}

const sameChange = (a: ReplayChange, b: ReplayChange): boolean => {
  const sorted = (change: ReplayChange) => JSON.stringify(Object.entries(change).sort());
  return sorted(a) === sorted(b);
};

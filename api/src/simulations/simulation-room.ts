import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { SimulationRun } from './simulation-run.entity';

/** Simulations that a list shows, the newest. */
export const listedSimulations = 20;

/** Simulations of one workspace that may wait or run at once: they share a worker with everything else. */
const mostUnfinished = 3;

/** The workspace is the one lock: two askers at once are counted one after the other. */
export async function lockSimulations(tx: EntityManager, workspaceId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 16))', [workspaceId]);
}

async function refuseTooMany(tx: EntityManager, workspaceId: string): Promise<void> {
  const [unfinished] = await tx.query<{ n: number }[]>(
    `select count(*)::integer as n from simulation_run where workspace_id = $1 and state in ('waiting', 'running')`,
    [workspaceId],
  );
  if ((unfinished?.n ?? 0) >= mostUnfinished) throw new Refused('too-many-simulations');
}

/**
 * Writes down what was asked for; a worker finds it there. Returns its id.
 * @throws Refused too-many-simulations
 */
export async function promiseSimulation(
  tx: EntityManager,
  asked: Pick<
    SimulationRun,
    'workspaceId' | 'kind' | 'noteId' | 'requestedBy' | 'requestKey' | 'change' | 'requestedAt'
  > &
    Partial<Pick<SimulationRun, 'voucherId'>>,
): Promise<string> {
  await refuseTooMany(tx, asked.workspaceId);
  const { id } = await tx.save(tx.create(SimulationRun, { ...asked, state: 'waiting' }));
  await announce(tx, asked.workspaceId, 'simulations');
  return id;
}

/** What came of a simulation, null while nothing has: read apart, since it is long and lists do without it. */
export async function resultOf<Result>(tx: EntityManager, simulationId: string): Promise<Result | null> {
  const [kept] = await tx.query<{ result: Result | null }[]>(
    'select result from simulation_run where id = $1',
    [simulationId],
  );
  return kept?.result ?? null;
}

/** Stops what waits at once, and what runs as soon as its worker looks, which is several times a second. */
export async function askToStop(tx: EntityManager, simulationId: string, now: Date): Promise<void> {
  await tx.query(
    `update simulation_run set cancel_asked = true,
       state = case when state = 'waiting' then 'cancelled' else state end,
       finished_at = case when state = 'waiting' then $2::timestamptz else finished_at end
     where id = $1 and state in ('waiting', 'running')`,
    [simulationId, now],
  );
}

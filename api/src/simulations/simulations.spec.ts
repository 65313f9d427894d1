import { type ReplayChange, SimulationView } from '@poolrise/contracts';
import type { Queue } from 'bullmq';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aNoteInPool } from '../../test/notes';
import { aBrand, aWorkspace, type Someone } from '../../test/people';
import { aShownFeed } from '../../test/shown-feed';
import { JobsService } from '../jobs/jobs.service';
import { PoliciesService } from '../pools/policies.service';
import { HistoryQueries } from './history.queries';
import { PresentQueries } from './present.queries';
import { SimulationJobs } from './simulation-jobs';
import { SimulationsService } from './simulations.service';

const noQueue = { add: () => Promise.resolve() } as unknown as Queue;

let database: TestDatabase;
let simulations: SimulationsService;
let worker: SimulationJobs;
let lin: Someone;
let noteId: string;

/** A worker as another process would have it. */
const aWorker = () =>
  new SimulationJobs(
    database.db,
    new HistoryQueries(database.db),
    new PoliciesService(),
    new PresentQueries(database.db),
  );

beforeAll(async () => {
  database = await freshDatabase();
  simulations = new SimulationsService(database.db, new JobsService(noQueue));
  worker = aWorker();
  lin = await aBrand(database.db);
  noteId = await aShownFeed(database, lin.workspaceId);
});
afterAll(() => database.close());
beforeEach(() => database.owner('delete from simulation_run'));

const ask = (change: ReplayChange, requestKey = randomUUID()) =>
  simulations.askReplay(lin.workspaceId, lin, noteId, { change, requestKey });
async function played(change: ReplayChange) {
  const { id } = await ask(change);
  await worker.runDue();
  const view = SimulationView.parse(await simulations.find(lin.workspaceId, id));
  if (!view.result) throw new Error(`the replay is ${view.state}`);
  return { ...view, result: view.result };
}
const stop: ReplayChange = { kind: 'verdict', level: 1, ruling: 'stop' };

it('plays two equal worlds when nothing is changed', async () => {
  const { state, progress, result } = await played({ kind: 'nothing' });
  expect({ state, progress }).toEqual({ state: 'done', progress: 1 });
  expect(result).toMatchObject({ worlds: 20, equal: 20, notes: 30 });
  expect(result.hashes.before).toBe(result.hashes.after);
  expect(result.difference.impressions).toEqual({ median: 0, low: 0, high: 0, visible: false });
  expect(result.others.most).toEqual([]);
});

it('shows what a stop would have cost, and gives the same answer to the same question', async () => {
  const { result } = await played(stop);
  expect(result.reached).toBeGreaterThan(10);
  expect(result.after.impressions).toBeLessThan(result.before.impressions);
  expect(result.difference.impressions.high).toBeLessThan(0);
  expect(result.others.notes).toBe(9);
  expect(result.life.before.at(-1)?.impressions).toBeCloseTo(result.before.impressions, 6);
  expect((await played(stop)).result).toEqual(result);
});

it('plays another rule set for everybody, and a boost beside what is earned', async () => {
  const [folk] = await database.owner<{ id: string }>(`select id from pool_policy where name = 'folk-ces'`);
  const other = await played({ kind: 'policy', policyId: folk?.id ?? '' });
  expect(other.policyName).toBe('folk-ces');
  expect(other.result.equal).toBe(0);
  const { result } = await played({ kind: 'boost', hour: 10, impressions: 200 });
  expect(result.difference.impressions.median - result.difference.organic.median).toBeCloseTo(200, 3);
});

it('leaves what was decided as it was, and changes the one verdict that is asked about', async () => {
  await database.owner(
    `insert into pool_decision (note_id, workspace_id, level, to_level, outcome, reason, decided_at, policy_id, evidence, verdict)
     select note_id, workspace_id, level, level, 'stop', 'BELOW_PEERS', now(), policy_id, '{}', '{}' from pool_run where note_id = $1`,
    [noteId],
  );
  const { result } = await played({ kind: 'verdict', level: 0, ruling: 'pass' });
  expect(result.before).toMatchObject({ level: 0 });
  expect(result.before.impressions).toBeCloseTo(100, 6);
  expect(result.reached).toBe(20);
  expect(result.difference.impressions.low).toBeGreaterThan(0);
  await database.owner('delete from pool_decision');
});

it('keeps one promise for one request key, and refuses another question under it', async () => {
  const key = randomUUID();
  const first = await ask(stop, key);
  expect((await ask(stop, key)).id).toBe(first.id);
  await expect(ask({ kind: 'nothing' }, key)).rejects.toMatchObject({ code: 'request-key-reused' });
  expect((await simulations.list(lin.workspaceId, noteId)).items).toHaveLength(1);
});

it('refuses a fourth at once, also when four are asked for in the same moment', async () => {
  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => ask(stop)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
});

it('refuses what cannot be: a pass of the last level, a policy that is not there, a note that nobody saw', async () => {
  await expect(ask({ kind: 'verdict', level: 6, ruling: 'pass' })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await expect(ask({ kind: 'policy', policyId: randomUUID() })).rejects.toMatchObject({ code: 'not-found' });
  const unseen = await aNoteInPool(database.db, { workspaceId: lin.workspaceId });
  await expect(
    simulations.askReplay(lin.workspaceId, lin, unseen.noteId, { change: stop, requestKey: randomUUID() }),
  ).rejects.toMatchObject({ code: 'nothing-to-replay' });
});

it('lets nobody look into another workspace', async () => {
  const { id } = await ask(stop);
  const stranger = await aWorkspace(database.db);
  await expect(simulations.find(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(simulations.cancel(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
  expect((await simulations.find(lin.workspaceId, id)).state).toBe('waiting');
});

it('is begun again when its worker was killed, and comes to the same result', async () => {
  const expected = (await played(stop)).result;
  const { id } = await ask(stop);
  await database.owner(
    `update simulation_run set state = 'running', attempts = 1, progress = 0.4, heard_at = now() - interval '1 minute' where id = $1`,
    [id],
  );
  expect(await aWorker().runDue()).toBe(1);
  expect((await simulations.find(lin.workspaceId, id)).result).toEqual(expected);
});

it('gives up on one that kills every worker', async () => {
  const { id } = await ask(stop);
  await database.owner(
    `update simulation_run set state = 'running', attempts = 3, heard_at = now() - interval '1 minute' where id = $1`,
    [id],
  );
  expect(await worker.runDue()).toBe(0);
  expect((await simulations.find(lin.workspaceId, id)).state).toBe('failed');
});

it('is cancelled at once while it waits, and in the middle while it runs', async () => {
  const waiting = await ask(stop);
  expect((await simulations.cancel(lin.workspaceId, waiting.id)).state).toBe('cancelled');
  expect(await worker.runDue()).toBe(0);

  const { id } = await ask(stop);
  await slowed();
  const over = worker.runDue();
  await until(async () => (await simulations.find(lin.workspaceId, id)).progress > 0);
  await simulations.cancel(lin.workspaceId, id);
  await over;
  const found = await simulations.find(lin.workspaceId, id);
  expect(found).toMatchObject({ state: 'cancelled', result: null });
  expect(found.progress).toBeLessThan(1);
});

it('is let go of by a process that ends, and taken up by another', async () => {
  const { id } = await ask(stop);
  const ending = aWorker();
  const over = ending.runDue();
  await until(async () => (await simulations.find(lin.workspaceId, id)).progress > 0);
  ending.beforeApplicationShutdown();
  await over;
  expect(await simulations.find(lin.workspaceId, id)).toMatchObject({ state: 'waiting', progress: 0 });
  await simulations.cancel(lin.workspaceId, id);
});

/** A history long enough to be still running when somebody changes their mind: hours with room for a hundred notes more. */
async function slowed(): Promise<void> {
  await database.owner(
    `insert into note (workspace_id, creator_id, request_key, type, title, body, topics, category, language, disclosure, cover_hue, keywords, keyword_weights, audit_state, state, published_at)
     select workspace_id, creator_id, gen_random_uuid(), type, title, '', '{}', category, language, disclosure, cover_hue, keywords, keyword_weights, 'passed', 'climbing', now() - interval '70 hours'
     from note, generate_series(1, 1500) where id = $1`,
    [noteId],
  );
}

async function until(happened: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await happened()); tries++) {
    if (tries > 500) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

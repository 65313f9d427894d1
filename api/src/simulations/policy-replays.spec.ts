import { PolicyReplay, PolicyReplayList } from '@poolrise/contracts';
import { platformStated, type PolicyRuleSet, ruleSetFigures } from '@poolrise/domain';
import type { Queue } from 'bullmq';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand, aMember, aWorkspace, type Someone } from '../../test/people';
import { passingAt, sent, stated } from '../../test/policy-desk';
import { aShownFeed } from '../../test/shown-feed';
import { JobsService } from '../jobs/jobs.service';
import { PoliciesService } from '../pools/policies.service';
import { HistoryQueries } from './history.queries';
import { PolicyReplaysService } from './policy-replays.service';
import { PresentQueries } from './present.queries';
import { SimulationJobs } from './simulation-jobs';
import { SimulationsService } from './simulations.service';

const noQueue = { add: () => Promise.resolve() } as unknown as Queue;
/** Passes nobody who is held against an average. */
const strict: PolicyRuleSet = {
  ...passingAt(0.999),
  verdict: { ...stated.verdict, passAt: 0.999, clearStopAt: 0.9, clearPassAt: 1 },
};

let database: TestDatabase;
let replays: PolicyReplaysService;
let zhou: Someone;
let lin: Someone;
let noteId: string;

const aWorker = () =>
  new SimulationJobs(
    database.db,
    new HistoryQueries(database.db),
    new PoliciesService(),
    new PresentQueries(database.db),
  );

beforeAll(async () => {
  database = await freshDatabase();
  replays = new PolicyReplaysService(database.db, new JobsService(noQueue), new PoliciesService());
  zhou = await aMember(database.db, await aWorkspace(database.db, 'platform'), 'operator');
  lin = await aBrand(database.db);
  noteId = await aShownFeed(database, lin.workspaceId);
});
afterAll(() => database.close());
beforeEach(() => database.owner('delete from simulation_run'));

const ask = (document: object, { days = 3, requestKey = randomUUID(), who = zhou } = {}) =>
  replays.ask(who.workspaceId, who, { document: sent(document), days, requestKey });
async function played(document: object, days = 3) {
  const { id } = await ask(document, { days });
  await aWorker().runDue();
  const view = PolicyReplay.parse(await replays.find(zhou.workspaceId, id));
  if (!view.result) throw new Error(`the replay is ${view.state}`);
  return { ...view, result: view.result };
}

it('finds no difference at all between the rules in force and themselves', async () => {
  const { state, progress, result, candidate, inForce } = await played(stated);
  expect({ state, progress }).toEqual({ state: 'done', progress: 1 });
  expect(candidate).toEqual(inForce);
  expect(result).toMatchObject({ worlds: 10, equal: 10, notes: 30, bound: 5_000, cut: false });
  expect(result.measured).toBeGreaterThan(0);
  expect(result.hashes.candidate).toBe(result.hashes.inForce);
  for (const name of ruleSetFigures) {
    const { value, half, visible } = result.difference[name];
    // What could not be measured in either has no difference either.
    expect([0, null]).toContain(value);
    expect([value === null ? null : 0, false]).toEqual([half, visible]);
    expect(result.arms.candidate[name]).toEqual(result.arms.inForce[name]);
  }
});

it('plays rules that were never saved, and gives the same answer to the same question', async () => {
  const first = await played(strict);
  expect(first.candidate).toBeNull();
  expect(first.result.equal).toBe(0);
  expect(first.result.arms.oracle.gapClosed.value).toBeCloseTo(1, 9);
  expect(first.result.arms.inForce.promiseKept.value).not.toBeNull();
  const again = await played(strict);
  expect(again.documentHash).toBe(first.documentHash);
  expect(again.result).toEqual(first.result);
});

it('keeps what was asked, by whom, about which rules, and lists it newest first', async () => {
  const { id } = await ask(strict);
  await ask(stated, { days: 5 });
  const { items } = PolicyReplayList.parse(await replays.list(zhou.workspaceId));
  const { name, version } = platformStated;
  expect(items.map(({ days, candidate }) => [days, candidate?.name ?? null])).toEqual([
    [5, name],
    [3, null],
  ]);
  expect(items[1]).toMatchObject({ id, state: 'waiting', inForce: { name, version } });
  const [person] = await database.owner<{ name: string }>('select name from person where id = $1', [zhou.id]);
  expect(items[1]?.requestedBy).toBe(person?.name);
});

it('keeps one promise for one request key, and refuses another question under it', async () => {
  const requestKey = randomUUID();
  const first = await ask(strict, { requestKey });
  expect((await ask(strict, { requestKey })).id).toBe(first.id);
  await expect(ask(stated, { requestKey })).rejects.toMatchObject({ code: 'request-key-reused' });
  await expect(ask(strict, { requestKey, days: 4 })).rejects.toMatchObject({ code: 'request-key-reused' });
  expect((await replays.list(zhou.workspaceId)).items).toHaveLength(1);
});

it('is for the platform alone, in every way to it', async () => {
  const { id } = await ask(strict);
  const refused = { code: 'platform-only' };
  await expect(ask(strict, { who: lin })).rejects.toMatchObject(refused);
  await expect(replays.list(lin.workspaceId)).rejects.toMatchObject(refused);
  await expect(replays.find(lin.workspaceId, id)).rejects.toMatchObject(refused);
  await expect(replays.cancel(lin.workspaceId, id)).rejects.toMatchObject(refused);
  // Nor by the door of the replays of notes, which is open to more of the platform's people.
  const simulations = new SimulationsService(database.db, new JobsService(noQueue));
  await expect(simulations.find(zhou.workspaceId, id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(simulations.cancel(zhou.workspaceId, id)).rejects.toMatchObject({ code: 'not-found' });
  expect((await replays.find(zhou.workspaceId, id)).state).toBe('waiting');
});

it('refuses rules that would make the pools misbehave, and names the field', async () => {
  const levels = stated.levels.map((level, at) => (at === 2 ? { ...level, target: 1 } : level));
  await expect(ask({ ...stated, levels })).rejects.toMatchObject({
    code: 'policy-faulty',
    about: { field: '/document/levels/2/target' },
  });
  expect((await replays.list(zhou.workspaceId)).items).toEqual([]);
});

it('refuses days in which nobody saw anything', async () => {
  const long = new Date(Date.now() - 400 * 86_400_000);
  const question = { document: sent(stated), days: 1, requestKey: randomUUID() };
  await expect(replays.ask(zhou.workspaceId, zhou, question, long)).rejects.toMatchObject({
    code: 'nothing-to-replay',
  });
});

it('shares the room of three with the replays of notes', async () => {
  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map((days) => ask(strict, { days })));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  // Another workspace has a room of its own.
  const simulations = new SimulationsService(database.db, new JobsService(noQueue));
  const question = { change: { kind: 'nothing' as const }, requestKey: randomUUID() };
  expect((await simulations.askReplay(lin.workspaceId, lin, noteId, question)).state).toBe('waiting');
});

it('is begun again when its worker was killed, against the version that was in force when it was asked', async () => {
  const { result: expected } = await played(strict);
  const { id } = await ask(strict);
  await database.owner(
    `update simulation_run set state = 'running', attempts = 1, progress = 0.4, heard_at = now() - interval '1 minute' where id = $1`,
    [id],
  );
  await database.owner('update pool_policy set in_force = false');
  await database.owner(`update pool_policy set in_force = true where name = 'folk-ces'`);
  try {
    expect(await aWorker().runDue()).toBe(1);
    expect((await replays.find(zhou.workspaceId, id)).result).toEqual(expected);
  } finally {
    await database.owner('update pool_policy set in_force = false');
    await database.owner(`update pool_policy set in_force = true where name = 'platform-stated'`);
  }
});

it('is cancelled at once while it waits, and soon while it runs', async () => {
  const waiting = await ask(strict);
  expect((await replays.cancel(zhou.workspaceId, waiting.id)).state).toBe('cancelled');
  expect(await aWorker().runDue()).toBe(0);

  const { id } = await ask(strict, { days: 14 });
  const worker = aWorker();
  const over = worker.runDue();
  // The worker looks at every report; asked before the first, it stops there.
  await until(async () => (await replays.find(zhou.workspaceId, id)).state === 'running');
  await replays.cancel(zhou.workspaceId, id);
  await over;
  expect(await replays.find(zhou.workspaceId, id)).toMatchObject({ state: 'cancelled', result: null });
});

async function until(happened: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await happened()); tries++) {
    if (tries > 500) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

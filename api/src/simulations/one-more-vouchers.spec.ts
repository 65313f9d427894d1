import { type AskOneMoreVoucher, OneMoreList, type OneMoreResult, OneMoreVoucher } from '@poolrise/contracts';
import type { Queue } from 'bullmq';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aFundedBrand, aVoucher, type Brand, moneyOn } from '../../test/money';
import { aNoteInPool } from '../../test/notes';
import { aShownFeed } from '../../test/shown-feed';
import { JobsService } from '../jobs/jobs.service';
import { PoliciesService } from '../pools/policies.service';
import { HistoryQueries } from './history.queries';
import { OneMoreVouchersService } from './one-more-vouchers.service';
import { PresentQueries } from './present.queries';
import { SimulationJobs } from './simulation-jobs';

const noQueue = { add: () => Promise.resolve() } as unknown as Queue;
const person = { id: randomUUID() };

let database: TestDatabase;
let questions: OneMoreVouchersService;
let worker: SimulationJobs;
let lin: Brand;
let noteId: string;
let voucherId: string;
let first: OneMoreResult;
const now = new Date();

const dayMs = 86_400_000;
const aWorker = () =>
  new SimulationJobs(
    database.db,
    new HistoryQueries(database.db),
    new PoliciesService(),
    new PresentQueries(database.db),
  );

beforeAll(async () => {
  database = await freshDatabase();
  const money = moneyOn(database.db);
  questions = new OneMoreVouchersService(database.db, new JobsService(noQueue), money.notes, money.vouchers);
  worker = aWorker();
  lin = await aFundedBrand(database.db, 50_000);
  noteId = await aShownFeed(database, lin.workspaceId);
  // The feed of the last day, of which tomorrow's is believed to be like: 1,200 impressions an hour, 8 % of them paid at most.
  await database.owner(
    `insert into engagement_hour (note_id, hour, level, rail, workspace_id, impressions)
     select id, date_trunc('hour', now()) - n * interval '1 hour', 0, 0, workspace_id, 40
     from note, generate_series(1, 25) n where exists (select from pool_run where note_id = note.id and impressions > 0)`,
  );
  voucherId = await aVoucher(database.db, lin, { kind: 'fixed', faceCents: 3_000, name: '满减券' });
});
afterAll(() => database.close());
beforeEach(() => database.owner('delete from simulation_run'));

const asked = (changes: Partial<AskOneMoreVoucher> = {}): AskOneMoreVoucher => ({
  noteId,
  voucherId,
  startsInHours: 0,
  durationHours: 6,
  worlds: 200,
  seed: 1,
  assumed: [],
  requestKey: randomUUID(),
  ...changes,
});
const ask = (changes: Partial<AskOneMoreVoucher> = {}, now?: Date) =>
  questions.ask(lin.workspaceId, person, asked(changes), now);
const find = async (id: string) => OneMoreVoucher.parse(await questions.find(lin.workspaceId, id));
async function answered(changes: Partial<AskOneMoreVoucher> = {}, now?: Date) {
  const { id } = await ask(changes, now);
  expect(await worker.runDue()).toBe(1);
  const view = await find(id);
  if (!view.result) throw new Error(`the question is ${view.state}`);
  return { ...view, result: view.result };
}

it('answers with what the note wins, what the others lose, and where else the voucher would do more', async () => {
  const { boost, result, voucherName } = await answered({}, now);
  first = result;
  expect(voucherName).toBe('满减券');
  expect(boost).toMatchObject({
    budgetCents: 7_500,
    walletCents: 4_500,
    voucherCents: 3_000,
    impressions: 5_000,
  });
  expect(result.worlds).toBe(200);
  expect(result.note.difference.impressions.visible).toBe(true);
  // What the paid slots of six hours hold, and no more.
  expect(result.from.paid).toBeLessThanOrEqual(6 * 1_200 * 0.08 + 1e-6);
  expect(result.from.paid).toBeGreaterThan(0.8 * 6 * 1_200 * 0.08);
  const { paid, ownNatural, brand, strangers, fillers } = result.from;
  expect(ownNatural + brand + strangers + fillers).toBeCloseTo(paid, 3);
  expect(result.note.difference.impressions.mean).toBeCloseTo(paid - ownNatural, 3);
  expect(result.others.notes).toBe(9);
  expect(result.alternatives).toHaveLength(5);
  expect(result.alternatives.map(({ noteId: id }) => id)).not.toContain(noteId);
  // The asked note is the one that readers love: nothing does better in worlds that did not choose it.
  expect(result.fresh?.gain.mean).toBeLessThan(0);
  expect(result.price).toMatchObject({ source: 'category', boosts: 0 });
}, 120_000);

it('gives the same answer to the same question about the same hour, and another one on another chance', async () => {
  const once = await answered({}, now);
  expect(once.result).toEqual(first);
  const other = await answered({ seed: 7_000, assumed: ['search-back'] }, now);
  expect(other.assumed).toEqual(['search-back']);
  expect(other.result.fingerprint).not.toBe(once.result.fingerprint);
  expect(other.result.hashes).not.toEqual(once.result.hashes);
}, 120_000);

it('keeps one promise for one request key, and refuses another question under it', async () => {
  const requestKey = randomUUID();
  const first = await ask({ requestKey });
  expect((await ask({ requestKey })).id).toBe(first.id);
  await expect(ask({ requestKey, seed: 2 })).rejects.toMatchObject({ code: 'request-key-reused' });
  const { items } = OneMoreList.parse(await questions.list(lin.workspaceId, { noteId }));
  expect(items).toHaveLength(1);
  expect((await questions.list(lin.workspaceId, { voucherId: randomUUID() })).items).toEqual([]);
});

it('refuses a voucher that cannot be used, a note that cannot be boosted, and one that nobody saw', async () => {
  const over = await aVoucher(database.db, lin, {
    kind: 'fixed',
    faceCents: 3_000,
    name: 'over',
    validFrom: new Date(Date.now() - 9 * dayMs),
    expiresAt: new Date(Date.now() - dayMs),
  });
  await expect(ask({ voucherId: over })).rejects.toMatchObject({ code: 'voucher-expired' });
  const used = await aVoucher(database.db, lin, { kind: 'fixed', faceCents: 3_000, name: 'used' });
  await database.owner('update voucher set used_at = now() where id = $1', [used]);
  await expect(ask({ voucherId: used })).rejects.toMatchObject({ code: 'voucher-spent' });
  const elsewhere = await aVoucher(database.db, lin, {
    kind: 'fixed',
    faceCents: 3_000,
    name: 'elsewhere',
    categories: ['pets'],
  });
  await expect(ask({ voucherId: elsewhere })).rejects.toMatchObject({ code: 'voucher-wrong-scope' });
  const unseen = await aNoteInPool(database.db, { workspaceId: lin.workspaceId });
  await expect(ask({ noteId: unseen.noteId })).rejects.toMatchObject({ code: 'nothing-to-replay' });
  await database.owner(`update note set audit_state = 'limited' where id = $1`, [unseen.noteId]);
  await expect(ask({ noteId: unseen.noteId })).rejects.toMatchObject({ code: 'note-not-boostable' });
});

it('knows nothing of the notes and vouchers of another workspace, and shows it nothing', async () => {
  const mei = await aFundedBrand(database.db, 100);
  const strange = await aVoucher(database.db, mei, { kind: 'fixed', faceCents: 3_000, name: 'strange' });
  await expect(ask({ voucherId: strange })).rejects.toMatchObject({
    code: 'not-found',
    about: { field: '/voucherId' },
  });
  const { id } = await ask();
  const theirs = questions.ask(mei.workspaceId, person, asked({ voucherId: strange }));
  await expect(theirs).rejects.toMatchObject({
    code: 'not-found',
    about: { field: '/noteId' },
  });
  await expect(questions.find(mei.workspaceId, id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(questions.cancel(mei.workspaceId, id)).rejects.toMatchObject({ code: 'not-found' });
  expect((await questions.list(mei.workspaceId, {})).items).toEqual([]);
});

it('is cancelled at once while it waits, and soon while its thread plays', async () => {
  const waiting = await ask();
  expect((await questions.cancel(lin.workspaceId, waiting.id)).state).toBe('cancelled');
  expect(await worker.runDue()).toBe(0);

  const { id } = await ask({ worlds: 1_000 });
  const over = worker.runDue();
  await until(async () => (await find(id)).progress > 0);
  await questions.cancel(lin.workspaceId, id);
  await over;
  expect(await find(id)).toMatchObject({ state: 'cancelled', result: null });
});

it('is let go of by a process that ends, so that another takes it up', async () => {
  const { id } = await ask({ worlds: 1_000 });
  const ending = aWorker();
  const over = ending.runDue();
  await until(async () => (await find(id)).progress > 0);
  ending.beforeApplicationShutdown();
  await over;
  expect(await find(id)).toMatchObject({ state: 'waiting', progress: 0 });
});

async function until(happened: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await happened()); tries++) {
    if (tries > 500) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

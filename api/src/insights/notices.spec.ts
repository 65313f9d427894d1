import type { Role } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aNoteInPool } from '../../test/notes';
import { aMember, aWorkspace, type Someone } from '../../test/people';
import { NoticesQueries } from './notices.queries';

const minuteMs = 60_000;

describe('notices', () => {
  let database: TestDatabase;
  let queries: NoticesQueries;
  let lin: string;
  let noteId: string;

  beforeEach(async () => {
    database = await freshDatabase();
    queries = new NoticesQueries(database.db);
    ({ workspaceId: lin, noteId } = await aNoteInPool(database.db, { title: '冷泡茶' }));
  });
  afterEach(() => database.close());

  const someone = (role: Role, workspaceId = lin) => aMember(database.db, workspaceId, role);
  const noticesOf = async (person: Someone, role: Role, more = {}) =>
    queries.notices(person.workspaceId, { id: person.id, role }, { limit: 50, ...more });
  const decided = (minutesAgo: number, level = 1) =>
    database.owner(
      `insert into pool_decision (note_id, workspace_id, level, to_level, outcome, reason, decided_at, policy_id, evidence, verdict)
       select $1, $2, $3::int, $3::int + 1, 'pass', 'above-peers', $4, id, '{}', '{}' from pool_policy where in_force`,
      [noteId, lin, level, new Date(Date.now() - minutesAgo * minuteMs)],
    );
  const reviewed = () =>
    database.owner(
      `insert into note_review values ($1, $2, gen_random_uuid(), 'passed', 'no promise in it', now())`,
      [noteId, lin],
    );
  const stoppedBoost = () =>
    database.owner(
      `insert into boost (workspace_id, note_id, request_key, request_hash, goal, budget_cents, voucher_cents, wallet_cents,
         cents_per_thousand, planned_impressions, audience, state, starts_at, ends_at, launched_at, ended_at, refunded_cents)
       values ($1, $2, gen_random_uuid(), '', 'reads', 7500, 0, 7500, 1500, 5000, '{}', 'stopped', now(), now(), now(), now(), 4321)`,
      [lin, noteId],
    );
  const expiringVoucher = () =>
    database.owner(
      `insert into voucher (workspace_id, name, kind, face_cents, remaining_cents, valid_from, expires_at, granted_by)
       values ($1, '¥88 off the winter boost', 'fixed', 8800, 8800, now(), now() + interval '1 day', 'Poolrise')`,
      [lin],
    );

  it('tell what happened to notes, boosts, vouchers and reviews, the latest first', async () => {
    await decided(5);
    await reviewed();
    await stoppedBoost();
    await expiringVoucher();
    const { items, unread } = await noticesOf(await someone('owner'), 'owner');
    expect(unread).toBe(4);
    expect(items.map(({ kind }) => kind).sort()).toEqual([
      'boost-stopped',
      'note-passed',
      'review-passed',
      'voucher-expiring',
    ]);
    expect(items.map(({ at }) => at)).toEqual([...items.map(({ at }) => at)].sort().reverse());
  });

  it.each(['analyst', 'client_viewer'] as const)(
    'keep vouchers and money from a %s, who may not see the wallet',
    async (role) => {
      await stoppedBoost();
      await expiringVoucher();
      const page = await noticesOf(await someone(role), role);
      expect(page.items.map(({ kind, cents }) => [kind, cents])).toEqual([['boost-stopped', null]]);
      expect(page.unread).toBe(1);
      expect(JSON.stringify(page)).not.toContain('winter boost');
      const owner = await noticesOf(await someone('owner'), 'owner');
      expect(owner.items.map(({ cents }) => cents).sort()).toEqual([4321, 8800]);
    },
  );

  it('come in pages that hold while something happens', async () => {
    for (const level of [1, 2, 3]) await decided(10 - level, level);
    const lead = await someone('owner');
    const first = await noticesOf(lead, 'owner', { limit: 2 });
    await decided(0, 4);
    const second = await noticesOf(lead, 'owner', { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ level }) => level)).toEqual([3, 2, 1]);
    expect(second.nextCursor).toBeNull();
  });

  it('are read by each person for themselves', async () => {
    await decided(5);
    const [lead, mei] = [await someone('owner'), await someone('marketer')];
    await queries.markSeen(lin, lead.id);
    expect((await noticesOf(lead, 'owner')).unread).toBe(0);
    expect((await noticesOf(mei, 'marketer')).unread).toBe(1);
  });

  it('never tell of another workspace', async () => {
    await decided(5);
    await reviewed();
    await stoppedBoost();
    await expiringVoucher();
    const wen = await someone('owner', await aWorkspace(database.db));
    expect(await noticesOf(wen, 'owner')).toMatchObject({ items: [], nextCursor: null, unread: 0 });
  });
});

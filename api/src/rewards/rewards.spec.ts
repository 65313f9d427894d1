import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aCaller, aDesk } from '../../test/recruitments';
import { achievers, aPlan, aReadNote, dayMs, fullHour, type Rewarding, rewardsOn } from '../../test/rewards';
import type { Caller } from '../http/caller';
import { Refused } from '../http/refused';

const codeOf = (error: unknown): string => (error instanceof Refused ? error.code : String(error));
const codes = async (asked: Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(asked)).map((one) => (one.status === 'fulfilled' ? 'done' : codeOf(one.reason)));
const claimKey = () => ({ requestKey: randomUUID() });

describe('reward plans', () => {
  let database: TestDatabase;
  let at: Rewarding;
  let platform: Caller;
  beforeAll(async () => {
    database = await freshDatabase(20);
    at = rewardsOn(database.db);
    platform = await aCaller(database.db, 'platform', 'Ops');
  });
  afterAll(() => database.close());

  const plan = (about: Parameters<typeof aPlan>[2] = {}) => aPlan(database.db, platform.workspaceId, about);
  const issuedOf = async (planId: string) =>
    (await database.owner<{ issued: number }>('select issued from reward_plan where id = $1', [planId]))[0]
      ?.issued;
  const claimIdOf = async (planId: string) =>
    (await database.owner<{ id: string }>('select id from reward_claim where plan_id = $1', [planId]))[0]
      ?.id ?? '';
  const vouchersOf = async (desk: Caller) =>
    (await at.vouchersQueries.list(desk.workspaceId, { limit: 50 })).items.map(({ state }) => state);

  /** Natural reads of a note, each on a page of its own; the readers take turns. */
  const openedAgain = (noteId: string, { times, readers }: { times: number; readers: number }) =>
    database.owner(
      `with page as (
         insert into feed_page (id, application_id, reader_key, placement, served_at, expires_at, note_ids, rails, levels, boost_ids)
         select nextval('feed_page_id'), gen_random_uuid(), n % $3::int, 1, now(), now(), array[$1::uuid], '{2}', '{0}', array[null::uuid]
           from generate_series(1, $2::int) n returning id)
       insert into engagement_event (page_id, position, kind, event_key, note_id, level, rail, value, at)
       select id, 1, 1, $4::uuid, $1, 0, 2, 0, now() - interval '2 hours' from page`,
      [noteId, times, readers, randomUUID()],
    );

  it('say line by line what is missing, and let nobody in who does not meet them', async () => {
    const desk = await aDesk(database.db, { followers: 760, categories: ['food'] });
    const asks = {
      followersMin: 1_000,
      followersMax: null,
      categories: ['food' as const],
      notesInDays: { notes: 1, days: 30 },
      noViolationDays: 30,
      growthLevelMin: null,
      accountTied: true,
    };
    const planId = await plan({ eligibility: asks });
    const { eligible, eligibility, state } = await at.queries.one(desk.workspaceId, planId);
    expect({ eligible, state }).toEqual({ eligible: false, state: 'eligible' });
    expect(eligibility.filter(({ met }) => !met)).toEqual([
      { rule: 'followers-min', met: false, needs: 1_000, has: 760, missing: 240 },
      { rule: 'notes-in-days', met: false, needs: 1, has: 0, missing: 1, days: 30 },
    ]);
    expect(await codes([at.rewards.enrol(desk, planId)])).toEqual(['reward-unfit']);

    await aReadNote(database.db, desk, []);
    await database.owner('update creator set followers = 1000 where id = $1', [desk.creatorId]);
    expect((await at.rewards.enrol(desk, planId)).state).toBe('enrolled');
    expect((await at.rewards.enrol(desk, planId)).enrolledAt).not.toBeNull();
    await aReadNote(database.db, desk, [], { auditState: 'rejected' });
    const rule = (await at.queries.one(desk.workspaceId, planId)).eligibility.find(
      (one) => one.rule === 'no-violation',
    );
    expect(rule).toMatchObject({ met: false, has: 1, missing: 29 });
  });

  it('are lived from the enrolment to a voucher that is spent', async () => {
    const desk = await aDesk(database.db);
    const planId = await plan();
    await at.rewards.enrol(desk, planId);
    expect(await codes([at.claims.claim(desk, planId, claimKey())])).toEqual(['reward-not-achieved']);
    const now = Date.now();
    await aReadNote(database.db, desk, [{ at: now - 3_600_000, reads: 1 }]);
    await at.progress.measureDue();
    expect(await at.queries.one(desk.workspaceId, planId)).toMatchObject({
      state: 'in-progress',
      progress: [
        { done: 1, needed: 1 },
        { done: 1, needed: 2 },
      ],
    });
    // Bought readers earn nothing.
    await aReadNote(database.db, desk, [{ at: now - 3_600_000, reads: 50, rail: 3 }]);
    await at.progress.measureDue();
    expect((await at.queries.one(desk.workspaceId, planId)).state).toBe('in-progress');
    await aReadNote(database.db, desk, [{ at: now - 3_600_000, reads: 1 }]);
    await at.progress.measureDue();
    expect((await at.queries.list(desk.workspaceId, { show: 'mine' })).claimable).toBe(1);

    const claimed = await at.claims.claim(desk, planId, claimKey());
    expect(claimed).toMatchObject({ state: 'issued', issued: 1, claim: { cashCents: 0 } });
    expect(await vouchersOf(desk)).toEqual(['usable']);
    const past = async () => (await at.queries.history(desk.workspaceId, { limit: 50 })).items[0];
    const kinds = async () => (await past())?.steps.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['claimed', 'issued']);
    expect(Date.parse((await past())?.usableUntil ?? '')).toBeGreaterThan(now);
    await database.owner('update voucher set used_at = now() where id = $1', [claimed.claim?.voucherIds[0]]);
    expect(await kinds()).toEqual(['claimed', 'issued', 'redeemed']);
    expect((await at.queries.one(desk.workspaceId, planId)).state).toBe('redeemed');
    await database.owner(
      `update voucher set used_at = null, expires_at = now() - interval '1 second' where id = $1`,
      [claimed.claim?.voucherIds[0]],
    );
    expect((await at.queries.one(desk.workspaceId, planId)).state).toBe('expired');
    const { items } = await at.queries.history(desk.workspaceId, { limit: 50 });
    expect(items).toMatchObject([{ planId, claim: { state: 'expired' }, usableUntil: null }]);
    expect(await kinds()).toEqual(['claimed', 'issued', 'expired']);
  });

  it('pay cash and vouchers in the journal, which adds up', async () => {
    const planId = await plan({
      rewards: [
        { kind: 'cash', cents: 5_000 },
        { kind: 'voucher-cents', faceCents: 2_000, minimumBudgetCents: 7_500, validDays: 10 },
        { kind: 'badge', name: { zh: '新芽', en: 'Sprout' } },
      ],
    });
    const [desk] = await achievers(database.db, planId, 1);
    if (!desk) throw new Error('nobody came');
    expect((await at.claims.claim(desk, planId, claimKey())).claim).toMatchObject({ cashCents: 5_000 });
    const balances = await database.owner(
      `select name, balance_cents::int as cents from ledger_account where workspace_id = $1 and balance_cents <> 0 order by name`,
      [desk.workspaceId],
    );
    expect(balances).toEqual([
      { name: 'cash', cents: 5_000 },
      { name: 'issued', cents: -7_000 },
      { name: 'voucher', cents: 2_000 },
    ]);
  });

  it('issue twenty of twenty places when two hundred claim at the same moment, and nobody two', async () => {
    const planId = await plan({ quota: 20 });
    const desks = await achievers(database.db, planId, 200);
    const said = await codes(desks.map((desk) => at.claims.claim(desk, planId, claimKey())));
    expect(said.filter((word) => word === 'done')).toHaveLength(20);
    expect(said.filter((word) => word === 'reward-quota-gone')).toHaveLength(180);
    expect(await issuedOf(planId)).toBe(20);
    const [granted] = await database.owner<{ vouchers: number; desks: number }>(
      `select count(*)::int as vouchers, count(distinct workspace_id)::int as desks from voucher where workspace_id = any($1)`,
      [desks.map(({ workspaceId }) => workspaceId)],
    );
    expect(granted).toEqual({ vouchers: 20, desks: 20 });
  });

  it('answer a claim that is sent again as before, refuse another one, and hide those of others', async () => {
    const planId = await plan();
    const [desk, stranger] = await achievers(database.db, planId, 2);
    if (!desk || !stranger) throw new Error('nobody came');
    const ask = claimKey();
    const answers = await Promise.all(Array.from({ length: 8 }, () => at.claims.claim(desk, planId, ask)));
    expect(new Set(answers.map(({ claim }) => claim?.id)).size).toBe(1);
    expect(await vouchersOf(desk)).toEqual(['usable']);
    expect(await issuedOf(planId)).toBe(1);
    expect(await codes([at.claims.claim(desk, planId, claimKey())])).toEqual(['reward-already-claimed']);
    const other = await aDesk(database.db);
    expect(await codes([at.claims.claim(other, planId, ask)])).toEqual(['not-found']);
    expect((await at.queries.history(other.workspaceId, { limit: 50 })).items).toEqual([]);
    // One desk that asks twice at once under two keys gets one reward.
    const two = await codes([
      at.claims.claim(stranger, planId, claimKey()),
      at.claims.claim(stranger, planId, claimKey()),
    ]);
    expect(two.sort()).toEqual(['done', 'reward-already-claimed']);
  });

  it('count what happened before the close and arrives late, and nothing that arrives later still', async () => {
    const desk = await aDesk(database.db);
    const closesAt = fullHour(Date.now()) + dayMs;
    const planId = await plan({ closesAt, lateHours: 2 });
    await at.rewards.enrol(desk, planId);
    const noteId = await aReadNote(database.db, desk, [{ at: closesAt - 1, reads: 1 }]);
    const arrives = (happenedAt: number) =>
      database.owner(
        `insert into engagement_hour (note_id, hour, level, rail, workspace_id, clicks) values ($1, $2, 0, 1, $3, 1)
         on conflict on constraint engagement_hour_pkey do update set clicks = engagement_hour.clicks + 1`,
        [noteId, new Date(fullHour(happenedAt)), desk.workspaceId],
      );
    const done = async (now: number) => {
      await at.progress.mark([desk.workspaceId], new Date(now));
      await at.progress.measureDue(new Date(now));
      const { progress } = await at.queries.one(desk.workspaceId, planId, new Date(now));
      return progress[1]?.done;
    };
    expect(await done(closesAt - 1_000)).toBe(1);
    // Read after the close: does not count, however early it arrives.
    await arrives(closesAt + 1_000);
    expect(await done(closesAt + 2_000)).toBe(1);
    const others = await aDesk(database.db);
    await database.owner(
      'insert into reward_enrolment (plan_id, workspace_id, creator_id, enrolled_at, measure_at) values ($1, $2, $3, now(), now())',
      [planId, others.workspaceId, others.creatorId],
    );
    // Read before it and told an hour after: counts.
    await arrives(closesAt - 1_000);
    expect(await done(closesAt + 3_600_000)).toBe(2);
    // The other one's reader tells of it when counting is over.
    const late = await aReadNote(database.db, others, []);
    const over = closesAt + 2 * 3_600_000;
    await at.progress.measureDue(new Date(over));
    await database.owner(
      'insert into engagement_hour (note_id, hour, level, rail, workspace_id, clicks) values ($1, $2, 0, 1, $3, 9)',
      [late, new Date(closesAt - 3_600_000), others.workspaceId],
    );
    await at.progress.mark([others.workspaceId], new Date(over + 1));
    await at.progress.measureDue(new Date(over + 1));
    expect(await at.queries.one(others.workspaceId, planId, new Date(over + 1))).toMatchObject({
      state: 'missed',
      progress: [{ done: 1 }, { done: 0 }],
    });
    // Whoever was done has a week to claim, and no more.
    expect(await codes([at.claims.claim(desk, planId, claimKey(), new Date(over + 7 * dayMs))])).toEqual([
      'reward-over',
    ]);
    expect(await codes([at.claims.claim(desk, planId, claimKey(), new Date(over + 1))])).toEqual(['done']);
  });

  it('hold a claim that looks wrong in its place, and issue it only when somebody releases it', async () => {
    const planId = await plan({ quota: 1 });
    const [held, waits] = await achievers(database.db, planId, 2);
    if (!held || !waits) throw new Error('nobody came');
    await database.owner(
      `update reward_enrolment set hold_reasons = '{shared-person}' where workspace_id = $1`,
      [held.workspaceId],
    );
    expect((await at.claims.claim(held, planId, claimKey())).claim).toMatchObject({
      state: 'held',
      holdReasons: ['shared-person'],
      voucherIds: [],
    });
    expect(await codes([at.claims.claim(waits, planId, claimKey())])).toEqual(['reward-quota-gone']);
    const claimId = await claimIdOf(planId);
    expect(await codes([at.claims.release(held, claimId, 'mine')])).toEqual(['platform-only']);
    await Promise.all([1, 2, 3].map(() => at.claims.release(platform, claimId, 'Two sisters, two desks')));
    expect(await vouchersOf(held)).toEqual(['usable']);
    expect(await codes([at.claims.refuse(platform, claimId, 'late')])).toEqual(['reward-not-held']);
    await at.claims.revoke(platform, claimId, 'Bought readers after all');
    expect(await vouchersOf(held)).toEqual(['revoked']);
    expect(await issuedOf(planId)).toBe(1);
    expect((await at.queries.one(held.workspaceId, planId)).claim).toMatchObject({
      state: 'revoked',
      reason: 'Bought readers after all',
    });
  });

  it('give the place of a refused claim to whoever comes next', async () => {
    const planId = await plan({ quota: 1 });
    const [held, waits] = await achievers(database.db, planId, 2);
    if (!held || !waits) throw new Error('nobody came');
    await database.owner(
      `update reward_enrolment set hold_reasons = '{unusual-figures}' where workspace_id = $1`,
      [held.workspaceId],
    );
    await at.claims.claim(held, planId, claimKey());
    const claimId = await claimIdOf(planId);
    await at.claims.refuse(platform, claimId, 'Bought followers');
    await at.claims.refuse(platform, claimId, 'Bought followers');
    expect(await issuedOf(planId)).toBe(0);
    expect(await codes([at.claims.claim(waits, planId, claimKey())])).toEqual(['done']);
    expect(await codes([at.claims.claim(held, planId, claimKey())])).toEqual(['reward-already-claimed']);
    expect(await vouchersOf(held)).toEqual([]);
  });

  it('notice one person at two desks, and traffic that was set aside', async () => {
    const [first, second] = [await aDesk(database.db), await aDesk(database.db)];
    await database.owner(`insert into member (workspace_id, person_id, role) values ($1, $2, 'creator')`, [
      second.workspaceId,
      first.person?.id,
    ]);
    const planId = await plan({ tasks: [{ kind: 'publish', notes: 1 }] });
    for (const desk of [first, second]) {
      await at.rewards.enrol(desk, planId);
      await aReadNote(database.db, desk, []);
    }
    await at.progress.measureDue();
    expect((await at.claims.claim(first, planId, claimKey())).claim?.holdReasons).toEqual(['shared-person']);
  });

  it('notice reads that come from a few people who open a note again and again', async () => {
    const [crowd, few] = [await aDesk(database.db), await aDesk(database.db)];
    const planId = await plan({ tasks: [{ kind: 'publish', notes: 1 }] });
    for (const [desk, readers] of [
      [crowd, 20],
      [few, 3],
    ] as const) {
      await at.rewards.enrol(desk, planId);
      await openedAgain(await aReadNote(database.db, desk, []), { times: 24, readers });
    }
    await at.progress.measureDue();
    const reasons = async (desk: Caller) =>
      (await at.claims.claim(desk, planId, claimKey())).claim?.holdReasons;
    expect([await reasons(crowd), await reasons(few)]).toEqual([[], ['few-readers']]);
  });

  it('are counted again only where readers moved a note', async () => {
    const planId = await plan();
    const desks = await Promise.all([1, 2, 3].map(() => aDesk(database.db)));
    for (const desk of desks) await at.rewards.enrol(desk, planId);
    await at.progress.measureDue();
    const soon = new Date(Date.now() + 5_000);
    expect(await at.progress.measureDue(soon)).toBe(0);
    await at.progress.mark([desks[1]?.workspaceId ?? ''], soon);
    expect(await at.progress.measureDue(soon)).toBe(1);
    // A lost mark is made good within the hour.
    expect(await at.progress.measureDue(new Date(Date.now() + 2 * 3_600_000))).toBeGreaterThanOrEqual(3);
  });
});

import type { BoostView } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { type Approvals, approvalsOn, aCallerIn, askedFor, waitAbove } from '../../test/approvals';
import { aCampaign, aCampaignCast } from '../../test/campaigns';
import { type TestDatabase, freshDatabase } from '../../test/database';
import { aFundedBrand, anAsk, balancesOf, moneyOn } from '../../test/money';
import { anInvite, dayMs } from '../../test/orders';
import { aRace, aRacingBrand } from '../../test/races';

describe('acts above the limit of a workspace', () => {
  let database: TestDatabase;
  let stage: Approvals;

  beforeAll(async () => {
    database = await freshDatabase(25);
    stage = approvalsOn(database.db);
  });
  afterAll(() => database.close());

  /** A brand with ¥300 where more than ¥80 needs a second person; Mei asks and Wei may agree. */
  const aBrand = async (cents = 30_000) => {
    const brand = await aFundedBrand(database.db, cents);
    await waitAbove(database.db, brand.workspaceId, 8_000);
    return {
      ...brand,
      mei: await aCallerIn(database.db, brand.workspaceId),
      wei: await aCallerIn(database.db, brand.workspaceId, 'finance', 'Wei'),
    };
  };
  type Brand = Awaited<ReturnType<typeof aBrand>>;
  const large = (brand: Brand) => anAsk(brand, { budgetCents: 15_000, durationHours: 24 });
  const boostsOf = async (brand: Brand) =>
    database.db.read(brand.workspaceId, 'select id, launched_by as "launchedBy" from boost');
  const approve = (brand: Brand, id: string, who = brand.wei, now = new Date()) =>
    stage.approvals.approve(brand.workspaceId, who.person?.id ?? '', id, now);

  it('go on at once up to the limit, and above it wait with nothing done', async () => {
    const brand = await aBrand();
    const small = anAsk(brand, { budgetCents: 8_000 });
    const view = await stage.door.through<BoostView>(brand.mei, 'launch-boost', small);
    expect(view.state).toBe('running');
    const before = await balancesOf(database.db, brand);

    const id = await askedFor(stage, brand.mei, 'launch-boost', large(brand));
    expect(await balancesOf(database.db, brand)).toEqual(before);
    expect(await boostsOf(brand)).toHaveLength(1);
    expect(await stage.queries.approval(brand.workspaceId, brand.mei.person?.id ?? null, id)).toMatchObject({
      kind: 'launch-boost',
      title: '一杯好茶的早晨',
      state: 'waiting',
      own: true,
      askedBy: 'Mei',
      commitsCents: 15_000,
      limitCents: 8_000,
      subjectId: brand.noteId,
      resultId: null,
      figures: { budgetCents: 15_000, walletCents: 15_000, voucherCents: 0, impressions: 10_000, hours: 24 },
      deciders: 1,
    });
  });

  it('are carried out for whoever asked when a second person agrees, and the first request then finds what came of it', async () => {
    const brand = await aBrand();
    const ask = large(brand);
    const id = await askedFor(stage, brand.mei, 'launch-boost', ask);
    const agreed = await approve(brand, id);
    expect(agreed).toMatchObject({ state: 'approved', decidedBy: 'Wei' });
    expect(await boostsOf(brand)).toEqual([{ id: agreed.resultId, launchedBy: brand.mei.person?.id }]);
    expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 15_000, reserved: 15_000 });

    const found = await stage.door.through<BoostView>(brand.mei, 'launch-boost', ask);
    expect(found.id).toBe(agreed.resultId);
    expect(await boostsOf(brand)).toHaveLength(1);
  });

  it('are asked for once when the same request comes ten times at the same moment, and differ under a key never', async () => {
    const brand = await aBrand();
    const ask = large(brand);
    const ids = await Promise.all(
      Array.from({ length: 10 }, () => askedFor(stage, brand.mei, 'launch-boost', ask)),
    );
    expect(new Set(ids).size).toBe(1);
    await expect(
      askedFor(stage, brand.mei, 'launch-boost', { ...ask, budgetCents: 16_000 }),
    ).rejects.toMatchObject({ code: 'request-key-reused' });
  });

  it('happen once when ten people agree at the same moment, and the others hear who was first', async () => {
    const brand = await aBrand();
    const id = await askedFor(stage, brand.mei, 'launch-boost', large(brand));
    const others = await Promise.all(
      Array.from({ length: 10 }, () => aCallerIn(database.db, brand.workspaceId, 'finance')),
    );
    const outcomes = await Promise.allSettled(others.map((who) => approve(brand, id, who)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'approval-decided' });
    expect(await boostsOf(brand)).toHaveLength(1);
    expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 15_000, reserved: 15_000 });
  });

  it('happen once when one person presses ten times, and one way when half agree and half reject', async () => {
    const brand = await aBrand(60_000);
    const first = await askedFor(stage, brand.mei, 'launch-boost', large(brand));
    const views = await Promise.all(Array.from({ length: 10 }, () => approve(brand, first)));
    expect(new Set(views.map(({ resultId }) => resultId)).size).toBe(1);

    const second = await askedFor(stage, brand.mei, 'launch-boost', large(brand));
    const others = await Promise.all(
      Array.from({ length: 8 }, () => aCallerIn(database.db, brand.workspaceId, 'finance')),
    );
    const outcomes = await Promise.allSettled(
      others.map((who, at) =>
        at % 2
          ? approve(brand, second, who)
          : stage.approvals.reject(brand.workspaceId, who.person?.id ?? '', second, { reason: 'Too dear' }),
      ),
    );
    const decided = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(decided).toHaveLength(1);
    expect(await boostsOf(brand)).toHaveLength(decided[0]?.state === 'approved' ? 2 : 1);
  });

  it('are never agreed to by whoever asked, who may say what for and take it back', async () => {
    const brand = await aBrand();
    const ask = large(brand);
    const id = await askedFor(stage, brand.mei, 'launch-boost', ask);
    await expect(approve(brand, id, brand.mei)).rejects.toMatchObject({ code: 'approval-own' });
    const said = { words: 'It passed the third gate' };
    await expect(
      stage.approvals.explain(brand.workspaceId, brand.wei.person?.id ?? '', id, said),
    ).rejects.toMatchObject({ code: 'approval-not-own' });
    expect(
      await stage.approvals.explain(brand.workspaceId, brand.mei.person?.id ?? '', id, said),
    ).toMatchObject(said);
    const back = { reason: 'The note was taken down' };
    expect(
      await stage.approvals.reject(brand.workspaceId, brand.mei.person?.id ?? '', id, back),
    ).toMatchObject({ state: 'withdrawn', decidedBy: null, ...back });
    await expect(approve(brand, id)).rejects.toMatchObject({ code: 'approval-over' });
    await expect(askedFor(stage, brand.mei, 'launch-boost', ask)).rejects.toMatchObject({
      code: 'approval-over',
    });
    expect(await boostsOf(brand)).toEqual([]);
  });

  it('that cannot be done any more leave nothing, say why, and wait on until they can', async () => {
    const brand = await aBrand(15_000);
    const id = await askedFor(stage, brand.mei, 'launch-boost', large(brand));
    await stage.boosts.launch(brand.workspaceId, null, anAsk(brand));
    await expect(approve(brand, id)).rejects.toMatchObject({ code: 'wallet-too-low' });
    expect(await stage.queries.approval(brand.workspaceId, null, id)).toMatchObject({
      state: 'waiting',
      refusal: { code: 'wallet-too-low' },
    });
    expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 7_500, reserved: 7_500 });

    await moneyOn(database.db).topUps.ask(brand.workspaceId, null, {
      cents: 10_000,
      reference: 'wire',
      requestKey: randomUUID(),
    });
    expect(await approve(brand, id)).toMatchObject({ state: 'approved', refusal: null });
  });

  it('that could not be done now are refused at once and ask nobody', async () => {
    const brand = await aBrand(10_000);
    await expect(askedFor(stage, brand.mei, 'launch-boost', large(brand))).rejects.toMatchObject({
      code: 'wallet-too-low',
    });
    expect((await stage.queries.list(brand.workspaceId, null, { limit: 10 })).items).toEqual([]);
  });

  it('run out after three days, by two workers at once, each request once', async () => {
    const brand = await aBrand();
    const id = await askedFor(stage, brand.mei, 'launch-boost', large(brand));
    const later = new Date(Date.now() + 3 * dayMs + 1_000);
    // Late, and before any worker was there.
    await expect(approve(brand, id, brand.wei, later)).rejects.toMatchObject({ code: 'approval-over' });
    const ended = await Promise.all([stage.approvals.expireDue(later), stage.approvals.expireDue(later)]);
    expect(ended.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
    const view = await stage.queries.approval(brand.workspaceId, null, id);
    expect(view).toMatchObject({ state: 'expired', decidedBy: null, decidedAt: view.expiresAt });
    expect(await stage.approvals.expireDue(later)).toBe(0);
  });

  it('stay in their own workspace', async () => {
    const [brand, other] = [await aBrand(), await aBrand()];
    const id = await askedFor(stage, brand.mei, 'launch-boost', large(brand));
    for (const act of [
      () => stage.approvals.approve(other.workspaceId, other.wei.person?.id ?? '', id),
      () => stage.approvals.reject(other.workspaceId, other.wei.person?.id ?? '', id, { reason: 'no' }),
      () => stage.queries.approval(other.workspaceId, null, id),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are kept as they were asked for: the database takes no other amount, decider or end', async () => {
    const brand = await aBrand();
    const id = await askedFor(stage, brand.mei, 'launch-boost', large(brand));
    const inBrand = (sql: string) => database.db.inWorkspace(brand.workspaceId, (tx) => tx.query(sql, [id]));
    for (const sql of [
      `update approval_request set command = '{}' where id = $1`,
      'update approval_request set commits_cents = 9000 where id = $1',
      'delete from approval_request where id = $1',
    ])
      await expect(inBrand(sql)).rejects.toThrow(/permission denied/);
    await expect(
      inBrand(`update approval_request set state = 'approved', decided_at = now() where id = $1`),
    ).rejects.toThrow(/approval_has_result/);
    await expect(inBrand('update approval_request set decided_by = asked_by where id = $1')).rejects.toThrow(
      /approval_by_a_second_person/,
    );
  });

  it('are races, campaigns and invitations as well', async () => {
    const racing = await aRacingBrand(database.db, 100_000);
    await waitAbove(database.db, racing.workspaceId, 50_000);
    const [mei, wei] = [
      await aCallerIn(database.db, racing.workspaceId),
      await aCallerIn(database.db, racing.workspaceId, 'finance', 'Wei'),
    ];
    const race = await askedFor(stage, mei, 'start-race', aRace(racing));
    const started = await stage.approvals.approve(racing.workspaceId, wei.person?.id ?? '', race);
    expect(await stage.queries.approval(racing.workspaceId, null, race)).toMatchObject({
      figures: { budgetCents: 80_000, notes: 2, rounds: 4, hours: 48 },
    });
    expect(
      await database.db.read(racing.workspaceId, 'select id from race where id = $1', [started.resultId]),
    ).toHaveLength(1);

    const cast = await aCampaignCast(database.db);
    await waitAbove(database.db, cast.workspaceId, 500_000);
    const lin = await aCallerIn(database.db, cast.workspaceId, 'owner', 'Lin');
    const draft = await stage.campaigns.create(cast.caller, aCampaign());
    const plan = { campaignId: draft.id, move: 'plan' as const, version: draft.version };
    const planned = await askedFor(stage, cast.caller, 'plan-campaign', plan);
    expect(await askedFor(stage, cast.caller, 'plan-campaign', plan)).toBe(planned);
    await stage.approvals.approve(cast.workspaceId, lin.person?.id ?? '', planned);
    expect(
      await database.db.read(cast.workspaceId, 'select state from campaign where id = $1', [draft.id]),
    ).toEqual([{ state: 'planned' }]);

    const held = await balancesOf(database.db, cast);
    const invite = anInvite(cast, { draftDueAt: new Date(Date.now() + 7 * dayMs).toISOString() });
    const invited = await askedFor(stage, cast.caller, 'invite-creator', invite);
    expect(await balancesOf(database.db, cast)).toEqual(held);
    const order = await stage.approvals.approve(cast.workspaceId, lin.person?.id ?? '', invited);
    expect(order).toMatchObject({
      commitsCents: 550_000,
      figures: { quoteCents: 500_000, heldCents: 550_000 },
    });
    expect((await balancesOf(database.db, cast))['reserved']).toBe((held['reserved'] ?? 0) + 550_000);
  });
});

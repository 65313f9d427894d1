import { randomUUID } from 'node:crypto';
import { aCampaign, campaignsOn } from '../../test/campaigns';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aFundedBrand, anAsk, balancesOf, type Brand } from '../../test/money';
import { aRule, hoursOf, rulesOn } from '../../test/rules';
import { lastFullHour } from './ruled-boosts';

const hourMs = 3_600_000;

describe('rules that look after boosts', () => {
  let database: TestDatabase;
  let stage: ReturnType<typeof rulesOn>;
  const now = new Date(lastFullHour(new Date()) + 10 * 60_000);

  beforeAll(async () => {
    database = await freshDatabase(25);
    stage = rulesOn(database.db);
  });
  afterAll(() => database.close());

  const actor = (brand: Brand) => ({ workspaceId: brand.workspaceId, person: null });
  /** A boost for ¥150 with these full hours behind it. */
  const aBoost = async (brand: Brand, hours: [number, number][], campaignId?: string) => {
    const ask = anAsk(brand, { budgetCents: 15_000, durationHours: 48, ...(campaignId && { campaignId }) });
    const { id } = await stage.boosts.launch(brand.workspaceId, null, ask);
    await hoursOf(database.db, id, hours, now);
    return id;
  };
  const stateOf = async (brand: Brand, id: string) =>
    (
      await database.db.read<{ state: string }>(brand.workspaceId, 'select state from boost where id = $1', [
        id,
      ])
    )[0]?.state;
  const hitsOf = (brand: Brand, ruleId: string) =>
    stage.queries.hits(brand.workspaceId, ruleId, { limit: 50 });
  /** A rule that somebody looked at and made live. */
  const aLiveRule = async (brand: Brand, ask: Parameters<typeof aRule>[0] = {}) => {
    const rule = await stage.rules.write(actor(brand), aRule(ask), now);
    const { hitCount } = await stage.queries.replay(brand.workspaceId, { ...aRule(ask), days: 7 }, now);
    const seen = { days: 7 as const, hits: hitCount };
    return stage.rules.switch(actor(brand), rule.id, { state: 'live', version: rule.version, seen }, now);
  };

  it('on trial write down what they would have done with its figures, once, and touch nothing', async () => {
    const brand = await aFundedBrand(database.db, 30_000);
    const boost = await aBoost(brand, [
      [800, 4],
      [800, 4],
    ]);
    const rule = await stage.rules.write(actor(brand), aRule(), now);
    expect(rule).toMatchObject({ state: 'dry-run', watching: 1, done: 0, would: 0, changesPerDay: 2 });
    const before = await balancesOf(database.db, brand);
    await stage.watch.lookAtDue(now);
    await stage.watch.lookAtDue(new Date(now.getTime() + hourMs));
    const { items } = await hitsOf(brand, rule.id);
    expect(items).toMatchObject([
      {
        boostId: boost,
        outcome: 'would',
        hour: new Date(lastFullHour(now)).toISOString(),
        evidence: {
          value: 0.005,
          threshold: 0.03,
          impressions: 1_600,
          reads: 8,
          spentCents: 2_400,
          budgetCents: 15_000,
        },
      },
    ]);
    expect(items[0]?.evidence.high).toBeLessThan(0.03);
    expect(await stateOf(brand, boost)).toBe('running');
    expect(await balancesOf(database.db, brand)).toEqual(before);
  });

  it('are made live only by somebody who has seen the replay as it is now', async () => {
    const brand = await aFundedBrand(database.db, 30_000);
    await aBoost(brand, [[1_600, 8]]);
    const { id, version } = await stage.rules.write(actor(brand), aRule(), now);
    const live = (hits?: number) =>
      stage.rules.switch(
        actor(brand),
        id,
        { state: 'live', version, ...(hits !== undefined && { seen: { days: 7, hits } }) },
        now,
      );
    await expect(live()).rejects.toMatchObject({
      code: 'rule-not-looked-at',
      about: { figures: { hits: 1 } },
    });
    await expect(live(0)).rejects.toMatchObject({ code: 'rule-not-looked-at' });
    expect(await live(1)).toMatchObject({ state: 'live', version: version + 1 });
    await expect(live(1)).rejects.toMatchObject({ code: 'rule-moved-on' });
    // Changed, it is on trial again.
    const changed = await stage.rules.change(
      actor(brand),
      id,
      { name: 'x', campaignId: null, condition: aRule().condition, action: 'notify', version: version + 1 },
      now,
    );
    expect(changed).toMatchObject({ state: 'dry-run', liveAt: null });
  });

  it('stop what is surely bad and give its money back, and leave alone what might be well', async () => {
    const brand = await aFundedBrand(database.db, 60_000);
    const bad = await aBoost(brand, [[2_000, 20]]);
    // 2.7 % of 1,000: below, but no more than chance.
    const unsure = await aBoost(brand, [[1_000, 27]]);
    const few = await aBoost(brand, [[999, 0]]);
    const rule = await aLiveRule(brand);
    await stage.watch.lookAtDue(now);
    expect(await Promise.all([bad, unsure, few].map((id) => stateOf(brand, id)))).toEqual([
      'stopped',
      'running',
      'running',
    ]);
    expect(await balancesOf(database.db, brand)).toMatchObject({
      cash: 27_000,
      reserved: 30_000,
      spent: 3_000,
    });
    expect((await hitsOf(brand, rule.id)).items).toMatchObject([{ boostId: bad, outcome: 'done' }]);
    const trail = await database.db.read(
      brand.workspaceId,
      `select subject_id as "boostId", detail ->> 'ruleId' as "ruleId" from audit_event where action = 'rule.acted'`,
    );
    expect(trail).toEqual([{ boostId: bad, ruleId: rule.id }]);
  });

  it('do it once when ten workers look at the same moment', async () => {
    const brand = await aFundedBrand(database.db, 60_000);
    const boosts = [await aBoost(brand, [[2_000, 20]]), await aBoost(brand, [[2_000, 20]])];
    const rule = await aLiveRule(brand);
    await Promise.all(Array.from({ length: 10 }, () => stage.watch.lookAtDue(now)));
    const { items } = await hitsOf(brand, rule.id);
    expect(items.map(({ boostId }) => boostId).sort()).toEqual([...boosts].sort());
    expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 54_000, reserved: 0, spent: 6_000 });
  });

  it('tell at most twice a day of one boost, say once that they hold back, and tell again the day after', async () => {
    const brand = await aFundedBrand(database.db, 30_000);
    await aBoost(brand, [[4_000, 8]]);
    const condition = { ...aRule().condition, windowHours: 168 };
    const rule = await aLiveRule(brand, { action: 'notify', condition });
    const outcomes = async () => (await hitsOf(brand, rule.id)).items.map(({ outcome }) => outcome).reverse();
    for (let hour = 0; hour < 6; hour++) await stage.watch.lookAtDue(new Date(now.getTime() + hour * hourMs));
    expect(await outcomes()).toEqual(['done', 'done', 'limited']);
    await stage.watch.lookAtDue(new Date(now.getTime() + 24 * hourMs));
    expect(await outcomes()).toEqual(['done', 'done', 'limited', 'done']);
  });

  it('of a campaign look after its boosts alone', async () => {
    const brand = await aFundedBrand(database.db, 60_000);
    const { campaigns } = campaignsOn(database.db);
    const { id: campaignId } = await campaigns.create(
      { ...actor(brand), key: null, sessionHash: null },
      aCampaign(),
    );
    const [inside, outside] = [
      await aBoost(brand, [[2_000, 20]], campaignId),
      await aBoost(brand, [[2_000, 20]]),
    ];
    const rule = await aLiveRule(brand, { campaignId });
    expect(rule).toMatchObject({ campaign: { id: campaignId, name: '春茶上新' }, watching: 1 });
    await stage.watch.lookAtDue(now);
    expect([await stateOf(brand, inside), await stateOf(brand, outside)]).toEqual(['stopped', 'running']);
  });

  it('replay what is over by the kept hours, in their own workspace, and change nothing', async () => {
    const [brand, other] = [await aFundedBrand(database.db, 60_000), await aFundedBrand(database.db, 30_000)];
    await aBoost(other, [[2_000, 0]]);
    // The latest hour first: sure at the end of the third from the start, with 2,000 impressions to come.
    const boost = await aBoost(brand, [
      [2_000, 20],
      [500, 5],
      [500, 5],
      [200, 2],
    ]);
    await stage.boosts.stop(brand.workspaceId, null, boost);
    const replay = await stage.queries.replay(brand.workspaceId, { ...aRule(), days: 14 }, now);
    expect(replay).toMatchObject({
      boosts: 1,
      capped: false,
      hitCount: 1,
      boostsHit: 1,
      laterCents: 3_000,
      hits: [
        {
          boostId: boost,
          hour: new Date(lastFullHour(now) - hourMs).toISOString(),
          evidence: { impressions: 1_200 },
        },
      ],
    });
    expect(await database.db.read(brand.workspaceId, 'select from automation_hit')).toHaveLength(0);
    await expect(
      stage.queries.replay(brand.workspaceId, { ...aRule(), campaignId: randomUUID(), days: 7 }, now),
    ).rejects.toMatchObject({ code: 'not-found', about: { field: '/campaignId' } });
  });

  it('are written once under one key, look at nothing when off, and go with their log', async () => {
    const brand = await aFundedBrand(database.db, 30_000);
    const ask = aRule();
    const written = await Promise.all(
      Array.from({ length: 10 }, () => stage.rules.write(actor(brand), ask, now)),
    );
    const id = written[0]?.id ?? '';
    expect(new Set(written.map((rule) => rule.id))).toEqual(new Set([id]));
    await expect(stage.rules.write(actor(brand), { ...ask, name: 'Other' }, now)).rejects.toMatchObject({
      code: 'request-key-reused',
    });
    await aBoost(brand, [[2_000, 20]]);
    await stage.rules.switch(actor(brand), id, { state: 'off', version: 1 }, now);
    await stage.watch.lookAtDue(now);
    expect((await hitsOf(brand, id)).items).toEqual([]);
    const page = await stage.queries.list(brand.workspaceId, { limit: 10 });
    expect(page.items.map(({ id, state }) => [id, state])).toEqual([[id, 'off']]);
    await stage.rules.drop(actor(brand), id);
    await expect(stage.queries.rule(brand.workspaceId, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

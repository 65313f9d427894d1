import type { CampaignView } from '@poolrise/contracts';
import { aCampaign, aCampaignCast, campaignsOn } from '../../test/campaigns';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { anAsk, deliver } from '../../test/money';
import { anInvite } from '../../test/orders';
import { moneySql } from './campaign-money';
import { countedSql } from './campaign-picture';
import { tiedSql } from './campaigns.queries';

const dayMs = 86_400_000;
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

describe('campaigns', () => {
  let database: TestDatabase;
  let desk: ReturnType<typeof campaignsOn>;
  type Cast = Awaited<ReturnType<typeof aCampaignCast>>;

  beforeAll(async () => {
    database = await freshDatabase();
    desk = campaignsOn(database.db);
  });
  afterAll(() => database.close());

  const written = (cast: Cast, ask: Parameters<typeof aCampaign>[0] = {}) =>
    desk.campaigns.create(cast.caller, aCampaign(ask));
  async function live(cast: Cast, ask: Parameters<typeof aCampaign>[0] = {}): Promise<CampaignView> {
    const { id, version } = await written(cast, ask);
    await desk.campaigns.move(cast.caller, id, { move: 'plan', version });
    await desk.watch.lookAtDue();
    return desk.queries.campaign(cast.workspaceId, id);
  }
  /** Half of a boost of ¥75 was delivered and charged: ¥37.50. */
  async function aSpentBoost(cast: Cast, campaignId?: string): Promise<string> {
    const { id } = await desk.boosts.launch(cast.workspaceId, null, anAsk(cast, { campaignId }));
    await deliver(database.db, id, 2_500);
    await desk.boosts.settleDue();
    return id;
  }
  const fieldsOf = (ask: ReturnType<typeof aCampaign>) => {
    const { requestKey, ...fields } = ask;
    expect(requestKey).toBeDefined();
    return fields;
  };
  const invite = (cast: Cast, campaignId?: string) =>
    desk.invitations.invite(
      cast.caller,
      anInvite(cast, { campaignId, draftDueAt: new Date(Date.now() + 3 * dayMs).toISOString() }),
    );

  it('are written once for one request, and twice for two', async () => {
    const cast = await aCampaignCast(database.db);
    const ask = aCampaign();
    const [first, again] = [
      await desk.campaigns.create(cast.caller, ask),
      await desk.campaigns.create(cast.caller, ask),
    ];
    expect(again.id).toBe(first.id);
    expect(first).toMatchObject({
      state: 'draft',
      budgetCents: 1_000_000,
      createdBy: 'Lin',
      legal: ['plan'],
    });
    expect(await codeOf(desk.campaigns.create(cast.caller, { ...ask, name: '另一个' }))).toBe(
      'request-key-reused',
    );
    await written(cast);
    expect((await desk.queries.list(cast.workspaceId, { show: 'all', limit: 1 })).nextCursor).not.toBeNull();
  });

  it('lose nothing that somebody else changed meanwhile', async () => {
    const cast = await aCampaignCast(database.db);
    const fields = fieldsOf(aCampaign());
    const { id, version } = await written(cast);
    const changes = ['夏茶', '秋茶'].map((name) =>
      codeOf(desk.campaigns.change(cast.caller, id, { ...fields, name, version })),
    );
    expect((await Promise.all(changes)).sort()).toEqual(['campaign-moved-on', 'done']);
    expect((await desk.queries.campaign(cast.workspaceId, id)).version).toBe(version + 1);
  });

  it('go live by the clock and end by it, and say what may be done instead of what may not', async () => {
    const cast = await aCampaignCast(database.db);
    const campaign = await live(cast);
    expect(campaign).toMatchObject({ state: 'live', legal: ['pause', 'end'] });
    expect(campaign.pace.state).toBe('behind');
    const { id, version } = campaign;
    await expect(desk.campaigns.move(cast.caller, id, { move: 'resume', version })).rejects.toMatchObject({
      code: 'campaign-move-refused',
      about: { detail: 'Now one can: pause, end.' },
    });
    expect(await codeOf(desk.campaigns.drop(cast.caller, id))).toBe('campaign-move-refused');

    await desk.watch.lookAtDue(new Date(Date.now() + 6 * dayMs));
    const ended = await desk.queries.campaign(cast.workspaceId, id);
    expect([ended.state, ended.legal]).toEqual(['ended', []]);
    const fields = fieldsOf(aCampaign());
    expect(await codeOf(desk.campaigns.change(cast.caller, id, { ...fields, version: ended.version }))).toBe(
      'campaign-ended',
    );
    expect(await codeOf(desk.boosts.launch(cast.workspaceId, null, anAsk(cast, { campaignId: id })))).toBe(
      'campaign-ended',
    );
  });

  it('hold what boosts spent and what orders hold against the plan, by day and rail', async () => {
    const cast = await aCampaignCast(database.db);
    const { id } = await live(cast);
    await aSpentBoost(cast, id);
    await aSpentBoost(cast);
    await invite(cast, id);

    const campaign = await desk.queries.campaign(cast.workspaceId, id);
    expect(campaign.byRail).toMatchObject({
      creators: { actualCents: 550_000, budgetCents: 900_000 },
      boosts: { actualCents: 3_750, budgetCents: 100_000 },
      search: { actualCents: 0, plannedCents: 0 },
    });
    expect(campaign).toMatchObject({ boosts: 1, orders: 1, notes: 1, heldCents: 550_000, paidCents: 0 });
    expect(campaign.pace.actualCents).toBe(553_750);
    expect(campaign.pace.plannedCents).toBeGreaterThan(450_000);
    expect(campaign.pace.plannedCents).toBeLessThan(550_000);
    const past = campaign.days.filter(({ actual }) => actual);
    expect(past.at(-1)?.actual).toEqual({ creators: 550_000, boosts: 3_750, search: 0 });
    expect(past.at(-2)?.actual).toEqual({ creators: 0, boosts: 0, search: 0 });
    expect(campaign.days.at(-1)).toMatchObject({ plannedCents: 1_000_000, actual: null });

    const [row] = (await desk.queries.list(cast.workspaceId, { show: 'open', limit: 50 })).items;
    expect(row).toMatchObject({ id, boosts: 1, orders: 1, pace: { actualCents: 553_750 } });
    const items = await desk.queries.items(cast.workspaceId, id, { show: 'tied', limit: 50 });
    expect(items.items.map(({ kind, actualCents }) => [kind, actualCents])).toEqual([
      ['order', 550_000],
      ['boost', 3_750],
    ]);
    const free = await desk.queries.items(cast.workspaceId, id, { show: 'free', limit: 50 });
    expect(free.items.map(({ kind }) => kind)).toEqual(['boost']);
  });

  it('are named on the pages of what belongs to them', async () => {
    const cast = await aCampaignCast(database.db);
    const { id, name } = await live(cast);
    const launch = (campaignId?: string) =>
      desk.boosts.launch(cast.workspaceId, null, anAsk(cast, { campaignId }));
    const pages = [await launch(id), await launch(), await invite(cast, id), await invite(cast)];
    expect(pages.map(({ campaign }) => campaign)).toEqual([{ id, name }, null, { id, name }, null]);
  });

  it('measure their notes by the definitions of reports', async () => {
    const cast = await aCampaignCast(database.db);
    const { id } = await live(cast, {
      kpis: [{ metric: 'clicks', comparison: 'at-least', target: 100 }],
      guards: [{ metric: 'cpr', comparison: 'at-most', bound: 30, afterImpressions: 1_000 }],
    });
    await aSpentBoost(cast, id);
    await database.owner(
      `insert into engagement_hour (note_id, workspace_id, hour, level, rail, impressions, clicks, likes)
       select '${cast.noteId}', '${cast.workspaceId}', date_trunc('hour', now()) - days * interval '1 day', 0, rail, 1000, 50, 5
         from generate_series(0, 6, 6) days, generate_series(1, 2) rail`,
    );
    const { kpis, guards, impressions, reads } = await desk.queries.campaign(cast.workspaceId, id);
    // The hours of the day before the first flight are not of the campaign.
    expect({ impressions, reads }).toEqual({ impressions: 2_000, reads: 100 });
    expect(kpis).toMatchObject([{ value: 100, reached: true }]);
    expect(guards).toMatchObject([{ value: 37.5, state: 'broken' }]);
  });

  it('raise each alert once, however often and by however many they are looked at', async () => {
    const cast = await aCampaignCast(database.db);
    const { id } = await live(cast, { rails: { creators: 600_000, boosts: 400_000, search: 0 } });
    const kinds = async () =>
      (await desk.queries.alerts(cast.workspaceId, id, { limit: 50 })).items.map(({ kind }) => kind);
    expect(await kinds()).toEqual(['flight-behind']);
    await invite(cast, id);
    const [second] = [await invite(cast, id)];
    await database.owner(
      `update cooperation_order set waits_for = 'brand', due_at = now() + interval '5 hours' where id = '${second.id}'`,
    );
    const look = () => desk.watch.lookAtDue(new Date(Date.now() + 120_000));
    await Promise.all([look(), look(), look()]);
    expect((await kinds()).sort()).toEqual([
      'budget-reached',
      'budget-reached',
      'flight-ahead',
      'flight-behind',
      'review-due',
    ]);
    await database.owner(`update campaign set next_look_at = now() where id = '${id}'`);
    await look();
    expect(await kinds()).toHaveLength(5);

    await desk.campaigns.readAlerts(cast.caller, id, {});
    expect((await desk.queries.campaign(cast.workspaceId, id)).unreadAlerts).toBe(0);
  });

  it('look like none to another workspace, as a tie too', async () => {
    const [lin, wen] = [await aCampaignCast(database.db), await aCampaignCast(database.db)];
    const { id } = await live(lin);
    const boostId = await aSpentBoost(lin, id);
    expect(await codeOf(desk.queries.campaign(wen.workspaceId, id))).toBe('not-found');
    expect(await codeOf(desk.boosts.launch(wen.workspaceId, null, anAsk(wen, { campaignId: id })))).toBe(
      'not-found',
    );
    expect(await codeOf(invite(wen, id))).toBe('not-found');
    const own = await live(wen);
    const ask = { action: 'tie' as const, boostIds: [boostId], orderIds: [] };
    expect(await desk.items.change(wen.caller, own.id, ask)).toMatchObject({
      changes: 0,
      items: [{ verdict: 'not-found', name: '' }],
    });
    expect(await desk.queries.campaign(lin.workspaceId, id)).toMatchObject({ boosts: 1 });
  });

  it('tie, untie and stop many at once: first what it would do, then what it did', async () => {
    const cast = await aCampaignCast(database.db);
    const [spring, summer] = [await live(cast), await live(cast)];
    const [free, elsewhere] = [await aSpentBoost(cast), await aSpentBoost(cast, summer.id)];
    const { id: orderId } = await invite(cast);
    const ask = { action: 'tie' as const, boostIds: [free, elsewhere], orderIds: [orderId] };
    const verdicts = ({ items }: { items: { verdict: string }[] }) => items.map(({ verdict }) => verdict);

    expect(verdicts(await desk.items.preview(cast.caller, spring.id, ask))).toEqual([
      'change',
      'tied-elsewhere',
      'change',
    ]);
    expect(await desk.queries.campaign(cast.workspaceId, spring.id)).toMatchObject({ boosts: 0, orders: 0 });
    expect(await desk.items.change(cast.caller, spring.id, ask)).toMatchObject({ changes: 2 });
    expect(await desk.queries.campaign(cast.workspaceId, spring.id)).toMatchObject({ boosts: 1, orders: 1 });
    expect(verdicts(await desk.items.change(cast.caller, spring.id, ask))).toEqual([
      'unchanged',
      'tied-elsewhere',
      'unchanged',
    ]);

    const stop = { action: 'stop-boosts' as const, boostIds: [free, elsewhere], orderIds: [orderId] };
    expect(verdicts(await desk.items.change(cast.caller, spring.id, stop))).toEqual([
      'change',
      'not-tied-here',
      'not-a-boost',
    ]);
    const { items } = await desk.queries.items(cast.workspaceId, spring.id, { show: 'tied', limit: 50 });
    expect(items.find(({ kind }) => kind === 'boost')).toMatchObject({
      state: 'stopped',
      actualCents: 3_750,
    });

    const untie = { action: 'untie' as const, boostIds: [free], orderIds: [orderId] };
    expect(await desk.items.change(cast.caller, spring.id, untie)).toMatchObject({ changes: 2 });
    expect((await desk.queries.campaign(cast.workspaceId, spring.id)).pace.actualCents).toBe(0);
  });

  it('set free what belonged to a draft that is deleted', async () => {
    const cast = await aCampaignCast(database.db);
    const { id } = await written(cast);
    await aSpentBoost(cast, id);
    await invite(cast, id);
    await desk.campaigns.drop(cast.caller, id);
    expect(await codeOf(desk.queries.campaign(cast.workspaceId, id))).toBe('not-found');
    const other = await written(cast);
    const free = await desk.queries.items(cast.workspaceId, other.id, { show: 'free', limit: 50 });
    expect(free.items.map(({ kind }) => kind).sort()).toEqual(['boost', 'order']);
  });

  it('stand in a calendar with deadlines and festivals', async () => {
    const cast = await aCampaignCast(database.db);
    await live(cast);
    await invite(cast);
    const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
    const calendar = await desk.calendar.calendar(cast.workspaceId, { from: day(-10), to: day(80) });
    expect(calendar.flights).toMatchObject([{ campaignName: '春茶上新', name: '预热', state: 'live' }]);
    expect(calendar.dues.map(({ kind }) => kind)).toEqual(['draft', 'answer']);
    expect(calendar.festivals.length).toBeGreaterThan(0);
    await expect(
      (async () => desk.calendar.calendar(cast.workspaceId, { from: day(0), to: day(200) }))(),
    ).rejects.toMatchObject({ code: 'invalid-input', about: { field: 'query.to' } });
  });

  it('page through items and alerts without skipping or repeating', async () => {
    const cast = await aCampaignCast(database.db);
    const { id } = await live(cast);
    for (let made = 0; made < 3; made++) await aSpentBoost(cast, id);
    await invite(cast, id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await desk.queries.items(cast.workspaceId, id, { show: 'tied', limit: 2, cursor });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
  });

  it('are read by the index of their boosts, however many others the workspace has', async () => {
    const cast = await aCampaignCast(database.db);
    const { id } = await live(cast);
    const boostId = await aSpentBoost(cast, id);
    await database.owner(
      `insert into boost select other.* from boost one, generate_series(1, 3000) place,
         lateral jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'request_key', gen_random_uuid(), 'campaign_id', null, 'place', place)) other
       where one.id = '${boostId}'`,
    );
    await database.owner('analyze boost');
    const plans = await database.db.inWorkspace(cast.workspaceId, async (tx) => {
      const asked = [
        [moneySql, [[id]]],
        [countedSql, [id, new Date()]],
        [tiedSql, [id, null, null, '%%', 20]],
      ] as const;
      const texts: string[] = [];
      for (const [sql, values] of asked) {
        const lines = await tx.query<{ 'QUERY PLAN': string }[]>(`explain ${sql}`, [...values]);
        texts.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
      }
      return texts;
    });
    for (const plan of plans) {
      expect(plan).toContain('boost_of_campaign');
      expect(plan).not.toContain('Seq Scan on boost');
    }
  });
});

import { randomUUID } from 'node:crypto';
import { type AgencyCast, agencyDeskOn, anAgencyCast, letIn } from '../../test/agency-months';
import { aCampaign, campaignsOn } from '../../test/campaigns';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aDraft, after, aMove, anInvite, noon, ordersOn } from '../../test/orders';
import { aMember, aWorkspace } from '../../test/people';
import type { CallingPerson } from '../http/caller';
import { deskSql } from './desk.queries';

describe('the desk of an agency', () => {
  let database: TestDatabase;
  let cast: AgencyCast;
  let desk: ReturnType<typeof agencyDeskOn>;
  let mei: CallingPerson;

  beforeEach(async () => {
    database = await freshDatabase();
    desk = agencyDeskOn(database.db);
    cast = await anAgencyCast(database);
    const { id } = await aMember(database.db, cast.agencyId, 'marketer', { name: 'Mei' });
    mei = { id, name: 'Mei', role: 'marketer', workspaceKind: 'agency' };
  });
  afterEach(() => database.close());

  /** A draft that waits for the brand since noon. */
  async function aDraftToReview(campaignId?: string): Promise<string> {
    const { invitations, orders } = ordersOn(database.db);
    const { brand, creator } = cast;
    let order = await invitations.invite(brand, anInvite(cast, campaignId ? { campaignId } : {}), noon);
    order = await orders.move(creator, order.id, aMove(order, 'accept'), noon);
    order = await orders.handIn(creator, order.id, aDraft(order), noon);
    return order.id;
  }
  const tasks = (person: CallingPerson, hours: number, ask: object = {}) =>
    desk.tasks.tasks(cast.agencyId, person, { show: 'all', limit: 20, ...ask }, after(hours));
  const refusalOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'let through',
      (error: { code?: string }) => error.code ?? String(error),
    );

  it('says what waits, and by when: the agency’s own time before the platform’s', async () => {
    const orderId = await aDraftToReview();
    const soon = await tasks(cast.zhou, 1);
    expect(soon.items).toMatchObject([
      {
        kind: 'review',
        subjectId: orderId,
        client: { id: cast.clientId },
        urgency: 'soon',
        owner: null,
      },
    ]);
    expect(Date.parse(soon.items[0]?.dueAt ?? '')).toBe(after(24).getTime());
    expect(Date.parse(soon.items[0]?.platformDueAt ?? '')).toBe(after(72).getTime());
    expect((await tasks(cast.zhou, 25, { show: 'overdue' })).items).toMatchObject([{ urgency: 'overdue' }]);
    expect((await tasks(cast.zhou, 23, { show: 'overdue' })).items).toEqual([]);
  });

  it('shows a person the rooms alone that they were let into', async () => {
    await aDraftToReview();
    expect((await tasks(mei, 1)).items).toEqual([]);
    await letIn(database.db, cast.clientId, mei.id);
    expect((await tasks(mei, 1)).items).toHaveLength(1);
    const brandPerson = { ...mei, workspaceKind: 'brand' as const };
    expect(await refusalOf(desk.tasks.workload(cast.agencyId, brandPerson))).toBe('agency-only');
  });

  it('gives a task to whoever may work in the room, and an order to whoever has its campaign', async () => {
    const { campaigns } = campaignsOn(database.db);
    const campaign = await campaigns.create(cast.brand, aCampaign());
    const orderId = await aDraftToReview(campaign.id);
    const give = (subject: 'campaign' | 'order', subjectId: string, personId: string | null) =>
      desk.assignments.assign(cast.agencyId, cast.zhou, {
        clientId: cast.clientId,
        subject,
        subjectId,
        personId,
      });
    expect(await refusalOf(give('campaign', campaign.id, mei.id))).toBe('not-of-agency');
    expect(await refusalOf(give('order', randomUUID(), cast.zhou.id))).toBe('not-found');
    await letIn(database.db, cast.clientId, mei.id);
    await give('campaign', campaign.id, mei.id);
    expect((await tasks(cast.zhou, 1)).items[0]?.owner?.name).toBe('Mei');
    await give('order', orderId, cast.zhou.id);
    expect((await tasks(cast.zhou, 1)).items[0]?.owner?.name).toBe('Zhou');
    await give('order', orderId, null);

    const load = await desk.tasks.workload(cast.agencyId, cast.zhou, after(25));
    expect(load.total).toEqual({ open: 1, soon: 0, overdue: 1 });
    expect(load.people.find(({ person }) => person?.id === mei.id)).toMatchObject({
      campaigns: 1,
      open: 1,
      overdue: 1,
    });
    expect((await tasks(cast.zhou, 1, { owner: 'nobody' })).items).toEqual([]);
  });

  it('counts a draft as answered in time within the hours that held when it came, and silence never', async () => {
    const { orders, clock, queries } = ordersOn(database.db);
    const inTime = await aDraftToReview();
    await aDraftToReview();
    const view = await queries.order(cast.brand, inTime);
    await orders.move(cast.brand, inTime, aMove(view, 'approve'), after(20));
    await clock.moveDue(after(73));
    const keptBy = async () =>
      (await desk.tasks.workload(cast.agencyId, cast.zhou, after(80))).kept.map(
        ({ days, of, inTime: kept }) => [days, of, kept],
      );
    expect(await keptBy()).toEqual([
      [30, 2, 1],
      [90, 2, 1],
    ]);
    // What is promised from the next day on says nothing of what came before it.
    const ask = { kind: 'review', hours: 1 } as const;
    await desk.assignments.setHours(cast.agencyId, cast.zhou, ask, after(24));
    expect(await keptBy()).toEqual([
      [30, 2, 1],
      [90, 2, 1],
    ]);
    await desk.assignments.setHours(cast.agencyId, cast.zhou, ask, noon);
    expect(await keptBy()).toEqual([
      [30, 2, 0],
      [90, 2, 0],
    ]);
  });

  it('has all campaigns of all clients in one list, by each order and in pages', async () => {
    const { campaigns } = campaignsOn(database.db);
    for (const name of ['一', '二', '三']) await campaigns.create(cast.brand, aCampaign({ name }));
    for (const sort of ['changed', 'ends', 'budget', 'client'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await desk.desk.page(cast.agencyId, cast.zhou, {
          show: 'open',
          sort,
          limit: 2,
          ...(cursor && { cursor }),
        });
        seen.push(...page.items.map(({ name }) => name));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect([sort, [...seen].sort()]).toEqual([sort, ['一', '三', '二']]);
    }
  });

  it('calls a campaign late whose order is overdue', async () => {
    const { campaigns } = campaignsOn(database.db);
    const campaign = await campaigns.create(cast.brand, aCampaign());
    await aDraftToReview(campaign.id);
    const late = async (hours: number) =>
      (
        await desk.desk.page(
          cast.agencyId,
          cast.zhou,
          { show: 'late', sort: 'changed', limit: 20 },
          after(hours),
        )
      ).items.map(({ orders }) => orders);
    expect(await late(23)).toEqual([]);
    expect(await late(25)).toEqual([{ brand: 1, creator: 0, platform: 0, overdue: 1 }]);
  });

  it('finds a page of two hundred clients with fifty campaigns each by its indexes', async () => {
    await database.owner(
      `with room as (
         insert into workspace (kind, name, agency_id, category) select 'client', 'client ' || n, $1, 'food'
           from generate_series(1, 200) n returning id),
       let_in as (insert into member (workspace_id, person_id, role) select id, $2, 'marketer' from room)
       insert into campaign (workspace_id, request_key, request_hash, name, goal, state, flights, rails, budget_cents, audience,
           keywords, negatives, kpis, guards, starts_at, ends_at, created_at, changed_at)
       select room.id, gen_random_uuid(), '', 'campaign ' || n, 'seeding', 'live',
         jsonb_build_array(jsonb_build_object('name', 'a', 'from', now() - interval '5 days', 'to', now() + interval '5 days', 'budgetCents', 1000)),
         '{"creators": 1000, "boosts": 0, "search": 0}', 1000, '{}', '[]', '{}', '[]', '[]', now() - interval '5 days', now() + interval '5 days', now(),
         now() - n * interval '1 minute' from room, generate_series(1, 50) n`,
      [cast.agencyId, cast.zhou.id],
    );
    await database.owner('analyze workspace, member, campaign, cooperation_order, boost, campaign_alert');
    const ask = { show: 'open', sort: 'changed', limit: 50 } as const;
    const page = await desk.desk.page(cast.agencyId, cast.zhou, ask);
    expect(page.items).toHaveLength(50);
    const plan = await database.db.asEngine(async (tx) => {
      // The tables are nearly empty here, where reading them whole is cheapest: what counts is that no row has to be.
      await tx.query('set local enable_seqscan = off');
      return tx.query<{ 'QUERY PLAN': string }[]>(`explain ${deskSql}`, [
        ...[
          cast.agencyId,
          cast.zhou.id,
          '{}',
          new Date(),
          'open',
          'changed',
          null,
          null,
          '%%',
          null,
          null,
          51,
        ],
      ]);
    });
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    const indexes = [
      'order_of_campaign',
      'boost_of_campaign',
      'order_that_waits_for_brand',
      'top_up_that_waits',
    ];
    for (const index of indexes) expect([index, text.includes(index)]).toEqual([index, true]);
  });

  it('is no place for those of another agency', async () => {
    await aDraftToReview();
    const other = await aWorkspace(database.db, 'agency', 'Beacon');
    const { id } = await aMember(database.db, other, 'owner', { name: 'Qiao' });
    const qiao = { ...cast.zhou, id };
    const page = await desk.tasks.tasks(other, qiao, { show: 'all', limit: 20 }, after(1));
    expect(page.items).toEqual([]);
    const give = desk.assignments.assign(other, qiao, {
      clientId: cast.clientId,
      subject: 'order',
      subjectId: randomUUID(),
      personId: null,
    });
    expect(await refusalOf(give)).toBe('not-found');
  });
});

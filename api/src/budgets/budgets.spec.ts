import type { AskBudgetPlan, BudgetPlanView } from '@poolrise/contracts';
import { campaignRails } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { aCampaign, aCampaignCast, campaignsOn } from '../../test/campaigns';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { deafJobs } from '../../test/deaf-jobs';
import { aTaker } from '../../test/matching';
import { moneyOn } from '../../test/money';
import { BudgetJobs } from './budget-jobs';
import { BudgetsService } from './budgets.service';

describe('the plan of a budget', () => {
  let database: TestDatabase;
  let budgets: BudgetsService;
  let jobs: BudgetJobs;
  let cast: Awaited<ReturnType<typeof aCampaignCast>>;
  let on: ReturnType<typeof campaignsOn>;
  let portfolioId: string;

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    on = campaignsOn(db);
    budgets = new BudgetsService(db, deafJobs, on.campaigns);
    jobs = new BudgetJobs(db);
    cast = await aCampaignCast(db);
    await database.owner(
      `insert into feed_reader (reader_key, seen_on) select n, current_date from generate_series(1, 5000) n`,
    );
    // Cheap for what she brings, dear for what she brings, and somebody of whom nothing is known.
    const creators = [
      { reads: 9_000, cents: 200_000, id: await aTaker(db, { name: 'good' }) },
      { reads: 2_000, cents: 600_000, id: await aTaker(db, { name: 'dear' }) },
      { reads: null, cents: 50_000, id: await aTaker(db, { name: 'unknown' }) },
    ];
    for (const { id, reads } of creators)
      if (reads !== null)
        await database.owner(
          `insert into creator_note (id, creator_id, published_at, kind, cooperation, title, impressions_natural, impressions_all,
             reads_natural, reads_all, likes, collects, comments, shares, interactions_natural, reads_by_source, interactions_by_hour)
           select gen_random_uuid(), $1, now() - n * interval '1 day', 'image', false, 'tea', $2 * 10, $2 * 10, $2 - 300 + 100 * n,
             $2, 90, 40, 10, 5, 145, '{}', '{}' from generate_series(1, 5) n`,
          [id, reads],
        );
    const [row] = await database.owner<{ id: string }>(
      `with wanted as (
         insert into brief (workspace_id, request_key, product, category, wishes, created_by, updated_at)
         values ($1, gen_random_uuid(), '冷泡茶', 'food', '{"kind": "image"}', gen_random_uuid(), now()) returning id)
       insert into portfolio (workspace_id, brief_id, request_key, wishes, target, candidates, requested_by, requested_at, state)
       select $1, id, gen_random_uuid(), '{}', '{}', $2, gen_random_uuid(), now(), 'done' from wanted returning id`,
      [
        cast.workspaceId,
        JSON.stringify(
          creators.map(({ id, cents }) => ({
            id,
            priceCents: cents,
            tierKey: 'koc',
            category: 'food',
            readShare: 0.1,
          })),
        ),
      ],
    );
    portfolioId = row?.id ?? '';
  });
  afterAll(() => database.close());

  const newCampaign = () => on.campaigns.create(cast.caller, aCampaign({ requestKey: randomUUID() }));
  const usual = async (campaignId: string): Promise<AskBudgetPlan> =>
    (await budgets.desk(cast.workspaceId, campaignId)).usual;
  const planned = async (campaignId: string, over: Partial<AskBudgetPlan> = {}): Promise<BudgetPlanView> => {
    await budgets.ask(cast.caller, campaignId, { ...(await usual(campaignId)), ...over });
    await jobs.planDue();
    const { plan } = await budgets.desk(cast.workspaceId, campaignId);
    if (!plan) throw new Error('there is no plan');
    return plan;
  };
  const refused = (asked: Promise<unknown>, code: string) =>
    expect(asked).rejects.toMatchObject({ code }) as Promise<void>;

  it('books who is worth it, boosts the note with the rest and says how sure that is', async () => {
    const { id } = await newCampaign();
    const view = await planned(id);
    expect(view).toMatchObject({ state: 'done', refusal: null, stale: [], budgetCents: 1_000_000 });
    expect(view.asked).toMatchObject({ goal: 'reads', portfolioId });
    expect(view.counted).toMatchObject({
      people: 5_000,
      creators: 2,
      withoutReads: 1,
      notes: 1,
      keywords: 0,
    });
    const { plan, frontier, sureness } = view.report ?? never();
    const named = new Map(view.options.map((one) => [one.id, one.name]));
    const inPlan = plan.options.filter(({ state }) => state !== 'out').map(({ id: one }) => named.get(one));
    expect(inPlan).toEqual(['good', '一杯好茶的早晨']);
    expect(plan.options[0]?.value).toBeCloseTo(9_000, 0);
    expect(plan.rails.creators).toBe(200_000);
    expect(plan.spentCents + plan.leftCents).toBe(1_000_000);
    expect(plan.bound).toBeGreaterThanOrEqual(plan.value);
    expect(frontier.length).toBeGreaterThan(10);
    expect(sureness.draws).toBe(500);
  });

  it('is worked out once for the same question, and stale when the campaign changes', async () => {
    const campaign = await newCampaign();
    const first = await planned(campaign.id);
    const again = await planned(campaign.id);
    expect(again.id).toBe(first.id);
    const [count] = await database.owner<{ n: number }>(
      'select count(*)::int as n from budget_plan where campaign_id = $1',
      [campaign.id],
    );
    expect(count?.n).toBe(1);
    const { requestKey, ...fields } = aCampaign({ keywords: [{ text: '冷泡茶', match: 'exact' }] });
    expect(requestKey).not.toBe('');
    await on.campaigns.change(cast.caller, campaign.id, { ...fields, version: campaign.version });
    const { plan } = await budgets.desk(cast.workspaceId, campaign.id);
    expect(plan?.stale).toContain('campaign');
  });

  it('keeps guards, and names the one that cannot be kept', async () => {
    const { id } = await newCampaign();
    const asked = await usual(id);
    const held = await planned(id, { rails: { ...asked.rails, boosts: { minCents: 0, maxCents: 100_000 } } });
    const { plan } = held.report ?? never();
    expect(plan.rails.boosts).toBe(100_000);
    expect(plan.shadows.rails).toMatchObject([{ rail: 'boosts', bound: 'max' }]);
    const refusedPlan = await planned(id, { tiers: [{ tierKey: 'koc', minCents: 900_000 }] });
    expect(refusedPlan).toMatchObject({
      report: null,
      change: null,
      refusal: { refusal: 'tier-cannot-spend', group: 'koc', askedCents: 900_000, thereCents: 800_000 },
    });
    await refused(
      budgets.apply(cast.caller, id, refusedPlan.id, { version: refusedPlan.version }),
      'budget-plan-unusable',
    );
  });

  it('gives the rails to the campaign as a change of whoever has read it, and buys nothing', async () => {
    const campaign = await newCampaign();
    const view = await planned(campaign.id);
    const change = view.change ?? never();
    expect(campaignRails.reduce((sum, rail) => sum + change.rails[rail].after, 0)).toBe(
      change.flights.reduce((sum, { after }) => sum + after, 0),
    );
    await refused(
      budgets.apply(cast.caller, campaign.id, view.id, { version: campaign.version + 1 }),
      'campaign-moved-on',
    );
    const applied = await budgets.apply(cast.caller, campaign.id, view.id, { version: view.version });
    for (const rail of campaignRails) expect(applied.rails[rail]).toBe(change.rails[rail].after);
    expect(applied).toMatchObject({ boosts: 0, orders: 0, version: campaign.version + 1 });
    const { plan } = await budgets.desk(cast.workspaceId, campaign.id);
    expect(plan).toMatchObject({ stale: [] });
    expect(plan?.appliedAt).not.toBeNull();
  });

  it('counts what has gone out and is held, and uses vouchers on top of the budget', async () => {
    const campaign = await newCampaign();
    const { topUps, boosts } = moneyOn(database.db);
    await topUps.ask(cast.workspaceId, null, { cents: 100_000, reference: '', requestKey: randomUUID() });
    await boosts.launch(cast.workspaceId, null, {
      noteId: cast.noteId,
      goal: 'reads',
      budgetCents: 20_000,
      durationHours: 24,
      audience: {},
      voucherIds: [],
      campaignId: campaign.id,
      requestKey: randomUUID(),
    });
    const before = await planned(campaign.id);
    expect(before.goneOut).toEqual({ creators: 0, boosts: 20_000, search: 0 });
    expect(before.report?.plan.budgetCents).toBe(980_000);
    expect(before.report?.plan.giftCents).toBe(0);
    await database.owner(
      `insert into voucher (workspace_id, name, kind, face_cents, remaining_cents, minimum_budget_cents, valid_from, expires_at, granted_by)
       values ($1, '秋日券', 'fixed', 5000, 5000, 10000, now() - interval '1 hour', now() + interval '9 days', 'Poolrise')`,
      [cast.workspaceId],
    );
    expect((await budgets.desk(cast.workspaceId, campaign.id)).plan?.stale).toEqual(['vouchers']);
    await refused(
      budgets.apply(cast.caller, campaign.id, before.id, { version: before.version }),
      'budget-plan-stale',
    );
    const after = await planned(campaign.id);
    expect(after.report?.plan.giftCents).toBe(5_000);
    expect(after.change?.flights).toEqual([{ before: 1_000_000, after: 1_005_000 }]);
    // Applied twice it changes nothing more.
    await budgets.apply(cast.caller, campaign.id, after.id, { version: after.version });
    const { plan } = await budgets.desk(cast.workspaceId, campaign.id);
    expect(plan?.change?.flights).toEqual([{ before: 1_005_000, after: 1_005_000 }]);
    for (const rail of campaignRails)
      expect(plan?.change?.rails[rail].before).toBe(plan?.change?.rails[rail].after);
  });

  it('is nobody else’s, and asks for nothing that is not there', async () => {
    const campaign = await newCampaign();
    const other = await aCampaignCast(database.db);
    const asked = await usual(campaign.id);
    await refused(budgets.desk(other.workspaceId, campaign.id), 'not-found');
    await refused(budgets.ask(other.caller, campaign.id, asked), 'not-found');
    await refused(
      budgets.ask(cast.caller, campaign.id, { ...asked, portfolioId: randomUUID() }),
      'not-found',
    );
    await refused(budgets.apply(cast.caller, campaign.id, randomUUID(), { version: 1 }), 'not-found');
  });
});

function never(): never {
  throw new Error('the plan has no answer');
}

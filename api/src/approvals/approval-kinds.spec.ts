import type { ApplicationAnswered, OrderView, RaceView } from '@poolrise/contracts';
import { usualRights } from '@poolrise/domain';
import { type Approvals, approvalsOn, aCallerIn, askedFor, waitAbove } from '../../test/approvals';
import { aCampaign, aCampaignCast } from '../../test/campaigns';
import { type TestDatabase, freshDatabase } from '../../test/database';
import { balancesOf } from '../../test/money';
import { aDraft, aMove, anInvite, anOrderCast, dayMs, hourMs, type OrderCast } from '../../test/orders';
import { aRace, aRacingBrand, readBoost } from '../../test/races';
import { aDesk, anAnswer, aRecruitingBrand, aRecruitmentAsk } from '../../test/recruitments';
import { basisOf } from '../budgets/budget-inputs';
import { payableVouchers } from '../budgets/budget-media';
import { KeptCampaign } from '../campaigns/kept-campaign.entity';
import type { Caller } from '../http/caller';
import { checkSums } from '../insights/run-sum-check';

describe('acts that commit money, of every kind', () => {
  let database: TestDatabase;
  let stage: Approvals;

  beforeAll(async () => {
    database = await freshDatabase(15);
    stage = approvalsOn(database.db);
  });
  afterAll(async () => {
    const wrong = (await checkSums(database.url)).filter(
      ({ name, different }) => different > 0 && !name.includes('paid'),
    );
    await database.close();
    expect(wrong).toEqual([]);
  });

  const second = (brand: { workspaceId: string }) =>
    aCallerIn(database.db, brand.workspaceId, 'finance', 'Wei');
  const approve = (who: Caller, id: string, now = new Date()) =>
    stage.approvals.approve(who.workspaceId, who.person?.id ?? '', id, now);
  const viewOf = ({ workspaceId }: { workspaceId: string }, id: string) =>
    stage.queries.approval(workspaceId, null, id);
  const due = () => new Date(Date.now() + 400 * dayMs).toISOString();

  /** An order of ¥5,000 for which the creator asks ¥6,000; above ¥6,500 a second person agrees. */
  async function countered(): Promise<{ cast: OrderCast; order: OrderView; wei: Caller }> {
    const cast = await anOrderCast(database.db);
    const invited = await stage.invitations.invite(cast.brand, anInvite(cast, { draftDueAt: due() }));
    const order = await stage.orders.move(cast.creator, invited.id, {
      kind: 'counter',
      quoteCents: 600_000,
      version: invited.version,
      words: '',
      requestKey: crypto.randomUUID(),
    });
    await waitAbove(database.db, cast.brand.workspaceId, 650_000);
    return { cast, order, wei: await second(cast.brand) };
  }

  it('take what a creator asks: the whole new price counts, and the difference is held when a second person agrees', async () => {
    const { cast, order, wei } = await countered();
    const accept = { orderId: order.id, ...aMove(order, 'accept') };
    const id = await askedFor(stage, cast.brand, 'accept-offer', accept);
    expect(await viewOf(cast.brand, id)).toMatchObject({
      title: '春茶上新',
      commitsCents: 660_000,
      figures: { quoteCents: 600_000, heldBeforeCents: 550_000, heldCents: 660_000, protectionDays: 30 },
      subjectId: order.id,
    });
    expect(await balancesOf(database.db, cast.brand)).toMatchObject({ reserved: 550_000 });
    expect(await approve(wei, id)).toMatchObject({ state: 'approved', resultId: order.id });
    expect(await balancesOf(database.db, cast.brand)).toMatchObject({ reserved: 660_000 });
    const again = await stage.door.through<OrderView>(cast.brand, 'accept-offer', accept);
    expect(again).toMatchObject({ id: order.id, state: 'draft-due', heldCents: 660_000 });
    const [step] = again.history.filter(({ kind }) => kind === 'accept');
    expect(step).toMatchObject({ actor: 'brand', by: 'Lin' });
  });

  it('wait once for each offer: of ten windows that accept it all are led to the first request', async () => {
    const { cast, order } = await countered();
    const windows = Array.from({ length: 10 }, () => ({ orderId: order.id, ...aMove(order, 'accept') }));
    const asked = await Promise.all(
      windows.map((accept) => askedFor(stage, cast.brand, 'accept-offer', accept)),
    );
    expect(new Set(asked).size).toBe(1);
    const waiting = await database.owner(
      `select from approval_request where workspace_id = $1 and state = 'waiting'`,
      [cast.brand.workspaceId],
    );
    expect(waiting).toHaveLength(1);
  });

  it('are not what was read once the creator has said something else: nothing is held, and it is told', async () => {
    const { cast, order, wei } = await countered();
    const id = await askedFor(stage, cast.brand, 'accept-offer', {
      orderId: order.id,
      ...aMove(order, 'accept'),
    });
    await stage.orders.move(cast.creator, order.id, aMove(order, 'withdraw'));
    await expect(approve(wei, id)).rejects.toMatchObject({ code: 'order-moved-on' });
    expect(await viewOf(cast.brand, id)).toMatchObject({
      state: 'waiting',
      refusal: { code: 'order-moved-on' },
    });
    expect(await balancesOf(database.db, cast.brand)).toMatchObject({ reserved: 0 });
  });

  it('go on at once for the other side, and below the limit', async () => {
    const { cast, order } = await countered();
    await waitAbove(database.db, cast.creator.workspaceId, 0);
    const lower = { version: order.version, words: '', requestKey: crypto.randomUUID() };
    const offer = { orderId: order.id, kind: 'counter', quoteCents: 580_000, ...lower };
    // ¥6,380 with the fee, of which ¥5,500 are held.
    const word = await stage.door.through<OrderView>(cast.brand, 'counter-offer', offer);
    expect(word).toMatchObject({ heldCents: 638_000 });
    const agreed = await stage.door.through<OrderView>(cast.creator, 'accept-offer', {
      orderId: order.id,
      ...aMove(word, 'accept'),
    });
    expect(agreed.state).toBe('draft-due');
    // What this person committed alone is only what was added.
    expect(
      await database.owner(
        `select cents::int, ground from commitment where workspace_id = '${cast.brand.workspaceId}'`,
      ),
    ).toEqual([{ cents: 88_000, ground: 'creators' }]);
  });

  it('ask for longer rights, and run out with nothing held', async () => {
    const cast = await anOrderCast(database.db);
    const rights = { ...usualRights, channels: [...usualRights.channels] };
    let order = await stage.invitations.invite(cast.brand, anInvite(cast, { draftDueAt: due(), rights }));
    order = await stage.orders.move(cast.creator, order.id, aMove(order, 'accept'));
    order = await stage.orders.handIn(cast.creator, order.id, aDraft(order));
    order = await stage.orders.move(cast.brand, order.id, aMove(order, 'approve'));
    order = await stage.orders.move(cast.creator, order.id, aMove(order, 'publish'));
    await waitAbove(database.db, cast.brand.workspaceId, 100_000);
    const wei = await second(cast.brand);
    const ask = (quoteCents: number) => ({
      orderId: order.id,
      kind: 'ask-extension',
      until: new Date(Date.now() + 300 * dayMs).toISOString(),
      quoteCents,
      version: order.version,
      words: '',
      requestKey: crypto.randomUUID(),
    });
    const lost = await askedFor(stage, cast.brand, 'extend-rights', ask(200_000));
    const later = new Date(Date.now() + 73 * hourMs);
    expect(await stage.approvals.expireDue(later)).toBeGreaterThan(0);
    await expect(approve(wei, lost)).rejects.toMatchObject({ code: 'approval-over' });
    expect(await balancesOf(database.db, cast.brand)).toMatchObject({ reserved: 550_000 });

    const id = await askedFor(stage, cast.brand, 'extend-rights', ask(300_000));
    expect(await approve(wei, id)).toMatchObject({
      commitsCents: 330_000,
      figures: { quoteCents: 300_000, heldBeforeCents: 0, heldCents: 330_000 },
    });
    expect(await balancesOf(database.db, cast.brand)).toMatchObject({ reserved: 880_000 });
  });

  it('publish a recruitment for what it promises, and select from it for what it holds', async () => {
    const brand = await aRecruitingBrand(database.db, stage.recruiting, 400_000);
    await waitAbove(database.db, brand.workspaceId, 150_000);
    const wei = await second(brand);
    const soon = new Date(Date.now() + 7 * dayMs).toISOString();
    const ask = aRecruitmentAsk({ applyUntil: soon });
    const published = await askedFor(stage, brand, 'publish-recruitment', ask);
    // Three creators at ¥1,500 and ten per cent.
    expect(await viewOf(brand, published)).toMatchObject({
      commitsCents: 495_000,
      subjectId: null,
      figures: { creators: 3, quoteMostCents: 150_000, promisedCents: 495_000 },
    });
    expect((await stage.recruiting.queries.list(brand.workspaceId, { show: 'all', limit: 9 })).items).toEqual(
      [],
    );
    const { resultId } = await approve(wei, published);
    const recruitmentId = resultId ?? '';

    const desk = await aDesk(database.db, { name: '阿茶' });
    const apply = (quoteCents: number) =>
      stage.recruiting.applications.apply(desk, recruitmentId, { quoteCents, words: '早晨的茶' });
    await apply(140_000);
    const applicant = async () => {
      const { items } = await stage.recruiting.queries.applicants(brand.workspaceId, recruitmentId, {
        show: 'all',
        limit: 9,
      });
      if (!items[0]) throw new Error('nobody applied');
      return items[0];
    };
    const one = await applicant();
    const select = async () => ({
      recruitmentId,
      applicationId: one.id,
      ...anAnswer('select', await applicant()),
    });
    const early = await askedFor(stage, brand, 'select-applicant', await select());
    // The creator asks something else meanwhile: what was read is not what would be held.
    await stage.recruiting.applications.withdraw(desk, recruitmentId);
    await apply(145_000);
    await expect(approve(wei, early)).rejects.toMatchObject({ code: 'approval-changed' });
    expect(await balancesOf(database.db, brand)).toMatchObject({ reserved: 0 });
    await stage.approvals.reject(brand.workspaceId, wei.person?.id ?? '', early, { reason: 'too old' });

    const command = await select();
    const id = await askedFor(stage, brand, 'select-applicant', command);
    const agreed = await approve(wei, id);
    expect(agreed).toMatchObject({ commitsCents: 159_500, subjectId: one.creator.id });
    expect(await balancesOf(database.db, brand)).toMatchObject({ reserved: 159_500 });
    const again = await stage.door.through<ApplicationAnswered>(brand, 'select-applicant', command);
    expect(again.application).toMatchObject({ state: 'selected', orderId: agreed.resultId });
  });

  it('keep the winner of a race', async () => {
    const brand = await aRacingBrand(database.db, 100_000);
    const { id: raceId } = await stage.racing.races.start(brand.workspaceId, null, aRace(brand));
    const { roundsBegun } = await stage.racing.queries.race(brand.workspaceId, raceId);
    for (const [at, { boostId }] of (roundsBegun[0]?.boosts ?? []).entries())
      await readBoost(database.db, boostId, 6_600, at ? 300 : 600);
    const later = new Date(Date.now() + 12 * hourMs + 1_000);
    await stage.racing.boosts.settleDue(later);
    await stage.racing.races.moveDue(later);
    await waitAbove(database.db, brand.workspaceId, 20_000);
    const [mei, wei] = [await aCallerIn(database.db, brand.workspaceId), await second(brand)];
    const keep = { raceId };
    const id = await askedFor(stage, mei, 'keep-winner', keep, later);
    expect(await askedFor(stage, mei, 'keep-winner', keep, later)).toBe(id);
    const { resultId, ...agreed } = await approve(wei, id, later);
    expect(agreed).toMatchObject({ commitsCents: 60_200, figures: { budgetCents: 60_200, hours: 36 } });
    const kept = await stage.door.through<RaceView>(mei, 'keep-winner', keep, later);
    expect(kept).toMatchObject({ keptBoostId: resultId, leftCents: 0 });
  });

  it('raise a campaign’s budget by a plan, as by hand', async () => {
    const cast = await aCampaignCast(database.db);
    const { id, version } = await stage.campaigns.create(cast.caller, aCampaign());
    await stage.campaigns.move(cast.caller, id, { move: 'plan', version });
    await waitAbove(database.db, cast.workspaceId, 500_000);
    const wei = await second(cast);
    const basis = await database.db.inWorkspace(cast.workspaceId, async (tx) =>
      basisOf(
        await tx.findOneByOrFail(KeptCampaign, { id }),
        null,
        await payableVouchers(tx, cast.workspaceId, new Date()),
      ),
    );
    const inputs = { budgetCents: 1_000_000, goneOut: { creators: 0, boosts: 0, search: 0 }, basis };
    const [plan] = await database.owner<{ id: string }>(
      `insert into budget_plan (workspace_id, campaign_id, inputs_key, asked, inputs, requested_by, requested_at, state, report, finished_at)
       values ('${cast.workspaceId}', '${id}', 'k', '{"portfolioId": null}',
         '${JSON.stringify(inputs)}', gen_random_uuid(), now(), 'done',
         '{"plan": {"rails": {"creators": 500000, "boosts": 500000, "search": 0}, "giftCents": 5000, "next": null}}', now())
       returning id`,
    );
    const command = { campaignId: id, planId: plan?.id ?? '', version: version + 1 };
    const asked = await askedFor(stage, cast.caller, 'apply-budget-plan', command);
    expect(await viewOf(cast, asked)).toMatchObject({
      commitsCents: 1_005_000,
      figures: { beforeCents: 1_000_000, budgetCents: 1_005_000 },
    });
    await approve(wei, asked);
    expect(
      await database.owner(
        `select budget_cents::int as cents, applied_at is not null as applied
           from campaign join budget_plan plan on plan.campaign_id = campaign.id where campaign.id = '${id}'`,
      ),
    ).toEqual([{ cents: 1_005_000, applied: true }]);
  });

  it('are agreed to by nobody who lost the right meanwhile', async () => {
    const { cast, order, wei } = await countered();
    const id = await askedFor(stage, cast.brand, 'accept-offer', {
      orderId: order.id,
      ...aMove(order, 'accept'),
    });
    const become = (role: string) =>
      database.owner(`update member set role = '${role}' where person_id = '${wei.person?.id ?? ''}'`);
    await become('analyst');
    await expect(approve(wei, id)).rejects.toMatchObject({ code: 'role-too-low' });
    await database.owner(`delete from member where person_id = '${wei.person?.id ?? ''}'`);
    await expect(approve(wei, id)).rejects.toMatchObject({ code: 'role-too-low' });
    expect(await viewOf(cast.brand, id)).toMatchObject({ state: 'waiting', refusal: null, deciders: 0 });
    expect(await balancesOf(database.db, cast.brand)).toMatchObject({ reserved: 550_000 });
  });
});

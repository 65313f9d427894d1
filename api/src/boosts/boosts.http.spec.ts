import { randomUUID } from 'node:crypto';
import type { Problem } from '@poolrise/contracts';
import {
  aBrandWithNote,
  aFundedBrand,
  anAsk,
  aPreview,
  aVoucher,
  type Brand,
  deliver,
  moneyOn,
} from '../../test/money';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aMember, type BrowserHeaders, browserOf } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

describe('money over HTTP', () => {
  let database: TestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const asRole = async (brand: Brand, role: Parameters<typeof aMember>[2]): Promise<BrowserHeaders> =>
    browserOf(database.db, await aMember(database.db, brand.workspaceId, role));
  const post = (headers: BrowserHeaders, url: string, payload: object = {}) =>
    server.inject({ method: 'POST', url: `/api/v1${url}`, headers: { ...headers }, payload });
  const get = (headers: BrowserHeaders, url: string) =>
    server.inject({ url: `/api/v1${url}`, headers: { ...headers } });

  it('launches with 201, answers the same boost to the same request, and shows it', async () => {
    const brand = await aFundedBrand(database.db, 50_000);
    const marketer = await asRole(brand, 'marketer');
    const ask = anAsk(brand);

    const [first, second] = [await post(marketer, '/boosts', ask), await post(marketer, '/boosts', ask)];
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.json()).toMatchObject({ id: first.json<{ id: string }>().id, launchedBy: 'Lin' });

    const { id } = first.json<{ id: string }>();
    expect((await get(marketer, `/boosts/${id}`)).json()).toMatchObject({
      id,
      state: 'running',
      budgetCents: 7_500,
    });
    expect((await get(marketer, '/boosts?state=running')).json()).toMatchObject({
      items: [{ id }],
      nextCursor: null,
    });
  });

  it('stops with 200 twice, and answers 409 when the boost came to its own end', async () => {
    const brand = await aFundedBrand(database.db, 50_000);
    const marketer = await asRole(brand, 'marketer');
    const launch = async () => (await post(marketer, '/boosts', anAsk(brand))).json<{ id: string }>().id;
    const [stopped, finished] = [await launch(), await launch()];

    expect((await post(marketer, `/boosts/${stopped}/stop`)).statusCode).toBe(200);
    expect((await post(marketer, `/boosts/${stopped}/stop`)).json()).toMatchObject({
      state: 'stopped',
      refundedCents: 7_500,
    });

    await deliver(database.db, finished, 5_000);
    await moneyOn(database.db).boosts.settleDue();
    const late = await post(marketer, `/boosts/${finished}/stop`);
    expect([late.statusCode, late.json<Problem>().code]).toEqual([409, 'boost-already-ended']);
  });

  it('offers and previews without changing anything', async () => {
    const brand = await aFundedBrand(database.db, 50_000);
    const marketer = await asRole(brand, 'marketer');
    const ask = aPreview(brand);

    expect((await get(marketer, `/notes/${brand.noteId}/boost-offer`)).json()).toMatchObject({
      boostable: true,
      cashCents: 50_000,
    });
    expect((await post(marketer, '/boosts/preview', ask)).json()).toMatchObject({
      refusal: null,
      walletCents: 7_500,
      impressions: 5_000,
    });
    expect((await get(marketer, '/wallet')).json()).toMatchObject({
      cashCents: 50_000,
      reservedCents: 0,
      balanced: true,
    });
  });

  it('tops up with 201 and shows the journal behind the balance', async () => {
    const brand = await aBrandWithNote(database.db);
    const finance = await asRole(brand, 'finance');
    const topUp = { cents: 20_000, reference: 'bank transfer 7', requestKey: randomUUID() };

    const row = await post(finance, '/wallet/top-ups', topUp);
    expect(row.statusCode).toBe(201);
    expect(row.json()).toMatchObject({
      state: 'recorded',
      cents: 20_000,
      reference: 'bank transfer 7',
      askedBy: 'Lin',
      decidedBy: null,
    });
    expect((await get(finance, '/wallet/journal?account=cash')).json()).toMatchObject({
      items: [
        {
          kind: 'top-up',
          subject: 'bank transfer 7',
          by: 'Lin',
          cashAfterCents: 20_000,
          legs: [
            { account: 'cash', cents: 20_000 },
            { account: 'topup', cents: -20_000 },
          ],
        },
      ],
    });
    const reused = await post(finance, '/wallet/top-ups', { ...topUp, cents: 30_000 });
    expect([reused.statusCode, reused.json<Problem>()]).toMatchObject([
      422,
      { code: 'request-key-reused', field: '/requestKey' },
    ]);
  });

  it('lists vouchers, and takes one in a launch once', async () => {
    const brand = await aFundedBrand(database.db, 50_000);
    const marketer = await asRole(brand, 'marketer');
    const voucherId = await aVoucher(database.db, brand, { kind: 'fixed', faceCents: 3_000 });
    const launch = () => post(marketer, '/boosts', anAsk(brand, { voucherIds: [voucherId] }));

    expect((await launch()).statusCode).toBe(201);
    const again = await launch();
    expect([again.statusCode, again.json<Problem>()]).toMatchObject([
      409,
      { code: 'voucher-spent', field: '/voucherIds' },
    ]);
    expect((await get(marketer, '/vouchers?state=reserved')).json()).toMatchObject({
      items: [{ id: voucherId, reservedCents: 3_000 }],
    });
  });

  describe('refuses with a problem document', () => {
    it.each<[string, object, number, string]>([
      ['too small a budget', { budgetCents: 100 }, 409, 'budget-too-low'],
      ['too large a budget', { budgetCents: 99_000_000 }, 409, 'budget-too-high'],
      ['a budget beyond all numbers', { budgetCents: 1e300 }, 400, 'invalid-input'],
      ['half a cent', { budgetCents: 7_500.5 }, 400, 'invalid-input'],
      ['a negative budget', { budgetCents: -7_500 }, 400, 'invalid-input'],
      ['a wallet too low', { budgetCents: 60_000 }, 409, 'wallet-too-low'],
      ['too short a time', { durationHours: 1 }, 409, 'duration-too-short'],
      ['a start in the past', { startsAt: '2020-01-01T00:00:00Z' }, 409, 'starts-in-past'],
      ['a start out of all time', { startsAt: '9999-12-31T23:59:59Z' }, 400, 'invalid-input'],
      ['a field that nobody knows', { centsPerThousand: 1 }, 400, 'invalid-input'],
      ['a note of nobody', { noteId: randomUUID() }, 404, 'not-found'],
      ['a goal of nobody', { goal: 'fame' }, 400, 'invalid-input'],
    ])('%s', async (_, ask, status, code) => {
      const brand = await aFundedBrand(database.db, 50_000);
      const answer = await post(await asRole(brand, 'owner'), '/boosts', anAsk(brand, ask));

      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    });

    it('a role that may look and not launch, and one that may launch and not pay in', async () => {
      const brand = await aFundedBrand(database.db, 50_000);
      const launch = await post(await asRole(brand, 'analyst'), '/boosts', anAsk(brand));
      expect([launch.statusCode, launch.json<Problem>().code]).toEqual([403, 'role-too-low']);

      const topUp = await post(await asRole(brand, 'marketer'), '/wallet/top-ups', {
        cents: 100,
        reference: 'x',
        requestKey: randomUUID(),
      });
      expect([topUp.statusCode, topUp.json<Problem>().code]).toEqual([403, 'role-too-low']);
    });

    it('the boost of another workspace as one that does not exist', async () => {
      const [brand, other] = [
        await aFundedBrand(database.db, 50_000),
        await aFundedBrand(database.db, 50_000),
      ];
      const theirs = (await post(await asRole(other, 'owner'), '/boosts', anAsk(other))).json<{
        id: string;
      }>().id;
      const owner = await asRole(brand, 'owner');

      for (const answer of [
        await get(owner, `/boosts/${theirs}`),
        await post(owner, `/boosts/${theirs}/stop`),
      ]) {
        expect([answer.statusCode, answer.json<Problem>().code]).toEqual([404, 'not-found']);
      }
    });

    it.each(['/boosts?cursor=nonsense', '/vouchers?cursor=WzFd', '/wallet/journal?cursor=WyJ4Il0'])(
      'the cursor of %s',
      async (url) => {
        const answer = await get(await asRole(await aBrandWithNote(database.db), 'owner'), url);
        expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, 'invalid-cursor']);
      },
    );
  });
});

import { randomUUID } from 'node:crypto';
import { GrantVouchers, type GrantVouchers as Grant } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aFundedBrand, anAsk, balancesOf, type Money, moneyOn } from '../../test/money';
import { aMember, aWorkspace } from '../../test/people';
import type { CallingPerson } from '../http/caller';
import { checkSums } from '../insights/run-sum-check';
import { VoucherDeskQueries } from './voucher-desk.queries';
import { VoucherDeskService } from './voucher-desk.service';

const dayMs = 86_400_000;
const aGrant = (workspaceIds: string[], ask: Partial<Grant> = {}): Grant =>
  GrantVouchers.parse({
    workspaceIds,
    name: '新客满减',
    kind: 'fixed',
    faceCents: 5_000,
    validFrom: new Date(Date.now() - dayMs).toISOString(),
    expiresAt: new Date(Date.now() + 30 * dayMs).toISOString(),
    reason: '新客礼',
    requestKey: randomUUID(),
    ...ask,
  });

describe('the voucher desk', () => {
  let database: TestDatabase;
  let money: Money;
  let desk: VoucherDeskService;
  let queries: VoucherDeskQueries;
  let platform: string;
  let person: CallingPerson;

  beforeAll(async () => {
    database = await freshDatabase();
    money = moneyOn(database.db);
    desk = new VoucherDeskService(database.db, money.vouchers);
    queries = new VoucherDeskQueries(database.db);
    platform = await aWorkspace(database.db, 'platform', '社区运营');
    const { id } = await aMember(database.db, platform, 'owner', { name: 'Ops' });
    person = { id, name: 'Ops', role: 'owner', workspaceKind: 'platform' };
  });
  afterAll(() => database.close());

  const trailOf = (workspaceId: string) =>
    database.owner<{ action: string; person_id: string | null; detail: object }>(
      `select action, person_id, detail from audit_event where workspace_id = '${workspaceId}' and action like 'voucher.%' order by at, id`,
    );

  it('gives one voucher to each of several workspaces, however often and at once it is asked', async () => {
    const brands = await Promise.all(
      ['甲', '乙', '丙'].map((name) => aWorkspace(database.db, 'brand', name)),
    );
    const ask = aGrant(brands);
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.grant(platform, person, ask)));
    expect(new Set(answers.flatMap(({ granted }) => granted.map(({ voucherId }) => voucherId))).size).toBe(3);
    for (const workspaceId of brands) {
      expect(await balancesOf(database.db, { workspaceId })).toMatchObject({
        voucher: 5_000,
        issued: -5_000,
      });
      expect(await trailOf(workspaceId)).toEqual([
        { action: 'voucher.granted', person_id: null, detail: { reason: '新客礼' } },
      ]);
    }
    expect((await trailOf(platform)).filter(({ action }) => action === 'voucher.granted')).toHaveLength(3);
    const reused = aGrant(brands, { requestKey: ask.requestKey, faceCents: 9_000 });
    await expect(desk.grant(platform, person, reused)).rejects.toMatchObject({ code: 'request-key-reused' });
  });

  it('gives to all or to none, and only to those who can use it', async () => {
    const brand = await aWorkspace(database.db, 'brand', '丁');
    for (const wrong of [platform, randomUUID()])
      await expect(desk.grant(platform, person, aGrant([brand, wrong]))).rejects.toMatchObject({
        code: 'not-found',
        about: { field: '/workspaceIds/1' },
      });
    expect(await balancesOf(database.db, { workspaceId: brand })).not.toMatchObject({ voucher: 5_000 });
    const past = aGrant([brand], { expiresAt: new Date(Date.now() - 1).toISOString() });
    await expect(async () => desk.grant(platform, person, past)).rejects.toMatchObject({
      code: 'invalid-input',
      about: { field: '/expiresAt' },
    });
  });

  it('gives for one goal and with a cash ratio, which a launch then keeps', async () => {
    const brand = await aFundedBrand(database.db, 1_000_000);
    const terms = { faceCents: 20_000, goals: ['follows' as const], maxShareBasisPoints: 5_000 };
    const { granted } = await desk.grant(platform, person, aGrant([brand.workspaceId], terms));
    const voucherIds = granted.map(({ voucherId }) => voucherId);
    const launch = (goal: 'reads' | 'follows') =>
      money.boosts.launch(brand.workspaceId, null, anAsk(brand, { voucherIds, goal, budgetCents: 20_000 }));
    await expect(launch('reads')).rejects.toMatchObject({ code: 'voucher-wrong-scope' });
    expect(await launch('follows')).toMatchObject({ voucherCents: 10_000, walletCents: 10_000 });
  });

  it('lists those of everybody, by state, kind and name, page by page', async () => {
    const one = await aWorkspace(database.db, 'brand', '独一家茶铺');
    for (const kind of ['fixed', 'ratio', 'traffic'] as const)
      await desk.grant(
        platform,
        person,
        aGrant([one], { kind, name: `券 ${kind}`, ratioBasisPoints: 2_000, impressions: 3_000 }),
      );
    const list = (ask: object) => queries.list(platform, { limit: 50, q: '独一家', ...ask });
    expect((await list({})).items).toHaveLength(3);
    const [traffic] = (await list({ kind: 'traffic' })).items;
    expect(traffic).toMatchObject({
      workspaceName: '独一家茶铺',
      impressions: 3_000,
      faceCents: null,
      grantReason: '新客礼',
      state: 'usable',
    });
    const first = await queries.list(platform, { limit: 2, q: '独一家' });
    const rest = await list({ cursor: first.nextCursor ?? '' });
    expect([...first.items, ...rest.items]).toHaveLength(3);
    expect((await list({ state: 'revoked' })).items).toEqual([]);
    expect((await queries.workspaces(platform, { limit: 5, q: '独一家' })).items).toEqual([
      { id: one, name: '独一家茶铺', kind: 'brand', usable: 3 },
    ]);
  });

  it('takes one back once, with the first reason; a boost that runs keeps what it reserved', async () => {
    const brand = await aFundedBrand(database.db, 1_000_000);
    const { workspaceId } = brand;
    const ask = aGrant([workspaceId]);
    const [spent] = (await desk.grant(platform, person, ask)).granted;
    const [left] = (await desk.grant(platform, person, aGrant([workspaceId]))).granted;
    if (!spent || !left) throw new Error('nothing was granted');
    const boost = await money.boosts.launch(
      workspaceId,
      null,
      anAsk(brand, { voucherIds: [spent.voucherId] }),
    );
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        desk.revoke(platform, person, spent.voucherId, { reason: `第 ${n} 次` }),
      ),
    );
    expect(new Set(answers.map(({ revokeReason }) => revokeReason)).size).toBe(1);
    expect(answers[0]).toMatchObject({ state: 'revoked', revokedBy: 'Ops', runningBoosts: 1 });
    await desk.revoke(platform, person, left.voucherId, { reason: '误发' });
    expect(await balancesOf(database.db, brand)).toMatchObject({ voucher: 0, expired: 5_000 });
    expect((await trailOf(workspaceId)).filter(({ action }) => action === 'voucher.revoked')).toHaveLength(2);
    await money.boosts.stop(workspaceId, null, boost.id);
    expect(await balancesOf(database.db, brand)).toMatchObject({ voucher: 0 });
    expect((await checkSums(database.url)).filter(({ different }) => different > 0)).toEqual([]);
  });

  it('is the platform’s alone', async () => {
    const brand = await aWorkspace(database.db, 'brand', '戊');
    const refused = { code: 'platform-only' };
    await expect(queries.list(brand, { limit: 5 })).rejects.toMatchObject(refused);
    await expect(queries.workspaces(brand, { limit: 5 })).rejects.toMatchObject(refused);
    await expect(desk.grant(brand, person, aGrant([brand]))).rejects.toMatchObject(refused);
    await expect(desk.revoke(brand, person, randomUUID(), { reason: '-' })).rejects.toMatchObject(refused);
    await expect(desk.revoke(platform, person, randomUUID(), { reason: '-' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it.each([
    [{ kind: 'fixed', faceCents: undefined }, 'faceCents'],
    [{ kind: 'ratio', ratioBasisPoints: undefined }, 'ratioBasisPoints'],
    [{ kind: 'traffic', impressions: undefined }, 'impressions'],
    [{ kind: 'ratio', ratioBasisPoints: 5_000, maxShareBasisPoints: 4_000 }, 'maxShareBasisPoints'],
    [{ goals: ['reads', 'reads'] }, 'goals'],
    [{ expiresAt: new Date(Date.now() - 2 * dayMs).toISOString() }, 'expiresAt'],
  ] as const)('is told what is missing: %j', (ask, field) => {
    const good = aGrant([randomUUID()]);
    const { error } = GrantVouchers.safeParse({ ...good, ...ask });
    expect(error?.issues.map(({ path }) => path)).toContainEqual([field]);
  });
});

import type { ActivatePolicy, PolicyVersion, WritePolicy } from '@poolrise/contracts';
import { platformStated, type PolicyRuleSet, rulesOf } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aMember, aWorkspace, type Someone } from '../../test/people';
import { policyDeskOn } from '../../test/policy-desk';

const stated = rulesOf(platformStated);
const sent = (rules: object) => rules as WritePolicy['document'];
const shipped = platformStated.version;
const passingAt = (passAt: number): PolicyRuleSet => ({
  ...stated,
  verdict: { ...stated.verdict, passAt, clearStopAt: 0, clearPassAt: 1 },
  levels: stated.levels.map(({ passAt: _own, ...level }) => level),
});

describe('the desk of the rule sets', () => {
  let database: TestDatabase;
  let desk: ReturnType<typeof policyDeskOn>;
  let zhou: Someone;
  let ling: Someone;
  let statedId: string;

  beforeEach(async () => {
    database = await freshDatabase(25);
    desk = policyDeskOn(database.db);
    const platform = await aWorkspace(database.db, 'platform', '社区运营');
    zhou = await aMember(database.db, platform, 'operator', { name: 'Zhou' });
    ling = await aMember(database.db, platform, 'operator', { name: 'Ling' });
    const [row] = await database.owner<{ id: string }>('select id from pool_policy where in_force');
    statedId = row?.id ?? '';
  });
  afterEach(() => database.close());

  const write = (rules: object, more: Partial<WritePolicy> = {}): Promise<PolicyVersion> =>
    desk.versions.write(zhou.workspaceId, zhou, {
      basedOnId: statedId,
      document: sent(rules),
      why: '先放宽一点',
      requestKey: randomUUID(),
      ...more,
    });
  const change = (more: Partial<ActivatePolicy> = {}): ActivatePolicy => ({
    inForceId: statedId,
    why: '试行稳定',
    requestKey: randomUUID(),
    ...more,
  });
  const activate = (id: string, more: Partial<ActivatePolicy> = {}, who = zhou) =>
    desk.activations.activate(who.workspaceId, who, id, change(more));
  const inForce = async () =>
    (
      await database.owner<{ name: string; version: number }>(
        'select name, version from pool_policy where in_force',
      )
    )[0];

  describe('versions', () => {
    it('get the next number, their author and the reason, and leave the one they come from alone', async () => {
      const made = await write(passingAt(0.4));
      expect(made).toMatchObject({
        name: 'platform-stated',
        version: shipped + 1,
        source: 'custom',
        mark: 'P',
        author: 'Zhou',
        why: '先放宽一点',
        inForce: false,
        basedOn: { id: statedId, version: shipped },
      });
      const { items } = await desk.queries.versions(zhou.workspaceId, { limit: 50 });
      expect(items[0]).toEqual(made);
      const base = await database.owner<{ document: unknown }>(
        'select document from pool_policy where id = $1',
        [statedId],
      );
      expect(base[0]?.document).toEqual(platformStated);
    });

    it('are the preset again when nothing differs from it', async () => {
      const custom = await write(passingAt(0.4));
      expect(await write(stated, { basedOnId: custom.id })).toMatchObject({
        version: shipped + 2,
        source: 'platform_stated',
        mark: 'A',
      });
    });

    it('are written once under one request key, and another wish under it is refused', async () => {
      const requestKey = randomUUID();
      const [first, again] = [
        await write(passingAt(0.4), { requestKey }),
        await write(passingAt(0.4), { requestKey }),
      ];
      expect(again.id).toBe(first.id);
      await expect(write(passingAt(0.5), { requestKey })).rejects.toMatchObject({
        code: 'request-key-reused',
      });
    });

    it('two at the same moment get two numbers', async () => {
      const made = await Promise.all([write(passingAt(0.4)), write(passingAt(0.3)), write(passingAt(0.2))]);
      expect(made.map(({ version }) => version).sort()).toEqual([1, 2, 3].map((n) => shipped + n));
    });

    it('that change nothing are refused', async () => {
      await expect(write(stated)).rejects.toMatchObject({ code: 'policy-unchanged' });
    });

    const levels = (changes: Record<number, object>) => ({
      ...stated,
      levels: stated.levels.map((level, at) => ({ ...level, ...changes[at] })),
    });
    it.each([
      ['skips a level', levels({ 2: { level: 3 } }), '/document/levels/2/level', 'level-out-of-order'],
      [
        'grows by less than 1',
        levels({ 2: { target: 10 } }),
        '/document/levels/2/target',
        'level-target-not-larger',
      ],
      [
        'has a negative weight',
        { ...stated, weights: { ...stated.weights, like: -1 } },
        '/document/weights/like',
        'From 0',
      ],
      ['has a window of zero', levels({ 1: { windowHours: 0 } }), '/document/levels/1/windowHours', 'From'],
      [
        'learns from peers of no days',
        { ...stated, peerWindowDays: 0 },
        '/document/peerWindowDays',
        'From 1 to 366',
      ],
      [
        'stops early above what passes',
        { ...stated, verdict: { ...stated.verdict, clearStopAt: 0.99 } },
        '/document/verdict/clearStopAt',
        'thresholds-out-of-order',
      ],
    ])('that %s are refused with the field and the reason', async (_, rules, field, reason) => {
      const refused = {
        code: 'policy-faulty',
        about: { fields: expect.arrayContaining([{ field, detail: expect.stringContaining(reason) }]) },
      };
      await expect(write(rules)).rejects.toMatchObject(refused);
      await expect(
        desk.previews.preview(zhou.workspaceId, { document: sent(rules), days: 1 }),
      ).rejects.toMatchObject(refused);
      expect(await database.owner('select from pool_policy where author_id is not null')).toEqual([]);
    });

    it('are nobody’s but the platform’s, whatever role a brand gives to its people', async () => {
      const brand = await aMember(database.db, await aWorkspace(database.db), 'owner');
      const { workspaceId } = brand;
      const asks = [
        () => desk.queries.versions(workspaceId, { limit: 5 }),
        () => desk.queries.activations(workspaceId, { limit: 5 }),
        () => desk.canary.running(workspaceId),
        () => desk.previews.preview(workspaceId, { document: sent(stated), days: 1 }),
        () => desk.activations.activate(workspaceId, brand, statedId, change()),
        () =>
          desk.canaries.start(workspaceId, brand, statedId, {
            share: 0.1,
            why: 'x',
            requestKey: randomUUID(),
          }),
      ];
      for (const ask of asks) await expect(ask()).rejects.toMatchObject({ code: 'platform-only' });
    });
  });

  describe('activation', () => {
    it('puts one version in force, says so in the log, and goes back in one step', async () => {
      const made = await write(passingAt(0.4));
      const done = await activate(made.id);
      expect(done).toMatchObject({
        kind: 'activated',
        by: 'Zhou',
        from: { id: statedId },
        to: { id: made.id },
        why: '试行稳定',
      });
      expect(await inForce()).toEqual({ name: 'platform-stated', version: shipped + 1 });
      const back = await desk.activations.rollBack(
        ling.workspaceId,
        ling,
        made.id,
        change({ inForceId: made.id, why: '撤回' }),
      );
      expect(back).toMatchObject({ kind: 'rolled-back', by: 'Ling', to: { id: statedId } });
      expect(await inForce()).toEqual({ name: 'platform-stated', version: shipped });
      const { items } = await desk.queries.activations(zhou.workspaceId, { limit: 50 });
      expect(items).toEqual([back, done]);
      await expect(
        desk.activations.rollBack(zhou.workspaceId, zhou, statedId, change()),
      ).rejects.toMatchObject({ code: 'policy-not-activated' });
    });

    it('sent again is the same activation', async () => {
      const made = await write(passingAt(0.4));
      const requestKey = randomUUID();
      const [first, again] = [
        await activate(made.id, { requestKey }),
        await activate(made.id, { requestKey }),
      ];
      expect(again).toEqual(first);
      await expect(activate(statedId, { requestKey, inForceId: made.id })).rejects.toMatchObject({
        code: 'request-key-reused',
      });
      await expect(activate(made.id, { inForceId: made.id })).rejects.toMatchObject({
        code: 'policy-already-in-force',
      });
    });

    it('lets one of two operators win, and tells the other what is in force now', async () => {
      const [mine, yours] = [await write(passingAt(0.4)), await write(passingAt(0.3))];
      const outcomes = await Promise.allSettled([activate(mine.id), activate(yours.id, {}, ling)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
      const now = await inForce();
      expect(lost.reason).toMatchObject({
        code: 'policy-moved-on',
        about: { detail: `In force now is ${now?.name} v${now?.version}.` },
      });
    });

    it('cannot be rewritten in the log', async () => {
      const made = await write(passingAt(0.4));
      await activate(made.id);
      await expect(
        database.db.asEngine((tx) => tx.query(`update policy_activation set why = 'nothing'`)),
      ).rejects.toMatchObject({ code: '42501' });
    });
  });
});

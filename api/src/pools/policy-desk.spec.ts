import { platformStated } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aMember, aWorkspace } from '../../test/people';
import { aStaffedDesk, passingAt, sent, stated, type StaffedDesk } from '../../test/policy-desk';

const shipped = platformStated.version;

describe('the desk of the rule sets', () => {
  let database: TestDatabase;
  let desk: StaffedDesk;

  beforeEach(async () => {
    database = await freshDatabase(25);
    desk = await aStaffedDesk(database);
  });
  afterEach(() => database.close());

  describe('versions', () => {
    it('get the next number, their author and the reason, and leave the one they come from alone', async () => {
      const made = await desk.write(passingAt(0.4));
      expect(made).toMatchObject({
        name: 'platform-stated',
        version: shipped + 1,
        source: 'custom',
        mark: 'P',
        author: 'Zhou',
        why: '先放宽一点',
        inForce: false,
        basedOn: { id: desk.statedId, version: shipped },
      });
      const { items } = await desk.queries.versions(desk.zhou.workspaceId, { limit: 50 });
      expect(items[0]).toEqual(made);
      const base = await database.owner<{ document: unknown }>(
        'select document from pool_policy where id = $1',
        [desk.statedId],
      );
      expect(base[0]?.document).toEqual(platformStated);
    });

    it('are the preset again when nothing differs from it', async () => {
      const custom = await desk.write(passingAt(0.4));
      expect(await desk.write(stated, { basedOnId: custom.id })).toMatchObject({
        version: shipped + 2,
        source: 'platform_stated',
        mark: 'A',
      });
    });

    it('are written once under one request key, and another wish under it is refused', async () => {
      const requestKey = randomUUID();
      const [first, again] = [
        await desk.write(passingAt(0.4), { requestKey }),
        await desk.write(passingAt(0.4), { requestKey }),
      ];
      expect(again.id).toBe(first.id);
      await expect(desk.write(passingAt(0.5), { requestKey })).rejects.toMatchObject({
        code: 'request-key-reused',
      });
    });

    it('two at the same moment get two numbers', async () => {
      const made = await Promise.all([
        desk.write(passingAt(0.4)),
        desk.write(passingAt(0.3)),
        desk.write(passingAt(0.2)),
      ]);
      expect(made.map(({ version }) => version).sort()).toEqual([1, 2, 3].map((n) => shipped + n));
    });

    it('that change nothing are refused', async () => {
      await expect(desk.write(stated)).rejects.toMatchObject({ code: 'policy-unchanged' });
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
      await expect(desk.write(rules)).rejects.toMatchObject(refused);
      await expect(
        desk.previews.preview(desk.zhou.workspaceId, { document: sent(rules), days: 1 }),
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
        () => desk.activations.activate(workspaceId, brand, desk.statedId, desk.change()),
        () =>
          desk.canaries.start(workspaceId, brand, desk.statedId, {
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
      const made = await desk.write(passingAt(0.4));
      const done = await desk.activate(made.id);
      expect(done).toMatchObject({
        kind: 'activated',
        by: 'Zhou',
        from: { id: desk.statedId },
        to: { id: made.id },
        why: '试行稳定',
      });
      expect(await desk.inForce()).toEqual({ id: made.id, name: 'platform-stated', version: shipped + 1 });
      const back = await desk.activations.rollBack(
        desk.ling.workspaceId,
        desk.ling,
        made.id,
        desk.change({ inForceId: made.id, why: '撤回' }),
      );
      expect(back).toMatchObject({ kind: 'rolled-back', by: 'Ling', to: { id: desk.statedId } });
      expect(await desk.inForce()).toEqual({ id: desk.statedId, name: 'platform-stated', version: shipped });
      const { items } = await desk.queries.activations(desk.zhou.workspaceId, { limit: 50 });
      expect(items).toEqual([back, done]);
      await expect(
        desk.activations.rollBack(desk.zhou.workspaceId, desk.zhou, desk.statedId, desk.change()),
      ).rejects.toMatchObject({ code: 'policy-not-activated' });
    });

    it('sent again is the same activation', async () => {
      const made = await desk.write(passingAt(0.4));
      const requestKey = randomUUID();
      const [first, again] = [
        await desk.activate(made.id, { requestKey }),
        await desk.activate(made.id, { requestKey }),
      ];
      expect(again).toEqual(first);
      await expect(desk.activate(desk.statedId, { requestKey, inForceId: made.id })).rejects.toMatchObject({
        code: 'request-key-reused',
      });
      await expect(desk.activate(made.id, { inForceId: made.id })).rejects.toMatchObject({
        code: 'policy-already-in-force',
      });
    });

    it('lets one of two operators win, and tells the other what is in force now', async () => {
      const [mine, yours] = [await desk.write(passingAt(0.4)), await desk.write(passingAt(0.3))];
      const outcomes = await Promise.allSettled([
        desk.activate(mine.id),
        desk.activate(yours.id, {}, desk.ling),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
      const now = await desk.inForce();
      expect(lost.reason).toMatchObject({
        code: 'policy-moved-on',
        about: { detail: `In force now is ${now?.name} v${now?.version}.` },
      });
    });

    it('cannot be rewritten in the log', async () => {
      const made = await desk.write(passingAt(0.4));
      await desk.activate(made.id);
      await expect(
        database.db.asEngine((tx) => tx.query(`update policy_activation set why = 'nothing'`)),
      ).rejects.toMatchObject({ code: '42501' });
    });
  });
});

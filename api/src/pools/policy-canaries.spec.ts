import { platformStated } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aWorkspace } from '../../test/people';
import { aStaffedDesk, passingAt, type StaffedDesk } from '../../test/policy-desk';
import { poolsOn } from '../../test/pools';
import { aNoteToPublish } from '../../test/publishing';

const shipped = platformStated.version;

describe('a version on trial', () => {
  let database: TestDatabase;
  let desk: StaffedDesk;

  beforeEach(async () => {
    database = await freshDatabase(25);
    desk = await aStaffedDesk(database);
  });
  afterEach(() => database.close());

  const start = (policyId: string, share = 0.5) =>
    desk.canaries.start(desk.zhou.workspaceId, desk.zhou, policyId, {
      share,
      why: '先试一半',
      requestKey: randomUUID(),
    });
  const publish = async (count: number) => {
    const { notes } = poolsOn(database.db);
    const brand = await aWorkspace(database.db);
    const ids: string[] = [];
    for (let n = 0; n < count; n++)
      ids.push(
        await notes.publish(
          brand,
          aNoteToPublish({ title: `春茶开箱 ${n}`, requestKey: randomUUID() }),
          new Date(Date.now() - 60_000),
        ),
      );
    await notes.auditDue(new Date());
    return ids;
  };
  const policiesOf = async (ids: string[]) =>
    database.owner<{ policy_id: string; notes: number }>(
      'select policy_id, count(*)::int as notes from pool_run where note_id = any($1) group by 1',
      [ids],
    );

  it('gives a share of the new notes to the version that is tried, and counts both sides', async () => {
    const made = await desk.write(passingAt(0.4));
    const before = await publish(3);
    await start(made.id);
    const ids = await publish(30);
    expect(await policiesOf(before)).toEqual([{ policy_id: desk.statedId, notes: 3 }]);
    const sides = await policiesOf(ids);
    expect(sides).toHaveLength(2);
    const { canary } = await desk.canary.running(desk.zhou.workspaceId);
    const notesOf = (id: string) => sides.find((side) => side.policy_id === id)?.notes;
    expect(canary).toMatchObject({
      finding: 'too-early',
      canary: { policy: { id: made.id }, notes: notesOf(made.id), impressions: 0 },
      control: { policy: { id: desk.statedId }, notes: notesOf(desk.statedId), verdicts: 0 },
    });
    expect(Number(notesOf(made.id)) + Number(notesOf(desk.statedId))).toBe(30);
  });

  it('is one at a time, and holds up activations until it is over', async () => {
    const [mine, yours] = [await desk.write(passingAt(0.4)), await desk.write(passingAt(0.3))];
    const canary = await start(mine.id);
    await expect(start(yours.id)).rejects.toMatchObject({ code: 'canary-running' });
    await expect(desk.activate(yours.id)).rejects.toMatchObject({ code: 'canary-running' });
    const end = { outcome: 'ended', why: '看不出差别' } as const;
    const ended = await desk.canaries.end(desk.zhou.workspaceId, desk.zhou, canary.id, end);
    expect(ended).toMatchObject({ outcome: 'ended' });
    expect(await desk.canaries.end(desk.zhou.workspaceId, desk.zhou, canary.id, end)).toEqual(ended);
    await expect(
      desk.canaries.end(desk.ling.workspaceId, desk.ling, canary.id, { ...end, outcome: 'promoted' }),
    ).rejects.toMatchObject({ code: 'canary-over' });
    expect(await desk.canary.running(desk.zhou.workspaceId)).toEqual({ canary: null });
    await desk.activate(yours.id);
    expect(await desk.inForce()).toMatchObject({ version: shipped + 2 });
  });

  it('promoted is in force for all, and in the log', async () => {
    const made = await desk.write(passingAt(0.4));
    const canary = await start(made.id);
    await desk.canaries.end(desk.zhou.workspaceId, desk.zhou, canary.id, {
      outcome: 'promoted',
      why: '更好',
    });
    expect(await desk.inForce()).toMatchObject({ version: shipped + 1 });
    const { items } = await desk.queries.activations(desk.zhou.workspaceId, { limit: 5 });
    expect(items).toMatchObject([{ kind: 'promoted', to: { id: made.id }, why: '更好' }]);
    expect(await policiesOf(await publish(2))).toEqual([{ policy_id: made.id, notes: 2 }]);
  });
});

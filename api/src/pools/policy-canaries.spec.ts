import type { ActivatePolicy, PolicyVersion, WritePolicy } from '@poolrise/contracts';
import { platformStated, type PolicyRuleSet, rulesOf } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aMember, aWorkspace, type Someone } from '../../test/people';
import { policyDeskOn } from '../../test/policy-desk';
import { poolsOn } from '../../test/pools';
import { aNoteToPublish } from '../../test/publishing';

const stated = rulesOf(platformStated);
const sent = (rules: object) => rules as WritePolicy['document'];
const shipped = platformStated.version;
const passingAt = (passAt: number): PolicyRuleSet => ({
  ...stated,
  verdict: { ...stated.verdict, passAt, clearStopAt: 0, clearPassAt: 1 },
  levels: stated.levels.map(({ passAt: _own, ...level }) => level),
});

describe('a version on trial', () => {
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

  const start = (policyId: string, share = 0.5) =>
    desk.canaries.start(zhou.workspaceId, zhou, policyId, {
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
    const made = await write(passingAt(0.4));
    const before = await publish(3);
    await start(made.id);
    const ids = await publish(30);
    expect(await policiesOf(before)).toEqual([{ policy_id: statedId, notes: 3 }]);
    const sides = await policiesOf(ids);
    expect(sides).toHaveLength(2);
    const { canary } = await desk.canary.running(zhou.workspaceId);
    const notesOf = (id: string) => sides.find((side) => side.policy_id === id)?.notes;
    expect(canary).toMatchObject({
      finding: 'too-early',
      canary: { policy: { id: made.id }, notes: notesOf(made.id), impressions: 0 },
      control: { policy: { id: statedId }, notes: notesOf(statedId), verdicts: 0 },
    });
    expect(Number(notesOf(made.id)) + Number(notesOf(statedId))).toBe(30);
  });

  it('is one at a time, and holds up activations until it is over', async () => {
    const [mine, yours] = [await write(passingAt(0.4)), await write(passingAt(0.3))];
    const canary = await start(mine.id);
    await expect(start(yours.id)).rejects.toMatchObject({ code: 'canary-running' });
    await expect(activate(yours.id)).rejects.toMatchObject({ code: 'canary-running' });
    const end = { outcome: 'ended', why: '看不出差别' } as const;
    const ended = await desk.canaries.end(zhou.workspaceId, zhou, canary.id, end);
    expect(ended).toMatchObject({ outcome: 'ended' });
    expect(await desk.canaries.end(zhou.workspaceId, zhou, canary.id, end)).toEqual(ended);
    await expect(
      desk.canaries.end(ling.workspaceId, ling, canary.id, { ...end, outcome: 'promoted' }),
    ).rejects.toMatchObject({ code: 'canary-over' });
    expect(await desk.canary.running(zhou.workspaceId)).toEqual({ canary: null });
    await activate(yours.id);
    expect(await inForce()).toMatchObject({ version: shipped + 2 });
  });

  it('promoted is in force for all, and in the log', async () => {
    const made = await write(passingAt(0.4));
    const canary = await start(made.id);
    await desk.canaries.end(zhou.workspaceId, zhou, canary.id, { outcome: 'promoted', why: '更好' });
    expect(await inForce()).toMatchObject({ version: shipped + 1 });
    const { items } = await desk.queries.activations(zhou.workspaceId, { limit: 5 });
    expect(items).toMatchObject([{ kind: 'promoted', to: { id: made.id }, why: '更好' }]);
    expect(await policiesOf(await publish(2))).toEqual([{ policy_id: made.id, notes: 2 }]);
  });
});

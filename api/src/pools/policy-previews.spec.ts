import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aWorkspace } from '../../test/people';
import { aStaffedDesk, aVerdict, passingAt, sent, stated, type StaffedDesk } from '../../test/policy-desk';
import { poolsOn } from '../../test/pools';
import { aNoteToPublish } from '../../test/publishing';

const now = new Date('2026-11-24T08:00:00Z');
const hourMs = 3_600_000;

describe('the preview of a rule set', () => {
  let database: TestDatabase;
  let desk: StaffedDesk;
  let brand: string;

  beforeEach(async () => {
    database = await freshDatabase(25);
    desk = await aStaffedDesk(database);
    brand = await aWorkspace(database.db, 'brand', '林家茶');
  });
  afterEach(() => database.close());

  const preview = (document: object, days = 7) =>
    desk.previews.preview(desk.zhou.workspaceId, { document: sent(document), days }, now);
  const published = async (count: number): Promise<string[]> => {
    const { notes } = poolsOn(database.db);
    const ids: string[] = [];
    for (let n = 0; n < count; n++)
      ids.push(
        await notes.publish(
          brand,
          aNoteToPublish({ title: `春茶 ${n}`, requestKey: randomUUID() }),
          new Date(now.getTime() - 2 * hourMs),
        ),
      );
    return ids;
  };
  /** Verdicts with from few to many clicks, an hour apart, the youngest an hour old. */
  const judged = async (clicks: number[]) => {
    const ids = await published(clicks.length);
    const outcomes = [];
    for (const [at, id] of ids.entries())
      outcomes.push(
        await aVerdict(
          database,
          { id, workspaceId: brand },
          clicks[at] ?? 0,
          new Date(now.getTime() - (at + 1) * hourMs),
        ),
      );
    return { ids, outcomes };
  };

  it('changes nothing under the rules that were in force', async () => {
    const { outcomes } = await judged([0, 10, 20, 40, 60]);
    const found = await preview(stated);
    const was = {
      pass: outcomes.filter((one) => one === 'pass').length,
      stop: outcomes.filter((one) => one === 'stop').length,
    };
    expect(was.pass * was.stop).toBeGreaterThan(0);
    expect(found).toMatchObject({
      judged: 5,
      cut: false,
      stoppedInstead: { count: 0 },
      passedInstead: { count: 0 },
    });
    expect(found.levels).toEqual([
      { level: 1, was, would: { ...was, wait: 0 }, stoppedInstead: 0, passedInstead: 0 },
    ]);
  });

  it('names the notes that would have been stopped instead of passed, and the reverse', async () => {
    const { ids, outcomes } = await judged([0, 60]);
    expect(outcomes).toEqual(['stop', 'pass']);
    const strict = await preview(passingAt(1));
    expect(strict.stoppedInstead).toMatchObject({
      count: 1,
      examples: [
        { noteId: ids[1], title: '春茶 1', workspaceName: '林家茶', was: 'pass', would: 'stop', level: 1 },
      ],
    });
    const lenient = await preview(passingAt(0));
    expect(lenient.passedInstead).toMatchObject({
      count: 1,
      examples: [{ noteId: ids[0], was: 'stop', would: 'pass' }],
    });
    expect(lenient.levels[0]).toMatchObject({
      was: { pass: 1, stop: 1 },
      would: { pass: 2, stop: 0, wait: 0 },
    });
  });

  it('waits where a larger sample is asked for', async () => {
    await judged([30]);
    const larger = {
      ...passingAt(0.5),
      levels: stated.levels.map((level) => ({ ...level, target: level.target * 2 })),
    };
    expect((await preview(larger)).levels[0]?.would).toEqual({ pass: 0, stop: 0, wait: 1 });
  });

  it('looks at the days it is asked about', async () => {
    const [old = '', young = ''] = await published(2);
    await aVerdict(database, { id: young, workspaceId: brand }, 10, new Date(now.getTime() - hourMs));
    await aVerdict(database, { id: old, workspaceId: brand }, 10, new Date(now.getTime() - 50 * hourMs));
    expect((await preview(stated, 1)).judged).toBe(1);
    expect((await preview(stated, 3)).judged).toBe(2);
  });

  it('judges the newest 5,000, says that it left others out, and reads them by the index', async () => {
    const [id = ''] = await published(1);
    await aVerdict(database, { id, workspaceId: brand }, 10, new Date(now.getTime() - hourMs));
    await database.owner(`alter table pool_decision drop constraint one_verdict_per_outcome`);
    await database.owner(
      `insert into pool_decision (note_id, workspace_id, level, to_level, outcome, reason, decided_at, policy_id, evidence, verdict)
       select note_id, workspace_id, level, to_level, outcome, reason, decided_at - n * interval '1 second', policy_id, evidence, verdict
       from pool_decision, generate_series(1, 5200) n`,
    );
    await database.owner('analyze pool_decision');
    expect(await preview(stated)).toMatchObject({ judged: 5000, cut: true });
    const plan = await database.owner<{ 'QUERY PLAN': string }>(
      `explain select id from pool_decision where decided_at >= now() - interval '7 days' and (decided_at, id) <= (now(), $1::uuid)
       order by decided_at desc, id desc limit 501`,
      ['ffffffff-ffff-ffff-ffff-ffffffffffff'],
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('pool_decision_by_time');
  });

  describe('with notes that are running', () => {
    /** Open runs on level 1 with a full sample of poor figures. */
    const running = async (count: number) => {
      const ids = await published(count);
      await database.owner(
        `insert into pool_run (note_id, level, workspace_id, policy_id, peer_group, target, entered_at, window_ends_at, next_check_at, next_review_at, impressions, clicks, exposure)
         select id, 1, $2, (select id from pool_policy where in_force), 'food', $3, $4, $4::timestamptz + interval '3 days', 50, $4, $3, $3 / 20, $3
         from unnest($1::uuid[]) id`,
        [ids, brand, stated.levels[1]?.target, new Date(now.getTime() - hourMs)],
      );
      await database.owner(`update note set audit_state = 'passed' where id = any($1)`, [ids]);
    };

    it('is refused when it would stop most of them, with the figures, until they are confirmed', async () => {
      await running(4);
      expect((await preview(passingAt(1))).now).toEqual({ running: 4, wouldStop: 4, share: 1, most: true });
      expect((await preview(passingAt(0))).now).toEqual({ running: 4, wouldStop: 0, share: 0, most: false });
      const strict = await desk.write(passingAt(1));
      const go = (more = {}) =>
        desk.activations.activate(desk.zhou.workspaceId, desk.zhou, strict.id, desk.change(more), now);
      const refusal = {
        code: 'policy-stops-most',
        about: { figures: { running: 4, wouldStop: 4, share: 1 } },
      };
      await expect(go()).rejects.toMatchObject(refusal);
      await expect(go({ confirmStops: 3 })).rejects.toMatchObject(refusal);
      expect(await go({ confirmStops: 4 })).toMatchObject({ to: { id: strict.id } });
    });

    it('is not tried to the end without the same confirmation, and goes on when it is refused', async () => {
      await running(4);
      const strict = await desk.write(passingAt(1));
      const canary = await desk.canaries.start(
        desk.zhou.workspaceId,
        desk.zhou,
        strict.id,
        { share: 0.1, why: '试', requestKey: randomUUID() },
        now,
      );
      const end = (confirmStops?: number) =>
        desk.canaries.end(
          desk.zhou.workspaceId,
          desk.zhou,
          canary.id,
          { outcome: 'promoted', why: '好', ...(confirmStops === undefined ? {} : { confirmStops }) },
          now,
        );
      await expect(end()).rejects.toMatchObject({ code: 'policy-stops-most' });
      expect((await desk.canary.running(desk.zhou.workspaceId)).canary).toMatchObject({ outcome: null });
      expect(await end(4)).toMatchObject({ outcome: 'promoted' });
    });
  });
});

import { growthGraceDays, growthLevel } from '@poolrise/domain';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aCaller, aDesk } from '../../test/recruitments';
import { aPlan, aReadNote, dayMs, rewardsOn } from '../../test/rewards';
import { growthThings } from '../creator-desk/today/growth-things';
import { Refused } from '../http/refused';
import { GrowthClock } from './growth-clock';
import { GrowthQueries } from './growth.queries';

type Desk = Awaited<ReturnType<typeof aDesk>>;

describe('the growth of a desk', () => {
  let database: TestDatabase;
  let clock: GrowthClock;
  let queries: GrowthQueries;
  beforeAll(async () => {
    database = await freshDatabase(10);
    clock = new GrowthClock(database.db);
    queries = new GrowthQueries(database.db);
  });
  afterAll(() => database.close());

  /** So many passed notes of the last days, one a day, each in the pool named. */
  const notes = async (desk: Desk, howMany: number, level = 0): Promise<string[]> => {
    const written: string[] = [];
    for (let n = 0; n < howMany; n++)
      written.push(
        await aReadNote(database.db, desk, [], { publishedAt: Date.now() - (n + 1) * dayMs, level }),
      );
    return written;
  };
  const readBy = (noteId: string | undefined, reads: number) =>
    database.owner('update note_totals set reads = $2 where note_id = $1', [noteId, reads]);
  const stepsOf = async (desk: Desk): Promise<string[]> =>
    (
      await database.owner<{ said: string }>(
        `select concat_ws(' ', step, from_level, to_level) as said from growth_step where workspace_id = $1 order by at`,
        [desk.workspaceId],
      )
    ).map(({ said }) => said);
  const inDays = (days: number): Date => new Date(Date.now() + days * dayMs);

  it('rises by passed notes, pools and natural reads, and says at once what is missing to the next', async () => {
    const desk = await aDesk(database.db);
    const first = await queries.view(desk.workspaceId);
    expect(first).toMatchObject({ level: 1, reachedAt: null, judgedAt: null, next: 2, history: [] });
    await clock.judgeDue();

    const [read] = await notes(desk, 4, 1);
    const second = await queries.view(desk.workspaceId);
    expect(second.level).toBe(2);
    expect(second.levels[2]?.lines.filter(({ met }) => !met)).toEqual([
      { rule: 'naturalReads', have: 0, need: 1_000, missing: 1_000, met: false },
    ]);
    await readBy(read, 1_000);
    // The day has been judged; what the figures reach counts all the same.
    await clock.judgeDue();
    expect(await queries.view(desk.workspaceId)).toMatchObject({ level: 3, next: 4 });
    expect(await stepsOf(desk)).toEqual(['begun 1']);
    await clock.judgeDue(inDays(1));
    expect(await stepsOf(desk)).toEqual(['begun 1', 'rose 1 3']);
  });

  it('counts nothing older than its days, nothing that waits for the audit, and violations by when they were found', async () => {
    const desk = await aDesk(database.db);
    await aReadNote(database.db, desk, [], { publishedAt: Date.now() - 91 * dayMs, level: 3 });
    await aReadNote(database.db, desk, [], { auditState: 'pending' });
    const old = await aReadNote(database.db, desk, [], {
      publishedAt: Date.now() - 120 * dayMs,
      auditState: 'rejected',
    });
    expect((await queries.view(desk.workspaceId)).facts).toMatchObject({
      notesPassed: 0,
      reachedPool3: 0,
      violations: 0,
    });
    await database.owner('update note set audited_at = now() where id = $1', [old]);
    expect((await queries.view(desk.workspaceId)).facts.violations).toBe(1);
  });

  it('keeps its level through the days of grace, told why, and falls after them', async () => {
    const desk = await aDesk(database.db);
    const [read] = await notes(desk, 4, 1);
    await readBy(read, 1_000);
    await clock.judgeDue();
    const found: string[] = [];
    for (const auditState of ['rejected', 'limited', 'limited', 'rejected'])
      found.push(await aReadNote(database.db, desk, [], { auditState }));
    const [warnedAt, lastDay, over] = [inDays(1), inDays(growthGraceDays), inDays(growthGraceDays + 1.1)];
    await clock.judgeDue(warnedAt);
    await clock.judgeDue(warnedAt);
    const warned = await queries.view(desk.workspaceId, warnedAt);
    expect(warned).toMatchObject({ level: 3, falling: { toLevel: 2 } });
    expect(Date.parse(warned.falling?.at ?? '') - warnedAt.getTime()).toBe(growthGraceDays * dayMs);
    expect(warned.history[0]).toMatchObject({
      step: 'warned',
      lacks: [{ rule: 'violations', have: 4, need: 3, missing: 1 }],
    });
    const things = await growthThings.find({ db: database.db, workspaceId: desk.workspaceId, now: warnedAt });
    expect(things).toMatchObject([{ kind: 'growth-falling', name: { en: 'Branch' } }]);
    expect(Date.parse(things[0]?.lapsesAt ?? '')).toBe(Date.parse(warned.falling?.at ?? ''));
    await clock.judgeDue(lastDay);
    expect((await queries.view(desk.workspaceId, lastDay)).level).toBe(3);
    await clock.judgeDue(over);
    expect((await queries.view(desk.workspaceId, over)).level).toBe(2);
    expect(await stepsOf(desk)).toEqual(['begun 3', 'warned 3 3', 'fell 3 2']);

    // A job of an earlier day that comes late turns nothing round.
    await database.owner(`update note set audit_state = 'passed' where id = any($1)`, [found]);
    await clock.judgeDue(warnedAt);
    expect(await stepsOf(desk)).toHaveLength(3);
  });

  it('is judged once a day, however many workers begin at the same moment', async () => {
    const desks = await Promise.all(Array.from({ length: 12 }, () => aDesk(database.db)));
    for (const desk of desks) await notes(desk, 2);
    const at = inDays(60);
    await Promise.all([1, 2, 3, 4, 5].map(() => clock.judgeDue(at)));
    await clock.judgeDue(at);
    for (const desk of desks) expect(await stepsOf(desk)).toEqual([expect.stringMatching(/^begun/)]);
    const [left] = await database.owner<{ left: number }>(
      `select count(*)::int as left from workspace w left join growth_standing s on s.workspace_id = w.id
        where w.kind = 'creator' and s.judged_at is distinct from $1`,
      [at],
    );
    expect(left).toEqual({ left: 0 });
  });

  it('is nobody else’s to see, and a brand has none', async () => {
    const [desk, other] = [await aDesk(database.db), await aDesk(database.db)];
    await notes(desk, 2);
    await clock.judgeDue(inDays(90));
    expect((await queries.view(other.workspaceId)).facts.notesPassed).toBe(0);
    const seen = await database.db.read<{ id: string }>(
      other.workspaceId,
      'select workspace_id as id from growth_step union select workspace_id from growth_standing',
    );
    expect(seen).toEqual([{ id: other.workspaceId }]);
    const brand = await aCaller(database.db, 'brand', 'Lin');
    await expect(queries.view(brand.workspaceId)).rejects.toEqual(new Refused('creator-desk-only'));
  });

  it('opens the plans that ask for it, and says in figures what is missing to those that ask for more', async () => {
    const platform = await aCaller(database.db, 'platform', 'Ops');
    const rewards = rewardsOn(database.db);
    const ask = {
      categories: [],
      followersMax: null,
      followersMin: null,
      notesInDays: null,
      noViolationDays: null,
    };
    const planId = await aPlan(database.db, platform.workspaceId, {
      eligibility: { ...ask, growthLevelMin: 3, accountTied: false },
    });
    const desk = await aDesk(database.db);
    const [read] = await notes(desk, 4, 0);
    await readBy(read, growthLevel(3).rules.naturalReads ?? 0);
    const { eligible, eligibility } = await rewards.queries.one(desk.workspaceId, planId);
    expect({ eligible, eligibility }).toEqual({
      eligible: false,
      eligibility: [
        {
          ...{ rule: 'growth-level', met: false, needs: 3, has: 2, missing: 1 },
          lacks: [{ rule: 'reachedPool1', have: 0, need: 2, missing: 2, met: false }],
        },
      ],
    });
    await expect(rewards.rewards.enrol(desk, planId)).rejects.toMatchObject({ code: 'reward-unfit' });
    expect((await queries.view(desk.workspaceId)).plans).toEqual([
      expect.objectContaining({ id: planId, growthLevelMin: 3, open: false }),
    ]);

    await database.owner(
      `update note set level = 1 where id in (select id from note where workspace_id = $1 order by id limit 2)`,
      [desk.workspaceId],
    );
    expect((await rewards.rewards.enrol(desk, planId)).enrolledAt).not.toBeNull();
    expect((await queries.view(desk.workspaceId)).plans[0]?.open).toBe(true);
  });
});

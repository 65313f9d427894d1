import type { ImportView } from '@poolrise/contracts';
import { dayInShanghai, keptUntil } from '@poolrise/domain';
import { Readable } from 'node:stream';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { deafJobs } from '../../test/deaf-jobs';
import { noteLine, noteSheet } from '../../test/import-files';
import { aBrand, type Someone } from '../../test/people';
import { expireDue } from './forget-imports';
import { ImportJobs } from './import-jobs';
import { ImportRetentionService } from './import-retention.service';
import { ImportsService } from './imports.service';

const dayMs = 86_400_000;
const today = dayInShanghai(new Date());

describe('how long files are kept', () => {
  let database: TestDatabase;
  let imports: ImportsService;
  let retention: ImportRetentionService;
  let jobs: ImportJobs;
  let lin: Someone;
  beforeAll(async () => {
    database = await freshDatabase();
    imports = new ImportsService(database.db, deafJobs);
    retention = new ImportRetentionService(database.db);
    jobs = new ImportJobs(database.db);
  });
  beforeEach(async () => {
    lin = await aBrand(database.db);
  });
  afterAll(() => database.close());

  const upload = (bytes: Buffer, keptMonths?: number): Promise<ImportView> =>
    imports.upload(
      lin.workspaceId,
      lin,
      { name: '投后数据.csv', takeOver: 'asked', keptMonths },
      Readable.from([bytes]),
    );
  const one = (id: string) => imports.one(lin.workspaceId, id);
  const inForce = async (bytes: Buffer): Promise<string> => {
    const { id } = await upload(bytes);
    await jobs.workDue();
    await imports.commit(lin.workspaceId, lin, id);
    await jobs.workDue();
    expect(await one(id)).toMatchObject({ state: 'done' });
    return id;
  };
  const reads = async (): Promise<number[]> =>
    (
      await database.db.read<{ n: number }>(
        lin.workspaceId,
        `select (record -> 'values' ->> 'reads')::float8 as n from observation order by key`,
      )
    ).map(({ n }) => n);
  const trail = (action: string) =>
    database.owner<{ personId: string | null; subjectId: string; detail: object }>(
      `select person_id as "personId", subject_id as "subjectId", detail from audit_event
       where workspace_id = $1 and action = $2`,
      [lin.workspaceId, action],
    );
  const dayComes = (id: string) =>
    database.owner(`update import_file set kept_until = (now() - interval '2 days')::date where id = $1`, [
      id,
    ]);

  it('is two years where nobody says otherwise, else as the workspace, the uploader or a later choice says', async () => {
    expect(await retention.ofWorkspace(lin.workspaceId)).toEqual({ months: 24, setBy: null, setAt: null });
    const usual = await upload(noteSheet(noteLine(1)));
    expect(usual).toMatchObject({
      keptUntil: keptUntil(today, 24),
      keptRule: 'workspace-months',
      keptMonths: 24,
      keptBy: null,
    });
    expect(await retention.set(lin.workspaceId, lin, 6)).toMatchObject({ months: 6, setBy: 'Lin' });
    expect(await one(usual.id)).toMatchObject({ keptUntil: keptUntil(today, 24) });
    expect(await upload(noteSheet(noteLine(2)))).toMatchObject({ keptUntil: keptUntil(today, 6) });
    const chosen = await upload(noteSheet(noteLine(3)), 12);
    expect(chosen).toMatchObject({
      keptUntil: keptUntil(today, 12),
      keptRule: 'chosen-months',
      keptBy: 'Lin',
    });
    const longer = await retention.keep(lin.workspaceId, lin, chosen.id, keptUntil(today, 30));
    expect(longer).toMatchObject({
      keptUntil: keptUntil(today, 30),
      keptRule: 'chosen-day',
      keptMonths: null,
    });
    expect(await trail('import.kept-until-chosen')).toEqual([
      {
        personId: lin.id,
        subjectId: chosen.id,
        detail: { name: '投后数据.csv', keptUntil: keptUntil(today, 30), before: keptUntil(today, 12) },
      },
    ]);
  });

  it('is no day that is over, nor one beyond ten years', async () => {
    const { id } = await upload(noteSheet(noteLine(1)));
    const keep = (day: string) => retention.keep(lin.workspaceId, lin, id, day);
    for (const day of [dayInShanghai(new Date(Date.now() - dayMs)), keptUntil(keptUntil(today, 120), 1)])
      await expect(keep(day)).rejects.toMatchObject({
        code: 'import-day-unfit',
        about: { field: '/keptUntil' },
      });
    expect(await keep(today)).toMatchObject({ keptUntil: today });
    const wen = await aBrand(database.db, { name: 'Wen' });
    await expect(retention.keep(wen.workspaceId, wen, id, today)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('ends with taking back what was brought and deleting all rows; what other files said stands', async () => {
    const first = await inForce(noteSheet(noteLine(1), noteLine(2)));
    const second = await inForce(
      noteSheet(noteLine(2, { 阅读量: 950 }), noteLine(3), noteLine(4, { 阅读量: 'viele' })),
    );
    expect(await reads()).toEqual([901, 950, 903]);
    await dayComes(second);
    await jobs.workDue();
    expect(await reads()).toEqual([901, 902]);
    expect(await one(second)).toMatchObject({
      state: 'expired',
      found: null,
      mapping: null,
      checks: null,
      counts: { new: 1, changed: 1, rejected: 1 },
      expiredAt: expect.any(String) as string,
      waitsUntil: null,
    });
    expect(await one(first)).toMatchObject({ state: 'done', expiredAt: null });
    expect(
      await database.owner(
        `select 1 from import_row where import_id = $1 union all select 1 from import_chunk where import_id = $1`,
        [second],
      ),
    ).toEqual([]);
    expect(await trail('import.expired')).toMatchObject([
      {
        personId: null,
        subjectId: second,
        detail: {
          name: '投后数据.csv',
          rule: 'workspace-months',
          months: 24,
          counts: { new: 1, changed: 1, rejected: 1 },
        },
      },
    ]);
    // It stays as a trace of itself, and the same file may come again.
    await database.owner(`update import_file set uploaded_at = now() - interval '40 days' where id = $1`, [
      second,
    ]);
    await jobs.workDue();
    expect(await one(second)).toMatchObject({ state: 'expired' });
    await expect(retention.keep(lin.workspaceId, lin, second, today)).rejects.toMatchObject({
      code: 'import-not-so-far',
    });
    await expect(imports.drop(lin.workspaceId, second)).rejects.toMatchObject({ code: 'import-not-so-far' });
  }, 120_000);

  it('goes on to the last day itself, by the clock of Shanghai', async () => {
    const id = await inForce(noteSheet(noteLine(1)));
    await retention.keep(lin.workspaceId, lin, id, today);
    const lastMoment = new Date(`${today}T23:59:59.999+08:00`);
    await expireDue(database.db, lastMoment);
    expect(await one(id)).toMatchObject({ state: 'done' });
    await expireDue(database.db, new Date(lastMoment.getTime() + 1));
    expect(await one(id)).toMatchObject({ state: 'undoing' });
    await jobs.workDue();
    expect(await one(id)).toMatchObject({ state: 'expired' });
  });

  it('ends at once for what is not in force, and is said in the trail where a file was merely forgotten', async () => {
    const waiting = await upload(noteSheet(noteLine(1)));
    const idle = await upload(noteSheet(noteLine(2)));
    await jobs.workDue();
    expect((await one(idle.id)).waitsUntil).toBe(dayInShanghai(new Date(Date.now() + 14 * dayMs)));
    await dayComes(waiting.id);
    await database.owner(`update import_file set uploaded_at = now() - interval '15 days' where id = $1`, [
      idle.id,
    ]);
    await jobs.workDue();
    expect(await one(waiting.id)).toMatchObject({ state: 'expired', committedAt: null });
    expect(await trail('import.forgotten')).toEqual([
      { personId: null, subjectId: idle.id, detail: { name: '投后数据.csv', unusedDays: 14 } },
    ]);
  });

  it('does not outlive an undo that was under way when the day came', async () => {
    const id = await inForce(noteSheet(...Array.from({ length: 40 }, (_, n) => noteLine(n))));
    await imports.undo(lin.workspaceId, lin, id);
    await dayComes(id);
    await jobs.workDue();
    expect(await one(id)).toMatchObject({ state: 'expired', undoneAt: expect.any(String) as string });
    expect(await reads()).toEqual([]);
  });
});

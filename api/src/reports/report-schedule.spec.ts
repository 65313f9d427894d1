import type { ReportDesk } from '@poolrise/contracts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { deskSpec, ReportStage } from '../../test/report-stage';
import { periodOf, ReportSchedule } from './report-schedule';

const testFolder = path.join(import.meta.dirname, '../../test');
const hooks = path.join(testFolder, '../../libs/devkit/src/typescript-hooks.ts');

describe('a report that goes out by itself', () => {
  const stage = new ReportStage();
  const { call, write } = stage;
  beforeAll(() => stage.raise());
  beforeEach(() => stage.enter());
  afterAll(() => stage.close());

  const rhythm = { every: 'day', at: '09:00', timeZone: 'Europe/Berlin' } as const;
  const schedule = (id: string, over: object = {}) =>
    call<ReportDesk>('POST', `reports/${id}/schedule`, {
      rhythm,
      days: 7,
      format: 'pdf',
      language: 'en',
      ...over,
    });
  const due = (id: string, at: string) =>
    stage.database.owner('update report set next_run_at = $2 where id = $1', [id, at]);
  const editionsOf = (id: string) =>
    stage.database.owner<{ due_at: Date; spec: typeof deskSpec }>(
      'select due_at, spec from report_edition where report_id = $1',
      [id],
    );

  it('makes one edition of a run, whoever works at once, and one of all that were missed', async () => {
    const { id } = await write();
    expect((await schedule(id)).body.nextRunAt).toEqual(expect.any(String));
    await due(id, '2026-03-28T08:00:00Z');
    const workers = Array.from({ length: 6 }, () => new ReportSchedule(stage.database.db).makeDue());
    expect((await Promise.all(workers)).reduce((sum, made) => sum + made, 0)).toBe(1);
    const [edition, ...more] = await editionsOf(id);
    expect(more).toEqual([]);
    expect(edition?.spec.period).toEqual({ from: '2026-03-21', to: '2026-03-27' });
    const [next] = await stage.database.owner<{ next: Date }>(
      'select next_run_at as next from report where id = $1',
      [id],
    );
    expect(next?.next.getTime()).toBeGreaterThan(Date.now());
    expect(await new ReportSchedule(stage.database.db).makeDue()).toBe(0);
  });

  it('leaves a run to the next worker when one dies in the middle of it', async () => {
    const { id } = await write();
    await schedule(id);
    await due(id, '2026-03-28T08:00:00Z');
    // The worker is held while it writes the edition down, and dies there.
    await stage.database.owner(`create function dawdle() returns trigger language plpgsql as
      'begin perform pg_sleep(60); return new; end'`);
    await stage.database.owner(
      'create trigger dawdle before insert on report_edition for each row execute function dawdle()',
    );
    const worker = spawn(
      process.execPath,
      ['--no-warnings', '--import', hooks, path.join(testFolder, 'report-loop.ts')],
      {
        env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: stage.database.url },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const ended = once(worker, 'exit');
    const writing = async () =>
      (
        await stage.database.owner(
          `select from pg_stat_activity where datname = current_database() and query like 'insert into report_edition%' and state = 'active'`,
        )
      ).length > 0;
    for (let tries = 0; !(await writing()) && tries < 400; tries++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await writing()).toBe(true);
    expect(await new ReportSchedule(stage.database.db).makeDue()).toBe(0);
    worker.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');
    // The server hears of the death when it next writes to the dead; here it is told.
    await stage.database.owner(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'insert into report_edition%'`,
    );
    await stage.database.owner('drop function dawdle cascade');
    expect(await editionsOf(id)).toEqual([]);
    for (let made = 0, tries = 0; made === 0 && tries < 50; tries++) {
      made = await new ReportSchedule(stage.database.db).makeDue();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await editionsOf(id)).toHaveLength(1);
  });

  it('rests while it is paused, and covers the days before its run by the calendar of its zone', async () => {
    const { id } = await write();
    expect((await schedule(id, { paused: true })).body.nextRunAt).toBeNull();
    expect((await call('DELETE', `reports/${id}/schedule`)).status).toBe(204);
    expect((await call<ReportDesk>('GET', `reports/${id}`)).body.schedule).toBeNull();
    const asked = {
      rhythm: { ...rhythm, timeZone: 'Asia/Shanghai' },
      days: 1,
      format: 'csv',
      language: 'en',
      paused: false,
    } as const;
    expect(periodOf(asked, Date.parse('2026-03-27T17:00:00Z'))).toEqual({
      from: '2026-03-27',
      to: '2026-03-27',
    });
  });
});

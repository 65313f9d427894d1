import type {
  EditionView,
  NewLinkView,
  Problem,
  ReportDesk,
  ReportResult,
  SharedReport,
} from '@poolrise/contracts';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { aCaller, aClient, anAgency, type Caller } from '../../test/agencies';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrandWithNote } from '../../test/money';
import { pagesOf } from '../../test/pdf-text';
import type { BrowserHeaders } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';
import { unzipped } from '../../test/unzipped';
import { byteOrderMark } from '../files/csv';
import { periodOf, ReportSchedule } from './report-schedule';

const testFolder = path.join(import.meta.dirname, '../../test');
const hooks = path.join(testFolder, '../../libs/devkit/src/typescript-hooks.ts');

describe('a kept report', () => {
  let database: TestDatabase;
  let server: TestServer;
  let zhou: Caller;
  let room: string;
  let headers: BrowserHeaders;
  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
  });
  beforeEach(async () => {
    zhou = await anAgency(database.db);
    room = await aClient(server, zhou, '青屿咖啡');
    headers = zhou.in(room);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const spec = {
    metrics: ['impressions', 'ctr', 'noteCpm'],
    dimensions: ['note'],
    period: { from: '2026-01-01', to: today },
    sort: { by: 'impressions' },
  };
  const call = async <T>(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    payload?: object,
    by: BrowserHeaders | undefined = headers,
  ) => {
    const answer = await server.inject({
      method,
      url: `/api/v1/${url}`,
      ...(by && { headers: by }),
      ...(payload && { payload }),
    });
    return {
      status: answer.statusCode,
      body: answer.body ? safeJson<T>(answer.body) : (undefined as T),
      answer,
    };
  };
  const safeJson = <T>(text: string): T => {
    try {
      return JSON.parse(text) as T;
    } catch {
      return undefined as T;
    }
  };
  const write = async (over: object = {}) =>
    (
      await call<ReportDesk>('POST', 'reports', {
        name: `三月 ${randomUUID().slice(0, 6)}`,
        spec,
        requestKey: randomUUID(),
        ...over,
      })
    ).body;
  const visit = (path: string, payload: object, ip = '203.0.113.7') =>
    server.inject({
      method: 'POST',
      url: `/api/v1/share/${path}`,
      payload,
      remoteAddress: ip,
      headers: { 'x-requested-with': 'poolrise' },
    });

  const aNote = async (title: string, impressions: number) => {
    const { noteId } = await aBrandWithNote(database.db);
    await database.owner('update note set workspace_id = $1, title = $2 where id = $3', [
      room,
      title,
      noteId,
    ]);
    await database.owner(
      `insert into engagement_hour (note_id, workspace_id, hour, level, rail, impressions, clicks) values ($1, $2, date_trunc('hour', now()) - interval '3 hours', 0, 1, $3, $4)`,
      [noteId, room, impressions, Math.round(impressions / 10)],
    );
    return noteId;
  };

  it('is changed by whoever has read its last state, and its editions stay as they were', async () => {
    await aNote('一杯好茶', 1_000);
    const { id, version } = await write();
    const edition = (await call<EditionView>('POST', `reports/${id}/editions`, { language: 'zh-CN' })).body;
    const change = (name: string, its: number) =>
      call<ReportDesk & Problem>('POST', `reports/${id}`, {
        name,
        remarks: '',
        spec: { ...spec, metrics: ['impressions'] },
        version: its,
      });
    expect((await change('四月', version)).body).toMatchObject({ name: '四月', version: 2 });
    expect((await change('五月', version)).body).toMatchObject({
      status: 409,
      code: 'report-moved-on',
      figures: { yours: 1, latest: 2 },
    });
    await aNote('第二杯', 500);
    const kept = (await call<EditionView>('GET', `reports/${id}/editions/${edition.id}`)).body;
    expect([kept.result.totals[0]?.figure.value, kept.result.columns.length]).toEqual([1_000, 3]);
    const now = (await call<ReportResult>('POST', 'report-runs', spec)).body;
    expect(now.totals[0]?.figure.value).toBe(1_500);
    expect((await call('DELETE', `reports/${id}`)).status).toBe(204);
    expect((await call('GET', `reports/${id}/editions/${edition.id}`)).status).toBe(404);
  });

  it('has a name of its own, is kept once for each request, and only by those who may', async () => {
    const requestKey = randomUUID();
    const ask = { name: '周报', spec, requestKey };
    const [one, other] = [
      await call<ReportDesk>('POST', 'reports', ask),
      await call<ReportDesk>('POST', 'reports', ask),
    ];
    expect(one.body.id).toBe(other.body.id);
    expect((await call<Problem>('POST', 'reports', { ...ask, name: '月报' })).body.code).toBe(
      'request-key-reused',
    );
    expect((await call<Problem>('POST', 'reports', { ...ask, requestKey: randomUUID() })).body.code).toBe(
      'name-taken',
    );
    const lee = await aCaller(database.db, room, 'analyst', 'Lee');
    expect(
      (await call<Problem>('POST', 'reports', { ...ask, requestKey: randomUUID() }, lee.headers)).body.code,
    ).toBe('role-too-low');
    expect((await call('POST', 'report-runs', spec, lee.headers)).status).toBe(200);
  });

  it('stays inside the room: report, editions, files and links of another are not found', async () => {
    const { id } = await write();
    const edition = (await call<EditionView>('POST', `reports/${id}/editions`, { language: 'en' })).body;
    const { body: link } = await call<NewLinkView>('POST', `reports/${id}/links`, { language: 'en' });
    const strangers = [zhou.in(await aClient(server, zhou)), (await anAgency(database.db)).headers];
    for (const by of strangers) {
      const tries = [
        call('GET', `reports/${id}`, undefined, by),
        call('POST', `reports/${id}`, { name: 'x', spec, version: 1 }, by),
        call('GET', `reports/${id}/editions`, undefined, by),
        call('GET', `reports/${id}/editions/${edition.id}`, undefined, by),
        call('GET', `reports/${id}/editions/${edition.id}/file`, undefined, by),
        call('POST', `reports/${id}/links`, { language: 'en' }, by),
        call('DELETE', `reports/${id}/links/${link.id}`, undefined, by),
        call('POST', `reports/${id}/share`, { shared: true }, by),
        call('GET', `shared-reports/${id}`, undefined, by),
        call('DELETE', `reports/${id}`, undefined, by),
      ];
      expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(tries.map(() => 404));
    }
    expect((await call('GET', `reports/${id}`)).status).toBe(200);
  });

  it('is seen through a link until it is revoked, with its password, and says nothing of where it lies', async () => {
    await aNote('一杯好茶', 1_000);
    const { id } = await write();
    const { body: open } = await call<NewLinkView>('POST', `reports/${id}/links`, { language: 'zh-CN' });
    const { body: locked } = await call<NewLinkView>('POST', `reports/${id}/links`, {
      language: 'en',
      password: 'islet-coffee',
    });
    const seen = (await visit('report', { token: open.token })).json<SharedReport>();
    expect(seen).toMatchObject({ workspace: '青屿咖啡', openUntil: expect.any(String) });
    expect(seen.result.totals[0]?.figure.value).toBe(1_000);
    expect(seen.result.columns[0]?.lineage).toMatchObject({ origins: [], originsInAll: 1 });
    expect((await visit('report', { token: locked.token })).json()).toMatchObject({
      code: 'link-password-needed',
    });
    expect((await visit('report', { token: locked.token, password: 'guess' })).json()).toMatchObject({
      code: 'link-password-wrong',
    });
    expect((await visit('report', { token: locked.token, password: 'islet-coffee' })).statusCode).toBe(200);
    const file = await visit('report-file', { token: open.token, format: 'csv', language: 'zh-CN' });
    expect(file.body).toContain('一杯好茶');
    expect((await call<ReportDesk>('GET', `reports/${id}`)).body.links.map(({ views }) => views)).toEqual([
      1, 2,
    ]);
    expect((await call('DELETE', `reports/${id}/links/${open.id}`)).status).toBe(204);
    const tries = [
      visit('report', { token: open.token }),
      visit('report-file', { token: open.token, format: 'csv', language: 'en' }),
    ];
    for (const answer of await Promise.all(tries))
      expect(answer.json()).toMatchObject({ status: 410, code: 'link-not-open' });
  });

  it('is shown to the client’s viewer when it was shared, and nothing else of reports is', async () => {
    const { id } = await write({ name: '给客户' });
    const su = await aCaller(database.db, room, 'client_viewer', 'Su');
    expect((await call<Problem>('GET', 'reports', undefined, su.headers)).body.code).toBe('role-too-low');
    expect((await call('GET', `shared-reports/${id}`, undefined, su.headers)).status).toBe(404);
    await call('POST', `reports/${id}/share`, { shared: true });
    const list = await call<{ items: { name: string }[] }>('GET', 'shared-reports', undefined, su.headers);
    expect(list.body.items.map(({ name }) => name)).toEqual(['给客户']);
    expect((await call('GET', `shared-reports/${id}`, undefined, su.headers)).status).toBe(200);
    await call('POST', `reports/${id}/share`, { shared: false });
    expect((await call('GET', `shared-reports/${id}`, undefined, su.headers)).status).toBe(404);
  });

  describe('that goes out by itself', () => {
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
      database.owner('update report set next_run_at = $2 where id = $1', [id, at]);
    const editionsOf = (id: string) =>
      database.owner<{ due_at: Date; spec: typeof spec }>(
        'select due_at, spec from report_edition where report_id = $1',
        [id],
      );

    it('makes one edition of a run, whoever works at once, and one of all that were missed', async () => {
      const { id } = await write();
      expect((await schedule(id)).body.nextRunAt).toEqual(expect.any(String));
      await due(id, '2026-03-28T08:00:00Z');
      const workers = Array.from({ length: 6 }, () => new ReportSchedule(database.db).makeDue());
      expect((await Promise.all(workers)).reduce((sum, made) => sum + made, 0)).toBe(1);
      const [edition, ...more] = await editionsOf(id);
      expect(more).toEqual([]);
      expect(edition?.spec.period).toEqual({ from: '2026-03-21', to: '2026-03-27' });
      const [next] = await database.owner<{ next: Date }>(
        'select next_run_at as next from report where id = $1',
        [id],
      );
      expect(next?.next.getTime()).toBeGreaterThan(Date.now());
      expect(await new ReportSchedule(database.db).makeDue()).toBe(0);
    });

    it('leaves a run to the next worker when one dies in the middle of it', async () => {
      const { id } = await write();
      await schedule(id);
      await due(id, '2026-03-28T08:00:00Z');
      // The worker is held while it writes the edition down, and dies there.
      await database.owner(`create function dawdle() returns trigger language plpgsql as
        'begin perform pg_sleep(60); return new; end'`);
      await database.owner(
        'create trigger dawdle before insert on report_edition for each row execute function dawdle()',
      );
      const worker = spawn(
        process.execPath,
        ['--no-warnings', '--import', hooks, path.join(testFolder, 'report-loop.ts')],
        {
          env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.url },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      const ended = once(worker, 'exit');
      const writing = async () =>
        (
          await database.owner(
            `select from pg_stat_activity where datname = current_database() and query like 'insert into report_edition%' and state = 'active'`,
          )
        ).length > 0;
      for (let tries = 0; !(await writing()) && tries < 400; tries++)
        await new Promise((resolve) => setTimeout(resolve, 25));
      expect(await writing()).toBe(true);
      expect(await new ReportSchedule(database.db).makeDue()).toBe(0);
      worker.kill('SIGKILL');
      expect((await ended)[1]).toBe('SIGKILL');
      // The server hears of the death when it next writes to the dead; here it is told.
      await database.owner(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'insert into report_edition%'`,
      );
      await database.owner('drop function dawdle cascade');
      expect(await editionsOf(id)).toEqual([]);
      for (let made = 0, tries = 0; made === 0 && tries < 50; tries++) {
        made = await new ReportSchedule(database.db).makeDue();
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

  describe('as a file', () => {
    const file = async (format: string, language = 'zh-CN', name = '三月投后') =>
      (await call('POST', 'report-files', { name, spec, format, language })).answer;

    it('is a CSV whose texts are no formulas, with what it is about below the figures', async () => {
      await aNote('=HYPERLINK("http://x")', 1_000);
      const csv = await file('csv');
      expect(csv.headers['content-type']).toContain('text/csv');
      expect(csv.headers['content-disposition']).toContain(encodeURIComponent('三月投后'));
      const [head = '', first = '', total = ''] = csv.body.split('\r\n');
      expect(head.startsWith(`${byteOrderMark}笔记,曝光`)).toBe(true);
      expect(first).toContain(`"'=HYPERLINK(""http://x"")",1000,0.1`);
      expect(total).toMatch(/^合计,1000,0.1/);
      expect(csv.body).toContain(`时间范围,2026-01-01 至 ${today}`);
    });

    it('is a workbook with typed cells and a header that stays', async () => {
      await aNote('=1+1', 1_234);
      const { 'xl/worksheets/sheet1.xml': sheet = '' } = unzipped((await file('xlsx', 'en')).rawPayload);
      expect(sheet).toContain('state="frozen"');
      expect(sheet).toContain('<v>1234</v>');
      expect(sheet).toMatch(/t="inlineStr"><is><t xml:space="preserve">=1\+1</);
      expect(sheet).not.toContain('<f>');
    });

    it.each([
      [
        'zh-CN',
        [
          '三月投后',
          '时间范围',
          '筛选条件',
          '无，包含全部数据',
          '关键数字',
          '1,234',
          '还没有导入提供这项数据的文件',
        ],
      ],
      [
        'en',
        ['三月投后', 'Period', 'Filters', 'Key figures', '1,234', 'No file that has it was imported yet'],
      ],
    ])('is a PDF that prints period, filters, figures and definitions in %s', async (language, wanted) => {
      await aNote('一杯好茶的早晨', 1_234);
      const pages = await pagesOf((await file('pdf', language)).rawPayload);
      const text = pages.join('');
      for (const each of wanted) expect(text).toContain(each.replace(/\s/g, ''));
    });
  });

  it('knows what a note cost part by part, and benchmarks that the workspace holds instead', async () => {
    const noteId = await aNote('一杯好茶', 10);
    const cost = (await call<{ parts: { key: string; state: string }[] }>('GET', `note-costs/${noteId}`))
      .body;
    expect(cost).toMatchObject({ state: 'unknown', totalCents: null, atLeastCents: 0 });
    expect(cost.parts.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'quote unknown',
      'fee unknown',
      'ads known',
      'boosts known',
      'vouchers known',
    ]);
    expect((await call('GET', `note-costs/${noteId}`, undefined, zhou.headers)).status).toBe(404);

    const published = (await call<{ items: unknown[] }>('GET', 'benchmarks')).body.items.length;
    expect(published).toBeGreaterThan(20);
    const own = {
      metric: 'ctr',
      category: 'food',
      scope: null,
      medium: 'all',
      kind: 'good',
      value: 0.12,
      low: null,
      high: null,
      reason: '去年数据',
    };
    const set = await call<{
      items: { metric: string; category: string; value: number; override: { id: string } | null }[];
    }>('POST', 'benchmarks', own);
    const mine = set.body.items.filter(({ override }) => override);
    expect(mine).toMatchObject([{ metric: 'ctr', category: 'food', value: 0.12 }]);
    expect(
      (await call('DELETE', `benchmarks/${mine[0]?.override?.id}`, undefined, zhou.headers)).status,
    ).toBe(404);
    expect((await call('DELETE', `benchmarks/${mine[0]?.override?.id}`)).status).toBe(204);
    expect((await call<{ items: unknown[] }>('GET', 'benchmarks')).body.items).toHaveLength(published);
  });

  it('starts from templates that fit, each of which runs', async () => {
    const { items } = (await call<{ items: { id: string; spec: object }[] }>('GET', 'report-templates')).body;
    expect(items.length).toBeGreaterThan(5);
    for (const { id, spec: its } of items)
      expect([id, (await call<Problem>('POST', 'report-runs', its)).status]).toEqual([id, 200]);
  });
});

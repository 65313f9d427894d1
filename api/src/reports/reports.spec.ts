import type {
  EditionView,
  NewLinkView,
  Problem,
  ReportDesk,
  ReportResult,
  SharedReport,
} from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { aCaller, aClient, anAgency } from '../../test/agencies';
import { deskSpec, ReportStage } from '../../test/report-stage';

describe('a kept report', () => {
  const stage = new ReportStage();
  const { aNote, call, visit, write } = stage;
  beforeAll(() => stage.raise());
  beforeEach(() => stage.enter());
  afterAll(() => stage.close());

  it('is changed by whoever has read its last state, and its editions stay as they were', async () => {
    await aNote('一杯好茶', 1_000);
    const { id, version } = await write();
    const edition = (await call<EditionView>('POST', `reports/${id}/editions`, { language: 'zh-CN' })).body;
    const change = (name: string, its: number) =>
      call<ReportDesk & Problem>('POST', `reports/${id}`, {
        name,
        remarks: '',
        spec: { ...deskSpec, metrics: ['impressions'] },
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
    const now = (await call<ReportResult>('POST', 'report-runs', deskSpec)).body;
    expect(now.totals[0]?.figure.value).toBe(1_500);
    expect((await call('DELETE', `reports/${id}`)).status).toBe(204);
    expect((await call('GET', `reports/${id}/editions/${edition.id}`)).status).toBe(404);
  });

  it('has a name of its own, is kept once for each request, and only by those who may', async () => {
    const requestKey = randomUUID();
    const ask = { name: '周报', spec: deskSpec, requestKey };
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
    const lee = await aCaller(stage.database.db, stage.room, 'analyst', 'Lee');
    expect(
      (await call<Problem>('POST', 'reports', { ...ask, requestKey: randomUUID() }, lee.headers)).body.code,
    ).toBe('role-too-low');
    expect((await call('POST', 'report-runs', deskSpec, lee.headers)).status).toBe(200);
  });

  it('stays inside the room: report, editions, files and links of another are not found', async () => {
    const { id } = await write();
    const edition = (await call<EditionView>('POST', `reports/${id}/editions`, { language: 'en' })).body;
    const { body: link } = await call<NewLinkView>('POST', `reports/${id}/links`, { language: 'en' });
    const strangers = [
      stage.zhou.in(await aClient(stage.server, stage.zhou)),
      (await anAgency(stage.database.db)).headers,
    ];
    for (const by of strangers) {
      const tries = [
        call('GET', `reports/${id}`, undefined, by),
        call('POST', `reports/${id}`, { name: 'x', spec: deskSpec, version: 1 }, by),
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
    const su = await aCaller(stage.database.db, stage.room, 'client_viewer', 'Su');
    expect((await call<Problem>('GET', 'reports', undefined, su.headers)).body.code).toBe('role-too-low');
    expect((await call('GET', `shared-reports/${id}`, undefined, su.headers)).status).toBe(404);
    await call('POST', `reports/${id}/share`, { shared: true });
    const list = await call<{ items: { name: string }[] }>('GET', 'shared-reports', undefined, su.headers);
    expect(list.body.items.map(({ name }) => name)).toEqual(['给客户']);
    expect((await call('GET', `shared-reports/${id}`, undefined, su.headers)).status).toBe(200);
    await call('POST', `reports/${id}/share`, { shared: false });
    expect((await call('GET', `shared-reports/${id}`, undefined, su.headers)).status).toBe(404);
  });

  it('is taken as a file by the viewer who sees it, without the names of files, and each copy is written down', async () => {
    await aNote('一杯好茶', 1_000);
    const { id } = await write({ name: '给客户' });
    const su = await aCaller(stage.database.db, stage.room, 'client_viewer', 'Su');
    const take = (format: string, by = su.headers) =>
      call('GET', `shared-reports/${id}/file?format=${format}&language=en`, undefined, by);
    expect((await take('csv')).status).toBe(404);
    await call('POST', `reports/${id}/share`, { shared: true });
    for (const [format, type] of [
      ['csv', 'text/csv'],
      ['xlsx', 'spreadsheetml'],
      ['pdf', 'application/pdf'],
    ] as const) {
      const { status, answer } = await take(format);
      expect([format, status, answer.headers['content-type']]).toEqual([
        format,
        200,
        expect.stringContaining(type),
      ]);
    }
    expect((await take('csv')).answer.body).toContain('一杯好茶,1000');
    const log = await stage.database.owner<{ count: number }>(
      `select count(*)::int as count from audit_event where workspace_id = $1 and action = 'report.downloaded' and person_id = $2`,
      [stage.room, su.id],
    );
    expect(log[0]?.count).toBe(4);
    expect((await call<Problem>('POST', 'report-files', { spec: deskSpec }, su.headers)).status).toBe(403);
    await call('POST', `reports/${id}/share`, { shared: false });
    expect((await take('pdf')).status).toBe(404);
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
    expect((await call('GET', `note-costs/${noteId}`, undefined, stage.zhou.headers)).status).toBe(404);

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
      (await call('DELETE', `benchmarks/${mine[0]?.override?.id}`, undefined, stage.zhou.headers)).status,
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

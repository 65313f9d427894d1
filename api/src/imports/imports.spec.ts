import type { ImportMapping, ImportView } from '@poolrise/contracts';
import { Readable } from 'node:stream';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { deafJobs } from '../../test/deaf-jobs';
import { noteId, noteLine as row, noteSheet as csv } from '../../test/import-files';
import { aBrand, type Someone } from '../../test/people';
import { ImportJobs } from './import-jobs';
import { ImportTemplatesService } from './import-templates.service';
import { ImportsService } from './imports.service';

describe('files that are brought in', () => {
  let database: TestDatabase;
  let imports: ImportsService;
  let jobs: ImportJobs;
  let lin: Someone;

  beforeAll(async () => {
    database = await freshDatabase();
  });
  beforeEach(async () => {
    imports = new ImportsService(database.db, deafJobs);
    jobs = new ImportJobs(database.db);
    lin = await aBrand(database.db);
  });
  afterAll(() => database.close());

  const upload = (bytes: Buffer, name = '投后数据.csv') =>
    imports.upload(lin.workspaceId, lin, { name, takeOver: 'asked' }, Readable.from([bytes]));
  const settled = async ({ id }: { id: string }): Promise<ImportView> => {
    await jobs.workDue();
    return imports.one(lin.workspaceId, id);
  };
  const inForce = async (bytes: Buffer, name?: string): Promise<ImportView> => {
    const { id } = await settled(await upload(bytes, name));
    return settled(await imports.commit(lin.workspaceId, lin, id));
  };
  const known = () =>
    database.db.read<{ key: string; reads: number; title: string | null }>(
      lin.workspaceId,
      `select split_part(key, chr(31), 1) as key, (record -> 'values' ->> 'reads')::float8 as reads, title
       from observation left join observed_note on observed_note.id = note_id order by key`,
    );

  it('are recognised, shown as a difference, and taken over; what says who somebody is stays out', async () => {
    const ready = await settled(
      await upload(csv(row(1), row(2), row(3, { 阅读量: 'viele' }), '合计,,,,,,,,,,,')),
    );
    expect(ready).toMatchObject({
      state: 'ready',
      kind: 'P1',
      counts: { new: 2, changed: 0, unchanged: 0, repeated: 0, rejected: 1, skipped: 1 },
      refusal: null,
    });
    // Not even the first rows that are shown beside the columns keep who somebody is.
    expect(JSON.stringify(ready)).not.toContain('小满');
    expect(await known()).toEqual([]);
    const done = await settled(await imports.commit(lin.workspaceId, lin, ready.id));
    expect(done).toMatchObject({ state: 'done', committedBy: 'Lin', rowsDone: 3 });
    expect(await known()).toEqual([
      { key: `noteId=${noteId(1)}`, reads: 901, title: '第1篇笔记' },
      { key: `noteId=${noteId(2)}`, reads: 902, title: '第2篇笔记' },
    ]);
    const [stored] = await database.owner<{ record: { values: Record<string, unknown> } }>(
      `select record from observation where workspace_id = '${lin.workspaceId}' order by key limit 1`,
    );
    expect(stored?.record.values).toMatchObject({
      impressions: { value: 12_000, halfWidth: 500 },
      interactions: { value: 10, atLeast: true },
      orderAmount: 110_000,
    });
    expect(stored?.record.values).not.toHaveProperty('likes');
    expect(JSON.stringify(stored)).not.toContain('小满');
    expect(
      await database.owner(
        `select 1 from import_chunk where import_id = '${ready.id}'
         union all select 1 from import_row where import_id = '${ready.id}' and import_row::text like '%小满%'`,
      ),
    ).toEqual([]);
  });

  it('are taken over without a word where somebody said so and nothing is wrong with them', async () => {
    const send = (name: string, bytes: Buffer) =>
      imports.upload(lin.workspaceId, lin, { name, takeOver: 'clean' }, Readable.from([bytes]));
    expect(await settled(await send('clean.csv', csv(row(1))))).toMatchObject({
      state: 'done',
      committedBy: 'Lin',
    });
    const faulty = await settled(await send('faulty.csv', csv(row(2), row(3, { 阅读量: 'viele' }))));
    expect(faulty).toMatchObject({ state: 'ready', committedBy: null, committedAt: null });
    expect(await known()).toHaveLength(1);
  });

  it('do nothing when they come twice, and change what they correct', async () => {
    const first = await inForce(csv(row(1), row(2)));
    expect((await upload(csv(row(1), row(2)))).id).toBe(first.id);
    const corrected = await settled(await upload(csv(row(1), row(2, { 阅读量: 950 }), row(3))));
    expect(corrected.counts).toMatchObject({ new: 1, changed: 1, unchanged: 1 });
    const { items } = await imports.rows(lin.workspaceId, corrected.id, { outcome: 'changed', limit: 50 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      line: 3,
      before: { values: { reads: 902 } },
      record: { values: { reads: 950 } },
    });
  });

  it('are taken back as a whole: what other files said stands, whichever came first', async () => {
    const before = await known();
    expect(before).toEqual([]);
    const first = await inForce(csv(row(1), row(2)));
    const second = await inForce(csv(row(1), row(2, { 阅读量: 950 })), '更正.csv');
    const third = await inForce(csv(row(2, { 阅读量: 960 }), row(3)), '再更正.csv');
    const undo = async ({ id }: ImportView) => settled(await imports.undo(lin.workspaceId, lin, id));
    const reads = async () => (await known()).map((one) => one.reads);

    expect(await reads()).toEqual([901, 960, 903]);
    expect(await undo(first)).toMatchObject({ state: 'undone', undoneBy: 'Lin' });
    expect(await reads()).toEqual([901, 960, 903]);
    await undo(third);
    expect(await reads()).toEqual([901, 950]);
    await undo(second);
    expect(await known()).toEqual([]);
    expect(
      await database.owner(`select 1 from observed_note where workspace_id = '${lin.workspaceId}'`),
    ).toEqual([]);
    // An undone file is a new one when it comes again.
    expect((await upload(csv(row(1), row(2)))).id).not.toBe(first.id);
  });

  it('with rows that contradict each other keep the first and say so; equal ones count once', async () => {
    const view = await settled(await upload(csv(row(1), row(1), row(1, { 阅读量: 1 }))));
    expect(view.counts).toMatchObject({ new: 1, repeated: 1, rejected: 1 });
    const { items } = await imports.rows(lin.workspaceId, view.id, { outcome: 'rejected', limit: 50 });
    expect(items[0]?.faults).toEqual([
      { header: '', value: expect.stringMatching(/ 2$/), code: 'contradicts-row' },
    ]);
  });

  it('that nobody knows wait for a person, and the answer can be kept for the next', async () => {
    const strange = (reads: number) =>
      Buffer.from(
        `编号,内容链接,被看次数,被读次数\n1,https://www.xiaohongshu.com/explore/${noteId(1)},5000,${reads}\n`,
      );
    const asking = await settled(await upload(strange(400), '自制表.csv'));
    expect(asking).toMatchObject({ state: 'asks', counts: null });
    await expect(imports.commit(lin.workspaceId, lin, asking.id)).rejects.toMatchObject({
      code: 'import-not-so-far',
    });
    const mapping = withFields(asking, { 内容链接: 'noteLink', 被看次数: 'impressions', 被读次数: 'reads' });
    await expect(
      imports.map(
        lin.workspaceId,
        lin,
        asking.id,
        withFields(asking, { 被看次数: 'reads', 被读次数: 'reads' }),
      ),
    ).rejects.toMatchObject({ code: 'import-mapping-faulty' });
    const ready = await settled(
      await imports.map(lin.workspaceId, lin, asking.id, { ...mapping, dataDay: '2026-11-01' }),
    );
    expect(ready).toMatchObject({ state: 'ready', counts: { new: 1, rejected: 0 } });
    const templates = new ImportTemplatesService(database.db);
    await templates.keep(lin.workspaceId, lin, { importId: ready.id, name: '自制' });
    const next = await settled(await upload(strange(500), '自制表 2026-11-08.csv'));
    expect(next).toMatchObject({ state: 'ready', found: { templateName: '自制' }, counts: { new: 1 } });
  });

  it('are read from another header where a person says so, and from no row that is none', async () => {
    const bytes = Buffer.from(
      `内容链接,看了,读了\n链接,曝光量,阅读量\nhttps://www.xiaohongshu.com/explore/${noteId(1)},5000,400\n`,
    );
    const asking = await settled(await upload(bytes, '两行表头 2026-11-01.csv'));
    const [sheet] = asking.mapping?.sheets ?? [];
    if (!asking.mapping || !sheet) throw new Error('a mapping is proposed for every table');
    const from = (headerRows: number[], headers: string[]): ImportMapping => ({
      ...(asking.mapping as ImportMapping),
      sheets: [
        {
          sheet: sheet.sheet,
          headerRows,
          mapping: {
            kind: null,
            record: 'note-snapshot',
            constants: {},
            columns: (['noteLink', 'impressions', 'reads'] as const).map((field, position) => ({
              position,
              header: headers[position] ?? '',
              use: 'field',
              field,
              options: {},
            })),
          },
        },
      ],
    });
    const second = from([2], ['链接', '曝光量', '阅读量']);
    await expect(imports.map(lin.workspaceId, lin, asking.id, from([9], ['链接']))).rejects.toMatchObject({
      code: 'import-mapping-faulty',
    });
    const ready = await settled(await imports.map(lin.workspaceId, lin, asking.id, second));
    expect(ready).toMatchObject({ state: 'ready', counts: { new: 1, rejected: 0 } });
  });

  it('that are no tables are refused by what they are', async () => {
    const view = await settled(await upload(Buffer.from(`MZ${'\0'.repeat(200)}`), '报表.xlsx'));
    expect(view).toMatchObject({ state: 'refused', refusal: { code: 'other-kind', found: 'program' } });
    await expect(upload(Buffer.alloc(0))).rejects.toMatchObject({ code: 'import-empty' });
    await imports.drop(lin.workspaceId, view.id);
    await expect(imports.one(lin.workspaceId, view.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('that were collected from pages keep their authors under a hash that no other workspace shares', async () => {
    const author = '5f1e2d3c4b5a69788796a5b4';
    const file = Buffer.from(
      JSON.stringify(
        [1, 2].map((n) => ({
          note_id: noteId(n),
          user_id: author,
          title: `t${n}`,
          liked_count: '12',
          collected_count: '3',
          comment_count: '1',
          share_count: '0',
          last_modify_ts: 1793150119000,
          time: 1793150119000,
          nickname: '小满',
        })),
      ),
    );
    const { id, state } = await settled(await upload(file, 'search_contents_2026-11-01.json'));
    expect(state).toBe('ready');
    const [said] = await database.owner<{ text: string; authors: number }>(
      `select string_agg(import_row::text, ' ') as text, count(distinct record -> 'values' ->> 'creatorId')::int as authors
       from import_row where import_id = '${id}'`,
    );
    expect(said?.authors).toBe(1);
    expect(said?.text).not.toContain(author);
    expect(said?.text).not.toContain('小满');
  });

  it('that nobody took over for two weeks are forgotten; what is in force stays', async () => {
    const idle = await settled(await upload(csv(row(1)), 'idle.csv'));
    const used = await inForce(csv(row(2)), 'used.csv');
    await database.owner(`update import_file set uploaded_at = now() - interval '15 days'`);
    await jobs.workDue();
    await expect(imports.one(lin.workspaceId, idle.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await imports.one(lin.workspaceId, used.id)).toMatchObject({ state: 'done' });
  });

  it('of another workspace are nobody’s here', async () => {
    const mine = await inForce(csv(row(1)));
    const wen = await aBrand(database.db, { name: 'Wen' });
    for (const refusal of [
      imports.one(wen.workspaceId, mine.id),
      imports.rows(wen.workspaceId, mine.id, { outcome: 'new', limit: 50 }),
      imports.undo(wen.workspaceId, wen, mine.id),
      imports.drop(wen.workspaceId, mine.id),
    ])
      await expect(refusal).rejects.toMatchObject({ code: 'not-found' });
    // The same bytes are a file of their own in another workspace.
    const theirs = await imports.upload(
      wen.workspaceId,
      wen,
      { name: 'x.csv', takeOver: 'asked' },
      Readable.from([csv(row(1))]),
    );
    expect(theirs.id).not.toBe(mine.id);
  });
});

/** The proposed mapping with columns read as these fields, and the others ignored. */
function withFields({ mapping }: ImportView, fields: Record<string, string>): ImportMapping {
  const own = structuredClone(mapping) as ImportMapping;
  for (const sheet of own.sheets) {
    sheet.mapping.record = 'note-snapshot';
    sheet.mapping.columns = sheet.mapping.columns.map(({ position, header }) => {
      const field = fields[header] ?? null;
      return {
        position,
        header,
        use: field ? 'field' : 'ignored',
        field,
        options: {},
      } as (typeof sheet.mapping.columns)[number];
    });
  }
  return own;
}

import type { Role } from '@poolrise/contracts';
import { EngagementDays } from '../engagement/engagement-days';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { everyTenantRow } from '../../test/every-tenant-row';
import { aNoteInPool } from '../../test/notes';
import { aWorkspace } from '../../test/people';
import { aDesk } from '../../test/recruitments';
import { startServer, type TestServer } from '../../test/server';
import { countedNotesSql, countedParameters } from './counted-days';
import { DataCentreQueries } from './data-centre.queries';
import { DataNotesQueries } from './data-notes.queries';
import { TodayQueries } from './today.queries';

/** Noon in Shanghai. */
const now = new Date('2026-11-26T04:00:00Z');

describe('a creator’s desk', () => {
  let database: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });
  const today = (desk: string, at = now, role: Role = 'creator') =>
    server.app.get(TodayQueries).today(desk, role, at);
  const counted = (
    note: { noteId: string; workspaceId: string },
    hour: string,
    rail: number,
    counts: { impressions: number; clicks?: number; likes?: number; dwell?: number; hides?: number },
  ) =>
    database.owner(
      `insert into engagement_hour (note_id, workspace_id, hour, level, rail, impressions, clicks, likes, dwell_seconds, hides)
       values ($1, $2, $3, 0, $4, $5, $6, $7, $8, $9)`,
      [
        note.noteId,
        note.workspaceId,
        hour,
        rail,
        counts.impressions,
        counts.clicks ?? 0,
        counts.likes ?? 0,
        counts.dwell ?? 0,
        counts.hides ?? 0,
      ],
    );

  it('that is new has three steps before it, and nothing else', async () => {
    const desk = await aWorkspace(database.db, 'creator');
    const view = await today(desk);
    expect(view).toMatchObject({ things: [], more: 0, climbing: [] });
    expect(view.steps).toEqual({ creator: null, claimWaits: false, published: false, applied: false });
    expect(view.figures.map(({ metric, value }) => [metric, value])).toEqual([
      ['clicks', 0],
      ['interactionsLCCS', 0],
      ['follows', 0],
      ['earningsSettled', 0],
    ]);
  });

  it('shows what needs it, the most urgent first, each with the page that deals with it', async () => {
    const desk = (await aDesk(database.db)).workspaceId;
    await everyTenantRow(database, desk);
    // Its note has a verdict without evidence, which no climb can show.
    await database.owner('update pool_run set closed_at = now() where workspace_id = $1', [desk]);
    await database.owner(
      `update cooperation_order set state = 'invited', waits_for = 'creator', due_at = $2 where desk_id = $1`,
      [desk, new Date(now.getTime() + 10 * 3_600_000)],
    );
    await database.owner(
      `update voucher set valid_from = $2::timestamptz - interval '9 days', expires_at = $2::timestamptz + interval '2 days' where workspace_id = $1`,
      [desk, now],
    );
    const limited = await aNoteInPool(database.db, { workspaceId: desk });
    await database.owner(
      `update note set audit_state = 'limited', state = 'limited', published_at = $2::timestamptz - interval '15 days' + interval '1 hour' where id = $1`,
      [limited.noteId, now],
    );
    const { things, steps } = await today(desk);
    expect(things.map(({ kind, urgency }) => [kind, urgency])).toEqual([
      ['appeal-closing', 'today'],
      ['offer', 'today'],
      ['voucher-expiring', 'soon'],
    ]);
    expect(things[1]?.place).toEqual(['orders', things[1]?.subjectId]);
    expect(things[2]).toMatchObject({ cents: 3_000, place: ['vouchers'] });
    expect(steps.creator).not.toBeNull();
    expect(steps.published).toBe(true);
    const looksOn = await today(desk, now, 'client_viewer');
    expect(looksOn.things.map(({ kind }) => kind)).toEqual(['appeal-closing']);
    expect(looksOn.figures.map(({ metric }) => metric)).not.toContain('earningsSettled');
  });

  it('asks to claim what is earned until it lapses or somebody has, and to publish what is begun on a topic', async () => {
    const desk = (await aDesk(database.db)).workspaceId;
    const platform = await aWorkspace(database.db, 'platform');
    const [plan] = await database.owner<{ id: string }>(
      `insert into reward_plan (workspace_id, request_key, request_hash, state, name, summary, opens_at, closes_at, late_hours, claim_days,
         quota, eligibility, tasks, rewards, created_at, changed_at)
       values ($1, gen_random_uuid(), '', 'open', '{"zh": "冷泡茶季", "en": "Cold brew season"}', '{"zh": "写", "en": "write"}',
         '2026-11-01T00:00Z', '2026-11-25T00:00Z', 24, 3, 1, '{}', '[]', '[]', $2, $2) returning id`,
      [platform, now],
    );
    await database.owner(
      `insert into reward_enrolment (plan_id, workspace_id, enrolled_at, achieved_at) values ($1, $2, $3, $3)`,
      [plan?.id, desk, now],
    );
    await database.owner(
      `insert into weekly_topic (week, category, tag, origin, state, figures, score, computed_at, publish_at, published_at)
       values ('2026-11-23', 'food', '冷泡茶', 'operator', 'published', '{}', 1, $1, $1, $1)`,
      [now],
    );
    const [draft] = await database.owner<{ id: string }>(
      `insert into note_draft (workspace_id, request_key, type, title, body, topics, category, language, disclosure,
         ai_label, products, media_ids, created_at, changed_at)
       values ($1, gen_random_uuid(), 'text', '', '', '{冷泡茶}', 'food', 'zh', 'none', 'none', '[]', '{}', $2, $2) returning id`,
      [desk, now],
    );
    const { things } = await today(desk);
    expect(
      things.map(({ kind, title, name, lapsesAt, urgency }) => [kind, name?.en ?? title, lapsesAt, urgency]),
    ).toEqual([
      ['reward-claim', 'Cold brew season', '2026-11-29T00:00:00.000000Z', 'soon'],
      ['topic-closing', '#冷泡茶', '2026-11-29T16:00:00.000000Z', 'later'],
    ]);
    expect(things[1]?.place).toEqual(['write', draft?.id]);
    await database.owner(`update note_draft set title = '一壶冷泡' where workspace_id = $1`, [desk]);
    expect((await today(desk)).things[1]).toMatchObject({ title: '一壶冷泡', who: '#冷泡茶' });
    // Whoever may not write is not sent to a draft.
    expect((await today(desk, now, 'analyst')).things.map(({ kind }) => kind)).not.toContain('topic-closing');
    await database.owner('update reward_plan set issued = quota where id = $1', [plan?.id]);
    await database.owner(`update note_draft set topics = '{热茶}' where workspace_id = $1`, [desk]);
    expect((await today(desk)).things).toEqual([]);
  });

  it('says of a note near its verdict what is missing and how the odds are', async () => {
    const desk = (await aDesk(database.db)).workspaceId;
    const near = await aNoteInPool(database.db, { workspaceId: desk, target: 100 });
    const far = await aNoteInPool(database.db, { workspaceId: desk, target: 100 });
    await database.owner('update pool_run set impressions = 80, clicks = 8 where note_id = $1', [
      near.noteId,
    ]);
    await database.owner('update pool_run set next_check_at = 100 where note_id = any($1)', [
      [near.noteId, far.noteId],
    ]);
    const { things, climbing } = await today(desk, new Date());
    expect(things.map(({ kind, subjectId, missing }) => [kind, subjectId, missing])).toEqual([
      ['near-verdict', near.noteId, 20],
    ]);
    expect(things[0]?.odds).toBeGreaterThan(0);
    expect(climbing.map(({ note }) => note.id)).toEqual([near.noteId, far.noteId]);
  });

  it('counts to the next verdict, however large the pool, and gives no odds of what lies above the largest', async () => {
    const desk = (await aDesk(database.db)).workspaceId;
    const early = await aNoteInPool(database.db, { workspaceId: desk, target: 500 });
    const wide = await aNoteInPool(database.db, { workspaceId: desk, level: 6, target: 1_000_000 });
    const run = (noteId: string, impressions: number, check: number) =>
      database.owner('update pool_run set impressions = $2, next_check_at = $3 where note_id = $1', [
        noteId,
        impressions,
        check,
      ]);
    await run(early.noteId, 185, 200);
    await run(wide.noteId, 420_000, 600_000);
    const { things, climbing } = await today(desk, new Date());
    const [nearest, widest] = [early, wide].map(({ noteId }) =>
      things.find(({ subjectId }) => subjectId === noteId),
    );
    expect([nearest?.missing, widest?.missing]).toEqual([15, 180_000]);
    expect(climbing.map(({ nextCheckAt }) => nextCheckAt)).toEqual([200, 600_000]);
    expect(climbing[0]?.odds).not.toBeNull();
    expect([climbing[1]?.odds, widest?.odds]).toEqual([null, null]);
  });

  it('reads the same from sums of days and from hours', async () => {
    const desk = (await aDesk(database.db)).workspaceId;
    const [tea, cake] = [
      await aNoteInPool(database.db, { workspaceId: desk }),
      await aNoteInPool(database.db, { workspaceId: desk }),
    ];
    await counted(tea, '2026-11-25T04:00:00Z', 1, {
      impressions: 1_000,
      clicks: 100,
      dwell: 3_000,
      hides: 2,
    });
    await counted(tea, '2026-11-20T04:00:00Z', 3, { impressions: 500, clicks: 10, likes: 5 });
    await counted(cake, '2026-11-19T16:30:00Z', 2, { impressions: 200, clicks: 40 });
    // The day before the seven, and today, which is not over.
    await counted(cake, '2026-11-18T04:00:00Z', 1, { impressions: 4_000, clicks: 4 });
    await counted(cake, '2026-11-25T16:30:00Z', 1, { impressions: 9_999 });
    const centre = server.app.get(DataCentreQueries);
    const ofHours = await centre.view(desk, { days: '7' }, now);
    expect(ofHours).toMatchObject({ first: '2026-11-19', last: '2026-11-25', days: 7 });
    const value = (metric: string) => ofHours.figures.find((figure) => figure.metric === metric);
    expect(value('impressions')).toMatchObject({
      value: 1_700,
      previous: 4_000,
      daily: [0, 700, 0, 0, 0, 0, 1_000],
    });
    expect(value('dwellPerRead')?.value).toBe(20);
    expect(value('ctr')?.daily).toEqual([null, 50 / 700, null, null, null, null, 0.1]);
    expect(ofHours.sources.map(({ rail, impressions }) => [rail, impressions])).toEqual([
      ['guaranteed', 0],
      ['organic', 1_000],
      ['search', 200],
      ['paid', 500],
    ]);

    await new EngagementDays(database.db).sumDue(now);
    expect(await database.owner(`select from engagement_day where workspace_id = '${desk}'`)).not.toEqual([]);
    const ofSums = await centre.view(desk, { days: '7' }, now);
    expect({ ...ofSums, asOf: '' }).toEqual({ ...ofHours, asOf: '' });
  });

  it('lists its notes page by page, and hands them out as a file that no sheet takes for a formula', async () => {
    const desk = (await aDesk(database.db)).workspaceId;
    const notes = [];
    for (const impressions of [300, 300, 900]) {
      const note = await aNoteInPool(database.db, { workspaceId: desk });
      await counted(note, '2026-11-25T04:00:00Z', 1, { impressions, clicks: 30 });
      notes.push(note.noteId);
    }
    await database.owner(`update note set title = '=HYPERLINK("x")' where id = $1`, [notes[2]]);
    const queries = server.app.get(DataNotesQueries);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await queries.list(desk, { days: '7', sort: 'impressions', limit: 2, cursor }, now);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen[0]).toBe(notes[2]);
    expect([...seen].sort()).toEqual([...notes].sort());

    const file = await queries.file(desk, { days: '7', language: 'en' }, now);
    const text = String(file.getStream().read());
    expect(text.split('\r\n')[0]).toContain('Note,First published (UTC),Impressions,Reads');
    expect(text).toMatch(/"?'=HYPERLINK/);
    expect(text).not.toMatch(/(^|\n)"?=HYPERLINK/);
  });

  it('reads sums of days by their key where there are many', async () => {
    const desk = (await aDesk(database.db)).workspaceId;
    await database.owner(
      `insert into engagement_day (workspace_id, day, note_id, rail, hours, impressions, clicks, likes, collects, comments, shares, follows, dwell_seconds, hides)
       select owner.id, '2026-11-24'::date - d, gen_random_uuid(), 1, 24, 100, 10, 1, 1, 0, 0, 0, 100, 0
       from (values ($1::uuid), (gen_random_uuid())) owner(id), generate_series(0, 364) d, generate_series(1, 60) n`,
      [desk],
    );
    await database.owner(
      `insert into engagement_day_kept (workspace_id, day, kept_at) select $1, '2026-11-24'::date - d, now() from generate_series(0, 364) d`,
      [desk],
    );
    await database.owner('analyze engagement_day');
    const plan = await database.db.inWorkspace(desk, async (tx) => {
      const parameters = await countedParameters(tx, { first: '2026-10-26', last: '2026-11-24' });
      const rows = await tx.query<{ 'QUERY PLAN': string }[]>(
        `explain (analyze, costs off) select note_id, sum(impressions) from (${countedNotesSql}) c group by 1`,
        parameters,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toMatch(/engagement_day_pkey/);
    expect(plan).not.toMatch(/Seq Scan on engagement_day\b/);
    expect(plan).toMatch(/rows=1800/);
  });
});

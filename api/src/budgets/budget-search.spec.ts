import { rails } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { aCampaign, aCampaignCast, campaignsOn } from '../../test/campaigns';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { moneyOn } from '../../test/money';
import { queryKey } from '../feed/searches';
import { goneOutOf } from './budget-inputs';
import { boostableNotes, searchedKeywords, searchedSql } from './budget-media';

const noWords = { negatives: [] };
const searchRail = rails.indexOf('search');

describe('search in the plan of a budget', () => {
  let database: TestDatabase;
  let cast: Awaited<ReturnType<typeof aCampaignCast>>;

  beforeAll(async () => {
    database = await freshDatabase();
    cast = await aCampaignCast(database.db);
    await database.owner(
      `insert into note_search (note_id, workspace_id, words) values ($1, $2, to_tsvector('simple', 'tea cold'))`,
      [cast.noteId, cast.workspaceId],
    );
    // In the feed one impression in ten is read, in search one in five.
    await database.owner(
      `insert into engagement_hour (note_id, hour, level, rail, workspace_id, impressions, clicks)
       values ($1, date_trunc('hour', now()), 1, 0, $2, 10000, 1000)`,
      [cast.noteId, cast.workspaceId],
    );
    await searched('tea', 700, 0);
    await searched('tea', 70_000, 7);
    await searched('cold tea', 140, 3);
    await searched('tea cup', 35, 6);
  });
  afterAll(() => database.close());

  async function searched(text: string, searches: number, daysAgo: number): Promise<void> {
    await database.owner(
      `with text as (insert into search_query (key, text, first_at) values ($1, $2, now()) on conflict do nothing)
       insert into search_query_day (day, query_key, searches)
       values ((now() at time zone 'Asia/Shanghai')::date - $3::integer, $1, $4)`,
      [queryKey(text), text, daysAgo, searches],
    );
  }

  const found = (words: Parameters<typeof searchedKeywords>[2]) =>
    database.db.inWorkspace(cast.workspaceId, async (tx) => {
      const notes = await boostableNotes(tx, cast.workspaceId, randomUUID());
      return searchedKeywords(tx, notes, words, new Date());
    });

  it('counts all searches of seven days that met a keyword, whoever stood there', async () => {
    const all = await found({
      keywords: [
        { text: 'tea', match: 'broad' },
        { text: 'cold tea', match: 'exact' },
      ],
      negatives: ['cup'],
    });
    // No note of the brand was shown in search, so it is opened there as often as in the feed.
    expect(all).toEqual([
      { keyword: 'tea', match: 'broad', noteId: cast.noteId, pagesPerDay: 100, searchLift: 1 },
      { keyword: 'cold tea', match: 'exact', noteId: cast.noteId, pagesPerDay: 20, searchLift: 1 },
    ]);
  });

  it('tells one text with two matches apart, each search for the closer', async () => {
    const all = await found({
      keywords: [
        { text: 'tea', match: 'exact' },
        { text: 'tea', match: 'broad' },
      ],
      ...noWords,
    });
    expect(all.map(({ match, pagesPerDay }) => [match, pagesPerDay])).toEqual([
      ['exact', 100],
      ['broad', 25],
    ]);
  });

  it('knows of no search for a word that nobody typed, nor of a note that does not hold it', async () => {
    expect(await found({ keywords: [{ text: 'coffee', match: 'broad' }], ...noWords })).toEqual([]);
    await searched('coffee', 700, 1);
    expect(await found({ keywords: [{ text: 'coffee', match: 'broad' }], ...noWords })).toEqual([]);
  });

  it('moves the click rate by how much oftener the note was opened in search', async () => {
    await database.owner(
      `insert into engagement_hour (note_id, hour, level, rail, workspace_id, impressions, clicks)
       select $1, date_trunc('hour', now()), 1, $3, $2, 1000, 200`,
      [cast.noteId, cast.workspaceId, searchRail],
    );
    const [tea] = await found({ keywords: [{ text: 'tea', match: 'exact' }], ...noWords });
    // (200 + 1,000 · 0.1) / (1,000 + 1,000), against 0.1.
    expect(tea?.searchLift).toBeCloseTo(1.5, 9);
  });

  it('reads the hours of the notes by their key', async () => {
    const plan = await database.owner<{ 'QUERY PLAN': string }>(`explain ${withValues(searchedSql)}`);
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('engagement_hour_pkey');
    expect(text).not.toContain('Seq Scan on engagement_hour');
  });

  const withValues = (sql: string): string =>
    sql
      .replace('$1', `'[["tea"]]'`)
      .replace('$2', `array['${cast.noteId}']::uuid[]`)
      .replace('$3', `now() - interval '14 days'`);

  it('counts what a running boost in search holds on the rail of search', async () => {
    const { topUps, boosts } = moneyOn(database.db);
    const { id } = await campaignsOn(database.db).campaigns.create(cast.caller, aCampaign());
    await topUps.ask(cast.workspaceId, null, { cents: 100_000, reference: '', requestKey: randomUUID() });
    await boosts.launch(cast.workspaceId, null, {
      noteId: cast.noteId,
      goal: 'reads',
      budgetCents: 10_000,
      durationHours: 24,
      audience: {},
      voucherIds: [],
      campaignId: id,
      placement: 'search',
      keywords: [{ text: 'tea', match: 'exact' }],
      requestKey: randomUUID(),
    });
    const gone = await database.db.inWorkspace(cast.workspaceId, (tx) => goneOutOf(tx, id));
    expect(gone).toEqual({ creators: 0, boosts: 0, search: 10_000 });
  });
});

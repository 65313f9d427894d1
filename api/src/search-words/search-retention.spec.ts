import { dayInShanghai, searchRetentionOn, shiftDay } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aFundedBrand } from '../../test/money';
import { queryKey, Searches } from '../feed/searches';
import { SearchRetention } from './search-retention';

const nil = '00000000-0000-0000-0000-000000000000';
const now = new Date();
const today = dayInShanghai(now);
const { queryDays, organicDays } = searchRetentionOn(today);

describe('what is kept of searches', () => {
  let database: TestDatabase;
  let retention: SearchRetention;

  beforeAll(async () => {
    database = await freshDatabase();
    retention = new SearchRetention(database.db);
  });
  beforeEach(() => database.owner('truncate search_query, search_query_day, search_note_day'));
  afterAll(() => database.close());

  async function searched(text: string, daysAgo: number, searches: number): Promise<void> {
    await database.owner(
      `with text as (
         insert into search_query (key, text, first_at, noted_at) values ($1, $2, now() - $3 * interval '1 day', now() - $3 * interval '1 day')
         on conflict (key) do update set noted_at = greatest(search_query.noted_at, excluded.noted_at))
       insert into search_query_day (day, query_key, searches) values ($4, $1, $5)`,
      [queryKey(text), text, daysAgo, shiftDay(today, -daysAgo), searches],
    );
  }
  const texts = async () =>
    (
      await database.owner<{ text: string; shared: boolean }>(
        'select text, shared from search_query order by text',
      )
    ).map(({ text, shared }) => `${text}${shared ? ' (shared)' : ''}`);
  const days = async () =>
    (await database.owner<{ day: string }>('select day::text from search_query_day order by day')).map(
      ({ day }) => day,
    );

  it('are the days of the rule and no more; a text that few typed goes with its last day', async () => {
    await searched('one reader’s own', queryDays + 1, 2);
    await searched('of many', queryDays, 2);
    await searched('of many', queryDays + 1, 1);
    await searched('still asked for', queryDays + 1, 1);
    await searched('still asked for', queryDays - 1, 1);
    expect(await retention.sweep(now)).toBe(5);
    expect(await days()).toEqual([shiftDay(today, 1 - queryDays)]);
    expect(await texts()).toEqual(['of many (shared)', 'still asked for']);
    expect(await retention.sweep(now)).toBe(0);
  });

  it('of where notes stood are those of boosts, and of organic places the days of the rule', async () => {
    const { workspaceId, noteId } = await aFundedBrand(database.db, 1_000);
    const stood = (boostId: string, daysAgo: number) =>
      database.owner(
        `insert into search_note_day (note_id, day, query_key, boost_id, keyword, workspace_id, impressions) values ($1, $2, 1, $3, 0, $4, 1)`,
        [noteId, shiftDay(today, -daysAgo), boostId, workspaceId],
      );
    await stood(nil, organicDays);
    await stood(nil, organicDays - 1);
    await stood(randomUUID(), 4 * organicDays);
    expect(await retention.sweep(now)).toBe(1);
    const kept = await database.owner<{ paid: boolean }>(
      `select boost_id <> '${nil}' as paid from search_note_day order by day`,
    );
    expect(kept).toEqual([{ paid: true }, { paid: false }]);
  });

  it('are swept though there are more than fit into one transaction', async () => {
    await database.owner(
      `insert into search_query_day (day, query_key, searches) select $1, n, 1 from generate_series(1, 11000) n`,
      [shiftDay(today, -queryDays)],
    );
    expect(await retention.sweep(now)).toBe(11_000);
    expect(await days()).toEqual([]);
  });

  it('hold the text of whoever searches again: a process notes it once a day', async () => {
    const searches = new Searches();
    const note = async (at: Date) => {
      const sql = searches.note('tea', queryKey('tea'), at);
      await database.db.asEngine((tx) => tx.query(`begin; ${sql} commit`));
      searches.noted(queryKey('tea'));
      return sql;
    };
    expect(await note(now)).toContain('insert into search_query ');
    expect(await note(now)).not.toContain('insert into search_query ');
    await database.owner(`update search_query set noted_at = now() - interval '1 year'`);
    // The next day it is noted anew, before anybody could forget it.
    expect(await note(new Date(now.getTime() + 86_400_000))).toContain('insert into search_query ');
    await retention.sweep(now);
    expect(await texts()).toEqual(['tea']);
  });

  it('finds what is due by its indexes', async () => {
    const plan = async (sql: string) =>
      (await database.owner<{ 'QUERY PLAN': string }>(`explain ${sql}`))
        .map((row) => row['QUERY PLAN'])
        .join('\n');
    await database.owner(
      `insert into search_query (key, text, first_at) select n, n::text, now() from generate_series(1, 20000) n`,
    );
    await database.owner('analyze search_query');
    expect(
      await plan(
        `select key from search_query where not shared and noted_at < now() - interval '90 days' order by noted_at limit 10`,
      ),
    ).toContain('search_query_to_forget');
    expect(
      await plan(
        `select 1 from search_note_day where boost_id = '${nil}' and day < current_date - 90 order by day limit 10`,
      ),
    ).toContain('search_note_day_organic');
  });
});

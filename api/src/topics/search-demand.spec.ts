import { freshDatabase, type TestDatabase } from '../../test/database';
import { aNoteInPool } from '../../test/notes';
import { readFrom, searchedByWeek } from '../../test/searches';
import { searchWordsOf } from '../words/segment';
import { SearchDemand } from './search-demand';

const now = new Date();
let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  await searchedByWeek(database, '冷泡茶', [10, 11, 9, 10, 20, 21, 19, 20]);
  await searchedByWeek(database, '夏日 冷泡', [0, 0, 0, 0, 3, 3, 3, 3]);
  await searchedByWeek(database, '只有一个人搜过的话', [0, 0, 0, 0, 0, 0, 0, 2]);
  await searchedByWeek(database, 'team building', [5, 5, 5, 5, 5, 5, 5, 5]);
  // Each holds 夏日, 低糖, 冷泡 and 冷泡茶: three of food, one of home, one that is too old, and one that nobody may see.
  for (let at = 0; at < 3; at++) {
    const { noteId } = await aNoteInPool(database.db, { hoursOld: 48 });
    await database.owner('update pool_run set impressions = 100, clicks = $2 where note_id = $1', [
      noteId,
      5 + at,
    ]);
  }
  const home = await aNoteInPool(database.db, { category: 'home', hoursOld: 48 });
  await aNoteInPool(database.db, { hoursOld: 24 * 40 });
  await aNoteInPool(database.db, { hoursOld: 48, auditState: 'rejected' });
  await readFrom(database, '夏日 冷泡', home, 9);
  // As the notes are found by when they are published.
  await database.owner(`update note_search set words = array_to_tsvector($1::text[])`, [
    searchWordsOf('夏日低糖冷泡茶，五种做法一次学会'),
  ]);
}, 60_000);
afterAll(() => database.close());

const asked = <Answer>(ask: (demand: SearchDemand, tx: { query: TxQuery }) => Promise<Answer>) =>
  database.db.asEngine((tx) => ask(new SearchDemand(), tx));
type TxQuery = <Rows>(sql: string, parameters?: unknown[]) => Promise<Rows>;

it('reads of each word what is searched for, how that changed, and the notes that answer it', async () => {
  const [tea, nothing] = await asked((demand, tx) => demand.ofWords(tx, ['冷泡茶', '手冲咖啡'], { now }));
  expect(tea).toMatchObject({
    searches: 80,
    searchesBefore: 40,
    weeks: [10, 11, 9, 10, 20, 21, 19, 20],
    texts: [{ text: '冷泡茶', searches: 80 }],
    supply: { notes: 4, impressions: 300, reads: 18 },
    perNote: 20,
    notesBy: { food: 3, home: 1 },
  });
  expect(tea?.change?.mid).toBeCloseTo(2);
  expect(tea?.change?.low).toBeGreaterThan(1);
  expect(nothing).toMatchObject({ searches: 0, supply: { notes: 0 }, perNote: null, change: null });
});

it('counts the supply of one category where it is asked for', async () => {
  const [tea] = await asked((demand, tx) => demand.ofWords(tx, ['冷泡茶'], { now, category: 'food' }));
  expect(tea).toMatchObject({ supply: { notes: 3 }, searches: 80 });
  expect(tea?.perNote).toBeCloseTo(80 / 3);
});

it('reads no text that only its typist knows', async () => {
  const [own] = await asked((demand, tx) => demand.ofWords(tx, ['只有一个人搜过的话'], { now }));
  expect(own).toMatchObject({ searches: 0, texts: [] });
});

it('puts a text where its readers read, and else where the notes are', async () => {
  const found = await asked((demand, tx) => demand.byCategory(tx, now, 10));
  const texts = (category: 'food' | 'home') => found.get(category)?.map(({ word }) => word);
  expect(texts('food')).toEqual(['冷泡茶']);
  // Read in home alone, though most notes that hold its words are of food.
  expect(texts('home')).toEqual(['夏日 冷泡']);
  expect(found.get('home')?.[0]?.supply.notes).toBe(1);
});

it('finds its texts and its notes by indexes, however many there are', async () => {
  await database.owner(
    `insert into search_query_day (day, query_key, searches) select current_date - n % 89, n / 89, 1 from generate_series(1, 200000) n on conflict do nothing`,
  );
  await database.owner('analyze search_query_day');
  const plan = (
    await database.owner<{ 'QUERY PLAN': string }>(
      `explain select sum(searches) from search_query_day where query_key = 7 and day > current_date - 56`,
    )
  )
    .map((row) => row['QUERY PLAN'])
    .join('\n');
  expect(plan).toContain('search_query_day_of_query');
});

import { categories, shiftDay, topicWeek } from '@poolrise/domain';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aNoteInPool } from '../../test/notes';
import { aMember, aWorkspace, type Someone } from '../../test/people';
import { searchedByWeek } from '../../test/searches';
import { searchWordsOf } from '../words/segment';
import { SearchDemand } from './search-demand';
import { TopicClock } from './topic-clock';
import { TopicDeskService } from './topic-desk.service';
import { TopicsQueries } from './topics.queries';

/** A Wednesday noon in Shanghai. */
const now = new Date('2026-11-25T04:00:00Z');
const week = '2026-11-23';
const hour = 3_600_000;

let database: TestDatabase;
let clock: TopicClock;
let queries: TopicsQueries;
let desk: TopicDeskService;
let platform: string;
let operator: Someone & { name: string };
let xiaoman: string;

/** A note of so many hours before now, found by these words, that was read so. */
async function aNote(
  words: string,
  { category = 'food', hoursOld = 240, workspaceId, topics = [], reads = 100, passed = null }: NoteAsk = {},
): Promise<string> {
  const { noteId } = await aNoteInPool(database.db, { category, ...(workspaceId && { workspaceId }) });
  await database.owner(
    `update note set title = $2, topics = $3, keywords = $4, keyword_weights = array_fill(1::real, array[cardinality($4::text[])]), published_at = $5 where id = $1`,
    [noteId, words, topics, [words], new Date(now.getTime() - hoursOld * hour)],
  );
  await database.owner(`update note_search set words = array_to_tsvector($2::text[]) where note_id = $1`, [
    noteId,
    searchWordsOf(words),
  ]);
  await database.owner(
    `update pool_run set impressions = 1000, clicks = $2, outcome = $3, closed_at = case when $3::text is null then null else $4::timestamptz end where note_id = $1`,
    [noteId, reads, passed, now],
  );
  return noteId;
}
interface NoteAsk {
  category?: string;
  hoursOld?: number;
  workspaceId?: string;
  topics?: string[];
  reads?: number;
  passed?: 'pass' | 'stop' | null;
}

beforeAll(async () => {
  database = await freshDatabase();
  const demand = new SearchDemand();
  clock = new TopicClock(database.db, demand);
  queries = new TopicsQueries(database.db);
  desk = new TopicDeskService(database.db, demand);
  platform = await aWorkspace(database.db, 'platform');
  operator = { ...(await aMember(database.db, platform, 'operator', { name: 'Ops' })), name: 'Ops' };
  xiaoman = await aWorkspace(database.db, 'creator', '小满的茶桌');
  await searchedByWeek(database, '冷泡茶', [20, 20, 20, 20, 60, 60, 60, 60], now);
  await searchedByWeek(database, '手冲咖啡', [60, 60, 60, 60, 60, 60, 60, 60], now);
  await searchedByWeek(database, '肉桂卷', [30, 30, 30, 30, 30, 30, 30, 30], now);
  await searchedByWeek(database, '全网最低价', [90, 90, 90, 90, 90, 90, 90, 90], now);
  for (let at = 0; at < 4; at++) await aNote('冷泡茶', { reads: 200 + at });
  for (let at = 0; at < 12; at++) await aNote('手冲咖啡', { reads: 90 + at });
  for (let at = 0; at < 6; at++) await aNote('肉桂卷', { reads: 95 + at });
  for (let at = 0; at < 3; at++) await aNote('全网最低价', { reads: 95 + at });
  await aNote('冷泡茶', { workspaceId: xiaoman, hoursOld: 300, reads: 260 });
  // Of this week, with the tag and without.
  await aNote('冷泡茶', { workspaceId: xiaoman, hoursOld: 20, topics: ['冷泡茶'], reads: 300 });
  await aNote('冷泡茶', { workspaceId: xiaoman, hoursOld: 200, topics: ['冷泡茶'], reads: 300 });
}, 60_000);
afterAll(() => database.close());

const person = () => ({ ...operator, role: 'operator' as const, workspaceKind: 'platform' as const });

it('the topics of a week are computed once, however many look, and shown when it has begun', async () => {
  await Promise.all([clock.sweep(now), clock.sweep(now), clock.sweep(now)]);
  const [runs] = await database.owner<{ n: number }>('select count(*)::int as n from weekly_topic_run');
  expect(runs?.n).toBe(categories.length);
  const { topics, weeks } = await queries.list(xiaoman, undefined, now);
  expect(weeks).toEqual([week]);
  // What many search for and few write well comes first; an absolute claim is nobody's topic.
  expect(topics.map(({ tag }) => tag)).toEqual(['冷泡茶', '手冲咖啡', '肉桂卷']);
});

it('says of each what it stands on, which of my words it fits, and what I made of it', async () => {
  const { topics } = await queries.list(xiaoman, undefined, now);
  const tea = topics.find(({ tag }) => tag === '冷泡茶');
  expect(tea).toMatchObject({
    searches: 240,
    searchesBefore: 80,
    notes: 7,
    fit: { words: [{ word: '冷泡茶', notes: 3 }], category: false },
    // The note of last week bears the tag and took no part.
    mine: { notes: 1, reads: 300 },
  });
  expect(tea?.change?.low).toBeGreaterThan(1);
  expect(tea?.performance?.low).toBeGreaterThan(1);
  expect(tea?.best.map(({ own }) => own)).toContain(true);
  const coffee = topics.find(({ tag }) => tag === '手冲咖啡');
  expect(tea?.crowding).toBeLessThan(0.7);
  expect(coffee?.crowding).toBe(1);
  expect(coffee?.fit.words).toEqual([]);
});

it('next week is proposed three days before, seen by the platform alone, and shown on Monday', async () => {
  const next = shiftDay(week, 7);
  const friday = new Date('2026-11-27T00:00:00Z');
  await clock.sweep(friday);
  const proposed = (await queries.desk(platform, next, friday)).topics;
  expect(proposed.map(({ state }) => state)).toEqual(proposed.map(() => 'proposed'));
  // What was this week's topic waits a week.
  expect(proposed.map(({ tag }) => tag)).toEqual([]);
  const added = await desk.add(
    platform,
    person(),
    { week: next, category: 'food', tag: '围炉煮茶', titleZh: null, titleEn: null },
    friday,
  );
  expect(added).toMatchObject({ state: 'proposed', origin: 'operator', searches: 0, notes: 0 });
  await clock.sweep(friday);
  expect((await queries.desk(platform, next, friday)).topics[0]?.state).toBe('proposed');
  await clock.sweep(new Date('2026-11-29T16:00:00Z'));
  expect((await queries.desk(platform, next, friday)).topics[0]?.state).toBe('published');
});

it('is curated with a way back, and every change stands in the trail', async () => {
  const tagOf = async () => (await queries.list(xiaoman, week, now)).topics.map(({ tag }) => tag);
  const [tea] = (await queries.desk(platform, week, now)).topics.filter(({ tag }) => tag === '冷泡茶');
  if (!tea) throw new Error('no topic');
  const stood = { state: tea.state, pinned: tea.pinned, titleZh: tea.titleZh, titleEn: tea.titleEn };
  const hidden = await desk.curate(platform, person(), tea.id, { ...stood, state: 'hidden' }, now);
  expect(hidden).toMatchObject({ state: 'hidden', curatedBy: 'Ops', taken: { notes: 1, creators: 1 } });
  expect(await tagOf()).not.toContain('冷泡茶');
  await desk.curate(platform, person(), tea.id, stood, now);
  await desk.curate(platform, person(), tea.id, stood, now);
  expect(await tagOf()).toContain('冷泡茶');
  const trail = await database.owner(`select from audit_event where action = 'topic.curated'`);
  expect(trail).toHaveLength(2);
});

it('refuses a week that is over, one that begins on no Monday, and whoever is not the platform', async () => {
  const ask = {
    week: shiftDay(week, -7),
    category: 'food' as const,
    tag: '茶',
    titleZh: null,
    titleEn: null,
  };
  expect(() => desk.add(platform, person(), ask, now)).toThrow(
    expect.objectContaining({ code: 'invalid-input' }),
  );
  expect(() => queries.list(xiaoman, '2026-11-24', now)).toThrow(
    expect.objectContaining({ code: 'invalid-input' }),
  );
  await expect(desk.add(xiaoman, person(), { ...ask, week }, now)).rejects.toMatchObject({
    code: 'platform-only',
  });
});

it('freezes what came of it two days after the week, against the notes that took no part', async () => {
  for (let at = 0; at < 5; at++)
    await aNote('冷泡茶', { hoursOld: 30, topics: ['冷泡茶'], reads: 280 + at, passed: 'pass' });
  for (let at = 0; at < 6; at++)
    await aNote('烤红薯', { hoursOld: 30, reads: 98 + at, passed: at ? 'stop' : 'pass' });
  const outcome = async (at: Date) => {
    await clock.sweep(at);
    return (await queries.list(xiaoman, week, at)).topics.find(({ tag }) => tag === '冷泡茶')?.outcome;
  };
  expect(await outcome(new Date('2026-11-30T01:00:00Z'))).toBeNull();
  const told = await outcome(new Date('2026-12-02T01:00:00Z'));
  expect(told).toMatchObject({
    notes: 6,
    judged: 5,
    passed: 5,
    others: { notes: 6, judged: 6, passed: 1 },
    comparison: 'better',
  });
  // Frozen: what is read later changes it no more.
  await database.owner(`update pool_run set clicks = 0`);
  expect(await outcome(new Date('2026-12-03T01:00:00Z'))).toEqual(told);
  const roast = (await queries.list(xiaoman, week, now)).topics.find(({ tag }) => tag === '肉桂卷');
  expect(roast?.outcome).toMatchObject({ notes: 0, comparison: 'cannot-tell', ratio: null });
  expect(topicWeek(now)).toBe(week);
});

import type { BoostSearchWords, BoostView, FeedView, KeywordPreview, Problem } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { anAsk, aVoucher } from '../../test/money';
import { aSearchStage, type SearchStage } from '../../test/searching';
import { checkSums } from '../insights/run-sum-check';

let stage: SearchStage;

beforeAll(async () => (stage = await aSearchStage()), 60_000);
afterAll(async () => {
  // Whatever was searched and shown here, every count of it adds up.
  const wrong = (await checkSums(stage.database.url)).filter(({ different }) => different > 0);
  await stage.close();
  expect(wrong).toEqual([]);
});

const paidIn = (page: FeedView) =>
  page.slots
    .filter(({ sponsored }) => sponsored)
    .map(({ position, noteId, rail }) => [position, noteId, rail]);
const mine = (position: number) => [position, stage.brand.noteId, 'paid'];
const search = (query: string) => stage.search(query);

it('stands at the first place of searches that meet its words, labelled, and nowhere else', async () => {
  const { id } = await stage.boosted([{ text: '冷泡茶', match: 'exact' }], ['免费']);
  expect(paidIn(await search('冷泡茶'))).toEqual([mine(1)]);
  expect(paidIn(await search('冷泡 茶'))).toEqual([mine(1)]);
  // An exact keyword wants the whole search, and a search of other words none of it.
  expect(paidIn(await search('夏日冷泡茶'))).toEqual([]);
  expect(paidIn(await search('奶茶'))).toEqual([]);
  await stage.stop(id);
  expect(paidIn(await search('冷泡茶'))).toEqual([]);

  const phrase = await stage.boosted([{ text: '冷泡', match: 'phrase' }], ['免费']);
  expect(paidIn(await search('夏日冷泡茶'))).toEqual([mine(1)]);
  expect(paidIn(await search('免费冷泡茶'))).toEqual([]);
  expect(paidIn(await search('茶'))).toEqual([]);
  await stage.stop(phrase.id);

  const broad = await stage.boosted([{ text: '茶 夏日', match: 'broad' }]);
  expect(paidIn(await search('夏日喝的茶'))).toEqual([mine(1)]);
  expect(paidIn(await search('夏日'))).toEqual([]);
  await stage.stop(broad.id);
});

it('shows its note once on a page, and leaves what was found in its order', async () => {
  const before = await search('低糖');
  const { id } = await stage.boosted([{ text: '低糖', match: 'exact' }]);
  const page = await search('低糖');
  await stage.stop(id);
  const ids = page.slots.map(({ noteId }) => noteId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(page.slots).toHaveLength(before.slots.length);
  expect(page.slots.filter(({ rail }) => rail === 'search')).toHaveLength(page.slots.length - 1);
});

it('is never in discovery, where a boost of the feed is, and that one is never in a search', async () => {
  const inSearch = await stage.boosted([{ text: '冷泡茶', match: 'phrase' }]);
  const { id } = (await stage.post('/boosts', anAsk(stage.brand, { durationHours: 48 }))).json<BoostView>();
  await stage.database.owner(`update boost set starts_at = now() - interval '40 hours' where id = $1`, [id]);
  await stage.heard(id);
  await stage.stop(inSearch.id);
  for (let reader = 0; reader < 10; reader++) expect(paidIn(await search('冷泡茶'))).toEqual([]);
  await stage.stop(id);
});

it('counts positions, reads and spend by keyword, and adds up to the boost', async () => {
  const { id } = await stage.boosted([
    { text: '夏日', match: 'exact' },
    { text: '冷泡', match: 'phrase' },
  ]);
  for (const query of ['夏日', '夏日', '冷泡茶']) {
    const page = await search(query);
    expect(paidIn(page)).toEqual([mine(1)]);
    await stage.see(page, 3, [1]);
    // The same events once more, as after a lost answer: counted once.
    await stage.see(page, 3, [1]);
  }
  const words = await stage.get<BoostSearchWords>(`/boosts/${id}/search-words`);
  expect(words.keywords).toMatchObject([
    { text: '夏日', match: 'exact', impressions: 2, reads: 2, averagePosition: 1, firstPlaceShare: 1 },
    { text: '冷泡', match: 'phrase', impressions: 1, reads: 1, ctr: 1, topThreeShare: 1 },
  ]);
  await stage.stop(id);
  const after = await stage.get<BoostSearchWords>(`/boosts/${id}/search-words`);
  const boost = await stage.get<BoostView>(`/boosts/${id}`);
  expect(boost.deliveredImpressions).toBe(3);
  expect(after.keywords.reduce((sum, { spendCents }) => sum + spendCents, 0)).toBe(boost.spentCents);
  const kept = await stage.database.owner<{ keywords: number[]; boost: string }>(
    `select keywords, boost_ids[1] as boost from feed_page where boost_ids[1] = $1 order by id`,
    [id],
  );
  expect(kept.map(({ keywords }) => keywords[0])).toEqual([1, 1, 2]);
});

it('delivers and charges no more than was bought, however many search at once', async () => {
  const planned = 12;
  const about = { planned, minutesLeft: 1 };
  const { id, budgetCents } = await stage.boosted([{ text: '冷泡茶', match: 'exact' }], [], about);
  const atOnce = 4;
  const shown: FeedView[] = [];
  for (let asked = 0; asked < 60; asked += atOnce) {
    const pages = await Promise.all(Array.from({ length: atOnce }, () => search('冷泡茶')));
    shown.push(...pages.filter((page) => paidIn(page).length > 0));
  }
  // Pages that are chosen while another is being written down may be a bonus; they are never charged.
  expect(shown.length).toBeGreaterThanOrEqual(planned);
  expect(shown.length).toBeLessThan(planned + atOnce);
  for (const page of shown) await stage.see(page, 1);
  await stage.stop(id);
  expect(await stage.get<BoostView>(`/boosts/${id}`)).toMatchObject({
    deliveredImpressions: shown.length,
    spentCents: budgetCents,
    refundedCents: 0,
  });
});

it('previews what readers searched for, and what a negative word keeps away', async () => {
  const words = { keywords: [{ text: '夏日', match: 'phrase' }], negatives: ['冷泡'] };
  const preview = (await stage.post('/search-words/preview', words)).json<KeywordPreview>();
  // Searched above: three times 夏日 alone, once within a question, and two searches with 冷泡 beside it.
  expect(preview).toMatchObject({ days: 7, searches: 4, keptAway: 2, keywords: [{ searches: 4 }] });
  // What one reader asked counts, and is not shown.
  expect(preview.met).toEqual([{ text: '夏日', searches: 3, keyword: '夏日', as: 'exact' }]);
});

describe('what cannot be launched', () => {
  const keyword = (text: string) => ({ text, match: 'phrase' as const });
  it.each<[string, object, string]>([
    ['no keyword', { keywords: [] }, '/keywords'],
    ['none at all and no campaign', {}, '/keywords'],
    ['300 keywords', { keywords: Array.from({ length: 300 }, (_, at) => keyword(`茶${at}`)) }, '/keywords'],
    ['an empty text', { keywords: [keyword(' ')] }, '/keywords/0/text'],
    ['a negative that is a keyword', { keywords: [keyword('茶')], negatives: ['茶'] }, '/keywords/0/text'],
    ['the same twice', { keywords: [keyword('茶'), keyword('茶 ')] }, '/keywords/1/text'],
    ['an audience', { keywords: [keyword('茶')], audience: { genders: ['female'] } }, '/audience/genders'],
    ['words in the feed', { placement: 'feed', keywords: [keyword('茶')] }, '/keywords'],
  ])('%s', async (_, about, field) => {
    const answer = await stage.post('/boosts', {
      ...anAsk(stage.brand),
      placement: 'search',
      ...about,
      requestKey: randomUUID(),
    });
    expect([answer.statusCode, answer.json<Problem>().field]).toEqual([400, field]);
  });

  it('a voucher of the feed', async () => {
    const feedOnly = await aVoucher(stage.database.db, stage.brand, {
      kind: 'fixed',
      faceCents: 3_000,
      placements: ['feed'],
    });
    const searchOnly = await aVoucher(stage.database.db, stage.brand, {
      kind: 'fixed',
      faceCents: 3_000,
      placements: ['search'],
    });
    const ask = (voucherId: string, placement: 'feed' | 'search') =>
      stage.post('/boosts/preview', {
        ...anAsk(stage.brand, { voucherIds: [voucherId] }),
        placement,
        requestKey: undefined,
      });
    const refusal = async (voucherId: string, placement: 'feed' | 'search') =>
      (await ask(voucherId, placement)).json<{ refusal: { code: string } | null }>().refusal?.code;
    expect(await refusal(feedOnly, 'search')).toBe('voucher-wrong-scope');
    expect(await refusal(searchOnly, 'search')).toBeUndefined();
    expect(await refusal(searchOnly, 'feed')).toBe('voucher-wrong-scope');
  });
});

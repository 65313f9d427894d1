import type { Page } from '@playwright/test';
import type { TopicDeskView } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../accessible';
import { payIn, Window } from '../order-steps';
import { apiOf, type Calls, cameBack, words as common } from '../people';
import { ReaderApplication } from '../readers';
import { expect, test } from '../stage';
import { orderWords } from '../words/orders';

const tellings = [
  { language: 'zh', locale: 'zh-CN', scheme: 'light' },
  { language: 'en', locale: 'en-GB', scheme: 'dark' },
] as const;

const words = {
  zh: {
    write: '写这个话题',
    textNote: '文字笔记',
    title: '标题',
    text: /^正文/,
    replace: '换成“合我口味”',
    clean: '没有发现问题。',
    guidance: '发布前参考',
    saved: '已保存',
    publish: '发布',
    go: '立即发布',
    enrol: '参加计划',
    claim: '领取奖励',
    confirm: '领取',
  },
  en: {
    write: 'Write on it',
    textNote: 'Text note',
    title: 'Title',
    text: /^Text/,
    replace: 'Write “合我口味”',
    clean: 'Nothing to object to was found.',
    guidance: 'Before publishing',
    saved: 'Saved',
    publish: 'Publish',
    go: 'Publish now',
    enrol: 'Join the plan',
    claim: 'Claim the reward',
    confirm: 'Claim',
  },
};
type Say = (typeof words)['zh'] | (typeof words)['en'];

/** A topic of the week of food, whichever the demo's readers made one. */
async function aTopic(ops: Calls): Promise<string> {
  const { topics, present } = await ops.get<TopicDeskView>('topic-desk');
  const shown = topics.find(
    ({ week, category, state, titleZh, titleEn }) =>
      week === present && category === 'food' && state === 'published' && !titleZh && !titleEn,
  );
  if (!shown) throw new Error('no topic of food this week');
  return shown.tag;
}

/** A plan of the platform for one place, which one note on a topic and thirty readers fill. Returns its id and name. */
async function aPlan(ops: Calls, tag: string): Promise<{ id: string; name: string }> {
  const name = `一篇好茶 ${randomUUID().slice(0, 6)}`;
  const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const terms = {
    name: { zh: name, en: name },
    summary: { zh: '写一篇，让三十个人读到。', en: 'One note that thirty people read.' },
    opensAt: new Date(hour).toISOString(),
    closesAt: new Date(hour + 7 * 86_400_000).toISOString(),
    quota: 1,
    eligibility: {
      ...{ followersMin: 100, followersMax: null, categories: [], notesInDays: null, noViolationDays: null },
      growthLevelMin: null,
      accountTied: true,
    },
    tasks: [
      { kind: 'publish', notes: 1, topicTag: tag },
      { kind: 'reads', total: 30 },
    ],
    rewards: [{ kind: 'voucher-impressions', impressions: 1_000, validDays: 30 }],
  };
  const { id, version } = await ops.post<{ id: string; version: number }>('reward-desk', {
    terms,
    requestKey: randomUUID(),
  });
  await ops.post(`reward-desk/${id}/moves`, { move: 'launch', version });
  return { id, name };
}

/** From the topic to the published note: what the checks object to is mended, and a word that readers search for is added. */
async function writesOn(page: Page, say: Say, { tag, word }: { tag: string; word: string }): Promise<string> {
  const topic = page
    .locator('app-topic-card')
    .filter({ has: page.getByRole('heading', { name: tag, exact: true }) });
  await topic.getByRole('link', { name: say.write }).click();
  await expect(page).toHaveURL(/\/write\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: say.textNote }).click();
  await page.getByRole('textbox', { name: say.title }).fill(`冷泡茶 ${word}`);
  const body = page.getByRole('textbox', { name: say.text });
  await body.fill('最近天热，全城最好喝的冷泡茶，早上放进冰箱，下午就能喝。');
  const check = page.locator('app-compliance-panel');
  await check.getByRole('button', { name: say.replace }).click();
  await expect(body).toHaveValue(/全城合我口味的冷泡茶/);
  await expect(check.getByText(say.clean)).toBeVisible();

  const guidance = page.locator('app-guidance-panel');
  await guidance.getByText(say.guidance).click();
  await expect(guidance.locator('app-guidance-odds .lead b')).toHaveText(/^\d+%$/);
  const missing = guidance.locator('button.word').first();
  const added = (await missing.locator('b').textContent()) ?? '';
  await missing.click();
  await expect(guidance.locator('.word.found').filter({ hasText: added })).toBeVisible();
  await expect(page.locator('.saving')).toContainText(say.saved);
  await expectAccessible(page, 'editor with guidance');

  await page.getByRole('button', { name: say.publish, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: say.go }).click();
  await expect(page).toHaveURL(/\/notes\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1) ?? '';
}

for (const { language, locale, scheme } of tellings)
  test.describe(`in ${language}, ${scheme}, 390 pixels`, () => {
    const setting = { locale, colorScheme: scheme, viewport: { width: 390, height: 844 } };
    test.use(setting);

    test('a creator takes a weekly topic, passes the first pool, claims a reward once, boosts with it, and accepts the better offer', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(240_000);
      const say = words[language];
      const theirs = await browser.newContext({ ...setting, baseURL });
      const [room = ''] = await cameBack(page, 'ops@poolrise.demo');
      const ops = apiOf(page, room);
      const brandPage = await theirs.newPage();
      const [brandRoom = ''] = await cameBack(brandPage, 'lin@poolrise.demo');
      const brand = apiOf(brandPage, brandRoom);
      const tag = await aTopic(ops);
      const plan = await aPlan(ops, tag);
      const [desk = ''] = await cameBack(page, 'desk2@poolrise.demo');
      const writer = apiOf(page, desk);
      const { creator } = await writer.get<{ creator: { id: string } }>('desk');

      await page.goto(`/w/${desk}/rewards/${plan.id}`);
      await page.getByRole('button', { name: say.enrol }).click();
      await expect(page.getByRole('button', { name: say.enrol })).toHaveCount(0);
      await page.goto(`/w/${desk}/topics`);
      await expectAccessible(page, 'topics of the week');
      const word = `xm${randomUUID().slice(0, 8)}`;
      const noteId = await writesOn(page, say, { tag, word });

      // The audit answers, readers find the note, and its page tells of the first pool by itself.
      await expect
        .poll(async () => (await writer.get<{ auditState: string }>(`notes/${noteId}`)).auditState, {
          timeout: 20_000,
        })
        .toBe('passed');
      const readers = await ReaderApplication.open(baseURL ?? '');
      await readers.searchAndRead(word, noteId, 100, 0.4);
      await readers.close();
      await expect(page.getByText(common[language].passed).first()).toBeVisible({ timeout: 20_000 });
      await expectAccessible(page, 'climb of the own note');

      await page.goto(`/w/${desk}/rewards/${plan.id}`);
      await page.getByRole('button', { name: say.claim }).click({ timeout: 30_000 });
      const dialog = page.getByRole('dialog');
      await expectAccessible(page, 'claim');
      await dialog.getByRole('button', { name: say.confirm, exact: true }).click();
      await expect(dialog).toHaveCount(0);
      await expect(page.getByRole('button', { name: say.claim })).toHaveCount(0);
      const again = await page.request.post(`/api/v1/reward-plans/${plan.id}/claim`, {
        headers: { 'x-workspace': desk, 'x-requested-with': 'poolrise' },
        data: { requestKey: randomUUID() },
      });
      expect(await again.json()).toMatchObject({ status: 409, code: 'reward-already-claimed' });

      await payIn(writer, 30_000);
      await page.goto(`/w/${desk}/notes/${noteId}`);
      await page.getByRole('button', { name: common[language].boostNote }).click();
      await dialog.getByRole('checkbox', { name: plan.name }).check();
      await dialog.getByRole('button', { name: common[language].launch }).click();
      await expect(dialog).toHaveCount(0);
      const seen = page.getByRole('link', { name: common[language].seeBoost });
      await expect(seen).toBeVisible();
      // What was to be shown was shown; the boosts of other stories have the advertisements to themselves.
      const boostId = (await seen.getAttribute('href'))?.split('/').at(-1) ?? '';
      await writer.post(`boosts/${boostId}/stop`, {});

      for (const [name, quoteCents] of [
        [`茶席 ${word}`, 30_000],
        [`冰滴 ${word}`, 40_000],
      ] as const) {
        await payIn(brand, 45_000);
        await brand.post('orders', {
          ...{ creatorId: creator.id, name, brief: '一杯茶，不写功效。', noteType: 'image' },
          ...{ category: 'food', language: 'zh', quoteCents, requestKey: randomUUID() },
          draftDueAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
        });
      }
      await page.goto(`/w/${desk}/orders/offers`);
      await expect(page.getByRole('heading', { name: `茶席 ${word}` })).toBeVisible();
      await expectAccessible(page, 'offers side by side');
      await page.getByRole('link', { name: new RegExp(`冰滴 ${word}`) }).click();
      const order = new Window(page, orderWords[language]);
      await order.press(orderWords[language].accept);
      await order.confirms(orderWords[language].accept);
      const { items } = await writer.get<{ items: { name: string; state: string }[] }>('orders?show=all');
      expect(items.find(({ name }) => name === `冰滴 ${word}`)?.state).not.toBe('invited');
      await theirs.close();
    });
  });

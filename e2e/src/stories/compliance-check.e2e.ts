import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../accessible';
import { payIn } from '../order-steps';
import { apiOf, cameBack } from '../people';
import { expect, test } from '../stage';

const tellings = [
  { language: 'zh', locale: 'zh-CN', scheme: 'light', width: 1280 },
  { language: 'en', locale: 'en-GB', scheme: 'dark', width: 390 },
] as const;

const words = {
  zh: {
    title: '标题',
    text: /^正文/,
    empty: '写上几句，这里会边写边查。',
    two: '发布前要改 2 处。',
    one: '发布前要改 1 处。',
    clean: '没有发现问题。',
    replace: '换成“合我口味”',
    letPass: '按例外情形放行 1 处',
    tip: '消费提示',
    handIn: '提交稿件',
    unseen: '图片里的字、视频里的话',
  },
  en: {
    title: 'Title',
    text: /^Text/,
    empty: 'Write a few words, and they are checked here as you go on.',
    two: '2 places to mend before publishing.',
    one: '1 place to mend before publishing.',
    clean: 'Nothing to object to was found.',
    replace: 'Write “合我口味”',
    letPass: 'Let pass by an exemption: 1',
    tip: 'tip for use',
    handIn: 'Hand in the draft',
    unseen: 'Writing in pictures, what is said in videos',
  },
};

/** The check comes when it is scrolled to, and may take the place of what is scrolled to just then. */
const scrollToCheck = (page: Page): Promise<void> =>
  expect(() =>
    page.locator('app-draft-panel .check').first().scrollIntoViewIfNeeded({ timeout: 2_000 }),
  ).toPass();

for (const { language, locale, scheme, width } of tellings) {
  test.describe(`in ${language}, ${scheme}, ${width} pixels`, () => {
    const setting = { locale, colorScheme: scheme, viewport: { width, height: 900 } };
    test.use(setting);

    test('a creator mends what the check finds while writing, and the brand reads that nothing is left', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(120_000);
      const say = words[language];
      const theirs = await (await browser.newContext({ ...setting, baseURL })).newPage();
      const [room = ''] = await cameBack(page, 'lin@poolrise.demo');
      const [desk = ''] = await cameBack(theirs, 'xiaoman@poolrise.demo');
      const [lin, xiaoman] = [apiOf(page, room), apiOf(theirs, desk)];
      await payIn(lin, 33_000);
      const { items } = await xiaoman.get<{ items: { creatorId: string }[] }>('orders?show=all');
      const order = await lin.post<{ id: string; version: number }>('orders', {
        creatorId: items[0]?.creatorId,
        ...{ name: `Checked words ${width}`, brief: '一杯茶，不写功效。', noteType: 'image' },
        ...{ category: 'food', language: 'zh', quoteCents: 30_000, requestKey: randomUUID() },
        draftDueAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      });
      await xiaoman.post(`orders/${order.id}/moves`, {
        kind: 'accept',
        version: order.version,
        requestKey: randomUUID(),
      });

      await theirs.goto(`/w/${desk}/orders/${order.id}`);
      const check = theirs.locator('app-compliance-panel');
      const body = theirs.getByRole('textbox', { name: say.text });
      await scrollToCheck(theirs);
      await expect(check.getByText(say.empty)).toBeVisible();
      await theirs.getByRole('textbox', { name: say.title }).fill('一杯冷泡茶');
      await body.fill('最近天热，全城最好喝的冷泡茶。想要清单的 v❤\n最佳饮用时间是第二天早上。');
      await expect(check.getByText(say.two)).toBeVisible();
      // The disguised word is marked where it stands; what only begins with 最 is not.
      await expect(check.locator('mark')).toHaveText(['最好喝', 'v❤']);
      await expect(check.getByText(say.unseen)).toBeVisible();
      await expectAccessible(theirs, 'checked draft');

      await check.getByRole('button', { name: say.replace }).press('Enter');
      await expect(body).toHaveValue(/全城合我口味的冷泡茶/);
      await expect(body).toBeFocused();
      await expect(check.getByText(say.one)).toBeVisible();
      await body.fill('最近天热，全城合我口味的冷泡茶。\n最佳饮用时间是第二天早上。');
      await expect(check.getByText(say.clean)).toBeVisible();
      await theirs.getByRole('button', { name: say.handIn, exact: true }).click();

      await page.goto(`/w/${room}/orders/${order.id}`);
      const read = page.locator('app-compliance-panel');
      await scrollToCheck(page);
      await expect(read.getByText(say.clean)).toBeVisible();
      await read.getByText(say.letPass).click();
      await expect(read.getByText(say.tip)).toBeVisible();
      await expect(read.getByRole('button')).toHaveCount(0);
      await expectAccessible(page, 'check of a draft that is read');
      await theirs.context().close();
    });
  });
}

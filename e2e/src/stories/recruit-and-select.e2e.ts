import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { cameBack, type StoryLanguage } from '../people';
import { expect, test } from '../stage';
import { type RecruitmentStoryWords, recruitmentWords } from '../words/recruitments';

const tellings: { language: StoryLanguage; locale: string; scheme: 'light' | 'dark'; width: number }[] = [
  { language: 'zh', locale: 'zh-CN', scheme: 'light', width: 1280 },
  { language: 'en', locale: 'en-GB', scheme: 'dark', width: 390 },
];

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
const types = (page: Page, name: string, words: string): Promise<void> =>
  page.getByRole('textbox', { name, exact: true }).fill(words);

/** One creator is wanted for 200 to 400 yuan; what it may cost stands beside the form while she types. */
async function publishes(page: Page, say: RecruitmentStoryWords, name: string): Promise<void> {
  await page.getByRole('link', { name: say.publish }).first().click();
  await types(page, say.name, name);
  await types(page, say.brief, '写一杯早晨的冷泡茶。A cold brew in the morning.');
  await press(page, say.send);
  await expect(page.getByText(say.quoteMissing)).toBeVisible();
  await types(page, say.least, '200');
  await types(page, say.most, '400');
  await types(page, say.wanted, '1');
  await expect(page.getByRole('complementary')).toContainText(`${say.atMost}¥440.00`);
  await expectAccessible(page, 'publishing a recruitment');
  await press(page, say.send);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(say.nobody)).toBeVisible();
  await expectAccessible(page, 'recruitment without applicants');
}

async function applies(page: Page, say: RecruitmentStoryWords, name: string): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await types(page, say.mine, '300');
  await expect(page.getByText(say.net)).toBeVisible();
  await press(page, say.apply);
  await expect(page.getByText(say.wordsMissing)).toBeVisible();
  await types(page, say.words, say.letter);
  await expectAccessible(page, 'applying');
  await press(page, say.apply);
  await expect(page.getByText(say.waits)).toBeVisible();
  await expectAccessible(page, 'own application');
}

/** Her figures stand beside her quote; the selection says what it holds. */
async function selects(page: Page, say: RecruitmentStoryWords): Promise<void> {
  const applicant = page.locator('app-applicant-card');
  await expect(applicant).toContainText(say.letter);
  await expect(applicant).toContainText('8,600');
  await expectAccessible(page, 'applicants');
  await press(page, say.select);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('¥330.00');
  await expectAccessible(page, 'selecting');
  await dialog.getByRole('button', { name: say.selectGo, exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(say.filled)).toBeVisible();
}

for (const { language, locale, scheme, width } of tellings) {
  test.describe(`in ${language}, ${scheme}, ${width} pixels, in two windows`, () => {
    const setting = { locale, colorScheme: scheme, viewport: { width, height: 900 } };
    test.use(setting);

    test('a brand publishes a recruitment, a creator applies, and the selection is an order with its money held', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(120_000);
      const say = recruitmentWords[language];
      const name = `早晨的冷泡茶 ${width}`;
      const [room = ''] = await cameBack(page, 'lin@poolrise.demo');
      const desk = await (await browser.newContext({ ...setting, baseURL })).newPage();
      const [deskRoom = ''] = await cameBack(desk, 'xiaoman@poolrise.demo');
      await desk.goto(`/w/${deskRoom}/orders/board`);
      await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();

      await page.goto(`/w/${room}/orders/recruitments`);
      await publishes(page, say, name);
      // The board of others is not told of each new brief; whoever looks again sees it.
      await desk.reload();
      await applies(desk, say, name);
      // Live: from here on nobody reloads a page.
      await selects(page, say);

      await expect(desk.getByText(say.selected)).toBeVisible();
      await desk.getByRole('link', { name: say.order }).click();
      await expect(desk.locator('app-order-next')).toContainText(say.yourDraft);
      await page.getByRole('link', { name: say.order }).click();
      await expect(page.locator('app-order-next')).toContainText(say.theirDraft);
      for (const window of [page, desk]) {
        await expect(window.getByRole('heading', { level: 1, name })).toBeVisible();
        await expect(window.locator('app-price-card')).toContainText(`${say.held}¥330.00`);
        await expect(window.getByText(say.applied)).toBeVisible();
        await expectAccessible(window, 'order of a selection');
      }
      await desk.context().close();
    });
  });
}

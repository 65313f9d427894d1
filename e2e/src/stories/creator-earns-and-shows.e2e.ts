import type { EarningsView } from '@poolrise/contracts';
import { expectAccessible } from '../accessible';
import { apiOf, cameBack } from '../people';
import { ReaderApplication } from '../readers';
import { expect, test } from '../stage';

const tellings = [
  {
    language: 'zh',
    setting: { locale: 'zh-CN', colorScheme: 'light' as const, viewport: { width: 390, height: 844 } },
    say: { make: '生成链接', done: '完成', close: '关闭', shut: '这个链接打不开' },
    cents: 12_345,
  },
  {
    language: 'en',
    setting: { locale: 'en-US', colorScheme: 'dark' as const, viewport: { width: 1280, height: 900 } },
    say: { make: 'Make a link', done: 'Done', close: 'Close', shut: 'This link does not open anything' },
    cents: 23_456,
  },
];

const money = (cents: number): string =>
  `¥${(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;

for (const { language, setting, say, cents } of tellings) {
  test.describe(`in ${language}, ${setting.colorScheme}, ${setting.viewport.width} pixels`, () => {
    test.use({ ...setting, actionTimeout: 20_000 });

    test('a creator sees a sale by her link become commission and go again, and sends a brand her kit until she closes it', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(120_000);
      const [desk = ''] = await cameBack(page, 'xiaoman@poolrise.demo');
      const api = apiOf(page, desk);
      const before = await api.get<EarningsView>('earnings');
      await page.goto(`/w/${desk}/earnings`);
      const card = page.locator('app-commission-card');
      await expect(card).toContainText(money(before.commission.sums.expectedCents));
      await expectAccessible(page, 'earnings');
      await page.evaluate(() => document.documentElement.setAttribute('data-untouched', 'yes'));

      // A reader finds the note, opens its link and buys; the shop tells it twice.
      const readers = await ReaderApplication.open(baseURL ?? '');
      const { link, openId } = await readers.openFirstLink(before.commission.links);
      const sale = { id: crypto.randomUUID(), kind: 'sale', openId, reference: `E2E-${language}`, cents };
      expect(await readers.tellLinks(sale)).toMatchObject({ accepted: 1, duplicates: 0, refused: [] });
      expect(await readers.tellLinks(sale)).toMatchObject({ accepted: 0, duplicates: 1, refused: [] });
      const commission = Math.floor((cents * link.ratePermyriad) / 10_000);
      expect(commission).toBeGreaterThan(0);
      await expect(card).toContainText(money(before.commission.sums.expectedCents + commission));
      await expect(card).toContainText(money(before.commission.sums.soldCents + cents));

      // All of it comes back once, and no more than was sold.
      const back = { ...sale, id: crypto.randomUUID(), kind: 'return' };
      expect(await readers.tellLinks(back)).toMatchObject({ accepted: 1 });
      expect(await readers.tellLinks({ ...back, id: crypto.randomUUID(), cents: 1 })).toMatchObject({
        refused: [{ reason: 'return-above-sale' }],
      });
      await expect(card).toContainText(money(before.commission.sums.expectedCents));
      await readers.close();
      expect(await page.locator('html').getAttribute('data-untouched'), 'never reloaded').toBe('yes');

      await page.goto(`/w/${desk}/media-kit`);
      await page.getByRole('button', { name: say.make }).click();
      const dialog = page.getByRole('dialog');
      await expectAccessible(page, 'link to a media kit');
      await dialog.getByRole('button', { name: say.make }).click();
      const address = (await dialog.locator('code').textContent()) ?? '';
      expect(address).toContain('/share/kit/');
      await dialog.getByRole('button', { name: say.done }).click();

      const brand = await (await browser.newContext({ ...setting, baseURL })).newPage();
      await brand.goto(address);
      await expect(brand.getByRole('heading', { level: 1 })).toContainText('小满');
      await expectAccessible(brand, 'media kit behind a link');

      // Opened once, says her page; closed, it opens nothing from the next request on.
      await page.reload();
      const made = page.locator('app-kit-links li').first();
      await made.getByRole('button', { name: say.close }).click();
      await dialog.getByRole('button', { name: say.close }).click();
      await expect(dialog).toHaveCount(0);
      await brand.reload();
      await expect(brand.getByText(say.shut)).toBeVisible();
      await expect(brand.getByText('小满')).toHaveCount(0);
      await brand.context().close();
    });
  });
}

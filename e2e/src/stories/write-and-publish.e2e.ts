import sharp from 'sharp';
import { expectAccessible } from '../accessible';
import { apiOf, cameBack } from '../people';
import { expect, test } from '../stage';

const tellings = [
  { language: 'zh', locale: 'zh-CN', scheme: 'light', width: 390 },
  { language: 'en', locale: 'en-GB', scheme: 'dark', width: 1280 },
] as const;

const words = {
  zh: {
    write: '写笔记',
    title: '标题',
    text: /^正文/,
    saved: '已保存',
    publish: '发布',
    go: '立即发布',
    refused: '笔记有必须先改的违规内容',
    cancel: '取消',
    disclosure: '利益声明',
    gifted: '产品是赠送的',
  },
  en: {
    write: 'New note',
    title: 'Title',
    text: /^Text/,
    saved: 'Saved',
    publish: 'Publish',
    go: 'Publish now',
    refused: 'The note breaks rules that stop it',
    cancel: 'Cancel',
    disclosure: 'Declaration',
    gifted: 'The product was a gift',
  },
};

/** A photo of one colour. */
const photo = async (background: string) => ({
  name: 'tea.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 900, height: 1_200, channels: 3, background } })
    .jpeg()
    .toBuffer(),
});

for (const { language, locale, scheme, width } of tellings)
  test.describe(`in ${language}, ${scheme}, ${width} pixels`, () => {
    test.use({ locale, colorScheme: scheme, viewport: { width, height: 900 } });

    test('a creator writes a note, mends what blocks it, publishes it, and the audit lets it pass', async ({
      page,
    }) => {
      test.setTimeout(120_000);
      const say = words[language];
      const [desk = ''] = await cameBack(page, 'xiaoman@poolrise.demo');
      const xiaoman = apiOf(page, desk);
      await page.goto(`/w/${desk}/write`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page, 'what is written');
      await page.getByRole('link', { name: say.write }).first().click();
      await expect(page).toHaveURL(/\/write\/[0-9a-f-]{36}$/);

      await page.getByRole('textbox', { name: say.title }).fill(`周五的一杯茶 ${width}`);
      await page.getByRole('textbox', { name: say.text }).fill('品牌方寄来的茶，周五晚上喝。');
      await page
        .locator('input[name=media]')
        .setInputFiles(await photo(width === 390 ? '#6b7a3f' : '#c9a45c'));
      await expect(page.locator('app-media-field li')).toHaveCount(1);
      await expect(page.locator('.saving')).toContainText(say.saved);
      await expect(page.locator('app-note-preview img')).toBeVisible();
      await expectAccessible(page, 'editor of a note');

      // What came from a brand and is not declared is held back.
      await page.keyboard.press('Control+Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: say.go }).click();
      await expect(dialog).toContainText(say.refused);
      await expectAccessible(page, 'refused to publish');
      await dialog.getByRole('button', { name: say.cancel }).click();
      await page.getByRole('combobox', { name: say.disclosure }).selectOption({ label: say.gifted });
      await expect(page.locator('.saving')).toContainText(say.saved);
      await page.getByRole('button', { name: say.publish, exact: true }).click();
      await dialog.getByRole('button', { name: say.go }).click();
      await expect(page).toHaveURL(/\/notes\/[0-9a-f-]{36}$/);
      const noteId = page.url().split('/').at(-1) ?? '';
      await expect
        .poll(async () => (await xiaoman.get<{ auditState: string }>(`notes/${noteId}`)).auditState, {
          timeout: 20_000,
        })
        .toBe('passed');
    });
  });

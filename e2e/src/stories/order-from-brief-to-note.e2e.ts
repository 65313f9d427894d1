import { expectAccessible } from '../accessible';
import { agreeAndPublish, creatorOfTheDesk, Window, windowOf } from '../order-steps';
import { cameBack, type StoryLanguage } from '../people';
import { expect, test } from '../stage';
import { orderWords } from '../words/orders';

const tellings: { language: StoryLanguage; locale: string; scheme: 'light' | 'dark'; width: number }[] = [
  { language: 'zh', locale: 'zh-CN', scheme: 'light', width: 1280 },
  { language: 'en', locale: 'en-GB', scheme: 'dark', width: 390 },
];

for (const { language, locale, scheme, width } of tellings) {
  test.describe(`in ${language}, ${scheme}, ${width} pixels, in two windows`, () => {
    const setting = { locale, colorScheme: scheme, viewport: { width, height: 900 } };
    test.use(setting);

    test('a marketer invites a creator, they agree on a price, a draft is sent back and approved, and its note climbs', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(180_000);
      const say = orderWords[language];
      const name = `冷泡茶早晨 ${width}`;
      const [room = ''] = await cameBack(page, 'lin@poolrise.demo');
      const creatorId = await creatorOfTheDesk(page, room);
      await page.goto(`/w/${room}/overview`);
      const lin = new Window(page, say);
      const desk = await windowOf(browser, { ...setting, baseURL }, 'xiaoman@poolrise.demo', 'orders');
      await agreeAndPublish(lin, new Window(desk.page, say), say, { creatorId, name });

      await expect(page.getByText(say.labelled)).toBeVisible();
      await expectAccessible(page, 'published order');
      await expectAccessible(desk.page, 'published order of the creator');
      await page.getByRole('link', { name: say.climb }).click();
      await expect(page.getByRole('heading', { level: 1, name: say.first.title })).toBeVisible();
      await desk.page.context().close();
    });
  });
}

import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../accessible';
import { creatorOfTheDesk, payIn, Window, windowOf } from '../order-steps';
import { apiOf, cameBack, type StoryLanguage } from '../people';
import { expect, test } from '../stage';
import { orderWords } from '../words/orders';
import { sampleWords } from '../words/samples';

const tellings: { language: StoryLanguage; locale: string; scheme: 'light' | 'dark'; width: number }[] = [
  { language: 'zh', locale: 'zh-CN', scheme: 'light', width: 1280 },
  { language: 'en', locale: 'en-GB', scheme: 'dark', width: 390 },
];
const street = '杭州市上城区河坊街 2 号';

for (const { language, locale, scheme, width } of tellings) {
  test.describe(`in ${language}, ${scheme}, ${width} pixels, in two windows`, () => {
    const setting = { locale, colorScheme: scheme, viewport: { width, height: 900 } };
    test.use(setting);

    test('a creator says where to send the sample, the brand sends it, and it arrives', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(120_000);
      const say = sampleWords[language];
      const [room = ''] = await cameBack(page, 'lin@poolrise.demo');
      await payIn(apiOf(page, room), 22_000);
      const invited = await apiOf(page, room).post<{ id: string; version: number }>('orders', {
        creatorId: await creatorOfTheDesk(page, room),
        name: `冷泡茶样品 ${width}`,
        brief: '写一写样品的第一口。 Your first sip of the sample.',
        noteType: 'image',
        category: 'food',
        language: 'zh',
        quoteCents: 20_000,
        withSample: true,
        draftDueAt: new Date(Date.now() + 20 * 86_400_000).toISOString(),
        requestKey: randomUUID(),
      });
      const desk = await windowOf(
        browser,
        { ...setting, baseURL },
        'xiaoman@poolrise.demo',
        `orders/${invited.id}`,
      );
      await apiOf(desk.page, desk.room).post(`orders/${invited.id}/moves`, {
        kind: 'accept',
        version: invited.version,
        requestKey: randomUUID(),
      });
      await page.goto(`/w/${room}/orders/${invited.id}`);
      const lin = new Window(page, orderWords[language]);
      const xiaoman = new Window(desk.page, orderWords[language]);
      await lin.reads(say.waitsForAddress);

      await xiaoman.press(say.giveAddress);
      const form = desk.page.getByRole('dialog');
      await form.getByRole('textbox', { name: say.recipient }).fill('周小满');
      await form.getByRole('textbox', { name: say.phone }).fill('12345');
      await form.getByRole('combobox', { name: say.province }).selectOption({ label: say.zhejiang });
      await form.getByRole('textbox', { name: say.street }).fill(street);
      await form.getByRole('button', { name: say.save, exact: true }).click();
      await expect(form).toContainText(say.phoneFault);
      await expectAccessible(desk.page, 'address of a sample');
      await form.getByRole('textbox', { name: say.phone }).fill('13800001234');
      await form.getByRole('button', { name: say.save, exact: true }).click();
      await expect(form).toHaveCount(0);

      await expect(page.locator('app-sample-address')).toContainText(street);
      await lin.press(say.send);
      const label = page.getByRole('dialog');
      await label.getByRole('textbox', { name: say.number }).fill('12345');
      await label.getByRole('textbox', { name: say.product }).fill('茉莉冷泡茶');
      await label.getByRole('textbox', { name: say.value }).fill('128');
      await label.getByRole('button', { name: say.send, exact: true }).click();
      await expect(label).toContainText(say.wrong);
      await expectAccessible(page, 'sending a sample');
      await label.getByRole('textbox', { name: say.number }).fill('sf 1234567890123');
      await label.getByRole('button', { name: say.send, exact: true }).click();
      await expect(label).toHaveCount(0);
      await lin.reads(say.onItsWay);

      await expect(desk.page.locator('app-parcel')).toContainText('SF1234567890123');
      await expectAccessible(desk.page, 'sample on its way');
      await xiaoman.press(say.received);
      await xiaoman.confirms(say.received);
      await lin.reads(say.draft);
      await expectAccessible(page, 'sample received');

      await xiaoman.press(say.forget);
      await desk.page.getByRole('dialog').getByRole('button', { name: say.forgetGo, exact: true }).click();
      await expect(desk.page.getByText(say.deleted)).toBeVisible();
      await expect(page.getByText(say.deleted)).toBeVisible();
      await desk.page.context().close();
    });
  });
}

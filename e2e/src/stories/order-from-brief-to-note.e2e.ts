import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { apiOf, cameBack, type StoryLanguage } from '../people';
import { expect, test } from '../stage';
import { type OrderStoryWords, orderWords } from '../words/orders';

const tellings: { language: StoryLanguage; locale: string; scheme: 'light' | 'dark'; width: number }[] = [
  { language: 'zh', locale: 'zh-CN', scheme: 'light', width: 1280 },
  { language: 'en', locale: 'en-GB', scheme: 'dark', width: 390 },
];

/** Somebody at a window of their own, and what they press there. */
class Window {
  constructor(
    readonly page: Page,
    private readonly say: OrderStoryWords,
  ) {}

  press(words: string | RegExp): Promise<void> {
    return this.page
      .getByRole('button', { name: words, exact: typeof words === 'string' })
      .first()
      .click();
  }

  /** Confirms what a dialog asks; its button says what the dialog is called. */
  async confirms(words: string, said = ''): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    if (said) await dialog.getByRole('textbox').last().fill(said);
    await dialog.getByRole('button', { name: words, exact: true }).click();
    await expect(dialog).toHaveCount(0);
  }

  /** Live: nobody reloads a page in this story. */
  reads(words: string | RegExp): Promise<void> {
    return expect(this.page.locator('app-order-next')).toContainText(words);
  }

  async handsIn(title: string, body: string): Promise<void> {
    const { page, say } = this;
    await page.getByRole('textbox', { name: say.title }).fill(title);
    await page.getByRole('textbox', { name: say.text }).fill(body);
    await page.getByRole('textbox', { name: say.topics, exact: true }).fill('冷泡茶 tea');
    await this.press(say.handIn);
  }
}

async function invites(lin: Window, say: OrderStoryWords, creatorId: string, name: string): Promise<void> {
  const { page } = lin;
  const room = new URL(page.url()).pathname.split('/')[2];
  await page.goto(`/w/${room}/creators/${creatorId}`);
  await page.getByRole('link', { name: say.invite, exact: true }).click();
  await page.getByRole('textbox', { name: say.quote }).fill('500');
  await lin.press(say.sendInvite);
  await expect(page.getByText(say.nameMissing)).toBeVisible();
  await expectAccessible(page, 'invitation');
  await page.getByRole('textbox', { name: say.name }).fill(name);
  await page
    .getByRole('textbox', { name: say.brief })
    .fill('写一个用冷泡茶开始的早晨。\nA morning with cold brew.');
  await lin.press(say.sendInvite);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await lin.reads(say.waitsForCreator);
  await expectAccessible(page, 'order of the brand');
}

async function counters(xiaoman: Window, say: OrderStoryWords, name: string): Promise<void> {
  const { page } = xiaoman;
  const row = page.getByRole('listitem').filter({ hasText: name });
  await expect(row).toContainText(say.yourTurn);
  await expectAccessible(page, 'orders of the creator');
  await row.getByRole('link').click();
  await xiaoman.press(say.counter);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: say.newQuote }).fill('600');
  await expect(dialog).toContainText('¥540.00');
  await expectAccessible(page, 'counter-offer');
  await xiaoman.confirms(say.counter, '含一次改稿');
}

/** Comments on one sentence without a mouse, and sends the draft back; what calling it off would do is read and left. */
async function sendsBack(lin: Window, say: OrderStoryWords): Promise<void> {
  const { page } = lin;
  await lin.reads(say.review);
  const place = page.getByRole('combobox', { name: say.about });
  const label = await place.locator('option').filter({ hasText: say.first.sentence }).textContent();
  await place.selectOption({ label: label ?? '' });
  await page.getByRole('textbox', { name: say.comment }).fill(say.first.remark);
  await lin.press(say.addComment);
  await expect(page.locator('mark')).toContainText(say.first.sentence);
  await expectAccessible(page, 'draft in review');

  await lin.press(say.moves);
  await page.getByRole('menuitem', { name: say.callOff }).click();
  // Of 660 that are held, 30 % of the quote and its fee of a tenth stay with the creator and the platform.
  await expect(page.getByRole('dialog')).toContainText(`${say.back}¥462.00`);
  await expectAccessible(page, 'calling it off');
  await page.getByRole('dialog').getByRole('button', { name: say.keep, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await lin.press(say.sendBack);
  await lin.confirms(say.sendBack, say.first.remark);
}

async function approves(lin: Window, say: OrderStoryWords): Promise<void> {
  const { page } = lin;
  await lin.reads(say.review);
  await expect(page.getByRole('button', { name: say.secondDraft })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('app-draft-difference del').first()).toContainText(say.first.gone);
  await expect(page.getByRole('heading', { name: say.before })).toBeVisible();
  await expect(page.getByText(say.sentBack).first()).toBeVisible();
  await expectAccessible(page, 'difference of two drafts');
  await lin.press(say.approve);
  await lin.confirms(say.approve);
}

async function windowOf(
  browser: Browser,
  setting: Parameters<Browser['newContext']>[0],
  email: string,
  place: string,
): Promise<{ page: Page; room: string }> {
  const page = await (await browser.newContext(setting)).newPage();
  const [room = ''] = await cameBack(page, email);
  await page.goto(`/w/${room}/${place}`);
  return { page, room };
}

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
      const { items } = await apiOf(page, room).get<{ items: { creatorId: string }[] }>('orders?show=all');
      const creatorId = items[0]?.creatorId ?? '';
      await page.goto(`/w/${room}/overview`);
      const lin = new Window(page, say);
      const desk = await windowOf(browser, { ...setting, baseURL }, 'xiaoman@poolrise.demo', 'orders');
      const xiaoman = new Window(desk.page, say);

      await invites(lin, say, creatorId, name);
      await counters(xiaoman, say, name);
      await lin.reads(say.countered);
      await lin.press(say.accept);
      await lin.confirms(say.accept);
      await lin.reads(say.theirDraft);

      const { title, body, second } = say.first;
      await xiaoman.handsIn(title, body);
      await sendsBack(lin, say);

      // She reads what was said beside her first draft, and writes the second.
      await expect(desk.page.getByText(say.first.remark).first()).toBeVisible();
      await expect(desk.page.locator('mark')).toContainText(say.first.sentence);
      await expectAccessible(desk.page, 'draft that was sent back');
      await xiaoman.handsIn(title, second);
      await approves(lin, say);

      await xiaoman.reads(say.final);
      await xiaoman.press(say.publish);
      await expectAccessible(desk.page, 'publishing');
      await xiaoman.confirms(say.publish);
      await lin.reads(say.out);
      await expect(page.getByText(say.labelled)).toBeVisible();
      await expectAccessible(page, 'published order');
      await expectAccessible(desk.page, 'published order of the creator');
      await page.getByRole('link', { name: say.climb }).click();
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await desk.page.context().close();
    });
  });
}

import type { Browser, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccessible } from './accessible';
import { apiOf, type Calls, cameBack } from './people';
import { expect } from './stage';
import type { OrderStoryWords } from './words/orders';

/** Somebody at a window of their own, and what they press there. */
export class Window {
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

/** Invites from the page of the creator, after a first try without a name. */
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

/** Asks for a hundred more. */
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

/** Approves the second draft, after a look at what changed. */
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

/** Pays into a brand's wallet what a story is going to hold, so that it takes nothing from the others. */
export const payIn = (brand: Calls, cents: number): Promise<unknown> =>
  brand.post('wallet/top-ups', { cents, reference: 'wire', requestKey: randomUUID() });

/** A second window, in which somebody else came back to a place of their workspace. */
export async function windowOf(
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

/** From the invitation to the published note: a price that is haggled over, a draft sent back, another approved. */
export async function agreeAndPublish(
  lin: Window,
  xiaoman: Window,
  say: OrderStoryWords,
  { creatorId, name }: { creatorId: string; name: string },
): Promise<void> {
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
  await expect(xiaoman.page.getByText(say.first.remark).first()).toBeVisible();
  await expect(xiaoman.page.locator('mark')).toContainText(say.first.sentence);
  await expectAccessible(xiaoman.page, 'draft that was sent back');
  await xiaoman.handsIn(title, second);
  await approves(lin, say);

  await xiaoman.reads(say.final);
  await xiaoman.press(say.publish);
  await expectAccessible(xiaoman.page, 'publishing');
  await xiaoman.confirms(say.publish);
  await lin.reads(say.out);
}

/** The creator that Xiaoman's desk is tied to; other desks have orders of this brand as well. */
export async function creatorOfTheDesk(page: Page, room: string): Promise<string> {
  const { items } = await apiOf(page, room).get<{ items: { creatorId: string; creatorName: string }[] }>(
    'orders?show=all&limit=100',
  );
  const hers = items.find(({ creatorName }) => creatorName.startsWith('小满'));
  if (!hers) throw new Error('the brand has no order of Xiaoman');
  return hers.creatorId;
}

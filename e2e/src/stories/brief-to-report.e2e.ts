import type { BoostView, OrderView } from '@poolrise/contracts';
import { expectAccessible } from '../accessible';
import { expect, test } from '../later-installation';
import { agreeAndPublish, creatorOfTheDesk, Window, windowOf } from '../order-steps';
import { apiOf, cameBack } from '../people';
import { ReaderApplication } from '../readers';
import { orderWords } from '../words/orders';
import { wayWords as say } from '../words/brief-to-report';

const setting = { locale: 'zh-CN', colorScheme: 'light' as const, viewport: { width: 1280, height: 900 } };
test.use({ ...setting, actionTimeout: 20_000 });

const dayMs = 86_400_000;
/** Thirty days of protection, a week to the payment, and two days in which nobody was there to pay. */
const daysAway = 39;
const advertisements = 20;
const searches = 30;

test('a marketer and a creator go from a brief to a note, its boost with two vouchers under a holdout, its payment and its report', async ({
  page,
  browser,
  baseURL,
  laterInstallation,
}) => {
  test.setTimeout(420_000);
  const words = orderWords.zh;
  const name = '冷泡茶早晨：从需求到结案';
  const [room = ''] = await cameBack(page, 'lin@poolrise.demo');
  const api = apiOf(page, room);
  const creatorId = await creatorOfTheDesk(page, room);
  await page.goto(`/w/${room}/overview`);
  const lin = new Window(page, words);
  const desk = await windowOf(browser, { ...setting, baseURL }, 'xiaoman@poolrise.demo', 'orders');
  await agreeAndPublish(lin, new Window(desk.page, words), words, { creatorId, name });
  const orderPage = new URL(page.url()).pathname;
  const published = await api.get<OrderView>(`orders/${orderPage.split('/').at(-1)}`);
  const noteId = published.note?.id ?? '';

  // The note is boosted from its climb: two vouchers, and some readers who are not shown it.
  await page.getByRole('link', { name: words.climb }).click();
  const boost = page.getByRole('button', { name: say.boost });
  await expect(boost).not.toHaveAttribute('aria-disabled', 'true', { timeout: 30_000 });
  await boost.click();
  const dialog = page.getByRole('dialog');
  for (const voucher of say.vouchers) await dialog.getByRole('checkbox', { name: voucher }).check();
  await dialog.getByRole('checkbox', { name: say.holdout }).check();
  await expect(dialog.getByText(/^-¥\d/)).toBeVisible();
  const launch = dialog.getByRole('button', { name: /并投放$/ });
  await expect(launch).not.toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(page, 'launch with two vouchers under a holdout');
  await launch.click();
  await expect(dialog).toBeHidden();

  const readers = await ReaderApplication.open(baseURL ?? '');
  await readers.meetAsAdvertisement(noteId, advertisements);
  await readers.searchAndRead(words.first.title, noteId, searches, 0.4);
  await readers.close();
  await page.getByRole('link', { name: say.seeBoost }).click();
  await page.waitForURL(/\/boosts\/[0-9a-f-]{36}$/);
  const boostPage = new URL(page.url()).pathname;
  const boostId = boostPage.split('/').at(-1);
  const running = await api.get<BoostView>(`boosts/${boostId}`);
  expect(running.vouchers).toHaveLength(2);
  await page.goto(orderPage);
  await expect(page.locator('app-order-stages')).toContainText(say.protected);
  await page.goto('about:blank');
  await desk.page.goto('about:blank');

  // Nobody is there for weeks: the protection ends, and the payment falls due, while no worker lives.
  await laterInstallation.sleepFor(daysAway);
  const later = Date.now() + daysAway * dayMs;
  for (const window of [page, desk.page]) await window.clock.setFixedTime(later);

  await cameBack(page, 'lin@poolrise.demo');
  await page.goto(orderPage);
  await expect(page.locator('app-page-header')).toContainText(say.settled, { timeout: 30_000 });
  await expect(page.locator('app-price-card')).toContainText(say.settledNet);
  await expectAccessible(page, 'settled order');
  const settled = await api.get<OrderView>(`orders/${orderPage.split('/').at(-1)}`);
  const at = (kind: string) => Date.parse(settled.history.find((step) => step.kind === kind)?.at ?? '');
  // Each is dated to when it fell due, not to when somebody woke up to do it.
  const publishedAt = Date.parse(settled.publishedAt ?? '');
  expect(at('protection-ends') - publishedAt).toBe(30 * dayMs);
  expect(at('pay') - at('protection-ends')).toBe(7 * dayMs);

  await cameBack(desk.page, 'xiaoman@poolrise.demo');
  await desk.page.goto(`/w/${desk.room}/orders?show=over`);
  await expect(desk.page.getByRole('listitem').filter({ hasText: name })).toContainText(say.settled);
  await desk.page.context().close();

  // The boost ended at the end of its window: what was shown is paid, the rest came back.
  await page.goto(boostPage);
  await expect(page.getByText(say.ended, { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  const ended = await api.get<BoostView>(`boosts/${boostId}`);
  expect(ended.spentCents + ended.refundedCents + ended.lapsedCents).toBe(running.budgetCents);
  // The traffic voucher makes the same money last for more impressions.
  expect(ended.spentCents).toBe(
    Math.floor((advertisements * running.budgetCents) / running.plannedImpressions),
  );
  await page.getByRole('link', { name: say.seeLift }).click();
  await expect(page.locator('.answer .sentence')).toContainText(/没有结果|看不出|无从比较/);
  await expectAccessible(page, 'lift of the boost');
  expect(await api.get<{ balanced: boolean; reservedCents: number }>('wallet')).toMatchObject({
    balanced: true,
  });

  await page.goto(`/w/${room}/reports`);
  await page.getByRole('link', { name: say.template }).click();
  await expect(page.getByRole('grid', { name: say.grid })).toBeVisible();
  const only = page
    .locator('details')
    .filter({ has: page.getByRole('heading', { level: 2, name: say.only, exact: true }) });
  if ((await only.getAttribute('open')) === null) await only.locator('summary').click();
  await page.getByRole('searchbox', { name: say.notes }).fill(words.first.title);
  await only.getByRole('listitem').getByRole('button').filter({ hasText: words.first.title }).first().click();
  const row = page
    .getByRole('grid', { name: say.grid })
    .getByRole('row')
    .filter({ hasText: words.first.title });
  await expect(row).toContainText(String(advertisements + searches), { timeout: 30_000 });
  await expectAccessible(page, 'report of the note');
});

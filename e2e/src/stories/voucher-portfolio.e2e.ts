import type { VoucherPortfolioView } from '@poolrise/contracts';
import { expectAccessible } from '../accessible';
import { apiOf, cameBack, words } from '../people';
import { expect, test } from '../stage';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });

test('a marketer sees which vouchers end soon, takes the first proposal, and less is wasted', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const say = words.zh;
  const [workspaceId = ''] = await cameBack(page, 'su@poolrise.demo');
  const api = apiOf(page, workspaceId);
  const before = await api.get<VoucherPortfolioView>('vouchers/portfolio');
  const [first] = before.plan.boosts;
  if (!first) throw new Error('The demo has vouchers that a boost could use');
  // Burning in order at the usual budget would lose some of what the plan uses.
  expect(before.plan.savedCents).toBeGreaterThanOrEqual(before.burnOrderAlone.savedCents);

  await page.goto(`/w/${workspaceId}/vouchers`);
  await page.getByRole('link', { name: '用券规划' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('用券规划');
  await expect(page.getByText(/^如果照现在的节奏用下去/)).toBeVisible();
  const weeks = page.locator('app-expiry-weeks li');
  await expect(weeks).toHaveCount(7);
  await expect(weeks.first()).toContainText('¥180.00');
  await expectAccessible(page, 'voucher portfolio');
  await page.evaluate(() => document.documentElement.setAttribute('data-untouched', 'yes'));

  const proposal = page.locator('app-voucher-proposals li').first();
  await expect(proposal).toContainText(first.noteTitle);
  await proposal.getByRole('button', { name: '发起加热' }).click();
  const dialog = page.getByRole('dialog');
  for (const { name } of first.vouchers) await expect(dialog.getByRole('checkbox', { name })).toBeChecked();
  const launch = dialog.getByRole('button', { name: say.launch });
  await expect(launch).not.toHaveAttribute('aria-disabled', 'true');
  await launch.click();
  await expect(dialog).toBeHidden();

  // The page hears of the launch by itself: what was used is at stake no more.
  await expect(weeks.first()).not.toContainText('¥180.00');
  const after = await api.get<VoucherPortfolioView>('vouchers/portfolio');
  expect(after.waste.expectedCents).toBeLessThan(before.waste.expectedCents);
  expect(after.worthCents).toBeLessThanOrEqual(before.worthCents - first.savedCents);
  expect(after.vouchers.map(({ id }) => id)).not.toContain(first.vouchers[0]?.id);
  const boosts = await api.get<{ items: { noteId: string; budgetCents: number; walletCents: number }[] }>(
    'boosts?limit=1',
  );
  expect(boosts.items[0]).toMatchObject({
    noteId: first.noteId,
    budgetCents: first.budgetCents,
    walletCents: first.walletCents,
  });
  expect(await page.locator('html').getAttribute('data-untouched'), 'never reloaded').toBe('yes');
});

import type { OneMoreList } from '@poolrise/contracts';
import { expectAccessible } from '../accessible';
import { apiOf, cameBack } from '../people';
import { expect, test } from '../stage';

test.use({ locale: 'en-US', viewport: { width: 1280, height: 900 } });

test('a marketer asks what one more voucher would do, and sees the verdict turn with the price of a read', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const [workspaceId = ''] = await cameBack(page, 'lin@poolrise.demo');
  const api = apiOf(page, workspaceId);
  const { items } = await api.get<OneMoreList>('one-more-vouchers');
  const [kept] = items;
  if (!kept) throw new Error('The demo has asked one question');

  await page.goto(`/w/${workspaceId}/notes/${kept.noteId}`);
  await page.getByRole('link', { name: 'One more voucher?' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more voucher');
  // The worker answers while somebody looks on; the page hears of it by itself.
  const result = page.locator('app-one-more-result');
  await expect(result).toBeVisible({ timeout: 120_000 });
  await expect(result.locator('app-effect-table tbody tr')).not.toHaveCount(0);
  await expect(result).toContainText('fingerprint');
  await expectAccessible(page, 'one more voucher');

  const slider = page.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText('A read is worth').first()).toContainText('¥0.00');
  await expect(result.getByRole('status').first()).toContainText(
    /Not worth it|No visible effect|moves readers|cannot be told/,
  );

  // The same question with an assumption is another question, and can be taken back.
  await page.getByRole('checkbox', { name: 'Some come back through search' }).check();
  await page.getByRole('button', { name: 'Play the worlds' }).click();
  await expect(page).toHaveURL(/run=/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('This question was cancelled.')).toBeVisible({ timeout: 20_000 });
});

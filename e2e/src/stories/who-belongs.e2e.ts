import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from '../accessible';
import { apiOf, cameBack } from '../people';
import { expect, test } from '../stage';

test.use({ locale: 'en-GB' });

const titleOf = (page: Page) => page.getByRole('heading', { level: 1 });

test('a creator lets somebody in, gives her more to do, and lets her go again', async ({ page, browser }) => {
  const [desk = ''] = await cameBack(page, 'xiaoman@poolrise.demo');
  await page.goto(`/w/${desk}/settings/members`);
  await page.getByRole('button', { name: 'Invite member' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Somebody named Wu');
  await dialog.getByLabel('E-mail').fill('wu@poolrise.demo');
  await dialog.getByLabel('First password').fill('not needed by Wu');
  await expectAccessible(page, 'invitation dialog');
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  // What she typed, and not who Wu is: nobody learns that from an e-mail.
  const waiting = page.getByRole('row', { name: /wu@poolrise\.demo/ });
  await expect(waiting).toContainText('Somebody named Wu');
  await expectAccessibleInBothThemes(page, 'members with an invitation');

  // Wu works for another brand and finds the invitation at her workspaces.
  const wus = await browser.newContext();
  const wu = await wus.newPage();
  await cameBack(wu, 'wu@poolrise.demo');
  await wu.goto('/');
  await wu.getByRole('button', { name: /1 invitation$/ }).click();
  await expectAccessible(wu, 'workspace menu');
  await wu.getByRole('menuitem', { name: '1 invitation' }).click();
  await expect(wu.getByRole('dialog')).toContainText('小满 Xiaoman invites you as');
  await expectAccessible(wu, 'invitations');
  await wu.getByRole('button', { name: /^Join / }).click();
  await expect(wu).toHaveURL(`/w/${desk}/desk`);

  await page.reload();
  await page.getByRole('button', { name: 'Change role of 吴桐 Wu Tong' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: /^Analyst/ }).focus();
  await page.keyboard.press('Space');
  await expectAccessible(page, 'role dialog');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /wu@poolrise\.demo/ })).toContainText('Analyst');

  await page.getByRole('button', { name: 'Remove 吴桐 Wu Tong' }).click();
  await expectAccessible(page, 'removal dialog');
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('吴桐 Wu Tong was removed')).toBeVisible();
  await expect(page.getByRole('row', { name: /wu@poolrise\.demo/ })).toHaveCount(0);
  const answer = await wu.request.get('/api/v1/notes', { headers: { 'x-workspace': desk } });
  expect(answer.status()).toBe(403);
  await wu.reload();
  await expect(titleOf(wu)).toHaveText('There is nothing here');
  await wus.close();
});

test('the last owner cannot leave, and is told what to do', async ({ page }) => {
  const [desk = ''] = await cameBack(page, 'xiaoman@poolrise.demo');
  await page.goto(`/w/${desk}/settings/members`);
  await page.getByRole('button', { name: 'Remove 小满 Xiaoman' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Make another member an owner first');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('a person founds a second workspace and finds the way back to the first', async ({ page }) => {
  const [desk = ''] = await cameBack(page, 'xiaoman@poolrise.demo');
  await page.goto(`/w/${desk}/overview`);
  await page.getByRole('button', { name: /^Workspace: / }).click();
  await page.getByRole('menuitem', { name: 'New workspace' }).click();
  await page.getByLabel('Name of the workspace').fill('Evening tea');
  await page.getByRole('radio', { name: /^Creator/ }).check();
  await expectAccessible(page, 'new workspace');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Workspace: Evening tea/ })).toBeVisible();
  await expect(page.locator('app-empty-state').first()).toBeVisible();
  const there = /\/w\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  expect(await apiOf(page, there).get('wallet')).toMatchObject({ cashCents: 0 });

  await page.getByRole('button', { name: /^Workspace: Evening tea/ }).click();
  await page.getByRole('menuitem', { name: /小满的茶桌/ }).click();
  await expect(page).toHaveURL(`/w/${desk}/desk`);
});

test('a password is changed where one is signed in, and only by whoever knows it', async ({ page }) => {
  const [lin = ''] = await cameBack(page, 'wu@poolrise.demo');
  await page.goto(`/w/${lin}/overview`);
  await page.getByRole('button', { name: /^Account of / }).click();
  await page.getByRole('menuitem', { name: 'Change password' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Current password').fill('a guess');
  await dialog.getByLabel('New password').fill('a cup of tea before noon');
  await expectAccessible(page, 'password dialog');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page, 'refused password');
  // The demo keeps the one it promises: it is changed into itself.
  await dialog.getByLabel('Current password').fill('poolrise-demo-2026');
  await dialog.getByLabel('New password').fill('poolrise-demo-2026');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your password was changed')).toBeVisible();
  await page.reload();
  await expect(titleOf(page)).toHaveText('Overview');
});

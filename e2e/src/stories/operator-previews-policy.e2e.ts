import { expectAccessible, expectAccessibleInBothThemes } from '../accessible';
import { apiOf, cameBack } from '../people';
import { expect, test } from '../stage';

test.use({ locale: 'en-GB' });

test('an operator previews a policy, sees what would change, and runs a canary', async ({ page }) => {
  test.setTimeout(120_000);
  const [desk = ''] = await cameBack(page, 'ops@poolrise.demo');
  await page.goto(`/w/${desk}/policies`);
  await page.getByRole('link', { name: 'Versions and trial' }).click();
  await expect(page.getByText('No version is on trial.')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'policy versions');

  // A copy of what is in force, made so strict that no note passes.
  const inForce = page.getByRole('row', { name: /In force/ });
  await inForce.getByRole('link', { name: /^Edit a copy/ }).click();
  const passAt = page.getByLabel('Pass at, unless the level says otherwise');
  await passAt.fill('-5');
  await expect(page.getByText('Please give a number from 0 to 100.')).toBeVisible();
  await passAt.fill('99');
  await page.getByLabel('Level 0: pass at').fill('99');
  await expect(page.getByText('2 changes').first()).toBeVisible();

  await page.getByRole('combobox', { name: 'Days' }).selectOption('14');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(page.getByText(/passes would have been stops/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Would have been stopped' })).toBeVisible();
  await expectAccessibleInBothThemes(page, 'policy editor with a preview');

  await page.getByLabel('Why this version').fill('How strict is too strict');
  await page.getByRole('button', { name: 'Save as new version' }).click();
  await expect(page).toHaveURL(/policies\/versions$/);
  const written = page.getByRole('row', { name: /How strict is too strict/ });
  await expect(written).toBeVisible();

  await written.getByRole('button', { name: /^Try on a share/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Share of new notes, in percent').fill('50');
  await dialog.getByLabel('Why', { exact: true }).fill('On half of them first');
  await expectAccessible(page, 'canary dialog');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Too early to say')).toBeVisible();
  await expect(page.getByText(/judges 50% of new notes/)).toBeVisible();
  await expect(written.getByText('On trial')).toBeVisible();
  await expectAccessibleInBothThemes(page, 'policy versions with a trial');

  const api = apiOf(page, desk);
  const { canary } = await api.get<{ canary: { share: number } | null }>('policies/canary');
  expect(canary?.share).toBe(0.5);

  await page.getByRole('button', { name: 'End the trial' }).click();
  await dialog.getByLabel('Why', { exact: true }).fill('Seen enough');
  await dialog.getByRole('button', { name: 'End the trial' }).click();
  await expect(page.getByText('No version is on trial.')).toBeVisible();
});

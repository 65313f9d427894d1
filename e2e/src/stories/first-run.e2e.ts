import { expectAccessible, expectAccessibleInBothThemes } from '../accessible';
import { expect, test } from '../empty-installation';

test.use({ locale: 'en-GB' });

const passphrase = 'oolong before every launch';

test('the first page of an empty installation shows itself to everybody', async ({ page }) => {
  await page.goto('/first-run');
  for (const language of ['zh-CN', 'en']) {
    await page.evaluate((chosen) => localStorage.setItem('poolrise.language', chosen), language);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.reload();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessibleInBothThemes(page, `first run, ${language}, ${width} pixels`);
    }
  }
});

test('the first person of an empty installation becomes its owner and is told what to do next', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL('/first-run');
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Poolrise' })).toBeVisible();

  // A password that anybody guesses is refused before it travels, at its field.
  await page.getByLabel('Your name').fill('Lin Yue');
  await page.getByLabel('E-mail').fill('lin@tea.example');
  await page.getByLabel('Password').fill('tea');
  await page.getByLabel('Name of the workspace').fill('Lin’s Tea');
  await page.getByRole('radio', { name: 'We boost our own notes' }).check();
  const create = page.getByRole('button', { name: 'Create account and workspace' });
  await create.click();
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
  await expect(page).toHaveURL('/first-run');
  await expectAccessible(page, 'first run with a fault');

  await page.getByLabel('Password').fill(passphrase);
  await create.click();
  await expect(page).toHaveURL(/\/w\/[0-9a-f-]{36}\/overview$/);
  await expect(page.getByRole('button', { name: /^Workspace: Lin’s Tea/ })).toBeVisible();

  const workspace = page.url().replace(/\/overview$/, '');
  const lessons = [
    { screen: 'overview', says: 'No notes yet', leadsTo: 'Create an API key' },
    { screen: 'notes', says: 'No notes yet', leadsTo: 'Create an API key' },
    { screen: 'boosts', says: 'No boosts yet', leadsTo: 'Choose a note' },
    { screen: 'vouchers', says: 'No vouchers yet', leadsTo: null },
    { screen: 'wallet', says: 'Nothing has moved yet', leadsTo: 'Top up' },
  ];
  for (const { screen, says, leadsTo } of lessons) {
    await page.goto(`${workspace}/${screen}`);
    const lesson = page.locator('app-empty-state');
    await expect(lesson.getByRole('heading', { name: says })).toBeVisible();
    if (leadsTo) await expect(lesson.getByText(leadsTo)).toBeVisible();
    await expectAccessible(page, `empty ${screen}`);
  }

  // The lesson of the overview is the way to the first key, whose secret is shown once.
  await page.goto(`${workspace}/overview`);
  await page.getByRole('link', { name: 'Create an API key' }).click();
  await expect(page).toHaveURL(/\/settings\/keys$/);
});

test('the door of the first run is shut once somebody owns the installation', async ({ page }) => {
  const again = await page.request.post('/api/v1/first-run', {
    headers: { 'x-requested-with': 'poolrise' },
    data: {
      name: 'A stranger',
      email: 'stranger@elsewhere.example',
      password: passphrase,
      workspaceName: 'Elsewhere',
      workspaceKind: 'brand',
    },
  });
  expect(again.status()).toBe(409);
  expect(await again.json()).toMatchObject({ code: 'already-set-up' });

  await page.goto('/first-run');
  await expect(page).toHaveURL('/sign-in');
  await page.getByLabel('E-mail').fill('lin@tea.example');
  await page.getByLabel('Password', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

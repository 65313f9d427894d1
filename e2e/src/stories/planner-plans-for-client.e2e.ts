import { randomUUID } from 'node:crypto';
import { expectAccessible, expectAccessibleInBothThemes } from '../accessible';
import { apiOf, cameBack, workspaceNamed } from '../people';
import { expect, test } from '../stage';

test.use({ locale: 'en-GB' });

/** What the client of the room is looking for, as the form of a brief would send it. */
const wishes = {
  product: 'Iced latte',
  brand: '青屿',
  category: 'food',
  subCategories: [],
  keywords: [],
  target: { genders: ['female'], ages: ['18-24', '25-34'] },
  audience: [],
  kind: 'image',
  budgetCents: 1_200_000,
  perNoteCents: null,
  window: { from: '2036-03-01', to: '2036-03-20' },
  tierKeys: [],
  followersFrom: null,
  followersTo: null,
  excludedIds: [],
  competitors: [],
  competitorDays: 30,
  requiredHealth: 'ordinary',
  disclosureRequired: false,
  ordersMax: null,
  presetId: null,
  weights: { vertical: 0.3, audience: 0.4, engagement: 0.3 },
  remarks: '',
};

test('a planner turns a brief into a portfolio, shares it, and the client replaces one creator and approves', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await cameBack(page, 'zhou@poolrise.demo');
  const islet = await workspaceNamed(page, 'Islet');
  const api = apiOf(page, islet);
  const brief = await api.post<{ id: string }>('briefs', { wishes, requestKey: randomUUID() });

  // Ranked, with what each score is made of, and what was ruled out apart.
  await page.goto(`/w/${islet}/match/${brief.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Iced latte');
  await expect(page.getByText(/suit the brief/)).toBeVisible();
  await expectAccessibleInBothThemes(page, 'ranking of a brief');

  await page.goto(`/w/${islet}/match/${brief.id}/portfolio`);
  await page.getByRole('button', { name: 'Plan', exact: true }).click();
  await expect(page.getByText(/the last of them adds/)).toBeVisible({ timeout: 60_000 });
  await expectAccessibleInBothThemes(page, 'portfolio');

  // From the plan into a proposal, at the quotes of the creators.
  await page.getByRole('link', { name: 'Into a proposal' }).click();
  await page.getByLabel('Name of the proposal').fill('Iced latte, first round');
  await expect(page.getByLabel('Price (yuan)').first()).not.toHaveValue('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Iced latte, first round' })).toBeVisible();
  const proposal = page.url().split('/').at(-1) ?? '';

  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page, 'share dialog');
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const link = (await dialog.locator('code').textContent()) ?? '';
  expect(link).toContain('/share/');
  await dialog.getByRole('button', { name: 'Done' }).click();

  // The client has no account, and answers for each creator.
  const stranger = await browser.newContext({ baseURL, locale: 'en-GB' });
  const client = await stranger.newPage();
  await client.goto(link);
  await expect(client.getByRole('heading', { level: 1 })).toContainText('Iced latte, first round');
  await client.getByLabel('Your name').fill('Su Qing');
  await expectAccessible(client, 'shared proposal');
  await client.getByRole('button', { name: 'Replace' }).first().click();
  await client.getByLabel('Whom would you like instead?').fill('Somebody from Chengdu, please');
  await client.getByRole('button', { name: 'Send', exact: true }).first().click();
  await expect(client.getByText('Somebody from Chengdu, please')).toBeVisible();
  await client.getByRole('button', { name: 'Approve' }).nth(1).click();
  await expect(client.getByLabel('Comment (optional)')).toBeVisible();
  await client.getByRole('button', { name: 'Send', exact: true }).first().click();
  await expect(client.getByText(/^2 of \d+ answered/)).toBeVisible();

  // The planner sees it without reloading.
  await expect(page.getByText('Somebody from Chengdu, please')).toBeVisible();

  // Nothing of it is found in the room of another client.
  const meadow = await workspaceNamed(page, 'Meadow');
  const answer = await page.request.get(`/api/v1/proposals/${proposal}`, {
    headers: { 'x-workspace': meadow, 'x-requested-with': 'poolrise' },
  });
  expect(answer.status()).toBe(404);
  const { items } = await apiOf(page, meadow).get<{ items: { name: string }[] }>('proposals');
  expect(items.map(({ name }) => name)).not.toContain('Iced latte, first round');
  await page.goto(`/w/${meadow}/proposals/${proposal}`);
  await expect(page.getByText('Iced latte, first round')).toHaveCount(0);

  // A revoked link opens nothing, and does not say what it once opened.
  await page.goto(`/w/${islet}/proposals/${proposal}`);
  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('The link was revoked')).toBeVisible();
  await client.reload();
  await expect(client.getByText('This link does not open anything')).toBeVisible();
  await expect(client.getByText('Iced latte')).toHaveCount(0);
  await stranger.close();
});

import { expectAccessible } from '../accessible';
import { apiOf, signIn, workspaceOf } from '../people';
import { expect, test } from '../stage';

interface Wallet {
  cashCents: number;
  reservedCents: number;
  balanced: boolean;
}
interface Race {
  state: string;
  spentCents: number;
  roundsBegun: { boosts: { state: string; budgetCents: number }[] }[];
}

test.use({ locale: 'en-US', viewport: { width: 1280, height: 900 } });

test('a marketer races two notes, sees the boosts of round one run, stops, and the money comes back', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'mei@poolrise.demo', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const workspaceId = workspaceOf(page);
  const api = apiOf(page, workspaceId);
  const before = await api.get<Wallet>('wallet');

  await page.goto(`/w/${workspaceId}/boosts`);
  await page.getByRole('link', { name: 'Note races' }).click();
  await page.getByRole('main').getByRole('link', { name: 'New race' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New race');
  const notes = page.getByRole('group', { name: 'Which notes race' }).getByRole('button');
  await notes.nth(0).click();
  await notes.nth(1).click();
  await expect(page.getByText('2 notes chosen')).toBeVisible();
  await page.getByLabel('Name of the race').fill('Two teas, one morning');

  // Too little is said with the least, while it is typed.
  const budget = page.getByLabel('Budget for all rounds, in yuan');
  await budget.fill('200');
  await expect(budget).not.toHaveAccessibleDescription(/At least ¥300/);
  await page.getByRole('button', { name: '2 rounds' }).click();
  await expect(budget).toHaveAccessibleDescription(/At least ¥300/);
  await budget.fill('300');
  await expect(page.getByText('5,000 guaranteed impressions each')).toBeVisible();
  await expectAccessible(page, 'a new race');
  await page.getByRole('button', { name: 'Start the race' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two teas, one morning');
  const raceId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const [first] = (await api.get<Race>(`races/${raceId}`)).roundsBegun;
  expect(first?.boosts.map(({ state, budgetCents }) => [state, budgetCents])).toEqual([
    ['running', 7_500],
    ['running', 7_500],
  ]);
  await expect(page.locator('app-boost-badge').getByText('Running')).toHaveCount(2);
  const running = await api.get<Wallet>('wallet');
  expect(running.reservedCents - before.reservedCents).toBeGreaterThan(14_000);
  await expectAccessible(page, 'a race in its first round');

  await page.getByRole('button', { name: 'Stop race' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop the race' }).click();
  await expect(page.getByText('Race stopped.')).toBeVisible();
  await expect(page.locator('app-boost-badge').getByText('Stopped')).toHaveCount(2);
  await expect(page.getByText('The race ended because somebody stopped it.')).toBeVisible();

  const stopped = await api.get<Race>(`races/${raceId}`);
  expect(stopped.state).toBe('ended');
  // Other boosts of the brand go on being charged; cash moves by this race alone.
  const after = await api.get<Wallet>('wallet');
  expect(after.balanced).toBe(true);
  expect(after.cashCents).toBeGreaterThanOrEqual(before.cashCents - stopped.spentCents);
  await expectAccessible(page, 'a race that was stopped');
});

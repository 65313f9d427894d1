import { expect, test } from '../stage';

test('somebody opens a fresh Poolrise and is asked who they are', async ({ page }) => {
  const response = await page.goto('/');

  expect(response?.status()).toBe(200);
  await expect(page.locator('app-root')).not.toBeEmpty();
  await expect(page).toHaveTitle(/Poolrise/);
  // Fonts come after the first paint; they too must come from us.
  await page.evaluate(() => document.fonts.ready);
});

test('an address that is not there says so instead of showing the console', async ({ request }) => {
  const response = await request.get('/api/v1/no-such-thing');

  expect(response.status()).toBe(404);
  expect(response.headers()['content-type']).toContain('application/problem+json');
});

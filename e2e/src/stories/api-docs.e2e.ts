import { expect, test } from '../stage';

interface Document {
  paths: Record<string, Record<string, { operationId: string; summary: string }>>;
}

test('whoever integrates reads every operation in the browser, from this server alone', async ({ page }) => {
  test.setTimeout(180_000);
  const document = (await (await page.request.get('/api/openapi.json')).json()) as Document;
  const operations = Object.values(document.paths).flatMap((verbs) => Object.values(verbs));
  expect(operations.length).toBeGreaterThan(20);

  // The stage looks on: a word in the console or a request to any other server fails the story.
  await page.goto('/api/docs');
  await expect(page).toHaveTitle('Poolrise API');
  await expect(page.locator('.opblock').first()).toBeVisible();
  // The page groups operations by tag, the document by address; of so many it draws only those in sight.
  const shown = new Set<string>();
  const summaries = page.locator('.opblock-summary-description');
  let onwards = 500;
  await expect(async () => {
    for (const summary of await summaries.allTextContents()) shown.add(summary);
    // Drawing may lag behind on a busy machine: whoever comes to an end turns round and reads again.
    if (!(await page.evaluate(scrollBy, onwards))) onwards = -onwards;
    expect(shown.size).toBe(new Set(operations.map(({ summary }) => summary)).size);
  }).toPass({ timeout: 90_000, intervals: [60] });
  expect([...shown].sort()).toEqual([...new Set(operations.map(({ summary }) => summary))].sort());
  await page.goto('/api/docs');

  // One of them opens, with an example that can be sent as it stands and every refusal by name.
  const signIn = page.locator('.opblock', { hasText: 'Sign in' }).first();
  await signIn.getByRole('button').first().click();
  await expect(signIn).toContainText('lin@example.com');
  await expect(signIn).toContainText('E-mail or password is wrong');
});

/** Scrolls the window by `pixels`; whether it moved. */
function scrollBy(pixels: number): boolean {
  const before = window.scrollY;
  window.scrollBy(0, pixels);
  return window.scrollY !== before;
}

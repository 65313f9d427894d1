import { expect, test } from '../stage';

interface Document {
  paths: Record<string, Record<string, { operationId: string; summary: string }>>;
}

test('whoever integrates reads every operation in the browser, from this server alone', async ({ page }) => {
  const document = (await (await page.request.get('/api/openapi.json')).json()) as Document;
  const operations = Object.values(document.paths).flatMap((verbs) => Object.values(verbs));
  expect(operations.length).toBeGreaterThan(20);

  // The stage looks on: a word in the console or a request to any other server fails the story.
  await page.goto('/api/docs');
  await expect(page).toHaveTitle('Poolrise API');
  await expect(page.locator('.opblock')).toHaveCount(operations.length);
  // The page groups operations by tag, the document by address.
  const shown = await page.locator('.opblock-summary-description').allTextContents();
  expect(shown.sort()).toEqual(operations.map(({ summary }) => summary).sort());

  // One of them opens, with an example that can be sent as it stands and every refusal by name.
  const signIn = page.locator('.opblock', { hasText: 'Sign in' }).first();
  await signIn.getByRole('button').first().click();
  await expect(signIn).toContainText('lin@example.com');
  await expect(signIn).toContainText('E-mail or password is wrong');
});

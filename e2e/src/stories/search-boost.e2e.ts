import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../accessible';
import { apiOf, signIn, workspaceOf } from '../people';
import { ReaderApplication } from '../readers';
import { expect, test } from '../stage';

interface SearchWords {
  keywords: { text: string; impressions: number; reads: number; averagePosition: number | null }[];
}

test.use({ locale: 'en-US', viewport: { width: 1280, height: 900 } });

test('a marketer buys the top of a search, a reader meets her note there, and the keyword has its figures', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'su@poolrise.demo', 'en');
  const api = apiOf(page, workspaceOf(page));
  const { items } = await api.get<{ items: { id: string; title: string }[] }>(
    'notes?limit=20&state=climbing',
  );
  const offers = await Promise.all(
    items.map(async ({ id }) => ({
      id,
      offer: await api.get<{ boostable: boolean }>(`notes/${id}/boost-offer`),
    })),
  );
  const noteId = offers.find(({ offer }) => offer.boostable)?.id ?? '';
  const word = `yh${randomUUID().slice(0, 8)}`;

  // Before anything is bought, readers search for the word, and nothing on the page is an advertisement.
  const readers = await ReaderApplication.open(baseURL ?? '');
  for (let reader = 0; reader < 5; reader++)
    expect((await readers.search(`${word} tea`)).filter(({ sponsored }) => sponsored)).toEqual([]);

  await page.goto(`/w/${workspaceOf(page)}/notes/${noteId}`);
  await page.getByRole('button', { name: 'Boost note' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Search/ }).check();
  const launch = dialog.getByRole('button', { name: /^Launch for/ });
  await expect(launch).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByLabel('Keywords', { exact: true }).fill(`“${word}”`);
  await dialog.getByLabel('Negative words').fill('free');
  await expect(dialog.getByText(`Readers searched 5 times for these words in the last 7 days`)).toBeVisible();
  await expect(dialog.getByRole('row', { name: new RegExp(`${word} tea`) })).toContainText('5');
  await expectAccessible(page, 'launch dialog for search');
  await expect(launch).not.toHaveAttribute('aria-disabled', 'true');
  await launch.click();
  await expect(dialog).toBeHidden();

  // It is at its pace, which does not take every search of the first seconds.
  const shown = await readers.searchUntilShown(`${word} tea`, noteId, 5);
  expect(shown).toMatchObject({ position: 1, sponsored: true });
  expect((await readers.search(`free ${word}`)).some((slot) => slot.sponsored)).toBe(false);
  await readers.close();

  const { items: boosts } = await api.get<{ items: { id: string }[] }>(`boosts?noteId=${noteId}&limit=1`);
  const boostId = boosts[0]?.id ?? '';
  await page.goto(`/w/${workspaceOf(page)}/boosts/${boostId}`);
  const card = page.locator('app-boost-search-words');
  await expect(page.getByText('Reads · Search')).toBeVisible();
  await expect(card.getByRole('row', { name: new RegExp(`^${word} phrase`) })).toContainText('100.0%');
  await expect(
    card.getByText(`“${word}” brought most: 5 impressions, at position 1.0 on average.`),
  ).toBeVisible();
  await expect(card.getByText('Kept away from')).toContainText('free');
  await expectAccessible(page, 'boost in search');
  const words = await api.get<SearchWords>(`boosts/${boostId}/search-words`);
  expect(words.keywords).toMatchObject([{ text: word, impressions: 5, reads: 5, averagePosition: 1 }]);
  await api.post(`boosts/${boostId}/stop`, {});
});

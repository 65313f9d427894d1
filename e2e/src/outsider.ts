import type { Browser, Page } from '@playwright/test';
import { drawn } from './accessible';
import { cameBack } from './people';
import { expect } from './stage';

/** What was made in the room of one client, and must not be found from anywhere else. */
export interface Secret {
  room: string;
  /** words that stand in it and nowhere else */
  words: readonly string[];
  briefId: string;
  proposalId: string;
  listId: string;
}

const pagesOf = ({ briefId, proposalId, listId }: Secret): string[] => [
  'overview',
  'match',
  `match/${briefId}`,
  `match/${briefId}/edit`,
  `match/${briefId}/portfolio`,
  'proposals',
  `proposals/${proposalId}`,
  `proposals/${proposalId}/edit`,
  `proposals/new?from=${proposalId}`,
  'shared',
  `shared/${proposalId}`,
  'shortlists',
  `shortlists/${listId}`,
  `creators?list=${listId}`,
  'clients',
  'contacts',
];

const addressesOf = ({ briefId, proposalId, listId }: Secret, word: string): string[] => [
  'briefs',
  `briefs/${briefId}`,
  `briefs/${briefId}/portfolios`,
  'proposals',
  `proposals/${proposalId}`,
  'shared-proposals',
  `shared-proposals/${proposalId}`,
  'creator-lists',
  `creator-lists/${listId}`,
  `creator-lists/${listId}/entries`,
  `creators?list=${listId}`,
  `creator-exports?list=${listId}`,
  `creator-exports?list=${listId}&format=xlsx`,
  `creator-exports?${new URLSearchParams({ search: `list=${listId}` })}`,
  'creator-searches',
  'notices',
  `search?${new URLSearchParams({ q: word })}`,
  `search?${new URLSearchParams({ q: proposalId })}`,
];

/**
 * Somebody who looks at the room of another client, in every way there is: the pages of their own room and of the other, the
 * api behind them with either room named, files, the search and the notices.
 */
export async function expectNothingFound(
  browser: Browser,
  about: { baseURL: string | undefined; locale: string; email: string },
  secret: Secret,
): Promise<void> {
  const context = await browser.newContext({ baseURL: about.baseURL, locale: about.locale });
  const page = await context.newPage();
  const [own = ''] = await cameBack(page, about.email);
  expect(own).not.toBe(secret.room);
  const [word = ''] = secret.words;

  for (const workspace of [own, secret.room])
    for (const address of addressesOf(secret, word)) {
      const answer = await page.request.get(`/api/v1/${address}`, {
        headers: { 'x-workspace': workspace, 'x-requested-with': 'poolrise' },
      });
      const body = await answer.text();
      expect(answer.status(), address).toBeLessThan(500);
      if (workspace === secret.room) expect(answer.status(), address).toBe(403);
      if (address.includes(secret.listId)) expect(answer.ok(), address).toBe(false);
      for (const secretWord of secret.words) expect(body, address).not.toContain(secretWord);
    }

  for (const workspace of [own, secret.room])
    for (const address of pagesOf(secret)) await expectNot(page, `/w/${workspace}/${address}`, secret.words);
  await context.close();
}

async function expectNot(page: Page, address: string, words: readonly string[]): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('alert')).first()).toBeVisible();
  await drawn(page);
  for (const word of words) await expect(page.getByText(word), address).toHaveCount(0);
}

import type { PolicyView } from '@poolrise/contracts';
import { presets } from '@poolrise/domain';
import { openPage } from '../../testing/opened';
import PoliciesPage from './policies-page';

const path = '/api/v1/policies';
const stored = presets.map((document, n): PolicyView => ({
  id: `66666666-0000-4000-8000-00000000000${n}`,
  name: document.name,
  version: document.version,
  source: document.source,
  mark: document.mark,
  inForce: document.name === 'platform-stated',
  createdAt: '2026-11-01T00:00:00Z',
  document: { ...document },
}));

describe('the policies page', () => {
  it('holds the place of a card while it waits', async () => {
    const opened = await openPage(PoliciesPage, 'policies');
    expect(opened.page.querySelector('[aria-busy=true]')).not.toBeNull();
    opened.asked(path);
  });

  it('says that an installation without presets is not complete', async () => {
    const opened = await openPage(PoliciesPage, 'policies');
    await opened.answer(path, { items: [], nextCursor: null });
    expect(opened.text).toContain('No policy yet');
  });

  it('says what failed and tries again', async () => {
    const opened = await openPage(PoliciesPage, 'policies');
    await opened.refuse(path, 500, 'internal');
    await opened.press('Try again');
    await opened.answer(path, { items: stored, nextCursor: null });
    expect(opened.page.querySelectorAll('app-policy-card').length).toBe(presets.length);
  });

  it('puts the policy in force first and labels folklore as folklore', async () => {
    const opened = await openPage(PoliciesPage, 'policies');
    await opened.answer(path, { items: [...stored].reverse(), nextCursor: null });
    const cards = [...opened.page.querySelectorAll('app-policy-card')].map((card) => card.textContent ?? '');
    expect(cards[0]).toContain('In force');
    expect(cards.find((card) => card.includes('folk-ces'))).toContain('D · Folklore');
  });

  it('tells the verdict rule of a policy that never decides early', async () => {
    const opened = await openPage(PoliciesPage, 'policies');
    await opened.answer(path, { items: stored.filter(({ name }) => name === 'folk-ces'), nextCursor: null });
    expect(opened.text).toContain(
      'No verdict is early: it waits for the whole sample or for the end of the window.',
    );
    expect(opened.text).toContain('Level 2: Click rate (CTR) of 8.0% or more');
    expect(opened.text).toContain('Level 2, image notes only:');
  });
});

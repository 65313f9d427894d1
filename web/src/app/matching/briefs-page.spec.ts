import type { BriefRow } from '@poolrise/contracts';
import { briefId } from '../../testing/a-brief';
import { give } from '../../testing/give';
import { openPage } from '../../testing/opened';
import BriefsPage from './briefs-page';

const path = '/api/v1/briefs';
const aRow: BriefRow = {
  id: briefId,
  product: 'Cold brew jasmine',
  category: 'food',
  kind: 'image',
  budgetCents: 5_000_000,
  window: { from: '2026-12-01', to: '2026-12-20' },
  portfolios: 2,
  createdBy: 'Lin',
  updatedAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
};

describe('the briefs', () => {
  it('show that they are loading', async () => {
    const opened = await openPage(BriefsPage, 'match');
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the briefs');
    opened.asked(path);
  });

  it('teach what a brief is when there is none, and only those who may write one are asked to', async () => {
    const opened = await openPage(BriefsPage, 'match');
    await give(opened, path, { items: [], nextCursor: null });
    expect(opened.text).toContain('No brief yet');
    expect(opened.button('New brief').getAttribute('href')).toContain('/match/new');
  });

  it('offer no new brief to an analyst', async () => {
    const opened = await openPage(BriefsPage, 'match', { role: 'analyst' });
    await give(opened, path, { items: [], nextCursor: null });
    expect(() => opened.button('New brief')).toThrow();
  });

  it('say what failed and try again', async () => {
    const opened = await openPage(BriefsPage, 'match');
    await opened.refuse(path, 503, 'unavailable');
    expect(opened.text).toContain('Poolrise does not answer right now');
    await opened.press('Try again');
    await give(opened, path, { items: [aRow], nextCursor: null });
    expect(opened.text).toContain('Cold brew jasmine');
  });

  it('lead to the ranking and to the plans', async () => {
    const opened = await openPage(BriefsPage, 'match', { language: 'zh-CN' });
    await give(opened, path, { items: [aRow], nextCursor: null });
    expect(opened.text).toContain('12月1日 至 12月20日');
    expect(opened.text).toContain('美食 · 图文笔记');
    expect(opened.button('Cold brew jasmine').getAttribute('href')).toContain(`/match/${briefId}`);
    expect(opened.find(`a[href$="/portfolio"]`).textContent?.trim()).toBe('2');
  });
});

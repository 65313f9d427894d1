import type { CampaignAlertView, CampaignView } from '@poolrise/contracts';
import { searchWordsOf } from '../../testing/search-words';
import { aCampaignItem, aCampaignView, campaignId } from '../../testing/a-campaign';
import { openPage } from '../../testing/opened';
import CampaignPage from './campaign-page';

const path = `/api/v1/campaigns/${campaignId}`;
const listed = <T>(...items: T[]) => ({ items, nextCursor: null, asOf: '2026-11-26T10:00:00Z' });
const alert: CampaignAlertView = {
  id: '0b9d0f6a-6f4a-4a57-9d0b-2a6c3f1e7b20',
  at: '2026-11-26T09:00:00.000000Z',
  kind: 'guard-broken',
  subject: 'campaign',
  subjectId: campaignId,
  detail: { metric: 'noteCpe', comparison: 'at-most', bound: 500, value: 620 },
  readAt: null,
};

async function opened(view: CampaignView, language: 'en' | 'zh-CN' = 'en') {
  const page = await openPage(CampaignPage, `campaigns/${campaignId}`, {
    route: 'campaigns/:campaignId',
    language,
  });
  page.asked(path).flush(view);
  await page.settle();
  page.asked(`${path}/items`).flush(listed(aCampaignItem()));
  page.asked(`${path}/alerts`).flush(listed(alert));
  page.asked(`${path}/search-words`).flush(searchWordsOf());
  await page.settle();
  return page;
}

describe('the page of a campaign', () => {
  it('says first whether it keeps to its plan', async () => {
    const page = await opened(aCampaignView());
    expect(page.text).toContain('¥1,500 behind plan: ¥5,000 should be out by now, ¥3,500 is.');
  });

  it('says it in Chinese', async () => {
    const page = await opened(aCampaignView(), 'zh-CN');
    expect(page.text).toContain('比计划少投 ¥1,500：到现在应投 ¥5,000，实投 ¥3,500。');
  });

  it('shows rails, targets, guards and what was noticed', async () => {
    const page = await opened(aCampaignView());
    expect(page.text).toContain('what boosts in search spent');
    expect(page.text).toContain('¥3,300.00 is held in orders');
    expect(page.text).toContain('≥ 50,000');
    expect(page.text).toContain('Not yet');
    expect(page.text).toContain('Broken');
    expect(page.text).toContain('broke its guard: ¥6.20 now, bound ≤ ¥5.00');
  });

  it('says where the brand stands by keyword, bought and found, and what no keyword meets', async () => {
    const page = await opened(aCampaignView());
    expect(page.text).toContain(
      'Readers searched 200 times for these words in the last 7 days: sponsored notes of the brand were on 40.0% of the pages, organic ones on 25.0%.',
    );
    const cells = [...page.page.querySelectorAll('app-campaign-search-words tbody')].map((body) =>
      [...body.querySelectorAll('tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent?.trim()),
      ),
    );
    expect(cells[0]).toEqual([
      ['冷泡茶 phrase', '200', '40.0%', '1.6', '80.0%', '80.0%', '25.0%', '4.2', '10.0%', '30.0%'],
    ]);
    expect(cells[1]).toEqual([['陈皮白茶', '24', '25.0%', '4.2']]);
  });

  it('makes the moves that its state allows, with the version that was read', async () => {
    const page = await opened(aCampaignView());
    await page.press('Pause');
    const asked = page.asked(`${path}/moves`, 'POST');
    expect(asked.request.body).toEqual({ move: 'pause', version: 3 });
    asked.flush(aCampaignView({ state: 'paused', legal: ['resume', 'end'], version: 4 }));
    await page.settle();
    expect(page.button('Resume')).toBeTruthy();
  });

  it('says of a draft what comes next, and not that it is behind', async () => {
    const page = await opened(aCampaignView({ state: 'draft', legal: ['plan'] }));
    expect(page.text).toContain('Confirm the plan, and it goes live when the first flight begins.');
    expect(page.text).not.toContain('behind plan');
  });

  it('shows what a change of many would do before it does it', async () => {
    const page = await opened(aCampaignView());
    page.find<HTMLInputElement>('app-campaign-items input[type=checkbox]').click();
    await page.settle();
    expect(page.text).toContain('1 selected');
    await page.press('Stop boosts');
    const preview = page.asked(`${path}/items/preview`, 'POST');
    const { id, name } = aCampaignItem();
    expect(preview.request.body).toEqual({ action: 'stop-boosts', boostIds: [id], orderIds: [] });
    const item = { kind: 'boost', id, name, verdict: 'boost-ended' };
    preview.flush({ action: 'stop-boosts', asOf: '2026-11-26T10:00:00Z', items: [item], changes: 0 });
    await page.settle();
    const dialog = document.querySelector('mat-dialog-container');
    expect(dialog?.textContent).toContain('Nothing to change');
    expect(dialog?.textContent).toContain('the boost has ended');
  });
});

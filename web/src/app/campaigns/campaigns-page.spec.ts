import { aCampaignRow } from '../../testing/a-campaign';
import { openPage } from '../../testing/opened';
import CampaignsPage from './campaigns-page';

const path = '/api/v1/campaigns';
const pageOf = (...items: ReturnType<typeof aCampaignRow>[]) => ({
  items,
  nextCursor: null,
  asOf: '2026-11-26T10:00:00Z',
});

describe('the list of campaigns', () => {
  it('teaches what a campaign is while there is none, and leads to the first', async () => {
    const opened = await openPage(CampaignsPage, 'campaigns');
    expect(opened.find('[aria-busy=true]')).toBeTruthy();
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('No campaign yet');
    expect(opened.button('Plan the first campaign').getAttribute('href')).toContain('/campaigns/new');
  });

  it('says of each how far it is off its plan, and what belongs to it', async () => {
    const opened = await openPage(CampaignsPage, 'campaigns');
    await opened.answer(path, pageOf(aCampaignRow()));
    expect(opened.text).toContain('¥3,500 / ¥10,000');
    expect(opened.text).toContain('¥1,500 behind');
    expect(opened.text).toContain('1 boosts · 1 orders');
    expect(opened.text).toContain('2 unread alerts');
  });

  it('says nothing of the pace of a plan that has not begun', async () => {
    const opened = await openPage(CampaignsPage, 'campaigns');
    await opened.answer(path, pageOf(aCampaignRow({ state: 'planned', unreadAlerts: 0 })));
    expect(opened.text).toContain('Not started');
    expect(opened.text).not.toContain('behind');
  });

  it('filters in the address, and leads back from a filter that holds none', async () => {
    const opened = await openPage(CampaignsPage, 'campaigns');
    await opened.answer(path, pageOf(aCampaignRow()));
    await opened.press('Ended');
    expect(opened.address).toBe('campaigns?show=ended');
    const asked = opened.asked(path);
    expect(asked.request.url).toBe('/api/v1/campaigns?show=ended');
    asked.flush(pageOf());
    await opened.settle();
    await opened.press('Show all');
    expect(opened.address).toBe('campaigns?show=all');
    opened.asked(path);
  });

  it('offers nothing to write to those who only read', async () => {
    const opened = await openPage(CampaignsPage, 'campaigns', { role: 'analyst' });
    await opened.answer(path, pageOf());
    expect(opened.text).not.toContain('New campaign');
  });

  it('says what failed and tries again', async () => {
    const opened = await openPage(CampaignsPage, 'campaigns');
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(path, pageOf(aCampaignRow()));
    expect(opened.text).toContain('春茶上新');
  });
});

import type { UsageRightsRow } from '@poolrise/contracts';
import { usualRights } from '@poolrise/domain';
import { anOrderRow, hence } from '../../../testing/an-order';
import { openPage } from '../../../testing/opened';
import { pageOf } from '../../../testing/page-of';
import { rightsFaults, rightsOf, usualRightsDraft } from './rights-draft';
import RightsPage from './rights-page';

const path = '/api/v1/usage-rights';
const aRow = (changes: Partial<UsageRightsRow> = {}): UsageRightsRow => ({
  orderId: anOrderRow().id,
  name: '春茶上新',
  side: 'brand',
  brandName: 'Lin’s Tea',
  creatorName: '小满',
  noteId: null,
  rights: { ...usualRights, channels: ['platform-ads', 'shop'] },
  state: 'ends-in-7',
  publishedAt: hence(-24 * 100),
  until: hence(24 * 3),
  ...changes,
});

describe('usage rights', () => {
  it('say for what a note may be used and until when, and lead to its order', async () => {
    const opened = await openPage(RightsPage, 'orders/rights');
    await opened.answer(path, pageOf(aRow()));
    expect(opened.text).toContain('Ads on the platform, Shop pages');
    expect(opened.text).toContain('Mainland China · not edited');
    expect(opened.text).toContain('Ends within 7 days');
    expect(opened.text).toContain('in 3 days');
    expect(opened.button('春茶上新').getAttribute('href')).toContain(`/orders/${aRow().orderId}`);
    await opened.press('Expired');
    expect(opened.address).toBe('orders/rights?show=expired');
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('No rights have expired');
  });

  it('speak Chinese, and say what failed', async () => {
    const opened = await openPage(RightsPage, 'orders/rights', { language: 'zh-CN' });
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('重试');
    await opened.answer(path, pageOf(aRow({ side: 'creator', state: 'running' })));
    expect(opened.text).toContain('站内投放、电商页面');
    expect(opened.text).toContain('Lin’s Tea');
  });

  it('are typed with the usual ones at first, and sent as none where nothing is agreed on', () => {
    const draft = usualRightsDraft();
    expect(rightsFaults(draft)).toEqual([]);
    expect(rightsOf(draft)).toEqual(usualRights);
    const faulty = { ...draft, channels: [], days: '0' };
    expect(rightsFaults(faulty)).toEqual(['channels', 'days']);
    expect(rightsFaults({ ...faulty, agreed: false })).toEqual([]);
    expect(rightsOf({ ...faulty, agreed: false })).toBeNull();
  });
});

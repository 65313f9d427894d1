import type { BudgetDesk } from '@poolrise/contracts';
import { aBudgetDesk, aBudgetPlan } from '../../../testing/a-budget-desk';
import { aCampaignView, campaignId } from '../../../testing/a-campaign';
import { openPage } from '../../../testing/opened';
import BudgetPage from './budget-page';

const path = `/api/v1/campaigns/${campaignId}`;
const address = `${path}/budget-plans`;

async function opened(desk: BudgetDesk, language: 'en' | 'zh-CN' = 'en') {
  const page = await openPage(BudgetPage, `campaigns/${campaignId}/budget`, {
    route: 'campaigns/:campaignId/budget',
    language,
  });
  page.asked(path).flush(aCampaignView());
  page.asked(address).flush(desk);
  await page.settle();
  return page;
}
const planned = (changes: Parameters<typeof aBudgetPlan>[1] = {}) =>
  aBudgetDesk({ plan: aBudgetPlan(campaignId, changes) });

describe('the page of a budget', () => {
  it('teaches before the first plan, and asks with what was changed', async () => {
    const page = await opened(aBudgetDesk());
    expect(page.text).toContain('Where does the next yuan bring most');
    const box = page.find<HTMLInputElement>('[name="boosts.max"]');
    box.value = '1,500';
    box.dispatchEvent(new Event('change', { bubbles: true }));
    await page.settle();
    await page.press('Work it out');
    const asked = page.asked(address, 'POST');
    const { usual } = aBudgetDesk();
    expect(asked.request.body).toEqual({
      ...usual,
      rails: { ...usual.rails, boosts: { minCents: 0, maxCents: 150_000 } },
    });
  });

  it('says first what the money brings, and how far that is from the best', async () => {
    const page = await opened(planned());
    expect(page.text).toContain(
      '¥9,980 of the ¥10,000 that are left bring about 14,210 reads; four times out of five 8,100 to 22,400.',
    );
    expect(page.text).toContain(
      'No plan within your guards brings more than 14,500 reads: at most 2.00% is missing.',
    );
    expect(page.text).toContain('Vouchers pay for ¥50 of media on top.');
    expect(page.text).toContain('every ¥100 above that would bring 44 reads more');
    expect(page.text).toContain('The next ¥100 goes to');
    expect(page.text).toContain('¥20 are not needed by the plan');
  });

  it('says it in Chinese', async () => {
    const page = await opened(planned(), 'zh-CN');
    expect(page.text).toContain('剩余 ¥10,000 中花掉 ¥9,980，预计带来约 14,210 次阅读');
    expect(page.text).toContain('预算每多 ¥100，约多带来 31 次阅读');
  });

  it('shows what is left out only when asked', async () => {
    const page = await opened(planned());
    expect(page.text).not.toContain('not in it');
    await page.press('Show all 3');
    expect(page.text).toContain('not in it');
  });

  it('applies the plan to the campaign that was read', async () => {
    const page = await opened(planned());
    await page.press('Apply to the campaign');
    const asked = page.asked(`${address}/${aBudgetPlan(campaignId).id}/apply`, 'POST');
    expect(asked.request.body).toEqual({ version: 3 });
  });

  it('says why a plan is out of date, and applies it no more', async () => {
    const stale = await opened(planned({ stale: ['campaign', 'vouchers'] }));
    expect(stale.text).toContain(
      'out of date: the campaign was changed, the vouchers are not the same. Work it out again to apply it.',
    );
    expect(stale.button('Apply to the campaign').matches(':disabled')).toBe(true);
  });

  it.each(['vouchers', 'gone-out', 'candidates', 'old'] as const)(
    'applies none where %s alone has changed',
    async (one) => {
      const stale = await opened(planned({ stale: [one] }));
      expect(stale.button('Apply to the campaign').matches(':disabled')).toBe(true);
    },
  );

  it('names the guard that cannot be kept', async () => {
    const refused = await opened(
      planned({
        report: null,
        change: null,
        refusal: { refusal: 'tier-cannot-spend', group: 'koc', askedCents: 900_000, thereCents: 800_000 },
      }),
    );
    expect(refused.text).toContain(
      'Nano is to have ¥9,000 at least, and all its candidates together cost ¥8,000.',
    );
  });

  it('waits while it is worked out', async () => {
    const waiting = await opened(planned({ state: 'running', report: null, change: null }));
    expect(waiting.text).toContain('Finding the best use of the budget');
  });

  it('says what failed', async () => {
    const failed = await opened(planned({ state: 'failed', report: null, change: null }));
    expect(failed.text).toContain('did not succeed');
  });
});

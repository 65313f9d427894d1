import type { CampaignHoldoutPreview, CampaignView } from '@poolrise/contracts';
import { aCampaignItem, aCampaignView, campaignId } from '../../../testing/a-campaign';
import { aCampaignLift } from '../../../testing/a-lift';
import { aSession, openPage } from '../../../testing/opened';
import { searchWordsOf } from '../../../testing/search-words';
import CampaignPage from '../campaign-page';

const path = `/api/v1/campaigns/${campaignId}`;
const listed = <T>(...items: T[]) => ({ items, nextCursor: null, asOf: '2026-11-26T10:00:00Z' });
const waiting: Partial<CampaignView> = { state: 'planned', begun: false, legal: ['revise', 'start'] };
const holdout = { share: 0.1, metric: 'readers', minimumEffect: 0.05 } as const;
const found: CampaignHoldoutPreview = {
  asOf: '2026-11-26T10:00:00Z',
  refusal: null,
  impressions: 200_000,
  windowHours: 72,
  plan: {
    canTell: true,
    baseRate: 0.03,
    readersExpected: 40_000,
    readersNeeded: 9_000,
    exposedNeeded: 8_100,
    heldOutNeeded: 900,
    powerExpected: 0.999,
    smallestEffect: 0.008,
    daysNeeded: 4.2,
  },
};

async function opened(change: Partial<CampaignView>, role: 'owner' | 'analyst' = 'owner') {
  const page = await openPage(CampaignPage, `campaigns/${campaignId}`, {
    session: aSession(role),
    route: 'campaigns/:campaignId',
  });
  page.asked(path).flush(aCampaignView(change));
  await page.settle();
  page.asked(`${path}/items`).flush(listed(aCampaignItem()));
  page.asked(`${path}/alerts`).flush(listed());
  page.asked(`${path}/search-words`).flush(searchWordsOf());
  await page.settle();
  return page;
}
const said = () => document.querySelector('mat-dialog-container')?.textContent ?? '';
const submit = () =>
  document.querySelector<HTMLButtonElement>('mat-dialog-container button[type=submit]')?.click();

describe('the holdout of a campaign', () => {
  it('is offered before the campaign begins, says what it would tell, and is registered once', async () => {
    const page = await opened(waiting);
    expect(page.find('app-campaign-holdout').textContent).toContain('Before the campaign begins');
    await page.press('Register a holdout');
    const asked = await page.askedSoon(`${path}/holdout/preview`, 'POST');
    expect(asked.request.body).toEqual(holdout);
    asked.flush(found);
    await page.settle();
    expect(said()).toContain('Up to 40,000 readers would take part, 4,000 of them held out.');
    expect(said()).toContain('with a chance of 99%, in about 5 days');
    expect(said()).toContain('Without the campaign, about 3 of 100 readers would come to reading anyway.');
    expect(said()).toContain(
      'feed and search buy 200,000 impressions together; each reader is followed for 3 days',
    );

    await page.press('searched for the keywords of the campaign');
    const second = await page.askedSoon(`${path}/holdout/preview`, 'POST');
    expect(second.request.body).toMatchObject({ metric: 'searchers', minimumEffect: 0.01 });
    second.flush({ ...found, plan: null, refusal: { code: 'campaign-holdout-unplanned', remedy: '' } });
    await page.settle();
    expect(said()).toContain('There is nothing yet to measure');
    submit();
    await page.settle();

    await page.press('read a note of the brand');
    (await page.askedSoon(`${path}/holdout/preview`, 'POST')).flush(found);
    await page.settle();
    submit();
    const sent = await page.askedSoon(`${path}/holdout`, 'POST');
    expect(sent.request.body).toMatchObject({ share: 0.1, metric: 'readers', minimumEffect: 0.02 });
    sent.flush(aCampaignLift());
    await page.settle();
  });

  it('can be withdrawn until then, and only shown from then on', async () => {
    const page = await opened({ ...waiting, holdout });
    (await page.askedSoon(`${path}/lift`)).flush(aCampaignLift());
    await page.settle();
    expect(page.find('app-lift-card a').getAttribute('href')).toContain(`/campaigns/${campaignId}/lift`);
    expect(page.find('app-campaign-holdout').textContent).toContain('Withdraw the holdout');
  });

  it('is shown with what it says once the campaign has begun, and is neither offered nor withdrawn', async () => {
    const page = await opened({ holdout, begun: true });
    (await page.askedSoon(`${path}/lift`)).flush(aCampaignLift());
    await page.settle();
    expect(page.find('app-campaign-holdout').textContent).toContain('The campaign did bring more searching');
    expect(page.find('app-campaign-holdout').textContent).not.toContain('Withdraw');
  });

  it('is not offered once the campaign has begun', async () => {
    expect((await opened({})).find('app-campaign-holdout').textContent?.trim()).toBe('');
  });

  it('is nothing to an analyst before it is registered', async () => {
    expect((await opened(waiting, 'analyst')).find('app-campaign-holdout').textContent?.trim()).toBe('');
  });
});

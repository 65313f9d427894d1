import { aCampaignView, campaignId } from '../../../testing/a-campaign';
import { openPage } from '../../../testing/opened';
import CampaignEditorPage from './campaign-editor-page';

describe('the form of a campaign', () => {
  it('marks what is missing, then what does not add up, and sends nothing until it does', async () => {
    const page = await openPage(CampaignEditorPage, 'campaigns/new');
    await page.press('Save as draft');
    expect(page.text).toContain('Give the campaign a name');
    expect(page.text).toContain('3 places need a change');

    await page.type('[name="name"]', '春茶上新');
    await page.type('[name="flight-name-0"]', '预热');
    await page.type('[name="flight-budget-0"]', '10000');
    await page.type('[name="rail-creators"]', '9000');
    expect(page.text).toContain('¥1,000.00 still to split');
    await page.press('Save as draft');
    expect(page.text).toContain('¥9,000.00 is split and ¥10,000.00 is in flights: make the two equal');

    await page.press('Give the difference to Boosts');
    expect(page.text).toContain('all of it is split');
    await page.press('Save as draft');
    const asked = page.asked('/api/v1/campaigns', 'POST');
    expect(asked.request.body).toMatchObject({
      name: '春茶上新',
      rails: { creators: 900_000, boosts: 100_000, search: 0 },
      flights: [{ name: '预热', budgetCents: 1_000_000 }],
    });
    expect(asked.request.body.requestKey).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('changes what it read, and says so when somebody was faster', async () => {
    const page = await openPage(CampaignEditorPage, `campaigns/${campaignId}/edit`, {
      route: 'campaigns/:campaignId/edit',
    });
    const path = `/api/v1/campaigns/${campaignId}`;
    await page.answer(path, aCampaignView());
    await page.press('Save');
    await page.refuse(path, 409, 'campaign-moved-on', 'POST');
    await page.settle();
    expect(page.text).toContain('Somebody has just changed this campaign.');
  });
});

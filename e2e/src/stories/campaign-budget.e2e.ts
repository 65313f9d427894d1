import { expectAccessible } from '../accessible';
import { apiOf, cameBack } from '../people';
import { expect, test } from '../stage';

/** A marketer plans the budget of the campaign for the next festival, asks for an amount of boosts at least, and applies what is found. */
test.describe('the budget of a campaign', () => {
  test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });

  test('is planned over creators, boosts and search, held, and applied when a second person agrees', async ({
    page,
    browser,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const [room = ''] = await cameBack(page, 'lin@poolrise.demo');
    const api = apiOf(page, room);
    const { items } = await api.get<{ items: { id: string }[] }>('campaigns?show=planned&limit=1');
    const campaignId = items[0]?.id ?? '';
    await page.goto(`/w/${room}/campaigns/${campaignId}`);
    await page.getByRole('link', { name: '测算预算' }).click();

    // The demo has asked already; the worker answers while somebody looks.
    const headline = page.locator('.headline');
    await expect(headline).toContainText('五次里有四次', { timeout: 60_000 });
    await expect(page.getByText('预算每多 ¥100')).toBeVisible();
    await expectAccessible(page, 'plan of a budget');

    await page.getByText('目标与限制').click();
    await page.locator('[name="boosts.min"]').fill('3000');
    await page.locator('[name="boosts.min"]').press('Tab');
    await expect(page.getByText('设置已改动')).toBeVisible();
    await page.getByRole('button', { name: '重新测算' }).click();
    await expect(page.getByText('设置已改动')).toHaveCount(0, { timeout: 60_000 });
    await expect(headline).toContainText('五次里有四次', { timeout: 60_000 });

    // With the vouchers on top the budget is above what one person alone may plan: a second person agrees first.
    const budgetPage = new URL(page.url()).pathname;
    await page.getByRole('button', { name: '应用到活动' }).click();
    await page.waitForURL(/\/approvals\/[0-9a-f-]{36}$/);
    await expect(page.locator('.headline')).toContainText('想采用预算方案');
    await expect(page.getByText('这是您发起的，需要别人同意。')).toBeVisible();
    await expectAccessible(page, 'a plan that waits for a second person');
    const mei = await (await browser.newContext({ locale: 'zh-CN', baseURL })).newPage();
    await cameBack(mei, 'mei@poolrise.demo');
    await mei.goto(new URL(page.url()).pathname);
    await mei.getByRole('button', { name: /^同意/ }).click();
    await expect(mei.getByText('已同意', { exact: true })).toBeVisible();
    await mei.context().close();
    await expect(page.getByText('已同意', { exact: true })).toBeVisible();
    await page.goto(budgetPage);
    await expect(page.getByText(/已于 .* 应用/).first()).toBeVisible();
    const campaign = await api.get<{ budgetCents: number; rails: Record<string, number> }>(
      `campaigns/${campaignId}`,
    );
    const { creators = 0, boosts = 0, search = 0 } = campaign.rails;
    expect(creators + boosts + search).toBe(campaign.budgetCents);
    expect(creators).toBeGreaterThan(0);
  });
});

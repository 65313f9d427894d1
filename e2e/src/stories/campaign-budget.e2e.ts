import { expectAccessible } from '../accessible';
import { apiOf, cameBack } from '../people';
import { expect, test } from '../stage';

/** A marketer plans the budget of the campaign for the next festival, asks for an amount of boosts at least, and applies what is found. */
test.describe('the budget of a campaign', () => {
  test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });

  test('is planned over creators, boosts and search, held, and applied', async ({ page }) => {
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

    await page.getByRole('button', { name: '应用到活动' }).click();
    await expect(page.getByText('活动已采用本方案的预算')).toBeVisible();
    const campaign = await api.get<{ budgetCents: number; rails: Record<string, number> }>(
      `campaigns/${campaignId}`,
    );
    const { creators = 0, boosts = 0, search = 0 } = campaign.rails;
    expect(creators + boosts + search).toBe(campaign.budgetCents);
    expect(creators).toBeGreaterThan(0);
  });
});

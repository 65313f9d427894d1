import type { Page } from '@playwright/test';
import { drawn, expectAccessibleInBothThemes } from '../accessible';
import { creatorCentreSheet, orderReport } from '../export-files';
import { bringInNotes } from '../observed';
import { apiOf, cameBack, settledImport, workspaceNamed } from '../people';
import { expect, test } from '../stage';

const languages = [
  { language: 'zh', locale: 'zh-CN' },
  { language: 'en', locale: 'en-US' },
];
const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

/** What only people of the platform have. */
const platformScreens = [
  'overview',
  'reviews',
  'reviews/appeals',
  'reviews/appeals?show=decided',
  'voucher-desk',
  'reward-desk',
  'reward-desk/new',
  'reward-desk/holds',
  'topic-desk',
  'professional-desk',
  'order-desk',
  'order-desk/claims',
  'order-desk/claims?show=tied',
  'policies/versions',
  'trust/calibration',
  'trust/fairness',
  'trust/conservation',
];

/** What a creator has at their desk. */
const deskScreens = [
  'write',
  'write?show=scheduled',
  'write?show=published',
  'desk',
  'data-centre',
  'data-centre?days=30',
  'violations',
  'topics',
  'rewards',
  'rewards?show=history',
  'earnings',
  'earnings?month=2026-01',
  'growth',
  'professional',
  'media-kit',
  'orders',
  'orders/offers',
  'orders/offers?imageHours=6&videoHours=12&revisionHours=0',
  'orders/board',
  'orders/board?show=applied',
  'orders/account',
];

/** What an agency has besides, and what is made in a client's room. */
const agencyScreens = [
  'clients',
  'contacts',
  'clients/desk',
  'clients/desk?show=overdue',
  'clients/campaigns',
  'clients/campaigns?q=no+campaign+is+called+like+this',
  'clients/margin',
];
const roomScreens = ['settled', 'proposals', 'proposals/new', 'match', 'match/new'];

const screens = [
  'overview',
  'notes',
  'notes?q=nothing+is+called+like+this',
  'creators',
  'creators?q=nobody+is+called+like+this&tier=head',
  'shortlists',
  'credibility',
  'match',
  'boosts',
  'boosts/races',
  'boosts/races/new',
  'boosts/races?state=waiting',
  'orders',
  'orders?show=over',
  'campaigns',
  'campaigns?q=no+campaign+is+called+like+this',
  'campaigns/new',
  'campaigns/calendar',
  'campaigns/rules',
  'campaigns/rules?state=off',
  'campaigns/rules/new',
  'approvals',
  'approvals?state=expired',
  'orders/recruitments?show=all',
  'orders/recruitments?q=nothing+is+called+like+this',
  'orders/recruitments/new',
  'orders/rights',
  'orders/rights?show=expired',
  'orders/templates',
  'observed',
  'observed?q=no+note+is+called+like+this',
  'observed/creators',
  'observed/creators?show=disagreeing&q=nobody+is+called+like+this',
  'observed/unmatched',
  'observed/unmatched?of=creators',
  'observed/claims',
  'reports',
  'reports/new',
  'reports/new?template=post-notes',
  'reports/costs',
  'reports/benchmarks',
  'vouchers',
  'vouchers/portfolio',
  'vouchers/one-more',
  'vouchers/where',
  'wallet',
  'wallet/statement',
  'policies',
  'trust/calibration?days=30',
  'trust/conservation?days=30',
  'settings/members',
  'settings/keys',
  'settings/tiers',
  'no-such-place',
];

async function expectToShow(page: Page, workspaceId: string, screen: string): Promise<void> {
  await page.goto(`/w/${workspaceId}/${screen}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await drawn(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `sideways scrolling of ${screen}`).toBeLessThanOrEqual(0);
  await expectAccessibleInBothThemes(page, screen);
}

for (const [place, { language, locale }] of languages.entries()) {
  for (const [size, viewport] of sizes.entries()) {
    test.describe(`in ${language}, ${viewport.width} pixels, light and dark`, () => {
      test.use({ locale, viewport });

      test('every screen shows itself, without a complaint, to everybody', async ({ page }) => {
        test.setTimeout(420_000);
        await page.goto('/sign-in');
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessibleInBothThemes(page, 'sign-in');

        const [workspaceId = ''] = await cameBack(page, 'lin@poolrise.demo');
        const api = apiOf(page, workspaceId);
        const firstOf = async (list: string) => {
          const { items } = await api.get<{ items: { id: string }[] }>(`${list}&limit=1`);
          expect(items, `the demo has one of ${list}`).toHaveLength(1);
          return `${list
            .split('?')[0]
            ?.replace('observed-notes', 'observed')
            .replace('observed-creators', 'observed/creators')

            .replace(/^races/, 'boosts/races')
            .replace(/^rules/, 'campaigns/rules')
            .replace(/^recruitments/, 'orders/recruitments')}/${items[0]?.id}`;
        };
        await bringInNotes(page, workspaceId);
        const things = await Promise.all(
          [
            'notes?sort=impressions&state=climbing',
            'notes?sort=impressions&state=stopped',
            'races?state=ended',
            'rules?state=live',
            'rules?state=dry-run',
            'approvals?state=waiting',
            'approvals?state=approved',
            'boosts?state=running',
            'boosts?state=stopped',
            'observed-notes?sort=impressions',
            'observed-creators?sort=disagreements&show=joined',
            'observed-creators?show=unjoined',
            'orders?show=all',
            'campaigns?show=live',
            'campaigns?show=planned',
            'recruitments?show=open',
            'recruitments?show=closed',
          ].map(firstOf),
        );

        const { items: boosts } = await api.get<{ items: { id: string }[] }>('boosts?limit=20');
        const views = await Promise.all(
          boosts.map(({ id }) => api.get<{ id: string; holdout: object | null }>(`boosts/${id}`)),
        );
        const lifts = views.filter(({ holdout }) => holdout).map(({ id }) => `boosts/${id}/lift`);
        expect(lifts.length, 'the demo has boosts with a holdout').toBeGreaterThan(1);
        const { items: over } = await api.get<{ items: { id: string }[] }>('campaigns?show=ended&limit=50');
        const ended = await Promise.all(
          over.map(({ id }) => api.get<{ id: string; holdout: object | null }>(`campaigns/${id}`)),
        );
        const measured = ended.filter(({ holdout }) => holdout).map(({ id }) => `campaigns/${id}`);
        expect(measured.length, 'the demo has a campaign with a holdout').toBeGreaterThan(0);

        const { items: creators } = await api.get<{ items: { id: string }[] }>('creators?limit=3');
        const compared = `creators/compare?ids=${creators.map(({ id }) => id).join()}`;
        const { items: briefs } = await api.get<{ items: { id: string }[] }>('briefs?limit=1');
        const matched = [`match/${briefs[0]?.id}`, `match/${briefs[0]?.id}/portfolio`];

        // Files of its own for each telling, since the same file twice does nothing: one that is ready, one that asks.
        const telling = 3 + place * 2 + size;
        const files = await Promise.all(
          [orderReport(telling), creatorCentreSheet(telling)].map((file) =>
            settledImport(page, workspaceId, file),
          ),
        );
        const [ready, asks] = files.map((id) => `imports/${id}`);

        for (const screen of [
          ...screens,
          ...things,
          ...things.filter((one) => one.startsWith('campaigns/')).map((one) => `${one}/budget`),
          ...lifts.slice(0, 2),
          ...measured.slice(0, 1).flatMap((one) => [one, `${one}/lift`]),
          'imports',
          `${ready}`,
          `${ready}?show=rejected`,
          `${asks}`,
          `${things[0]}/replay`,
          `${things.at(-1)}/edit`,
          compared,
          `creators/${creators[0]?.id}`,
          `orders/invite/${creators[0]?.id}`,
          ...matched,
        ])
          await expectToShow(page, workspaceId, screen);
      });

      test('and those of an agency and of its client\u2019s room to whoever plans there', async ({
        page,
      }) => {
        test.setTimeout(120_000);
        await cameBack(page, 'zhou@poolrise.demo');
        const shanhai = await workspaceNamed(page, 'Shanhai');
        for (const screen of agencyScreens) await expectToShow(page, shanhai, screen);
        const room = await workspaceNamed(page, 'Islet');
        await expectToShow(page, shanhai, `clients/${room}/statement`);
        const { items } = await apiOf(page, room).get<{ items: { id: string }[] }>('proposals?limit=1');
        for (const screen of [...roomScreens, `proposals/${items[0]?.id}`])
          await expectToShow(page, room, screen);
      });

      test('and those of a creator at their desk, tied to their account or not yet', async ({ page }) => {
        test.setTimeout(180_000);
        const [desk = ''] = await cameBack(page, 'xiaoman@poolrise.demo');
        const { items } = await apiOf(page, desk).get<{ items: { id: string }[] }>(
          'recruitment-board?limit=1',
        );
        for (const screen of [...deskScreens, `orders/board/${items[0]?.id}`])
          await expectToShow(page, desk, screen);
        const [untied = ''] = await cameBack(page, 'desk5@poolrise.demo');
        for (const screen of deskScreens) await expectToShow(page, untied, screen);
      });

      test('and those of the platform to its operator', async ({ page }) => {
        test.setTimeout(120_000);
        const [workspaceId = ''] = await cameBack(page, 'ops@poolrise.demo');
        for (const screen of platformScreens) await expectToShow(page, workspaceId, screen);
      });
    });
  }
}

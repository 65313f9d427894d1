import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { bringInNotes } from '../observed';
import { apiOf, cameBack } from '../people';
import { expect, test } from '../stage';

const tellings = [
  {
    language: 'zh',
    locale: 'zh-CN',
    width: 1280,
    facts: ['公式', '数据来源', '时间范围', '数据截至', '定义出处'],
  },
  {
    language: 'en',
    locale: 'en-US',
    width: 390,
    facts: ['Formula', 'From', 'Period', 'Data as of', 'Defined by'],
  },
];

/** Where to look for a figure; elsewhere it is the first of the page. */
// On a narrow screen the head of the boosts is for screen readers alone.
const within: Record<string, string> = { creators: 'tbody, .pr-cards', boosts: 'tbody' };

const explanation = (page: Page) => page.locator('app-lineage-panel');

async function expectFacts(page: Page, facts: readonly string[], screen: string): Promise<void> {
  await expect(explanation(page), screen).toBeVisible();
  await expect(
    explanation(page)
      .locator('dt')
      .filter({ hasText: facts[0] ?? '' })
      .first(),
  ).toBeVisible();
  const labels = await explanation(page).locator('dt').allInnerTexts();
  expect(labels, `what is told on ${screen}`).toEqual(expect.arrayContaining([...facts]));
}

/** Comes to the figure with the Tab key alone. */
async function tabTo(page: Page, figure: Locator, screen: string): Promise<void> {
  const there = () => figure.evaluate((one) => one === document.activeElement);
  for (let presses = 0; presses < 150; presses += 1) {
    if (await there()) return;
    await page.keyboard.press('Tab');
  }
  expect(await there(), `a figure of ${screen} is reached by Tab`).toBe(true);
}

for (const { language, locale, width, facts } of tellings) {
  test.describe(`figures explain themselves in ${language} at ${width} pixels`, () => {
    test.use({ locale, viewport: { width, height: 900 } });

    test('by keyboard and by hover: formula, source, period and time of data', async ({ page }) => {
      test.setTimeout(240_000);
      await page.goto('/sign-in');
      const [workspaceId = ''] = await cameBack(page, 'lin@poolrise.demo');
      await bringInNotes(page, workspaceId);
      const api = apiOf(page, workspaceId);
      const first = async (list: string) =>
        (await api.get<{ items: { id: string }[] }>(`${list}${list.includes('?') ? '&' : '?'}limit=1`))
          .items[0]?.id ?? '';
      const [note, boost, creator, brief, observed] = await Promise.all(
        ['notes?sort=impressions&state=climbing', 'boosts', 'creators', 'briefs', 'observed-notes'].map(
          first,
        ),
      );
      const screens = [
        'overview',
        'notes',
        `notes/${note}`,
        'boosts',
        `boosts/${boost}`,
        'creators',
        `creators/${creator}`,
        `match/${brief}`,
        'observed',
        `observed/${observed}`,
        'vouchers',
        'vouchers/portfolio',
        'wallet',
        'trust/calibration?days=30',
        'trust/conservation?days=30',
        'credibility',
        'reports/costs',
      ];
      for (const screen of screens) {
        await page.goto(`/w/${workspaceId}/${screen}`);
        const place = page.locator(within[screen] ?? 'main');
        const figure = place.locator('.pr-explained[tabindex="0"]:visible').first();
        await expect(figure, screen).toBeVisible();
        await tabTo(page, figure, screen);
        await expectFacts(page, facts, screen);
        // Whoever has come there, and not the first of the page, which may be another once all is drawn.
        await expect(page.locator(':focus')).toHaveAttribute(
          'aria-describedby',
          (await explanation(page).getAttribute('id')) ?? '',
        );
        await page.keyboard.press('Escape');
        await expect(explanation(page)).toHaveCount(0);

        await page.locator(':focus').evaluate((one) => (one as HTMLElement).blur());
        await page.mouse.move(0, 0);
        await figure.hover();
        await expectFacts(page, facts, screen);
        await page.mouse.move(0, 0);
        await expect(explanation(page)).toHaveCount(0);
      }
    });

    test('one stop for a whole table, arrows between its figures', async ({ page }) => {
      await page.goto('/sign-in');
      const [workspaceId = ''] = await cameBack(page, 'lin@poolrise.demo');
      await page.goto(`/w/${workspaceId}/notes`);
      // Names on cards explain themselves to the mouse, and are no stops.
      const figures = page.locator('[appFigureGrid] .pr-explained:not(.name)');
      const stop = page.locator('[appFigureGrid] .pr-explained[tabindex="0"]');
      await expect(stop).toHaveCount(1);
      await stop.focus();
      await page.keyboard.press('ArrowRight');
      await expect(figures.nth(1)).toBeFocused();
      await expect(stop).toHaveCount(1);
      await page.keyboard.press('ArrowDown');
      await expect(figures.nth(1)).not.toBeFocused();
      await expect(explanation(page)).toBeVisible();
      await expectAccessible(page, 'notes with an explanation');
    });
  });
}

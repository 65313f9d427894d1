import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { Keyboard } from '../keyboard';
import { apiOf, signIn, type StoryLanguage, workspaceOf } from '../people';
import { expect, test } from '../stage';

const says = {
  en: {
    creators: 'Find creators',
    filters: /^Filters/,
    food: /^Food/,
    quoteAtMost: 'Image note quote, at most',
    affordable: 'Remove filter Image note quote ≤ ¥2,000',
    more: 'More filters',
    audience: 'Audience',
    women: 'Remove filter Audience women ≥ 60%',
    percent: 'at least, percent',
    add: 'Add',
    done: /^Show \d/,
    sort: /^Sort:/,
    reads: 'Median reads',
    pick: (name: string) => `Pick ${name} to compare`,
    compare: 'Compare 2',
    compared: 'Compare creators',
    best: 'best',
    differing: 'Differing rows first',
    remove: (name: string) => `Remove ${name}`,
  },
  zh: {
    creators: '找博主',
    filters: /^筛选/,
    food: /^美食/,
    quoteAtMost: '图文报价上限',
    affordable: '移除筛选：图文报价 ≤ ¥2,000',
    more: '更多筛选',
    audience: '粉丝画像',
    women: '移除筛选：粉丝画像 女性 ≥ 60%',
    percent: '占比下限（%）',
    add: '添加',
    done: /^查看/,
    sort: /^排序/,
    reads: '阅读中位数',
    pick: (name: string) => `选择${name}进行对比`,
    compare: '对比 2 位',
    compared: '博主对比',
    best: '最优',
    differing: '差异行优先',
    remove: (name: string) => `移除${name}`,
  },
} as const;

interface Found {
  total: number;
  items: { id: string; name: string; categories: string[]; figures: Record<string, number | null> }[];
}
const tellings: { language: StoryLanguage; locale: string; scheme: 'light' | 'dark'; width: number }[] = [
  { language: 'zh', locale: 'zh-CN', scheme: 'light', width: 1280 },
  { language: 'en', locale: 'en-US', scheme: 'dark', width: 390 },
];

/** The filters of the address that the page shows, asked of the api itself. */
async function askedOf(page: Page): Promise<Found> {
  const api = apiOf(page, workspaceOf(page));
  return api.get<Found>(`creators?${new URL(page.url()).searchParams.toString()}`);
}

for (const { language, locale, scheme, width } of tellings) {
  test.describe(`in ${language}, ${scheme}, ${width} pixels, by keyboard alone`, () => {
    test.use({ locale, colorScheme: scheme, viewport: { width, height: 900 } });

    test('a marketer goes from an empty search to creators side by side', async ({ page }) => {
      test.setTimeout(90_000);
      const say = says[language];
      const keyboard = new Keyboard(page);
      const title = page.getByRole('heading', { level: 1 });
      const narrow = width < 1024;
      await signIn(page, 'mei@poolrise.demo', language);
      await expect(title).toBeVisible();
      await page.keyboard.press('g');
      await page.keyboard.press('c');
      await expect(title).toHaveText(say.creators);
      await expect(page.locator('[data-row]').first()).toBeVisible();
      await expectAccessible(page, 'finder');

      // Somebody who is called like nobody: the page says so; Escape and a few keys lead out of it.
      await page.keyboard.press('/');
      await page.keyboard.type('zzzz nobody zzzz');
      await expect(page.locator('app-nobody-fits')).toBeVisible();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
      await expect(page.locator('[data-row]').first()).toBeVisible();
      expect(new URL(page.url()).search).toBe('');

      if (narrow) await keyboard.press(page.getByRole('button', { name: say.filters }));
      await keyboard.press(page.getByRole('checkbox', { name: say.food }).first(), 'Space');
      await keyboard.write(page.getByRole('textbox', { name: say.quoteAtMost }), '0.2万');
      await keyboard.press(page.getByRole('button', { name: say.more }));
      await keyboard.press(page.locator('summary').filter({ hasText: say.audience }));
      const percent = page.getByRole('textbox', { name: say.percent });
      await keyboard.tabTo(percent);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('60');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/audience=gender:female:60/);
      await expectAccessible(page, 'filters of the finder');
      if (narrow) await keyboard.press(page.getByRole('button', { name: say.done }));
      await expect(page.getByRole('button', { name: say.affordable })).toBeVisible();
      await expect(page.getByRole('button', { name: say.women })).toBeVisible();

      await keyboard.press(page.getByRole('button', { name: say.sort }));
      await page.getByRole('menuitemradio', { name: say.reads, exact: true }).press('Enter');
      await expect(page).toHaveURL(/sort=readsMedian/);
      const found = await askedOf(page);
      const [first, second] = found.items;
      if (!first || !second) throw new Error('the demo has creators of food whom a small brand can pay');
      for (const { categories, figures } of found.items) {
        expect(categories).toContain('food');
        expect(figures['imageCents']).toBeLessThanOrEqual(200_000);
      }
      await expect(page.locator('[data-row]')).toHaveText(found.items.map(({ name }) => name));
      await expect(page.locator('.results')).toContainText(found.total.toLocaleString(locale));

      // A copied link is the same screen: so is a reload, filters and all.
      await page.reload();
      await expect(page.locator('[data-row]')).toHaveText(found.items.map(({ name }) => name));

      const boxOf = (id: string) =>
        page
          .locator(narrow ? 'li' : 'tr')
          .filter({ has: page.locator(`a[href*="${id}"]`) })
          .getByRole('checkbox');
      await keyboard.press(boxOf(first.id), 'Space');
      await keyboard.press(boxOf(second.id), 'Space');
      await expectAccessible(page, 'picked creators');
      await keyboard.press(page.getByRole('link', { name: say.compare }));
      await expect(title).toHaveText(say.compared);
      const heads = page.locator('thead [data-row]');
      await expect(heads).toHaveText([first.name, second.name]);
      await expect(page.getByText(say.best, { exact: true }).first()).toBeVisible();
      await keyboard.press(page.getByRole('button', { name: say.differing }));
      await expect(page).toHaveURL(/first=differing/);
      await expectAccessible(page, 'comparison');

      await keyboard.press(page.getByRole('button', { name: say.remove(first.name), exact: true }));
      await expect(heads).toHaveText([second.name]);
      await page.goBack();
      await expect(heads).toHaveText([first.name, second.name]);
    });
  });
}

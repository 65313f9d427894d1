import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { downloaded, linesOf, sheetsOf } from '../downloads';
import { Keyboard } from '../keyboard';
import { apiOf, signIn, type StoryLanguage, workspaceOf } from '../people';
import { expect, test } from '../stage';
import { type FinderWords, finderWords } from '../words/finder';

interface Creator {
  id: string;
  name: string;
  categories: string[];
  figures: Record<string, number | null>;
}
interface Found {
  total: number;
  items: Creator[];
}
const tellings: { language: StoryLanguage; locale: string; scheme: 'light' | 'dark'; width: number }[] = [
  { language: 'zh', locale: 'zh-CN', scheme: 'light', width: 1280 },
  { language: 'en', locale: 'en-US', scheme: 'dark', width: 390 },
  { language: 'en', locale: 'en-US', scheme: 'light', width: 1280 },
  { language: 'zh', locale: 'zh-CN', scheme: 'dark', width: 390 },
];
/** What somebody wrote beside a creator long ago; a spreadsheet would follow it if it were let. */
const remark = '=HYPERLINK("http://elsewhere.example","报价")';

/** A marketer at the finder, without a mouse. */
class Finder {
  readonly keyboard: Keyboard;
  readonly rows: Locator;
  readonly title: Locator;

  constructor(
    private readonly page: Page,
    private readonly say: FinderWords,
    private readonly narrow: boolean,
  ) {
    this.keyboard = new Keyboard(page);
    this.rows = page.locator('[data-row]');
    this.title = page.getByRole('heading', { level: 1 });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('g');
    await this.page.keyboard.press('c');
    await expect(this.title).toHaveText(this.say.creators);
    await expect(this.rows.first()).toBeVisible();
  }

  /** Where the window is narrow the filters wait in a drawer. */
  async openFilters(): Promise<void> {
    if (this.narrow) await this.keyboard.press(this.page.getByRole('button', { name: this.say.filters }));
  }
  async closeFilters(): Promise<void> {
    if (this.narrow) await this.keyboard.press(this.page.getByRole('button', { name: this.say.done }));
  }

  /** The filters of the address that the page shows, asked of the api itself. */
  async found(): Promise<Found> {
    const api = apiOf(this.page, workspaceOf(this.page));
    return api.get<Found>(`creators?${new URL(this.page.url()).searchParams.toString()}`);
  }

  boxOf({ id }: Creator): Locator {
    return this.page
      .locator(this.narrow ? 'li' : 'tr')
      .filter({ has: this.page.locator(`a[href*="${id}"]`) })
      .getByRole('checkbox');
  }

  async save(kind: RegExp): Promise<{ name: string; bytes: Buffer }> {
    await this.keyboard.press(this.page.getByRole('button', { name: this.say.export, exact: true }));
    const item = this.page.getByRole('menuitem', { name: kind });
    return downloaded(this.page, () => this.keyboard.choose(item));
  }
}

/** Both files hold the creators in their order, with the same figures, and nothing that a spreadsheet would run. */
async function expectFiles(finder: Finder, say: FinderWords, creators: readonly Creator[]): Promise<void> {
  const csv = await finder.save(say.csv);
  expect(csv.name).toMatch(/\.csv$/);
  const [head = [], ...lines] = linesOf(csv.bytes);
  const at = (name: string) => head.indexOf(name);
  expect(lines.map((line) => line[at(say.name)])).toEqual(creators.map(({ name }) => name));
  expect(lines.map((line) => line[at(say.note)])).toEqual([`'${remark}`, '']);
  for (const cell of lines.flat())
    expect(/^[=+\-@\t\r]/.test(cell) && !Number.isFinite(Number(cell)), cell).toBe(false);

  const xlsx = await finder.save(say.xlsx);
  expect(xlsx.name).toMatch(/\.xlsx$/);
  const [[titles = [], ...rows] = [], about = []] = await sheetsOf(xlsx.bytes);
  expect(titles).toEqual(head.slice(0, titles.length));
  expect(rows.map((row) => row[at(say.note)])).toEqual([remark, '']);
  for (const [n, row] of rows.entries())
    for (const [column, cell] of row.entries())
      if (typeof cell === 'number') expect(cell).toBe(Number(lines[n]?.[column]));
  expect(about.flat().join(' ')).toContain('Lin’s Tea');
}

for (const { language, locale, scheme, width } of tellings) {
  test.describe(`in ${language}, ${scheme}, ${width} pixels, by keyboard alone`, () => {
    test.use({ locale, colorScheme: scheme, viewport: { width, height: 900 } });

    test('a marketer goes from an empty search to a compared shortlist, and exports it', async ({ page }) => {
      test.setTimeout(120_000);
      const say = finderWords[language];
      const finder = new Finder(page, say, width < 1024);
      const { keyboard, rows, title } = finder;
      const list = `${language === 'zh' ? '春茶首选' : 'Spring tea'} ${width}`;
      await signIn(page, 'mei@poolrise.demo', language);
      await expect(title).toBeVisible();
      await finder.open();
      await expectAccessible(page, 'finder');

      // Somebody who is called like nobody: the page says so; Escape and a few keys lead out of it.
      await page.keyboard.press('/');
      await page.keyboard.type('zzzz nobody zzzz');
      await expect(page.locator('app-nobody-fits')).toBeVisible();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
      await expect(rows.first()).toBeVisible();
      expect(new URL(page.url()).search).toBe('');

      await finder.openFilters();
      await keyboard.press(page.getByRole('checkbox', { name: say.food }).first(), 'Space');
      await keyboard.write(page.getByRole('textbox', { name: say.quoteAtMost }), '0.2万');
      await keyboard.press(page.getByRole('button', { name: say.more }));
      await keyboard.press(page.locator('summary').filter({ hasText: say.audience }));
      await keyboard.rewrite(page.getByRole('textbox', { name: say.percent }), '60');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/audience=gender:female:60/);
      // A list that is about to be replaced is dimmed.
      await expect(page.locator('.list.outdated')).toHaveCount(0);
      await expectAccessible(page, 'filters of the finder');
      await finder.closeFilters();
      await expect(page.getByRole('button', { name: say.affordable })).toBeVisible();
      await expect(page.getByRole('button', { name: say.women })).toBeVisible();

      await keyboard.press(page.getByRole('button', { name: say.sort }));
      await keyboard.choose(page.getByRole('menuitemradio', { name: say.reads, exact: true }));
      await expect(page).toHaveURL(/sort=readsMedian/);
      const found = await finder.found();
      const [first, second] = found.items;
      if (!first || !second) throw new Error('the demo has creators of food whom a small brand can pay');
      for (const { categories, figures } of found.items) {
        expect(categories).toContain('food');
        expect(figures['imageCents']).toBeLessThanOrEqual(200_000);
      }
      await expect(rows).toHaveText(found.items.map(({ name }) => name));
      await expect(page.locator('.results')).toContainText(found.total.toLocaleString(locale));

      // A copied link is the same screen: so is a reload, filters and all.
      await page.reload();
      await expect(rows).toHaveText(found.items.map(({ name }) => name));

      await keyboard.press(finder.boxOf(first), 'Space');
      await keyboard.press(finder.boxOf(second), 'Space');
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

      const api = apiOf(page, workspaceOf(page));
      await api.post(`creators/${first.id}/mark`, { note: remark });
      await expectFiles(finder, say, [first, second]);

      // The two are kept as a list, to which a search can keep, or which it leaves out.
      await keyboard.press(page.getByRole('button', { name: say.addToList }));
      await keyboard.choose(page.getByRole('menuitem', { name: say.newList }));
      const dialog = page.getByRole('dialog');
      await keyboard.write(dialog.getByRole('textbox', { name: say.listName, exact: true }), list);
      await expectAccessible(page, 'new list');
      await keyboard.press(dialog.getByRole('button', { name: say.begin }));
      await expect(page.getByText(say.added(list))).toBeVisible();
      await finder.open();
      const everybody = (await finder.found()).total;
      await finder.openFilters();
      const more = page.getByRole('button', { name: say.more });
      await keyboard.press(more);
      await keyboard.press(page.locator('summary').filter({ hasText: say.lists }).first());
      await keyboard.press(page.getByRole('button', { name: say.only(list) }));
      await expect(page.getByRole('button', { name: say.only(list) })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      await expectAccessible(page, 'lists among the filters');
      await finder.closeFilters();
      await expect(page.getByRole('button', { name: say.ofList(list) })).toBeVisible();
      await expect(rows).toHaveText([first.name, second.name]);
      await finder.openFilters();
      await keyboard.press(page.getByRole('button', { name: say.without(list) }));
      await finder.closeFilters();
      await expect(page.getByRole('button', { name: say.notOfList(list) })).toBeVisible();
      await expect(page.locator('.results')).toContainText((everybody - 2).toLocaleString(locale));
    });
  });
}

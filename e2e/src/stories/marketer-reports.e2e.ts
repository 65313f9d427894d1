import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { sheetsOf } from '../downloads';
import { Keyboard } from '../keyboard';
import { apiOf, cameBack, type StoryLanguage } from '../people';
import { exportReport, printedOn } from '../report-paper';
import { expect, test } from '../stage';
import { type ReportStoryWords, reportWords } from '../words/reports';

const tellings: { language: StoryLanguage; locale: string; scheme: 'light' | 'dark'; width: number }[] = [
  { language: 'en', locale: 'en-GB', scheme: 'light', width: 1280 },
  { language: 'zh', locale: 'zh-CN', scheme: 'dark', width: 390 },
];

interface Filled {
  columns: { metric: string }[];
  rows: { keys: { name: string | null }[] }[];
  totals: ({ figure: { value: number | null } } | null)[];
  rowsInAll: number;
}

/** The files of the demo are taken over in the background after the start; figures hold still once they are. */
async function filesAreIn(page: Page, workspaceId: string): Promise<void> {
  const moving = ['waiting', 'committing', 'undoing'];
  await expect
    .poll(
      async () => {
        const { items } = await apiOf(page, workspaceId).get<{ items: { state: string }[] }>(
          'imports?limit=50',
        );
        return items.filter(({ state }) => moving.includes(state)).length;
      },
      { timeout: 60_000 },
    )
    .toBe(0);
}

/**
 * Other stories bring files into the same workspace meanwhile: something is held against the report that said the same before
 * and after it.
 */
async function whileStill<T>(ask: () => Promise<Filled>, act: () => Promise<T>) {
  for (let tries = 0; ; tries++) {
    const report = await ask();
    const done = await act();
    const after = await ask();
    if (tries === 3 || JSON.stringify(report.totals) === JSON.stringify(after.totals))
      return { report, done };
  }
}

/** From the list of questions to the figures of a campaign that is over; returns the report and what was asked for. */
async function opensTemplate(page: Page, say: ReportStoryWords): Promise<{ report: Filled; spec: object }> {
  const keyboard = new Keyboard(page);
  const filled = page.waitForResponse((answer) => answer.url().endsWith('/report-runs'));
  await keyboard.press(page.getByRole('link', { name: say.template }));
  await expect(page.getByRole('heading', { level: 1, name: say.heading })).toBeVisible();
  const answer = await filled;
  const report = (await answer.json()) as Filled;
  await expect(page.getByRole('grid', { name: say.grid })).toBeVisible();
  // The address holds the whole report: after a reload the same one stands there.
  await expect.poll(() => new URL(page.url()).searchParams.has('spec')).toBe(true);
  await page.reload();
  await expect(page.getByRole('grid', { name: say.grid })).toBeVisible();
  await expectAccessible(page, 'builder of reports');
  return { report, spec: answer.request().postDataJSON() as object };
}

/** One stop of Tab leads into the figures, the arrow keys to each, and Escape closes what it tells. */
async function readsWhereItComesFrom(page: Page, say: ReportStoryWords, column: number): Promise<string> {
  const keyboard = new Keyboard(page);
  const grid = page.getByRole('grid', { name: say.grid });
  await keyboard.tabTo(grid.locator('[data-cell][tabindex="0"]'));
  for (let step = 0; step < column; step++) await page.keyboard.press('ArrowRight');
  const told = page.locator('app-lineage-panel');
  for (const words of [say.impressions, ...say.lineage]) await expect(told).toContainText(words);
  await expect(page.locator(':focus')).toHaveAttribute('aria-describedby', /^lineage-/);
  await expectAccessible(page, 'where a figure comes from');
  const text = (await told.textContent()) ?? '';
  await page.keyboard.press('Escape');
  await expect(told).toHaveCount(0);
  return text;
}

async function saves(page: Page, say: ReportStoryWords, name: string): Promise<void> {
  const keyboard = new Keyboard(page);
  await keyboard.press(page.getByRole('button', { name: say.save, exact: true }));
  const dialog = page.getByRole('dialog');
  await keyboard.rewrite(dialog.getByRole('textbox', { name: say.name }), name);
  await expectAccessible(page, 'saving a report');
  await keyboard.press(dialog.getByRole('button', { name: say.save, exact: true }));
  await expect(page.getByText(say.saved)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('grid', { name: say.grid })).toBeVisible();
  await expectAccessible(page, 'saved report');
}

/** The workbook has a row for every note and the total that the screen shows, as figures. */
async function opensWorkbook(bytes: Buffer, say: ReportStoryWords, report: Filled, total: number) {
  const sheets = await sheetsOf(bytes);
  const [sheet] = sheets.filter((rows) => rows.some((row) => row.includes(say.impressions)));
  if (!sheet) throw new Error('no sheet of the workbook has impressions');
  const head = sheet.findIndex((row) => row.includes(say.impressions));
  const column = sheet[head]?.indexOf(say.impressions) ?? -1;
  const figures = sheet.slice(head + 1).map((row) => row[column]);
  expect(figures.filter((figure) => typeof figure === 'number' && Math.round(figure) === total)).toHaveLength(
    1,
  );
  const [first] = report.rows;
  expect(sheet.flat()).toContain(first?.keys[0]?.name);
  expect(sheet.length - head - 1).toBeGreaterThanOrEqual(report.rows.length + 1);
}

/** The PDF prints on several pages, with its name, its figures and what they mean. */
async function opensPdf(bytes: Buffer, say: ReportStoryWords, name: string, total: number): Promise<void> {
  const pages = await printedOn(bytes);
  expect(pages.length, 'pages').toBeGreaterThan(1);
  for (const words of [name, total.toLocaleString('en'), ...say.pdfSays])
    expect(pages.join('')).toContain(words.replace(/\s+/g, ''));
}

async function makesLink(page: Page, say: ReportStoryWords): Promise<string> {
  const keyboard = new Keyboard(page);
  await keyboard.press(page.getByRole('button', { name: say.share, exact: true }));
  const dialog = page.getByRole('dialog');
  await keyboard.press(dialog.getByRole('button', { name: say.makeLink }));
  const link = (await dialog.locator('code').textContent()) ?? '';
  expect(link).toContain('/share/report/');
  await keyboard.press(dialog.getByRole('button', { name: say.done }));
  await expect(dialog).toHaveCount(0);
  return link;
}

/** Somebody without an account, who was sent the link. */
async function outsider(browser: Browser, setting: Parameters<Browser['newContext']>[0], link: string) {
  const page = await (await browser.newContext(setting)).newPage();
  await page.goto(link);
  return page;
}

for (const { language, locale, scheme, width } of tellings) {
  test.describe(`in ${language}, ${scheme}, ${width} pixels, by keyboard alone`, () => {
    const setting = { locale, colorScheme: scheme, viewport: { width, height: 900 } };
    test.use(setting);

    test('a marketer reports on a campaign, reads where a number comes from, exports it and shares it until she closes the link', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(180_000);
      const say = reportWords[language];
      const name = `${say.heading} ${width}`;
      const [workspaceId = ''] = await cameBack(page, 'mei@poolrise.demo');
      await filesAreIn(page, workspaceId);
      await page.goto(`/w/${workspaceId}/reports`);

      const { report, spec } = await opensTemplate(page, say);
      const column = report.columns.findIndex(({ metric }) => metric === 'impressions');
      const totalOf = ({ totals }: Filled): number => Math.round(totals[column]?.figure.value ?? 0);
      expect(totalOf(report)).toBeGreaterThan(0);
      const ask = () => apiOf(page, workspaceId).post<Filled>('report-runs', spec);
      expect(await readsWhereItComesFrom(page, say, column)).toContain(say.origin);
      await saves(page, say, name);

      const pdf = await whileStill(ask, () => exportReport(page, say, 'pdf'));
      expect(pdf.done.name).toMatch(/\.pdf$/);
      await opensPdf(pdf.done.bytes, say, name, totalOf(pdf.report));
      const workbook = await whileStill(ask, () => exportReport(page, say, 'xlsx'));
      expect(workbook.done.name).toMatch(/\.xlsx$/);
      await opensWorkbook(workbook.done.bytes, say, workbook.report, totalOf(workbook.report));

      const link = await makesLink(page, say);
      const reader = await outsider(browser, { ...setting, baseURL }, link);
      await expect(reader.getByRole('heading', { level: 1, name })).toBeVisible();
      await expect(reader.getByText(say.from)).toBeVisible();
      const grid = reader.getByRole('grid', { name: say.grid });
      const read = await whileStill(ask, async () => {
        await reader.reload();
        await expect(grid).toBeVisible();
        return grid.textContent();
      });
      expect(read.done).toContain(totalOf(read.report).toLocaleString('en'));
      // What the workspace's files are called is not for everybody who has the link.
      expect(await readsWhereItComesFrom(reader, say, column)).not.toContain(say.origin);

      // A revoked link opens nothing, and does not say what it once opened.
      const keyboard = new Keyboard(page);
      await keyboard.press(page.getByRole('button', { name: say.close, exact: true }));
      await keyboard.press(page.getByRole('dialog').getByRole('button', { name: say.close, exact: true }));
      await expect(page.getByText(say.closed)).toBeVisible();
      await reader.reload();
      await expect(reader.getByText(say.nothing)).toBeVisible();
      await expect(reader.getByText(name)).toHaveCount(0);
      await expectAccessible(reader, 'closed link of a report');
      await reader.context().close();

      const { items } = await apiOf(page, workspaceId).get<{ items: { name: string }[] }>('reports?limit=5');
      expect(items.map((one) => one.name)).toContain(name);
    });
  });
}

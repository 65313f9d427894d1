import type { Locator, Page } from '@playwright/test';
import { drawn, expectAccessible, expectAccessibleInBothThemes } from '../accessible';
import { adReport, creatorCentreSheet, creatorExport, type ExportFile, orderReport } from '../export-files';
import { Keyboard } from '../keyboard';
import { signIn, type StoryLanguage } from '../people';
import { exportReport, printedOn } from '../report-paper';
import { expect, test } from '../stage';
import { type ReportStoryWords, reportWords } from '../words/reports';

const says = {
  en: {
    imports: 'Imports',
    choose: 'Choose files',
    ready: 'Ready',
    asks: 'Needs you',
    done: 'In force',
    undone: 'Undone',
    orders: 'Pugongying order report',
    ads: 'Juguang ad report',
    notes: 'Creator centre notes',
    day: 'Data date',
    needsDay: 'Say which day the figures are of',
    apply: 'Read with this mapping',
    columns: 'Look and change',
    field: 'What the column “有效行为花费” means',
    search: 'cost per ad inter',
    option: /cost per ad interaction/i,
    unit: 'Unit of the column “有效行为花费”',
    unitOpen: /Say whether this column is in yuan or in fen/,
    yuan: 'yuan',
    commit: 'Take over 2 rows',
    commitOne: 'Take over 1 row',
    dropped: /Personal columns, dropped while reading: 博主昵称/,
    interactions: /likes \+ collects \+ comments \+ shares, as 2 rows/,
    rejected: /^Rejected/,
    lost: 'It is in exponent form; digits have been lost',
    changed: /^Changed/,
    undo: 'Undo this import',
    undoGo: 'Undo import',
    comesBack: /2 new rows go/,
    rounded: /Rounded: the truth lies between/,
    observed: 'Observed notes',
    estimate: 'Estimate',
    standing: 'Where it is likely to stand',
    qiangua: 'Qiangua creators',
    account: 'Account',
    perRead: 'Cost per thousand reads',
    waits: 'To be matched',
    nobody: 'Nobody else',
    alone: 'Stands alone now',
    takeBack: /^Take back/,
    takenBack: 'Taken back',
  },
  zh: {
    imports: '导入',
    choose: '选择文件',
    ready: '可以生效',
    asks: '等您确认',
    done: '已生效',
    undone: '已撤销',
    orders: '蒲公英订单报告',
    ads: '聚光投放报表',
    notes: '创作中心笔记列表',
    day: '数据日期',
    needsDay: '请填写数据日期',
    apply: '按这个对应关系读取',
    columns: '查看和修改',
    field: '“有效行为花费”列的含义',
    search: '平均互动成本',
    option: /平均互动成本/,
    unit: '“有效行为花费”列的单位',
    unitOpen: /请选择这一列的金额单位是元还是分/,
    yuan: '元',
    commit: '生效 2 行',
    commitOne: '生效 1 行',
    dropped: /读取时即丢弃：博主昵称/,
    interactions: /赞 \+ 藏 \+ 评 \+ 转，由文件里的 2 行验证/,
    rejected: /^未导入/,
    lost: '是科学计数法，原来的数字已经丢失',
    changed: /^改动/,
    undo: '撤销这次导入',
    undoGo: '撤销导入',
    comesBack: /新增的 2 行会移除/,
    rounded: /四舍五入的数：真实值在/,
    observed: '监测笔记',
    estimate: '估算',
    standing: '可能所处的流量池',
    qiangua: '千瓜达人导出',
    account: '小红书号',
    perRead: '千次阅读成本',
    waits: '待匹配',
    nobody: '都不是',
    alone: '已作为单独的博主',
    takeBack: /^撤销/,
    takenBack: '已撤回',
  },
} as const;

const tellings: {
  telling: number;
  language: StoryLanguage;
  locale: string;
  scheme: 'light' | 'dark';
  width: number;
  keys: boolean;
}[] = [
  { telling: 1, language: 'zh', locale: 'zh-CN', scheme: 'light', width: 1280, keys: true },
  { telling: 2, language: 'en', locale: 'en-US', scheme: 'dark', width: 390, keys: false },
];

/** Lets files fall on the page, as somebody does who drags them out of a folder. */
async function drop(page: Page, files: readonly ExportFile[]): Promise<void> {
  const carried = await page.evaluateHandle(
    (all) => {
      const transfer = new DataTransfer();
      for (const { name, type, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    },
    files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') })),
  );
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('app-drop-zone', event, { dataTransfer: carried });
}

/** A report on the one note that files alone speak of, as a PDF that she can send. */
async function printsReportOf(page: Page, note: string, say: ReportStoryWords): Promise<void> {
  const keyboard = new Keyboard(page);
  await page.goto(page.url().replace(/observed.*$/, 'reports/new'));
  // On a phone the choices are folded.
  for (const name of [say.splitBy, say.only]) {
    const part = page
      .locator('details')
      .filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });
    await expect(part).toBeVisible();
    if ((await part.getAttribute('open')) === null) await keyboard.press(part.locator('summary'));
  }
  await keyboard.press(page.getByRole('button', { name: say.note, exact: true }));
  await keyboard.write(page.getByRole('searchbox', { name: say.notes }), note);
  const found = page.getByRole('listitem').getByRole('button').filter({ hasText: say.fromFiles });
  await expect(found.first()).toContainText(note);
  await keyboard.press(found.first());
  await expect(page.getByRole('grid', { name: say.grid })).toContainText(note);
  const pdf = await exportReport(page, say, 'pdf');
  expect(pdf.name).toMatch(/\.pdf$/);
  expect((await printedOn(pdf.bytes)).join('')).toContain(note.replace(/\s+/g, ''));
}

for (const { telling, language, locale, scheme, width, keys } of tellings) {
  test.describe(`in ${language}, ${scheme}, ${width} pixels${keys ? ', by keyboard alone' : ''}`, () => {
    test.use({ locale, colorScheme: scheme, viewport: { width, height: 900 } });

    test('a marketer brings three files, mends one, sees a note’s climb, prints a report on it, and takes one file back', async ({
      page,
    }) => {
      test.setTimeout(210_000);
      const say = says[language];
      const keyboard = new Keyboard(page);
      const press = (control: Locator) => (keys ? keyboard.press(control) : control.click());
      const button = (name: string | RegExp) => page.getByRole('button', { name });
      const title = page.getByRole('heading', { level: 1 });
      const stateOf = (file: ExportFile) =>
        page.getByRole('link').filter({ hasText: file.name }).locator('app-import-state');
      const bring = async (files: readonly ExportFile[]) => {
        if (!keys) return drop(page, files);
        const asked = page.waitForEvent('filechooser');
        await keyboard.press(button(say.choose));
        const chooser = await asked;
        return chooser.setFiles(
          files.map(({ name, type, bytes }) => ({ name, mimeType: type, buffer: bytes })),
        );
      };
      const toList = async () => {
        await press(page.locator('.way a'));
        await expect(title).toHaveText(say.imports);
      };
      const open = async (file: ExportFile) => {
        await press(page.getByRole('link').filter({ hasText: file.name }));
        await expect(title).toHaveText(file.name);
        await drawn(page);
      };
      const state = page.locator('app-page-header app-import-state');

      await signIn(page, 'mei@poolrise.demo', language);
      await expect(title).toBeVisible();
      await page.keyboard.press('g');
      await page.keyboard.press('i');
      await expect(title).toHaveText(say.imports);
      await drawn(page);
      await expectAccessibleInBothThemes(page, 'imports');
      await page.emulateMedia({ colorScheme: scheme });

      const [orders, ads, notes] = [orderReport(telling), adReport(telling), creatorCentreSheet(telling)];
      await bring([orders, ads, notes]);
      await expect(stateOf(orders)).toHaveText(say.ready, { timeout: 30_000 });
      await expect(stateOf(ads)).toHaveText(say.ready, { timeout: 30_000 });
      await expect(stateOf(notes)).toHaveText(say.asks, { timeout: 30_000 });
      for (const [file, kind] of [
        [orders, say.orders],
        [ads, say.ads],
        [notes, say.notes],
      ] as const)
        await expect(page.getByRole('link').filter({ hasText: file.name })).toContainText(kind);
      await expectAccessible(page, 'files that were brought in');

      // The creator centre does not say of which day its sheet is: nothing can be read before somebody does.
      await open(notes);
      await expect(page.getByText(say.needsDay)).toBeVisible();
      await expectAccessibleInBothThemes(page, 'a file that asks');
      await page.emulateMedia({ colorScheme: scheme });
      await page.getByLabel(say.day).fill('2026-11-20');
      await expect(page.getByText(say.needsDay)).toHaveCount(0);
      await press(button(say.apply));
      await expect(state).toHaveText(say.ready, { timeout: 30_000 });
      await press(button(say.commit));
      await expect(state).toHaveText(say.done, { timeout: 30_000 });

      // One column of the ad report has a name that nobody knows; she does.
      await toList();
      await open(ads);
      await press(button(say.columns));
      const field = page.getByRole('combobox', { name: say.field });
      if (keys) await keyboard.tabTo(field);
      else await field.click();
      await page.keyboard.type(say.search);
      await expect(page.locator('mat-option').first()).toHaveText(say.option);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(page.getByText(say.unitOpen)).toBeVisible();
      await expect(button(say.apply)).toHaveAttribute('aria-disabled', 'true');
      await expectAccessible(page, 'a mapping with something open');
      await page.getByLabel(say.unit).selectOption({ label: say.yuan });
      await press(button(say.apply));
      await expect(state).toHaveText(say.ready, { timeout: 30_000 });
      const preview = page.locator('app-preview-rows');
      await expect(preview.getByRole('columnheader', { name: say.option })).toBeVisible();
      await expect(preview.getByText('¥12.85')).toBeVisible();
      await press(button(say.commit));
      await expect(state).toHaveText(say.done, { timeout: 30_000 });

      // The order report: what it is, what it drops, what it cannot read and why.
      await toList();
      await open(orders);
      await expect(page.getByText(say.dropped)).toBeVisible();
      await expect(page.getByText(say.interactions)).toBeVisible();
      const rounded = preview.getByText('≈ 12,000').first();
      if (keys) await keyboard.tabTo(rounded);
      else await rounded.hover();
      await expect(page.locator('mat-tooltip-component')).toHaveText(say.rounded);
      await expect(rounded).toHaveAccessibleDescription(say.rounded);
      await press(preview.getByRole('button', { name: say.rejected }));
      await expect(page).toHaveURL(/show=rejected/);
      await expect(preview.getByRole('cell', { name: say.lost })).toBeVisible();
      await expectAccessibleInBothThemes(page, 'rejected rows');
      await page.emulateMedia({ colorScheme: scheme });
      await press(button(say.commit));
      await expect(state).toHaveText(say.done, { timeout: 30_000 });

      // Pugongying has corrected a figure: the file of today changes one row, and shows what it was.
      await toList();
      const corrected = orderReport(telling, 2_412);
      await bring([corrected]);
      await expect(stateOf(corrected)).toHaveText(say.ready, { timeout: 30_000 });
      await open(corrected);
      await expect(preview.getByRole('button', { name: say.changed })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      await expect(preview.locator('del')).toContainText('2,310');
      await expect(preview.getByText('2,412')).toBeVisible();
      await expectAccessibleInBothThemes(page, 'changed rows');
      await page.emulateMedia({ colorScheme: scheme });
      await press(button(say.commitOne));
      await expect(state).toHaveText(say.done, { timeout: 30_000 });

      // Her notes climb as those of the feed do, and the page says that it is an estimate.
      const note = `第一泡要不要倒掉 ${telling}`;
      await page.goto(page.url().replace(/imports.*$/, `observed?search=${encodeURIComponent(note)}`));
      await expect(title).toHaveText(say.observed);
      await press(page.getByRole('link', { name: note }));
      await expect(title).toHaveText(note);
      await expect(page.getByText(say.estimate, { exact: true }).first()).toBeVisible();
      await expect(page.getByRole('heading', { name: say.standing })).toBeVisible();
      await expect(page.getByRole('link', { name: notes.name })).toBeVisible();
      await expectAccessibleInBothThemes(page, 'the climb of a note from files');
      await page.emulateMedia({ colorScheme: scheme });
      await printsReportOf(page, note, reportWords[language]);
      await page.goto(page.url().replace(/reports.*$/, 'imports'));
      await expect(title).toHaveText(say.imports);

      // Creators of an export: one is somebody by her number, the other has the vendor's id alone and waits for a person.
      const creators = creatorExport(telling);
      await bring([creators]);
      await expect(stateOf(creators)).toHaveText(say.ready, { timeout: 30_000 });
      await expect(page.getByRole('link').filter({ hasText: creators.name })).toContainText(say.qiangua);
      await open(creators);
      await press(button(say.commit));
      await expect(state).toHaveText(say.done, { timeout: 30_000 });
      await page.goto(page.url().replace(/imports.*$/, `observed/creators?q=story_${telling}`));
      await press(page.getByRole('link', { name: `${say.account} story_${telling}` }));
      await expect(title).toHaveText(`${say.account} story_${telling}`);
      await expect(page.getByRole('rowheader', { name: say.perRead })).toBeVisible();
      await expectAccessibleInBothThemes(page, 'a creator from files');
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(page.url().replace(/observed.*$/, 'observed/unmatched?of=creators'));
      await expect(title).toHaveText(say.waits);
      const card = page.locator('app-unmatched-creator-card').filter({ hasText: `91${telling}2` });
      await press(card.getByRole('button', { name: say.nobody }));
      await expect(page.getByText(say.alone)).toBeVisible();
      await expect(card).toHaveCount(0);
      await press(page.getByRole('button', { name: say.takeBack }).first());
      await expect(page.getByText(say.takenBack, { exact: true })).toBeVisible();
      await expect(card).toHaveCount(1);
      await page.goto(page.url().replace(/observed.*$/, 'imports'));
      await expect(title).toHaveText(say.imports);

      // She takes the ad report back as a whole.
      await open(ads);
      await press(button(say.undo));
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText(say.comesBack);
      await expectAccessible(page, 'what an undo takes back');
      await press(dialog.getByRole('button', { name: say.undoGo }));
      await expect(state).toHaveText(say.undone, { timeout: 30_000 });
      await expectAccessible(page, 'a file that was taken back');
    });
  });
}

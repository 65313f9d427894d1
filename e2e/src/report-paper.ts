import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { downloaded } from './downloads';
import { Keyboard } from './keyboard';
import type { ReportStoryWords } from './words/reports';

/** Takes the report of the page as a file, by keyboard. */
export async function exportReport(page: Page, say: ReportStoryWords, kind: 'pdf' | 'xlsx') {
  const keyboard = new Keyboard(page);
  await keyboard.press(page.getByRole('button', { name: say.export }));
  return downloaded(page, () => keyboard.choose(page.getByRole('menuitem', { name: say[kind] })));
}

/** What a PDF prints, page by page, without blanks: where lines break is no matter here. */
export async function printedOn(bytes: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return text.map((one) => one.replace(/\s+/g, ''));
}

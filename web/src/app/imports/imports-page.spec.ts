import { HttpEventType } from '@angular/common/http';
import type { ImportListItem } from '@poolrise/contracts';
import { dayInShanghai } from '@poolrise/domain';
import { anImport, anImportItem } from '../../testing/an-import';
import { openPage, type Opened } from '../../testing/opened';
import ImportsPage from './imports-page';

const path = '/api/v1/imports';

async function open(
  items: ImportListItem[] = [],
  setting: { language?: 'zh-CN' | 'en'; role?: 'finance' } = {},
): Promise<Opened> {
  const opened = await openPage(ImportsPage, 'imports', setting);
  opened.asked('/api/v1/import-templates').flush({ items: [] });
  opened.asked(path).flush({ items, nextCursor: null });
  for (const asked of opened.http.match('/api/v1/import-retention'))
    asked.flush({ months: 24, setBy: null, setAt: null });
  await opened.settle();
  return opened;
}

/** A file with a size of its own; nothing of it is ever read here. */
function aFile(name: string, size = 1_000): File {
  const file = new File(['x'], name);
  Object.defineProperty(file, 'size', { value: size });
  return file;
}

function dropOn(opened: Opened, ...files: File[]): void {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files } });
  opened.find('app-drop-zone').dispatchEvent(event);
}

describe('the imports page', () => {
  it('says which files people bring, and where each is exported, in both languages', async () => {
    const english = await open();
    expect(english.text).toContain('Pugongying order report');
    expect(english.text).toContain('Order report → Export');
    expect(english.page.querySelectorAll('app-kinds-guide li')).toHaveLength(16);
  });

  it('speaks Chinese', async () => {
    const { text } = await open([anImportItem({ state: 'asks' })], { language: 'zh-CN' });
    expect(text).toContain('蒲公英订单报告');
    expect(text).toContain('等您确认');
  });

  it('lists files with kind, counts, who and state, and how far a worker is', async () => {
    const { text, page } = await open([
      anImportItem(),
      anImportItem({
        id: 'a',
        state: 'committing',
        underWay: true,
        rowsTotal: 20_000,
        progress: {
          step: 'taking-over',
          share: 0.25,
          rows: 5_000,
          rowsPerSecond: 1_234.5,
          secondsLeft: 12.2,
        },
      }),
      anImportItem({
        id: 'b',
        state: 'refused',
        refusal: { code: 'other-kind', found: 'program' },
        kind: null,
      }),
    ]);
    expect(text).toContain('Pugongying order report · Lin');
    expect(text).toContain('New 1 · Changed 1');
    expect(text).toContain('25% · 5,000 of 20,000 rows · 1,235 rows a second · about 15 seconds left');
    expect(page.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('25');
    expect(text).toContain('This is no table');
  });

  it('shows how much of a file is read before anybody knows how many rows it has, and what waits as waiting', async () => {
    const { text, page } = await open([
      anImportItem({
        state: 'waiting',
        underWay: true,
        rowsTotal: null,
        progress: { step: 'reading', share: 0.624, rows: 120_000, rowsPerSecond: 9_000, secondsLeft: 70 },
      }),
      anImportItem({ id: 'b', state: 'waiting', rowsTotal: null }),
    ]);
    expect(text).toContain('62% · 120,000 rows read · 9,000 rows a second · about 2 minutes left');
    expect(text).toContain('Waits for its turn');
    const bars = [...page.querySelectorAll('[role=progressbar]')];
    expect(bars.map((bar) => bar.getAttribute('aria-valuenow'))).toEqual(['62.4']);
  });

  it('says beforehand which files will be deleted', async () => {
    const inDays = (days: number) => dayInShanghai(new Date(Date.now() + days * 86_400_000));
    const { page } = await open([
      anImportItem({ state: 'done', keptUntil: inDays(12) }),
      anImportItem({ id: 'b', state: 'done', keptUntil: inDays(31) }),
      anImportItem({ id: 'c', state: 'ready', waitsUntil: inDays(2) }),
      anImportItem({ id: 'd', state: 'ready', waitsUntil: inDays(9) }),
    ]);
    expect([...page.querySelectorAll('.goes')].map((one) => one.textContent)).toEqual([
      'Deleted in 12 days, when its time is over',
      'Not used: deleted in 2 days',
    ]);
  });

  it('asks for how long new files are kept, sends it, and makes it the rule', async () => {
    const opened = await open();
    const choice = opened.find<HTMLSelectElement>('app-keep-for select');
    expect(choice.value).toBe('24');
    choice.value = '6';
    choice.dispatchEvent(new Event('change'));
    await opened.settle();
    dropOn(opened, aFile('a.csv'));
    const { request } = opened.asked(path, 'POST');
    expect(request.params.get('keptMonths')).toBe('6');
    await opened.press('Keep all later files for as long');
    const asked = opened.asked('/api/v1/import-retention', 'POST');
    expect(asked.request.body).toEqual({ months: 6 });
    asked.flush({ months: 6, setBy: 'Lin', setAt: '2026-11-25T08:00:00Z' });
    await opened.settle();
    expect(opened.text).toContain('You are told 30 days before');
  });

  it('sends dropped files two at a time, shows how far they are, and asks for the list anew', async () => {
    const opened = await open();
    dropOn(opened, aFile('a.csv'), aFile('b.csv'), aFile('c.csv'));
    const sent = opened.http.match((request) => request.method === 'POST' && request.url === path);
    expect(sent.map(({ request }) => request.params.get('name'))).toEqual(['a.csv', 'b.csv']);
    expect(sent[0]?.request.headers.get('content-type')).toBe('application/octet-stream');
    sent[0]?.event({ type: HttpEventType.UploadProgress, loaded: 400, total: 1_000 });
    await opened.settle();
    expect(opened.text).toContain('40% uploaded');
    sent[0]?.flush(anImport({ state: 'waiting' }));
    await opened.settle();
    expect(opened.http.match((request) => request.params.get('name') === 'c.csv')).toHaveLength(1);
    await opened.answer(path, { items: [anImportItem()], nextCursor: null });
    expect(opened.text).not.toContain('a.csv');
  });

  it('does not send what the api would refuse, and says why', async () => {
    const opened = await open();
    dropOn(opened, aFile('huge.xlsx', 51 * 2 ** 20), aFile('empty.csv', 0));
    await opened.settle();
    opened.http.expectNone((request) => request.method === 'POST');
    expect(opened.text).toContain('This file has 51 MB; the limit is 50 MB');
    expect(opened.text).toContain('This file is empty');
    await opened.press('Dismiss the notice about huge.xlsx');
    expect(opened.text).not.toContain('huge.xlsx');
  });

  it('says that a file has been brought in before', async () => {
    const opened = await open();
    dropOn(opened, aFile('again.xlsx'));
    opened.asked(path, 'POST').flush(anImport({ state: 'done' }));
    await opened.settle();
    expect(document.body.textContent).toContain('has been brought in before');
  });

  it('offers another try where one may help', async () => {
    const opened = await open();
    dropOn(opened, aFile('a.csv'));
    await opened.refuse(path, 503, 'unavailable', 'POST');
    await opened.settle();
    await opened.press('Upload a.csv again');
    expect(opened.asked(path, 'POST').request.params.get('name')).toBe('a.csv');
  });

  it('gives no place to drop to who may only read', async () => {
    const opened = await open([anImportItem()], { role: 'finance' });
    expect(opened.page.querySelector('app-drop-zone')).toBeNull();
  });
});

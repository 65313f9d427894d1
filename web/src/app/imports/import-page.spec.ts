import { dayInShanghai } from '@poolrise/domain';
import type { ImportMapping, ImportRowView, ImportView } from '@poolrise/contracts';
import { aFound, anImport, importId } from '../../testing/an-import';
import { openPage, type Opened } from '../../testing/opened';
import ImportPage from './import-page';

const path = `/api/v1/imports/${importId}`;
const row: ImportRowView = {
  sheet: '订单',
  line: 2,
  outcome: 'new',
  subject: 'order',
  record: {
    day: '2026-11-20',
    values: {
      dataDate: { day: '2026-11-20', at: Date.parse('2026-11-19T16:00:00Z'), precision: 'day' },
      orderId: '100000000000000011',
      quote: 500_000,
      impressions: { value: 12_000, halfWidth: 500 },
      reads: { value: 10, atLeast: true },
    },
    unknown: { serviceFee: 'dash' },
  },
  before: null,
  faults: null,
};

async function open(
  view: ImportView = anImport(),
  rows: ImportRowView[] = [row],
  query = '',
): Promise<Opened> {
  const opened = await openPage(ImportPage, `imports/${importId}${query}`, { route: 'imports/:importId' });
  opened.asked(path).flush(view);
  await opened.settle();
  for (const asked of opened.http.match((request) => request.url.startsWith(`${path}/rows`)))
    asked.flush({ items: rows, nextCursor: null });
  await opened.settle();
  return opened;
}

describe('the page of a file', () => {
  it('says what the file is and why, what was dropped, and what has to be known', async () => {
    const { text } = await open();
    expect(text).toMatch(/Pugongying order report · \d+% sure/);
    expect(text).toContain('Personal columns, dropped while reading: 博主昵称');
    expect(text).toContain('from the column “数据更新日期”');
    expect(text).toContain('hidden among them: 草稿');
    expect(text).toContain('does not contradict itself');
    expect(text).toContain('2 rows can be taken over: 1 are new and 1 change what you have');
  });

  it('writes figures as exactly as the file knows them, and unknown ones with the reason', async () => {
    const { text, page } = await open();
    expect(text).toContain('≈ 12,000');
    expect(text).toContain('≥ 10');
    expect(text).toContain('¥5,000.00');
    expect([...page.querySelectorAll('.explained')].map((one) => one.textContent)).toContain('—');
  });

  it('shows what stood there before a change', async () => {
    const before = { ...row.record, values: { ...row.record?.values, quote: 450_000 } };
    const changed = { ...row, outcome: 'changed', before } as ImportRowView;
    const opened = await open(anImport(), [changed], '?show=changed');
    expect(opened.page.querySelectorAll('del')).toHaveLength(1);
    expect(opened.find('del').textContent).toContain('¥4,500.00');
  });

  it('says why rows stay out, and what to do', async () => {
    const rejected: ImportRowView = {
      ...row,
      outcome: 'rejected',
      record: null,
      faults: [{ header: '订单id', value: '1.23E+17', code: 'exponent-form' }],
    };
    const counts = { new: 0, changed: 0, unchanged: 0, repeated: 0, rejected: 1, skipped: 0 };
    const opened = await open(anImport({ counts }), [rejected]);
    expect(opened.text).toContain('digits have been lost');
    expect(opened.text).toContain('Format the column as text');
    expect(opened.text).toContain('No row could be read');
    expect(opened.button('Nothing to take over').getAttribute('aria-disabled')).toBe('true');
  });

  it('takes over, and shows at once that it is under way', async () => {
    const opened = await open();
    await opened.press('Take over 2 rows');
    opened.asked(`${path}/commit`, 'POST').flush(
      anImport({
        state: 'committing',
        progress: { step: 'taking-over', share: 0.5, rows: 1, rowsPerSecond: null, secondsLeft: null },
      }),
    );
    await opened.settle();
    expect(opened.text).toContain('50% · 1 of 2 rows');
    expect(opened.button('Undo this import')).toBeTruthy();
  });

  it('says what an undo brings back before it does it', async () => {
    const opened = await open(
      anImport({ state: 'done', committedBy: 'Lin', committedAt: '2026-11-25T09:00:00Z' }),
    );
    await opened.press('Undo this import');
    expect(document.body.textContent).toContain('The 1 new rows go, and the 1 changed ones');
    await opened.press('Undo import');
    opened.asked(`${path}/undo`, 'POST').flush(anImport({ state: 'undoing' }));
    await opened.settle();
    await opened.answer(
      path,
      anImport({ state: 'undone', undoneBy: 'Lin', undoneAt: '2026-11-25T10:00:00Z' }),
    );
    expect(opened.text).toContain('Undone on');
  });

  it('does not read a mapping with something open, and names what it is', async () => {
    const { found, mapping } = aFound();
    const [sheet] = mapping.sheets;
    const columns = sheet?.mapping.columns ?? [];
    const budget = columns[9];
    if (!budget) throw new Error('the report has ten columns');
    Object.assign(budget, { use: 'field', field: 'totalBudget', options: { moneyUnit: null } });
    const opened = await open(anImport({ state: 'asks', counts: null, checks: null, found, mapping }));
    expect(opened.text).toContain('1 thing is still open');
    expect(opened.text).toContain('yuan or in fen: “神秘指数”');
    const send = opened.button('Read with this mapping');
    expect(send.getAttribute('aria-disabled')).toBe('true');
    const unit = opened.find<HTMLSelectElement>('select[aria-label="Unit of the column “神秘指数”"]');
    unit.value = 'fen';
    unit.dispatchEvent(new Event('change'));
    await opened.settle();
    expect(opened.text).toContain('Everything fits');
    send.click();
    const { request } = opened.asked(`${path}/mapping`, 'POST');
    const sent = (request.body as { mapping: ImportMapping }).mapping;
    expect(sent.sheets[0]?.mapping.columns[9]?.options).toEqual({ moneyUnit: 'fen' });
  });

  it('asks for the day of the data, and sends it and nothing else', async () => {
    const { found, mapping } = aFound();
    const date = mapping.sheets[0]?.mapping.columns[0];
    if (!date) throw new Error('the report has a date');
    Object.assign(date, { use: 'ignored' });
    const opened = await open(anImport({ state: 'asks', counts: null, checks: null, found, mapping }));
    expect(opened.text).toContain('Say which day the figures are of');
    const day = opened.find<HTMLInputElement>('input[type=date]');
    day.value = '2026-11-20';
    day.dispatchEvent(new Event('change', { bubbles: true }));
    await opened.settle();
    await opened.press('Read with this mapping');
    const { request } = opened.asked(`${path}/mapping`, 'POST');
    expect(request.body).toEqual({ mapping: { ...mapping, dataDay: '2026-11-20' } });
  });

  it('keeps what somebody typed while the worker tells how far it is', async () => {
    const opened = await open();
    await opened.press('Look and change');
    const use = opened.find<HTMLSelectElement>('select[aria-label="What becomes of the column “合作名称”"]');
    use.value = 'ignored';
    use.dispatchEvent(new Event('change'));
    await opened.settle();
    expect(opened.button('Reset')).toBeTruthy();
    await opened.press('Close');
    await opened.press('Look and change');
    expect(opened.button('Reset')).toBeTruthy();
  });

  it.each([
    [
      { code: 'file-too-large', bytes: 60 * 2 ** 20, bytesMax: 50 * 2 ** 20 },
      'It has 60 MB; the limit is 50 MB',
    ],
    [{ code: 'other-kind', found: 'xls' }, 'an xls of an older Excel: save it as xlsx. Use xlsx'],
    [{ code: 'something-new' }, 'The file cannot be read'],
  ])('says why a file was refused: %j', async (refusal, words) => {
    const { text } = await open(
      anImport({ state: 'refused', refusal, found: null, mapping: null, counts: null, checks: null }),
    );
    expect(text).toContain(words);
  });

  it('warns before its last day, and keeps it longer when asked', async () => {
    const keptUntil = dayInShanghai(new Date(Date.now() + 5 * 86_400_000));
    const done = anImport({
      state: 'done',
      committedBy: 'Lin',
      committedAt: '2026-11-25T09:00:00Z',
      keptUntil,
    });
    const opened = await open(done);
    expect(opened.find('app-kept-card [role=alert]').textContent).toContain('5 more days');
    expect(opened.text).toContain('This workspace keeps files for 24 months');
    await opened.press('Keep it longer');
    opened.find<HTMLInputElement>('app-kept-card input').value = '2030-01-31';
    await opened.press('Save');
    const asked = opened.asked(`${path}/retention`, 'POST');
    expect(asked.request.body).toEqual({ keptUntil: '2030-01-31' });
    asked.flush({
      ...done,
      keptUntil: '2030-01-31',
      keptRule: 'chosen-day',
      keptMonths: null,
      keptBy: 'Lin',
    });
    await opened.settle();
    expect(opened.text).toContain('Kept until 2030-01-31');
    expect(opened.text).toContain('Lin chose the day');
    expect(opened.page.querySelector('app-kept-card [role=alert]')).toBeNull();
  });

  it('of a file whose day had come says what was deleted, when, and by which rule', async () => {
    const { text } = await open(
      anImport({
        state: 'expired',
        committedAt: '2026-11-25T09:00:00Z',
        keptUntil: '2026-11-24',
        expiredAt: '2026-11-25T10:00:00Z',
        found: null,
        mapping: null,
        checks: null,
      }),
      [],
    );
    expect(text).toContain('It was kept until 2026-11-24');
    expect(text).toContain('the 1 rows it added and the 1 it changed were taken back');
    expect(text).toContain('This workspace keeps files for 24 months');
    expect(text).toContain('Deleted on its day');
  });

  it('fails with a way to try again', async () => {
    const opened = await openPage(ImportPage, `imports/${importId}`, { route: 'imports/:importId' });
    await opened.refuse(path, 500, 'internal');
    await opened.press('Try again');
    opened.asked(path).flush(anImport());
  });
});

import type { DataNoteRow } from '@poolrise/contracts';
import { someFigures } from '../../../testing/a-desk';
import { openPage, type Opened } from '../../../testing/opened';
import DataCentrePage from './data-centre-page';

const path = '/api/v1/data-centre';
const notesPath = '/api/v1/data-centre/notes';
const open = (address = 'data-centre'): Promise<Opened> => openPage(DataCentrePage, address);
const aRow: DataNoteRow = {
  id: '44444444-0000-4000-8000-000000000001',
  title: '春茶开箱',
  language: 'zh',
  publishedAt: '2026-11-20T04:00:00Z',
  impressions: 1_000,
  reads: 100,
  ctr: 0.1,
  likes: 10,
  collects: 4,
  comments: 2,
  shares: 1,
  follows: 3,
  dwellPerRead: 31,
  hides: 2,
};
const pageOf = (...items: DataNoteRow[]) => ({ items, nextCursor: null, asOf: '2026-11-26T04:00:00Z' });

describe('the data centre', () => {
  it('shows that it is loading', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading your figures');
    opened.asked(path);
  });

  it('says when figures come where there are none', async () => {
    const opened = await open();
    const none = { metric: 'impressions', value: 0, previous: 0, daily: [0, 0, 0, 0, 0, 0, 0] } as const;
    await opened.answer(path, someFigures({ figures: [{ ...none, daily: [...none.daily] }] }));
    expect(opened.text).toContain('No figures yet');
  });

  it('says what failed and tries again', async () => {
    const opened = await open();
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    opened.asked(path);
  });

  it('shows the span, its sources and its readers, and what is not kept', async () => {
    const opened = await open();
    opened.asked(path).flush(someFigures());
    await opened.settle();
    await opened.answer(notesPath, pageOf(aRow));
    expect(opened.text).toContain('2026-11-19 to 2026-11-25');
    expect(opened.text).toMatch(/1,000 ?59%/);
    expect(opened.text).toMatch(/63% ?20 readers/);
    expect(opened.text).toContain('how many left within two seconds is not known');
    expect(opened.text).toContain('春茶开箱');
    expect(opened.button('春茶开箱').getAttribute('href')).toContain('/notes/');
  });

  it('keeps the days in the address', async () => {
    const opened = await open('data-centre?days=30');
    const asked = opened.asked(path);
    expect(asked.request.urlWithParams).toContain('days=30');
    asked.flush(someFigures({ days: 30 }));
    await opened.settle();
    expect(opened.asked(notesPath).request.urlWithParams).toContain('days=30');
    await opened.press('7 days');
    expect(opened.address).toBe('data-centre');
    expect(opened.asked(path).request.urlWithParams).toContain('days=7');
  });

  it('hands the notes out as a file', async () => {
    const opened = await open();
    opened.asked(path).flush(someFigures());
    await opened.settle();
    await opened.answer(notesPath, pageOf());
    expect(opened.text).toContain('No note was shown in these days');
    await opened.press('Download CSV');
    expect(opened.asked(`${notesPath}/file`, 'POST').request.body).toEqual({ days: '7', language: 'en' });
  });
});

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

  it('shows the span, its sources, its readers and how many left at once', async () => {
    const opened = await open();
    opened.asked(path).flush(someFigures());
    await opened.settle();
    await opened.answer(notesPath, pageOf(aRow));
    expect(opened.text).toContain('19 Nov to 25 Nov');
    expect(opened.text).toMatch(/1,000 ?59%/);
    expect(opened.text).toContain('120 readers of your most read notes since 19 Nov');
    expect(opened.text).toMatch(/women ?75% ?Other gender ?25%/);
    expect(opened.text).toMatch(/18–24 ?67% ?Others ?33%/);
    expect(opened.text).toMatch(/Not told ?100%/);
    expect(opened.text).toMatch(/Food ?63% ?Others ?38%/);
    expect(opened.text).toMatch(/22% ?2-second exit rate/);
    expect(opened.text).toContain('likely 17% to 28%');
    expect(opened.text).toContain('Of 100 visits to your most read notes 22 ended within two seconds.');
    expect(opened.text).toMatch(/春茶开箱 ?25% ?likely 18% to 33%/);
    expect(opened.text).not.toContain('夏茶');
    expect(opened.text).toContain('Of 30 more visits nobody told how long they were.');
    expect(opened.text).toContain('春茶开箱');
    expect(opened.button('春茶开箱').getAttribute('href')).toContain('/notes/');
  });

  it('says what is missing where nobody has read, and where they are too few to be shown', async () => {
    const opened = await open();
    const { readers } = someFigures();
    if (!readers) throw new Error('no readers');
    opened.asked(path).flush(
      someFigures({
        portrait: null,
        readers: {
          ...readers,
          ...{ reads: 4, readers: 4, gender: [], age: [], cityTier: [] },
          exits: { told: 0, exits: 0, share: null, low: 0, high: 1 },
        },
      }),
    );
    await opened.settle();
    await opened.answer(notesPath, pageOf());
    expect(opened.text).toContain('4 readers since 19 Nov. From 10 on you see who they are.');
    expect(opened.text).toContain('Of no visit in these days is it known how long it was.');
    expect(opened.text).not.toContain('Women');
    await opened.press('30 days');
    opened.asked(path).flush(someFigures({ days: 30, portrait: null, readers: null }));
    await opened.settle();
    opened.asked(notesPath).flush(pageOf());
    await opened.settle();
    expect(opened.text).toContain('Nobody has read your notes in these days by a page that was served here.');
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

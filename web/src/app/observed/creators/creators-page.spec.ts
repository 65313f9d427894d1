import { openPage, type Opened } from '../../../testing/opened';
import { aFileCreator, anUnmatchedCreator } from '../../../testing/an-observed-creator';
import ObservedCreatorsPage from './creators-page';

const path = '/api/v1/observed-creators';
const pageOf = (...items: unknown[]) => ({ items, nextCursor: null });

async function openList(address = 'observed/creators'): Promise<Opened> {
  const opened = await openPage(ObservedCreatorsPage, address);
  opened.asked('/api/v1/unmatched-names').flush(pageOf());
  opened.asked('/api/v1/unmatched-creators').flush(pageOf(anUnmatchedCreator()));
  return opened;
}

describe('the list of creators from files', () => {
  it('says who is known here, what is rounded, and where files disagree', async () => {
    const opened = await openList();
    await opened.answer(
      path,
      pageOf(aFileCreator(), aFileCreator({ id: 'b', creator: null, joinedBy: null }), anUnmatchedCreator()),
    );
    const rows = [...opened.page.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows[0]).toContain('小满爱喝茶');
    expect(rows[0]).toContain('Account tea_lin · 美食 · 上海');
    expect(rows[0]).toContain('≈ 51,000');
    expect(rows[0]).toContain('¥3,500');
    expect(rows[1]).toContain('Account tea_lin');
    expect(rows[1]).toContain('not in the directory');
    expect(rows[2]).toContain('Qiangua ID 88120001');
    expect(rows[2]).toContain('To be matched');
    expect(opened.text).toContain('To be matched 1');
  });

  it('asks for what the address says, and a head of the table changes it', async () => {
    const opened = await openList('observed/creators?q=tea&show=disagreeing&sort=day');
    const asked = opened.asked(path);
    expect(asked.request.urlWithParams).toContain('sort=day&show=disagreeing&search=tea');
    asked.flush(pageOf(aFileCreator()));
    await opened.settle();
    expect(opened.find('th[aria-sort]').textContent).toContain('Data date');
    await opened.press('Image quote');
    expect(opened.address).toContain('sort=imageQuote');
    opened.asked(path).flush(pageOf(aFileCreator()));
  });

  it('tells which files bring them in while there are none, and leads back from a filter that none fits', async () => {
    const opened = await openList();
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('Qiangua or Newrank');
    expect(opened.button('Import a file').getAttribute('href')).toContain('/imports');
  });

  it('leads back from a filter that none fits', async () => {
    const opened = await openList('observed/creators?show=joined');
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('No creator fits');
    await opened.press('Show all creators');
    expect(opened.address).toBe('observed/creators');
    opened.asked(path).flush(pageOf());
  });

  it('says what failed and tries again', async () => {
    const opened = await openList();
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(path, pageOf(aFileCreator()));
    expect(opened.text).toContain('小满爱喝茶');
  });
});

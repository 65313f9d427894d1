import { anObservedRow, anUnmatchedName } from '../../testing/an-observed-note';
import { openPage, type Opened } from '../../testing/opened';
import ObservedPage from './observed-page';

const path = '/api/v1/observed-notes';
const waiting = '/api/v1/unmatched-names';
const waitingCreators = '/api/v1/unmatched-creators';
const pageOf = (...items: unknown[]) => ({ items, nextCursor: null });

async function openList(address = 'observed', names = 0): Promise<Opened> {
  const opened = await openPage(ObservedPage, address);
  opened.asked(waiting).flush(pageOf(...Array.from({ length: names }, () => anUnmatchedName())));
  opened.asked(waitingCreators).flush(pageOf());
  return opened;
}

describe('the list of observed notes', () => {
  it('says what is rounded, what is a lower bound, and what is unknown', async () => {
    const opened = await openList('observed', 2);
    await opened.answer(path, pageOf(anObservedRow(), anObservedRow({ id: 'b', title: '', reads: null })));
    expect(opened.text).toContain('≈ 12,000');
    expect(opened.text).toContain('≥ 10');
    expect(opened.text).toContain('Without a title');
    const cells = [...opened.page.querySelectorAll('tbody tr:last-child td')];
    expect(cells[3]?.textContent?.trim()).toBe('–');
    expect(opened.text).toContain('Creator centre');
    expect(opened.text).toContain('To be matched 2');
    const figures = [...opened.page.querySelectorAll<HTMLElement>('tbody .pr-explained')];
    figures.find(({ textContent }) => textContent?.includes('≈ 12,000'))?.focus();
    await opened.settle();
    const told = document.querySelector('app-lineage-panel')?.textContent;
    expect(told).toContain('Rows of the sheets brought in');
    expect(told).toContain('the dates that each sheet states');
  });

  it('asks for what the address says, and a head of the table changes it', async () => {
    const opened = await openList('observed?q=春茶&sort=reads');
    const asked = opened.asked(path);
    expect(asked.request.urlWithParams).toContain('sort=reads&search=%E6%98%A5%E8%8C%B6');
    asked.flush(pageOf(anObservedRow()));
    await opened.settle();
    expect(opened.find('th[aria-sort]').textContent).toContain('Reads');
    await opened.press('Impressions');
    expect(opened.address).toContain('sort=impressions');
    opened.asked(path).flush(pageOf(anObservedRow()));
  });

  it('leads to the imports while there are none, and back from a search that finds none', async () => {
    const opened = await openList();
    await opened.answer(path, pageOf());
    expect(opened.button('Import a file').getAttribute('href')).toContain('/imports');

    await opened.type('input', 'no such note');
    await new Promise((done) => setTimeout(done, 300));
    await opened.settle();
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('No note fits');
    await opened.press('Clear the search');
    expect(opened.address).toBe('observed');
    opened.asked(path).flush(pageOf());
  });

  it('says what failed and tries again', async () => {
    const opened = await openList();
    await opened.refuse(path, 403, 'platform-only');
    await opened.press('Try again');
    await opened.answer(path, pageOf(anObservedRow()));
    expect(opened.text).toContain('春茶开箱');
  });
});

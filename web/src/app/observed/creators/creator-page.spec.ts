import { openPage } from '../../../testing/opened';
import {
  aCreatorChoice,
  aFileCreator,
  aFileCreatorView,
  fileCreatorId,
} from '../../../testing/an-observed-creator';
import { creatorId } from '../../../testing/a-creator-record';
import ObservedCreatorPage from './creator-page';

const path = `/api/v1/observed-creators/${fileCreatorId}`;
const choices = '/api/v1/unmatched-creators/choices';

const open = (role: 'owner' | 'analyst' = 'owner') =>
  openPage(ObservedCreatorPage, `observed/creators/${fileCreatorId}`, {
    role,
    route: 'observed/creators/:observedCreatorId',
  });
/** The rows of a table as they are read out: the texts one after the other. */
function rowsOf(page: HTMLElement, selector: string): string[] {
  return [...page.querySelectorAll(`${selector} tbody tr`)].map((row) => {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) texts.push((walker.currentNode.textContent ?? '').replace(/\s+/g, ' ').trim());
    return texts.filter(Boolean).join(' ');
  });
}

describe('the page of a creator from files', () => {
  it('says in sentences what disagrees, and shows each figure with its source and the others', async () => {
    const opened = await open();
    await opened.answer(path, aFileCreatorView());
    expect(opened.text).toContain('2 files speak of this creator, the latest of 1 Nov.');
    expect(opened.text).toContain('On 1 figure they cannot all be right: Followers.');
    expect(opened.text).toContain('Poolrise counted otherwise on 1 figure: Image quote.');
    expect(opened.text).toContain('On request by the latest file: Video quote.');
    const figures = rowsOf(opened.page, 'app-creator-figures');
    expect(figures[0]).toMatch(/^Followers ≈ 51,000 Creator list · 1 Nov 70,000 Qiangua · 1 Nov disagrees$/);
    expect(figures[1]).toMatch(/^Image quote ¥3,500 .* ¥3,500 Qiangua · 1 Nov agrees$/);
    expect(figures[2]).toContain('only source');
    expect(rowsOf(opened.page, 'app-compared-table')).toEqual([
      'Followers ≈ 51,000 Creator list · 1 Nov 51,200 1 Nov yes',
      'Image quote ¥3,500 Creator list · 1 Nov ¥3,000 1 Nov no',
    ]);
    expect(opened.find('app-creator-facts').textContent).toContain('Qiangua: 美妆');
    expect(opened.find('app-who-card a').getAttribute('href')).toContain(`/creators/${creatorId}`);
    expect(opened.text).toContain('found by the account number');
  });

  it('has the days as a chart that is read by keys, and as a table', async () => {
    const opened = await open();
    await opened.answer(path, aFileCreatorView());
    const plot = opened.find('app-creator-series .plot');
    plot.focus();
    await opened.key('End', plot);
    expect(opened.find('app-creator-series [aria-live]').textContent).toBe(
      '1 Nov: Creator list ≈ 51,000, Qiangua 70,000',
    );
    await opened.press('Show as table');
    expect(rowsOf(opened.page, 'app-creator-series')).toEqual([
      '1 Nov ≈ 51,000 Creator list 70,000 Qiangua',
      '1 Oct ≥ 60,000 Qiangua',
    ]);
  });

  it('is joined by hand to somebody of the directory, and follows her there', async () => {
    const opened = await open();
    await opened.answer(path, aFileCreatorView({ creator: null, joinedBy: null, compared: [] }));
    expect(opened.text).toContain('Nobody in the directory has this account number');
    await opened.press('Find in the directory');
    await opened.settle();
    await opened.answer('/api/v1/creators', {
      items: [{ id: creatorId, name: '小满爱喝茶', redId: 'tea_lin', figures: { followers: 51_000 } }],
    });
    await opened.press('小满爱喝茶');
    await opened.settle();
    const sent = opened.asked(choices, 'POST');
    expect(sent.request.body).toEqual({ observedCreatorId: fileCreatorId, creatorId, sameAs: null });
    sent.flush(null);
    await opened.settle();
    opened.asked(`/api/v1/creators/${creatorId}/in-files`).flush({ observed: aFileCreatorView() });
    await opened.settle();
    await opened.answer(path, aFileCreatorView());
    expect(opened.text).toContain('In the directory');
  });

  it('takes back what was said of her', async () => {
    const opened = await open();
    await opened.answer(path, aFileCreatorView({ joinedBy: 'person', choices: [aCreatorChoice()] }));
    expect(opened.text).toContain('Qiangua ID 88120001: said by Lin');
    await opened.press('Take back');
    const sent = opened.asked(`${choices}/dropped`, 'POST');
    expect(sent.request.body).toEqual({ nameKey: aCreatorChoice().nameKey });
    sent.flush(null);
    await opened.settle();
    await opened.answer(path, aFileCreatorView({ ...aFileCreator({ creator: null, joinedBy: null }) }));
    expect(opened.text).not.toContain('said by Lin');
  });

  it('says why somebody waits, and is read only for those who may not import', async () => {
    const opened = await open('analyst');
    await opened.answer(path, aFileCreatorView({ creator: null, joinedBy: null, doubt: 'several' }));
    expect(opened.text).toContain('Several home pages bear this account number.');
    expect(opened.text).not.toContain('Find in the directory');
  });

  it('says what failed and leads back', async () => {
    const opened = await open();
    await opened.refuse(path, 404, 'not-found');
    expect(opened.button('Back to the creators').getAttribute('href')).toMatch(/observed\/creators$/);
  });
});

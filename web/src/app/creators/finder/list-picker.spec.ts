import type { CreatorListView } from '@poolrise/contracts';
import { aCreator, aSearchPage, creatorId } from '../../../testing/a-found-creator';
import { openPage, type Opened } from '../../../testing/opened';
import FinderPage from './finder-page';

const search = '/api/v1/creators';
const lists = '/api/v1/creator-lists';
const marks = '/api/v1/creator-marks';
const idOf = (n: number) => `88888888-0000-4000-8000-${String(n).padStart(12, '0')}`;
const aList = (n: number, name: string): CreatorListView => ({
  id: idOf(n),
  name,
  purpose: '',
  creators: 10 + n,
  createdBy: 'Lin',
  createdAt: '2026-11-20T08:00:00Z',
  lastAddedAt: null,
});
const tea = aList(1, '春茶');
const cake = aList(2, 'Cakes');
const page = (items: CreatorListView[], nextCursor: string | null = null) => ({ items, nextCursor });

/** The finder with its further filters open, which is when lists are asked for. */
async function opened(address = 'creators', language: 'en' | 'zh-CN' = 'en'): Promise<Opened> {
  const finder = await openPage(FinderPage, address, { language });
  finder.asked(search).flush(aSearchPage([aCreator()]));
  await finder.settle();
  if (address === 'creators') await finder.press(language === 'en' ? 'More filters' : '更多筛选');
  return finder;
}
const pressed = (finder: Opened, words: string) => finder.button(words).getAttribute('aria-pressed');

describe('the lists among the filters', () => {
  it('are asked for when they come into sight, and wait in rows of their height', async () => {
    const finder = await openPage(FinderPage, 'creators');
    await finder.answer(search, aSearchPage([aCreator()]));
    finder.http.expectNone((request) => request.url === lists);
    await finder.press('More filters');
    expect(finder.find('app-list-picker [aria-busy=true]').textContent).toContain('Loading');
    finder.asked(lists);
  });

  it('say what lists are for while there are none', async () => {
    const finder = await opened('creators', 'zh-CN');
    await finder.answer(lists, page([]));
    expect(finder.find('app-list-picker').textContent).toContain('还没有名单');
    expect(finder.button('去新建名单').getAttribute('href')).toContain('/shortlists');
  });

  it('say that they did not come, and come when they are asked for again', async () => {
    const finder = await opened();
    await finder.refuse(lists, 503, 'unavailable');
    expect(finder.find('app-list-picker [role=alert]').textContent).toContain('The lists did not come.');
    await finder.press('Try again');
    await finder.answer(lists, page([tea]));
    expect(finder.find('app-list-picker li').textContent).toMatch(/春茶\s*11/);
  });

  it('keep to one list, or leave some out, and never both of the same', async () => {
    const finder = await opened();
    await finder.answer(lists, page([tea, cake]));
    await finder.press('Only creators of 春茶');
    expect(finder.address).toBe(`creators?list=${tea.id}`);
    expect(pressed(finder, 'Only creators of 春茶')).toBe('true');
    finder.asked(search).flush(aSearchPage([aCreator()]));
    finder.asked(lists).flush(page([tea, cake]));
    await finder.settle();
    expect(finder.button('Remove filter List 春茶')).toBeTruthy();

    await finder.press('Not creators of 春茶');
    expect(finder.address).toBe(`creators?withoutLists=${tea.id}`);
    finder.asked(search).flush(aSearchPage([aCreator()]));
    await finder.settle();
    await finder.press('Not creators of Cakes');
    expect(decodeURIComponent(finder.address)).toBe(`creators?withoutLists=${tea.id},${cake.id}`);
    const asked = finder.asked(search);
    expect(new URLSearchParams(asked.request.url.split('?')[1]).get('withoutLists')).toBe(
      `${tea.id},${cake.id}`,
    );
    asked.flush(aSearchPage([aCreator()]));
    await finder.settle();
    await finder.press('Remove filter Excluded lists 春茶, Cakes');
    expect(finder.address).toBe('creators');
    finder.asked(search);
  });

  it('are named in the chips of a copied link, whose letters may be large', async () => {
    const finder = await opened(`creators?list=${tea.id.toUpperCase()}`, 'zh-CN');
    expect(finder.button('移除筛选：名单 仅限名单内')).toBeTruthy();
    await finder.answer(lists, page([tea]));
    expect(finder.button('移除筛选：名单 春茶')).toBeTruthy();
    expect(pressed(finder, '只看名单“春茶”里的博主')).toBe('true');
  });

  it('come page by page, and are found by name when they are many', async () => {
    const finder = await opened();
    const many = Array.from({ length: 9 }, (_, n) => aList(n + 10, `Round ${n}`));
    finder.asked(lists).flush(page(many, 'after-nine'));
    await finder.settle();
    const next = finder.asked(lists);
    expect(next.request.params.get('cursor')).toBe('after-nine');
    next.flush(page([tea]));
    await finder.settle();
    expect(finder.page.querySelectorAll('app-list-picker li')).toHaveLength(10);
    await finder.type('app-list-picker input', ' ROUND 3');
    expect([...finder.page.querySelectorAll('app-list-picker .name')].map((one) => one.textContent)).toEqual([
      'Round 3',
    ]);
    await finder.type('app-list-picker input', 'zzz');
    expect(finder.find('app-list-picker').textContent).toContain('No list has “zzz” in its name.');
  });

  it('take no eleventh that is left out', async () => {
    const many = Array.from({ length: 11 }, (_, n) => aList(n + 10, `Round ${n}`));
    const ten = many.slice(0, 10).map(({ id }) => id);
    const finder = await opened(`creators?withoutLists=${ten.join(',')}`);
    await finder.answer(lists, page(many));
    const eleventh = finder.button('Not creators of Round 10');
    expect(eleventh.getAttribute('aria-disabled')).toBe('true');
    eleventh.click();
    await finder.settle();
    expect(decodeURIComponent(finder.address)).toBe(`creators?withoutLists=${ten.join(',')}`);
    expect(finder.text).toContain('Ten lists are left out at most.');
  });

  it('that are gone are said to be, with a way on', async () => {
    const finder = await openPage(FinderPage, `creators?list=${tea.id}`);
    finder.asked(lists).flush(page([]));
    await finder.refuse(search, 404, 'not-found', 'GET', { field: 'query.list' });
    expect(finder.text).toContain('name a list that is gone');
    await finder.press('Without “List: only from a list”');
    expect(finder.address).toBe('creators');
    finder.asked(search);
  });
});

describe('blacklisted creators in a search', () => {
  const both = aSearchPage([
    aCreator({ id: creatorId(1), name: 'Luna' }),
    aCreator({ id: creatorId(2), name: 'Mei' }),
  ]);
  const names = (finder: Opened) =>
    [...finder.page.querySelectorAll('td.creator')].map((cell) => cell.textContent?.replace(/\s+/g, ' '));

  it('stand there with the reason, once they are asked for', async () => {
    const finder = await opened();
    finder.asked(lists).flush(page([]));
    finder.http.expectNone((request) => request.url === marks);
    finder.find<HTMLInputElement>('.switch input').click();
    await finder.settle();
    expect(finder.address).toBe('creators?blacklisted=show');
    finder.asked(search).flush(both);
    await finder.settle();
    const asked = finder.asked(marks);
    expect(asked.request.params.get('only')).toBe('blacklisted');
    expect(asked.request.params.get('ids')).toBe(`${creatorId(1)},${creatorId(2)}`);
    asked.flush(page([{ creatorId: creatorId(2), blacklistedReason: 'Late twice' } as never]));
    await finder.settle();
    expect(names(finder)[0]).not.toContain('Blacklisted');
    expect(names(finder)[1]).toContain('Blacklisted: Late twice');
  });

  it('are told apart again when the reasons did not come at first', async () => {
    const finder = await opened('creators?blacklisted=show', 'zh-CN');
    finder.asked(lists).flush(page([]));
    await finder.refuse(marks, 503, 'unavailable');
    expect(finder.text).toContain('拉黑原因没有加载出来');
    await finder.press('重试');
    await finder.answer(marks, page([{ creatorId: creatorId(1), blacklistedReason: '两次延期' } as never]));
    expect(names(finder)[0]).toContain('黑名单：两次延期');
    expect(finder.text).not.toContain('没有加载出来');
  });
});

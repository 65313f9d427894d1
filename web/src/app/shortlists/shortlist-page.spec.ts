import type { CreatorListEntryView, CreatorListView, CreatorRow } from '@poolrise/contracts';
import { creatorMetricIds } from '@poolrise/domain';
import { openPage, type Opened } from '../../testing/opened';
import { tagsIn } from './entry-dialog';
import ShortlistPage from './shortlist-page';

const listId = '88888888-0000-4000-8000-000000000001';
const path = `/api/v1/creator-lists/${listId}`;
const list: CreatorListView = {
  id: listId,
  name: '春茶候选',
  purpose: '四月明前茶',
  creators: 2,
  createdBy: 'Lin',
  createdAt: '2026-11-20T08:00:00Z',
  lastAddedAt: '2026-11-24T08:00:00Z',
};
const nothing = Object.fromEntries(creatorMetricIds.map((id) => [id, null])) as CreatorRow['figures'];
const anEntry = (
  n: number,
  name: string,
  changes: Partial<CreatorListEntryView> = {},
): CreatorListEntryView => ({
  creator: {
    id: `99999999-0000-4000-8000-00000000000${n}`,
    name,
    redId: `red${n}`,
    platformId: null,
    gender: 'female',
    province: 'zhejiang',
    city: 'hangzhou',
    cityTier: 'new_tier1',
    asOf: '2026-11-25',
    categories: ['food'],
    subCategories: [],
    personas: [],
    styles: [],
    mcn: null,
    health: 'ordinary',
    acceptsImage: true,
    acceptsVideo: false,
    lastNoteAt: null,
    deleted: false,
    tier: { key: 'junior', name: { zh: '初级', en: 'Junior' } },
    figures: { ...nothing, followers: 8_600 },
    percentiles: { ...nothing, followers: 61 },
    peers: 40,
  },
  note: '',
  tags: [],
  favourite: false,
  blacklistedReason: null,
  addedBy: 'Lin',
  addedAt: '2026-11-24T08:00:00Z',
  ...changes,
});
const tea = anEntry(1, '小满', { note: '含一次修改', tags: ['已报价'] });
const cake = anEntry(2, '桃子', { blacklistedReason: 'Late twice', favourite: true });

async function open(entries: CreatorListEntryView[], setting = {}): Promise<Opened> {
  const opened = await openPage(ShortlistPage, `shortlists/${listId}`, {
    route: 'shortlists/:listId',
    ...setting,
  });
  opened.asked(path).flush(list);
  opened.asked(`${path}/entries`).flush({ items: entries, nextCursor: null });
  await opened.settle();
  return opened;
}

describe('the page of a list', () => {
  it('shows who is in it, their figures, and what was written about them', async () => {
    const opened = await open([tea, cake]);
    for (const words of [
      '春茶候选',
      '2 creators',
      '8,600',
      'P61',
      '含一次修改',
      '已报价',
      'Blacklisted',
      'Favourite',
    ])
      expect(opened.text).toContain(words);
  });

  it('says how creators come into it while there is nobody', async () => {
    const opened = await open([]);
    expect(opened.text).toContain('Nobody in this list yet');
    expect(opened.button('Find creators').getAttribute('href')).toContain('/creators');
  });

  it('says that the list is gone, and leads back to the others', async () => {
    const opened = await openPage(ShortlistPage, `shortlists/${listId}`, { route: 'shortlists/:listId' });
    const problem = { type: '', title: '', status: 404, code: 'not-found', detail: '', remedy: '' };
    for (const each of [path, `${path}/entries`])
      opened.asked(each).flush(problem, { status: 404, statusText: 'not found' });
    await opened.settle();
    expect(opened.button('All shortlists').getAttribute('href')).toContain('/shortlists');
    expect(opened.page.querySelectorAll('app-failed-state')).toHaveLength(1);
  });

  it('leads to the comparison of those who are chosen', async () => {
    const opened = await open([tea, cake]);
    for (const box of opened.page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) box.click();
    await opened.settle();
    expect(opened.text).toContain('2 chosen');
    const ids = [tea, cake].map(({ creator }) => creator.id).join(',');
    expect(decodeURIComponent(opened.button('Compare').getAttribute('href') ?? '')).toContain(
      `/creators/compare?ids=${ids}`,
    );
  });

  it('takes a creator off and puts them back with what was written about them', async () => {
    const opened = await open([tea, cake]);
    await opened.press('Take 小满 off the list');
    const removal = opened.asked(`${path}/removals`, 'POST');
    expect(removal.request.body).toEqual({ creatorIds: [tea.creator.id] });
    removal.flush({ removed: [tea.creator.id], creators: 1 });
    await opened.settle();
    opened.asked(path).flush({ ...list, creators: 1 });
    opened.asked(`${path}/entries`).flush({ items: [cake], nextCursor: null });
    await opened.settle();
    expect(opened.text).not.toContain('含一次修改');
    await opened.press('Undo');
    const again = opened.asked(`${path}/entries`, 'POST');
    expect(again.request.body).toEqual({
      entries: [{ creatorId: tea.creator.id, note: '含一次修改', tags: ['已报价'] }],
    });
    again.flush({ added: [tea.creator.id], already: [], unknown: [], deleted: [], creators: 2 });
    await opened.settle();
    opened.asked(path).flush(list);
    opened.asked(`${path}/entries`).flush({ items: [tea, cake], nextCursor: null });
    await opened.settle();
    expect(opened.text).toContain('含一次修改');
  });

  it('writes a note and tags', async () => {
    const opened = await open([tea]);
    await opened.press('Note about 小满');
    await opened.type('mat-dialog-container textarea', '下周签约');
    await opened.type('mat-dialog-container input', '已签，茶, 茶');
    opened.find<HTMLFormElement>('mat-dialog-container form').dispatchEvent(new Event('submit'));
    const asked = opened.asked(`${path}/entries/${tea.creator.id}`, 'POST');
    expect(asked.request.body).toEqual({ note: '下周签约', tags: ['已签', '茶'] });
    asked.flush(null);
    await opened.settle();
    opened.asked(`${path}/entries`).flush({ items: [tea], nextCursor: null });
  });

  it('lets an analyst read and export, and change nothing', async () => {
    const opened = await open([tea], { role: 'analyst', language: 'zh-CN' });
    expect(opened.text).toContain('导出');
    for (const words of ['编辑', '移出名单']) expect(opened.text).not.toContain(words);
    expect(opened.page.querySelector('td.actions')).toBeNull();
  });
});

describe('tags as they are typed', () => {
  it('are parted by commas of any kind, each once, ten at most', () => {
    expect(tagsIn(' 茶，已报价、茶, ')).toEqual(['茶', '已报价']);
    expect(tagsIn(Array.from({ length: 20 }, (_, n) => `t${n}`).join(','))).toHaveLength(10);
  });
});

import { TestBed } from '@angular/core/testing';
import type { CreatorListView, MarkedCreator, SavedSearchView } from '@poolrise/contracts';
import { openPage, type Opened } from '../../testing/opened';
import ShortlistsPage from './shortlists-page';

const path = '/api/v1/creator-lists';
const marks = '/api/v1/creator-marks';
const searches = '/api/v1/creator-searches';
const pageOf = <T>(...items: T[]) => ({ items, nextCursor: null });
const spring: CreatorListView = {
  id: '88888888-0000-4000-8000-000000000001',
  name: '春茶候选',
  purpose: '四月明前茶',
  creators: 12,
  createdBy: 'Lin',
  createdAt: '2026-11-20T08:00:00Z',
  lastAddedAt: '2026-11-24T08:00:00Z',
};
const search: SavedSearchView = {
  id: '88888888-0000-4000-8000-000000000002',
  name: 'Small tea creators',
  query: 'category=food&followers=5000..50000',
  shared: false,
  mine: true,
  savedBy: 'Lin',
  lastSeenAt: '2026-11-24T08:00:00Z',
  createdAt: '2026-11-20T08:00:00Z',
};
const blacklisted: MarkedCreator = {
  creatorId: '88888888-0000-4000-8000-000000000003',
  name: '小满',
  redId: 'xiaoman',
  favourite: false,
  blacklistedReason: 'Late twice',
  note: '',
  tags: [],
  changedBy: 'Lin',
  changedAt: '2026-11-24T08:00:00Z',
};

interface Kept {
  lists?: CreatorListView[];
  found?: SavedSearchView[];
  marked?: MarkedCreator[];
  liked?: MarkedCreator[];
}
function marksAsked(opened: Opened, kind: 'favourite' | 'blacklisted') {
  TestBed.tick();
  return opened.http.expectOne(`${marks}?only=${kind}`);
}

async function open(kept: Kept = {}, setting = {}): Promise<Opened> {
  const opened = await openPage(ShortlistsPage, 'shortlists', setting);
  opened.asked(searches).flush(pageOf(...(kept.found ?? [])));
  marksAsked(opened, 'favourite').flush(pageOf(...(kept.liked ?? [])));
  marksAsked(opened, 'blacklisted').flush(pageOf(...(kept.marked ?? [])));
  opened.asked(path).flush(pageOf(...(kept.lists ?? [])));
  await opened.settle();
  return opened;
}

describe('the shortlists page', () => {
  it('waits with rows of the final height', async () => {
    const opened = await openPage(ShortlistsPage, 'shortlists');
    expect(opened.page.querySelectorAll('[aria-busy=true]')).toHaveLength(4);
    for (const each of [path, searches]) opened.asked(each);
    for (const kind of ['favourite', 'blacklisted'] as const) marksAsked(opened, kind);
  });

  it('says what lists are for when there is none, and where creators are found', async () => {
    const opened = await open();
    expect(opened.text).toContain('No list yet');
    expect(opened.button('Find creators').getAttribute('href')).toContain('/creators');
    expect(opened.text).toContain('Nobody is on the blacklist');
  });

  it('says what failed and tries again', async () => {
    const opened = await openPage(ShortlistsPage, 'shortlists');
    opened.asked(searches).flush(pageOf());
    for (const kind of ['favourite', 'blacklisted'] as const) marksAsked(opened, kind).flush(pageOf());
    opened
      .asked(path)
      .flush(
        { type: 'about:blank', title: '', status: 503, code: 'unavailable', detail: '', remedy: '' },
        { status: 503, statusText: 'unavailable' },
      );
    await opened.settle();
    await opened.press('Try again');
    await opened.answer(path, pageOf(spring));
    expect(opened.text).toContain('春茶候选');
  });

  it('shows each list with its purpose and how many are in it', async () => {
    const opened = await open({ lists: [spring] });
    expect(opened.text).toContain('四月明前茶');
    expect(opened.text).toContain('12 creators');
    expect(opened.button('春茶候选').getAttribute('href')).toContain(`/shortlists/${spring.id}`);
  });

  it('speaks Chinese', async () => {
    const opened = await open({ lists: [spring], marked: [blacklisted] }, { language: 'zh-CN' });
    expect(opened.text).toContain('12 位博主');
    expect(opened.text).toContain('黑名单');
  });

  it('says before a list goes what goes with it, and sends that number', async () => {
    const opened = await open({ lists: [spring] });
    await opened.press('Delete 春茶候选');
    expect(document.body.textContent).toContain('The list with 12 creators goes');
    opened.find('mat-dialog-container button:not([mat-dialog-close])').click();
    const asked = opened.asked(`${path}/${spring.id}`, 'DELETE');
    expect(asked.request.params.get('confirmCreators')).toBe('12');
    asked.flush(null);
    await opened.settle();
    opened.asked(path).flush(pageOf());
    await opened.settle();
    expect(opened.text).toContain('No list yet');
  });

  it('marks what is new in a saved search, and counts from now when it is opened', async () => {
    const opened = await open({ found: [search] });
    const news = { total: 31, fresh: 4, freshIds: [], since: search.lastSeenAt };
    await opened.answer(`${searches}/${search.id}/news`, news);
    await opened.settle();
    expect(opened.text).toContain('4 new');
    expect(opened.text).toContain('31 fit now');
    opened.button('Small tea creators').click();
    opened.asked(`${searches}/${search.id}/seen`, 'POST').flush(null);
    await opened.settle();
    expect(opened.address).toContain('creators?category=food&followers=5000..50000');
  });

  it('takes somebody off the blacklist, and back on when that was a mistake', async () => {
    const opened = await open({ marked: [blacklisted] });
    expect(opened.text).toContain('Late twice');
    await opened.press('Take off the blacklist: 小满');
    const path = `/api/v1/creators/${blacklisted.creatorId}/mark`;
    opened.asked(path, 'POST').flush({});
    await opened.settle();
    marksAsked(opened, 'blacklisted').flush(pageOf());
    await opened.settle();
    await opened.press('Undo');
    const again = opened.asked(path, 'POST');
    expect(again.request.body).toEqual({ blacklistedReason: 'Late twice' });
    again.flush({});
    await opened.settle();
    marksAsked(opened, 'blacklisted').flush(pageOf(blacklisted));
    await opened.settle();
    expect(opened.text).toContain('Late twice');
  });

  it('takes somebody off the favourites', async () => {
    const opened = await open({ liked: [{ ...blacklisted, blacklistedReason: null, favourite: true }] });
    await opened.press('Take off the favourites: 小满');
    const asked = opened.asked(`/api/v1/creators/${blacklisted.creatorId}/mark`, 'POST');
    expect(asked.request.body).toEqual({ favourite: false });
    asked.flush({});
    await opened.settle();
    marksAsked(opened, 'favourite').flush(pageOf());
    await opened.settle();
    expect(opened.text).toContain('No favourites yet');
  });

  it('offers nothing that an analyst may not do', async () => {
    const opened = await open({ lists: [spring], marked: [blacklisted] }, { role: 'analyst' });
    for (const words of ['New list', 'Delete', 'Edit', 'Take off']) expect(opened.text).not.toContain(words);
  });
});

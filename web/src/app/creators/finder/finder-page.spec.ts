import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { aCreator, aSearchPage, creatorId } from '../../../testing/a-found-creator';
import { openPage, type Opened } from '../../../testing/opened';
import FinderPage from './finder-page';

const path = '/api/v1/creators';
const named = (...names: string[]) => names.map((name, n) => aCreator({ id: creatorId(n + 1), name }));
const names = (opened: Opened) =>
  [...opened.page.querySelectorAll('[data-row]')].map((row) => row.textContent?.trim());
/** Longer than typing pauses. */
const paused = () => new Promise((done) => setTimeout(done, 400));

describe('the finder', () => {
  it('shows rows of the final height while it waits, and the filters already', async () => {
    const opened = await openPage(FinderPage, 'creators');
    expect(opened.find('[aria-busy=true]').querySelectorAll('.row').length).toBe(10);
    expect(opened.text).toContain('Category');
    opened.asked(path);
  });

  it('says how the directory fills while nobody is in it', async () => {
    const opened = await openPage(FinderPage, 'creators');
    await opened.answer(path, aSearchPage([]));
    expect(opened.text).toContain('The directory is empty');
  });

  it('says what failed and tries again', async () => {
    const opened = await openPage(FinderPage, 'creators');
    await opened.refuse(path, 500, 'internal');
    expect(opened.text).toContain('Something failed on our side');
    await opened.press('Try again');
    await opened.answer(path, aSearchPage(named('Luna')));
    expect(names(opened)).toEqual(['Luna']);
  });

  it('says which filter of a link does not hold here', async () => {
    const opened = await openPage(FinderPage, 'creators?tier=koc&category=food');
    const fields = [{ field: 'query.tier', detail: 'is no tier of this workspace’s scheme' }];
    await opened.refuse(path, 400, 'invalid-input', 'GET', { fields });
    expect(opened.text).toContain('A filter of this link does not hold here');
    await opened.press('Without “Tier: KOC”');
    expect(opened.address).toBe('creators?category=food');
    opened.asked(path);
  });

  it('shows who somebody is, their figures, and where these stand among peers', async () => {
    const opened = await openPage(FinderPage, 'creators');
    await opened.answer(path, aSearchPage([aCreator({ figures: { growth30d: null } })], { total: 1234 }));
    expect(opened.text).toContain('1,234 creators');
    expect(opened.find('td.creator').textContent).toContain('@600000012 · Hangzhou · Food, Home');
    expect(opened.find('td.creator').textContent).toContain('Junior');
    const cells = [...opened.page.querySelectorAll('td.pr-number')].map((cell) =>
      cell.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(cells[0]).toBe('12.4K P41Percentile 41 among 140 peers of the same tier and main category');
    expect(cells[1]).toBe('–');
    expect(cells[4]).toMatch(/^¥1,200 P55.* Less is better\.$/);
    expect(cells[5]).toMatch(/^¥0\.38 P12/);
  });

  it('asks for exactly what its address says, and leaves out what makes no sense', async () => {
    const address =
      'creators?category=food,gardening&followers=10000..50000&readsMedian=9..1&audience=age:18-24:40,age:7:3&sort=imageReadCents&order=asc&columns=followers';
    const opened = await openPage(FinderPage, address);
    const { url } = opened.asked(path).request;
    expect(Object.fromEntries(new URLSearchParams(url.split('?')[1]))).toEqual({
      category: 'food',
      followers: '10000..50000',
      audience: 'age:18-24:40',
      sort: 'imageReadCents',
      order: 'asc',
    });
  });

  it('counts what each value would give, and keeps old rows until the new ones are in', async () => {
    const opened = await openPage(FinderPage, 'creators');
    await opened.answer(path, aSearchPage(named('Luna')));
    const food = labelled(opened, 'Food');
    expect(food.textContent).toMatch(/Food\s*12/);
    food.querySelector('input')?.click();
    await opened.settle();
    expect(opened.address).toBe('creators?category=food');
    expect(names(opened)).toEqual(['Luna']);
    await opened.answer(path, aSearchPage(named('Mei')));
    expect(names(opened)).toEqual(['Mei']);
    await opened.press('Remove filter Category Food');
    expect(opened.address).toBe('creators');
    opened.asked(path);
  });

  it('names the tiers of the workspace’s own scheme', async () => {
    const opened = await openPage(FinderPage, 'creators?tier=below');
    const tier = [
      { value: 'below', count: 2 },
      { value: 'koc', count: 5 },
      { value: 'base', count: 1 },
      { value: 'waist', count: 1 },
      { value: 'head', count: 0 },
    ];
    const page = aSearchPage(named('Luna'));
    await opened.answer(path, { ...page, facets: { ...page.facets, tier } });
    expect(opened.button('Remove filter Tier').getAttribute('aria-label')).toContain('Below KOC');
  });

  it('reads 1.2万 as a figure, leaves it as it was typed, and goes back by one step', async () => {
    const opened = await openPage(FinderPage, 'creators');
    TestBed.inject(Router).setUpLocationChangeListener();
    await opened.answer(path, aSearchPage(named('Luna')));
    const least = '[aria-label="Followers, at least"]';
    await opened.type(least, '1.2万');
    await paused();
    await opened.settle();
    expect(opened.address).toBe('creators?followers=12000..');
    await opened.answer(path, aSearchPage(named('Luna')));
    expect(opened.find<HTMLInputElement>(least).value).toBe('1.2万');
    await opened.type(least, '1.3万');
    await paused();
    await opened.settle();
    expect(opened.address).toBe('creators?followers=13000..');
    opened.asked(path);
    TestBed.inject(Location).back();
    await opened.settle();
    expect(opened.address).toBe('creators');
    expect(opened.find<HTMLInputElement>(least).value).toBe('');
    opened.asked(path);
  });

  it('explains a range that nobody can fit instead of asking for it', async () => {
    const opened = await openPage(FinderPage, 'creators?imageCents=100000..');
    await opened.answer(path, aSearchPage(named('Luna')));
    expect(opened.find<HTMLInputElement>('[aria-label="Image note quote, at least"]').value).toBe('1000');
    await opened.type('[aria-label="Image note quote, at most"]', '500');
    await paused();
    await opened.settle();
    expect(opened.text).toContain('The minimum is above the maximum');
    expect(opened.address).toBe('creators?imageCents=100000..');
    await opened.type('[aria-label="Image note quote, at most"]', 'abc');
    await paused();
    await opened.settle();
    expect(opened.text).toContain('Write a number such as 12000 or 12k.');
  });

  it('says which filter to take away when nobody fits', async () => {
    const opened = await openPage(FinderPage, 'creators?category=food&imageCents=..10000');
    const wouldFit = [
      { without: 'imageCents', count: 1200 },
      { without: 'category', count: 3 },
      { without: 'blacklisted', count: 1 },
    ];
    await opened.answer(path, aSearchPage([], { wouldFit }));
    expect(opened.text).toContain('Nobody fits all of this');
    expect(opened.text).toContain('Without “Image note quote: ≤ ¥100”');
    expect(opened.text).toContain('1,200 would fit');
    await opened.press('With blacklisted creators');
    expect(opened.address).toContain('blacklisted=show');
    opened.asked(path);
    await opened.press('Without “Category: Food”');
    expect(opened.address).toBe('creators?imageCents=..10000&blacklisted=show');
    opened.asked(path);
  });

  it('says that a short link names nobody', async () => {
    const opened = await openPage(FinderPage, 'creators?q=xhslink.com/abc');
    await opened.answer(path, aSearchPage([], { hint: 'short-link' }));
    expect(opened.text).toContain('A short link names nobody until it is opened');
  });

  it('begins with the cheapest where less is better, and turns round', async () => {
    const opened = await openPage(FinderPage, 'creators');
    await opened.answer(path, aSearchPage(named('Luna')));
    await opened.press('Cost per read, image');
    expect(opened.address).toBe('creators?sort=imageReadCents&order=asc');
    await opened.answer(path, aSearchPage(named('Luna')));
    expect(opened.find('th[aria-sort=ascending]').textContent).toContain('Cost per read, image');
    await opened.press('Lowest first');
    expect(opened.address).toBe('creators?sort=imageReadCents');
    opened.asked(path);
  });

  it('shows another column without asking again', async () => {
    const opened = await openPage(FinderPage, 'creators');
    await opened.answer(path, aSearchPage([aCreator({ figures: { activeOrders: 3 } })]));
    await opened.press('Columns');
    await opened.press('Orders in progress');
    expect(opened.address).toContain('activeOrders');
    expect(opened.find('thead').textContent).toContain('Orders in progress');
    opened.http.expectNone((request) => request.url.startsWith(path));
  });

  it('adds the next page below, whoever comes twice once, and keeps the rows when it does not come', async () => {
    const opened = await openPage(FinderPage, 'creators');
    const [first, second, third] = named('first', 'second', 'third');
    if (!first || !second || !third) throw new Error('three creators are named');
    await opened.answer(path, aSearchPage([first, second], { nextCursor: 'after-second' }));
    await opened.press('Load more');
    opened.asked(path).flush(null, { status: 503, statusText: 'unavailable' });
    await opened.settle();
    expect(opened.text).toContain('The next creators did not come.');
    await opened.press('Try again');
    const next = opened.asked(path);
    expect(next.request.params.get('cursor')).toBe('after-second');
    next.flush(aSearchPage([second, third]));
    await opened.settle();
    expect(names(opened)).toEqual(['first', 'second', 'third']);
    expect(opened.text).not.toContain('Load more');
  });

  it('picks two to five for a comparison, and keeps them when the filters change', async () => {
    const opened = await openPage(FinderPage, 'creators');
    const rows = named('a', 'b', 'c', 'd', 'e', 'f');
    await opened.answer(path, aSearchPage(rows));
    const boxes = () => [...opened.page.querySelectorAll<HTMLInputElement>('td.creator input')];
    boxes()[0]?.click();
    await opened.settle();
    expect(opened.text).toContain('Pick one more to compare');
    for (const box of boxes().slice(1, 5)) box.click();
    await opened.settle();
    expect(boxes()[5]?.disabled).toBe(true);
    await opened.press('Remove c from the comparison');
    const ids = [1, 2, 4, 5].map(creatorId).join(',');
    expect(decodeURIComponent(opened.button('Compare 4').getAttribute('href') ?? '')).toContain(`ids=${ids}`);
    expect(boxes()[5]?.disabled).toBe(false);
  });

  it('moves through the rows with j and k', async () => {
    const opened = await openPage(FinderPage, 'creators');
    await opened.answer(path, aSearchPage(named('first', 'second')));
    await opened.key('j', document.body);
    await opened.key('j');
    expect(document.activeElement?.textContent).toContain('second');
    expect(document.activeElement?.getAttribute('href')).toContain(`/creators/${creatorId(2)}`);
  });

  it('speaks Chinese with Chinese figures', async () => {
    const opened = await openPage(FinderPage, 'creators?imageCents=..150000', { language: 'zh-CN' });
    await opened.answer(path, aSearchPage([aCreator()]));
    expect(opened.text).toContain('阅读中位数');
    expect(opened.text).toContain('1.24万');
    expect(opened.text).toContain('在同量级、同主类目的 140 位博主中处于第 82 百分位');
    expect(opened.button('移除筛选').getAttribute('aria-label')).toBe('移除筛选：图文报价 ≤ ¥1,500');
  });
});

function labelled(opened: Opened, words: string): HTMLLabelElement {
  const found = [...opened.page.querySelectorAll('label')].find((one) => one.textContent?.includes(words));
  if (!found) throw new Error(`nothing is labelled ${words}`);
  return found;
}

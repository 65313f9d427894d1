import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { aCreator, aCreatorNote, creatorId } from '../../../testing/a-creator-record';
import { type Opened, openPage, workspaceId } from '../../../testing/opened';
import CreatorPage from './creator-page';

const path = `/api/v1/creators/${creatorId}`;
const notesPath = `${path}/notes`;
const open = (query = '', setting: Parameters<typeof openPage>[2] = {}) =>
  openPage(CreatorPage, `creators/${creatorId}${query}`, { ...setting, route: 'creators/:creatorId' });

async function answered(opened: Opened, view = aCreator(), notes = [aCreatorNote()]) {
  opened.asked(path).flush(view);
  await opened.settle();
  opened.asked(`${path}/in-files`).flush({ observed: null });
  opened.asked(notesPath).flush({ items: notes, nextCursor: null });
  await opened.settle();
}

describe('the page of a creator', () => {
  it('holds the room of what comes while it waits', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the creator');
    expect(opened.find('h1').textContent).toBe('Creator');
    opened.asked(path);
  });

  it('says what failed and tries again', async () => {
    const opened = await open();
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    await answered(opened);
    expect(opened.find('h1').textContent).toBe('小满爱喝茶');
  });

  it.each([
    [404, 'not-found'],
    [400, 'invalid-input'],
  ] as const)('leads back to the search when nobody is there: %d', async (status, code) => {
    const opened = await open();
    await opened.refuse(path, status, code);
    expect(opened.text).toContain('No such creator');
    expect(opened.text).not.toContain('Try again');
    expect(opened.button('Find creators').getAttribute('href')).toMatch(/\/creators$/);
  });

  it('shows who it is and on what terms', async () => {
    const opened = await open();
    await answered(opened);
    expect(opened.text).toContain('Excellent health');
    expect(opened.text).toContain('Waist creator · 64K followers');
    expect(opened.text).toContain('Wuxi, Jiangsu');
    expect(opened.text).toContain('Image note quote¥1,200 takes orders');
    expect(opened.text).toContain('Video note quote¥1,800 takes no orders');
    expect(opened.text).toContain('慢半拍传媒');
    expect(opened.text).toContain('Measured30 days before 25 Nov');
    expect(opened.button('On the platform').getAttribute('href')).toBe(
      'https://www.xiaohongshu.com/user/profile/19c8e6b31ebca5dc09bc8138',
    );
  });

  it('puts key figures beside the peers, or says why one is not known', async () => {
    const opened = await open();
    const { figures, percentiles } = aCreator();
    await answered(
      opened,
      aCreator({
        figures: { ...figures, readsMedian: null },
        percentiles: { ...percentiles, readsMedian: null },
      }),
    );
    expect(opened.text).toContain('Median impressions52,300above 82% of peers');
    expect(opened.text).toContain('Median reads– no daily notes in 30 days');
    expect(opened.text).toContain('Peers: 140 creators of the same tier and main category (Waist, Food).');
  });

  it('shows the medians of daily and cooperation notes, by natural and by all traffic', async () => {
    const opened = await open();
    await answered(opened);
    const cells = [...opened.page.querySelectorAll('app-scope-matrix tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    );
    expect(cells).toEqual([
      ['Impressions', '52,300', '52,300', '30,100', '61,000'],
      ['Reads', '8,420', '8,420', '4,210', '6,315'],
      ['Interactions', '610', '610', '190', '260'],
    ]);
    expect(opened.text).toContain('Cooperation notes get 50% of the natural reads of daily notes.');
    expect(opened.text).toContain(
      'Promotion lifts the reads of cooperation notes to ×1.50 of the natural ones.',
    );
    expect(opened.text).toContain('Cooperation notes: fewer than 5, a hint and no more.');
  });

  it('says how far the audience may be off, and warns of a rough portrait', async () => {
    const opened = await open();
    await answered(opened);
    expect(opened.text).toContain('sample of 3,014 followers, within ±1.8 points');
    expect(opened.text).toContain(
      '76% are women, the largest age band is 18–24 (40%), and 70% live in cities',
    );
    expect(opened.text).not.toContain('Rough');
  });

  it('marks a portrait of few followers as rough, with the uncertainty beside every share', async () => {
    const opened = await open();
    const { audience } = aCreator();
    await answered(opened, aCreator({ audience: audience && { ...audience, sample: 120 } }));
    expect(opened.text).toContain('Rough: a sample of only 120 followers, up to ±8.8 points off');
    expect(opened.text).toContain('women76% ±8');
  });

  it('compares cost and service, with what the shares were counted from', async () => {
    const opened = await open();
    await answered(opened);
    expect(opened.text).toContain('Cost per read, image¥0.14below 18% of peers');
    expect(opened.text).toContain('Estimated CPUV–not given by the platform');
    expect(opened.text).toContain('Acceptance9 of 20 invitations45.0%above 82% of peers');
    expect(opened.text).toContain('Reply time50 minbelow 18% of peers');
    expect(opened.text).toContain('Orders cancelled1');
  });

  it('is a gate, not a shade: abnormal health and a vanished profile are said plainly', async () => {
    const opened = await open();
    await answered(opened, aCreator({ health: 'abnormal', deleted: true }));
    expect(opened.text).toContain('Do not book before that is cleared.');
    expect(opened.text).toContain('Gone from the platform: the profile is not there any more.');
    // Nobody is told that a vanished account is well.
    expect(opened.find('[meta], .meta').textContent).not.toContain('health');
  });

  it('stays whole for somebody of whom next to nothing is known', async () => {
    const opened = await open();
    const { figures, percentiles, medians } = aCreator();
    const nothing = (record: object) =>
      Object.fromEntries(Object.keys(record).map((key) => [key, null])) as never;
    await answered(
      opened,
      aCreator({
        platformId: null,
        categories: [],
        mcn: null,
        lastNoteAt: null,
        asOf: null,
        figures: { ...(nothing(figures) as typeof figures), followers: 12 },
        percentiles: nothing(percentiles),
        peers: 0,
        medians: Object.fromEntries(
          Object.keys(medians).map((key) => [
            key,
            { notes: 0, impressions: null, reads: null, interactions: null },
          ]),
        ) as typeof medians,
        sources: [],
        audience: null,
        service: { invitations: 0, accepted: 0, completed: 0, onTime: 0, cancelled: 0 },
        servedBrands: [],
        servedCategories: [],
        days: [],
      }),
      [],
    );
    expect(opened.text).toContain('There is no main category, so there are no peers.');
    expect(opened.text).toContain('No notes in 30 days, so there are no medians.');
    expect(opened.text).toContain('No reads in 30 days');
    expect(opened.text).toContain('There is no quote, so there is no cost to tell.');
    expect(opened.text).toContain('The platform gives no audience portrait of this creator.');
    expect(opened.text).toContain('No cooperation on record.');
    expect(opened.text).toContain('No note of this creator was seen.');
  });

  it('lists notes with what money added, and keeps the kind in the address', async () => {
    const opened = await open();
    await answered(opened);
    expect(opened.text).toContain('For 绒绒家纺');
    expect(opened.text).toContain('16,548');
    expect(opened.text).toContain('40,820');
    await opened.press('Cooperation');
    expect(opened.address).toContain('notes=cooperation');
    const asked = opened.asked(notesPath);
    expect(asked.request.url).toContain('scope=cooperation');
    asked.flush({ items: [], nextCursor: null });
    await opened.settle();
    expect(opened.text).toContain('No cooperation note was seen.');
  });

  it('goes back to the search it was opened from, also after the kind of notes was changed', async () => {
    const opened = await open();
    await answered(opened);
    expect(opened.button('All creators').getAttribute('href')).toBe(`/w/${workspaceId}/creators`);

    const router = TestBed.inject(Router);
    const search = `/w/${workspaceId}/creators?category=food&sort=readsMedian`;
    await router.navigateByUrl(search);
    await router.navigateByUrl(`/w/${workspaceId}/creators/${creatorId}`);
    await answered(opened);
    expect(opened.button('Back to the search').getAttribute('href')).toBe(search);
    await opened.press('Daily');
    opened.asked(notesPath).flush({ items: [], nextCursor: null });
    await opened.settle();
    expect(opened.button('Back to the search').getAttribute('href')).toBe(search);
    // What a reload finds.
    expect(TestBed.inject(Location).getState()).toMatchObject({ search });
  });

  it('speaks Chinese', async () => {
    const opened = await open('', { language: 'zh-CN' });
    await answered(opened);
    expect(opened.text).toContain('高于 82% 的腰部美食博主（140 位）');
    expect(opened.text).toContain('合作笔记的自然阅读是日常笔记的 50%。');
    expect(opened.text).toContain('女性 占 76%');
  });
});

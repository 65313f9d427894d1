import { aDeskToday, aTodayThing } from '../../../testing/a-desk';
import { aNote } from '../../../testing/a-note';
import { aStream } from '../../../testing/a-stream';
import { aMembership, aSession, openPage, type Opened } from '../../../testing/opened';
import HomePage from './home-page';

const path = '/api/v1/desk/today';
const open = (language: 'en' | 'zh-CN' = 'en'): Promise<Opened> =>
  openPage(HomePage, 'desk', {
    language,
    session: aSession('creator', { memberships: [aMembership('creator', 'creator')] }),
  });

describe('a creator’s first page', () => {
  it('shows that it is loading', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading your desk');
    opened.asked(path);
  });

  it('says what failed and tries again', async () => {
    const opened = await open();
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(path, aDeskToday());
    expect(opened.text).toContain('春茶图文');
  });

  it('shows what needs the desk, by when, and leads to the page that deals with it', async () => {
    const opened = await open();
    const near = aTodayThing({
      id: 'near',
      kind: 'near-verdict',
      title: '冷泡茶',
      who: null,
      cents: null,
      missing: 120,
      odds: 0.64,
      lapsesAt: null,
      urgency: 'later',
    });
    await opened.answer(path, aDeskToday({ things: [aTodayThing(), near], more: 3 }));
    expect(opened.text).toMatch(/Answer an offer ?春茶图文 ?林家茶 · ¥800/);
    expect(opened.text).toContain('120 impressions to go, odds of passing 64%');
    expect(opened.text).toContain('and 3 more');
    expect(opened.button('春茶图文').getAttribute('href')).toContain('/orders/66666666');
    expect(opened.text).not.toContain('Three steps');
  });

  it('shows the week with what it was before', async () => {
    const opened = await open('zh-CN');
    await opened.answer(path, aDeskToday());
    expect(opened.text).toContain('已结算收入');
    expect(opened.page.querySelectorAll('app-stat-tile')).toHaveLength(4);
  });

  it('gives a new desk three steps, checked off by what there is', async () => {
    const opened = await open();
    const steps = { creator: null, claimWaits: true, published: false, applied: true };
    await opened.answer(path, aDeskToday({ things: [], steps }));
    expect(opened.text).toContain('Three steps to begin');
    expect(opened.text).toContain('The platform looks at your claim');
    expect(opened.page.querySelectorAll('app-steps-card app-chip.passed')).toHaveLength(1);
    expect(opened.text).toContain('Nothing needs you');
    expect(opened.page.querySelectorAll('app-stat-tile')).toHaveLength(0);
  });

  it('shows how far notes are in their pools, and follows the stream', async () => {
    const opened = await open();
    const stream = aStream();
    await opened.answer(path, aDeskToday({ things: [] }));
    expect(opened.text).toContain('No note is climbing');
    stream.tells('pools');
    const climbing = [{ note: aNote(), impressions: 300, target: 500, odds: 0.5 }];
    await opened.answer(path, aDeskToday({ things: [], climbing }));
    expect(opened.text).toContain('300 of 500 impressions');
    expect(opened.text).toContain('odds 50%');
  });
});

import type { TodayThing } from '@poolrise/contracts';
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
    expect(opened.text).toMatch(/Answer an offer ?春茶图文 ?林家茶 · ¥800\.00 after the fee/);
    expect(opened.text).toContain('120 impressions to go, odds of passing 64%');
    expect(opened.text).toContain('Any moment');
    expect(opened.text).toContain('and 3 more');
    expect(opened.button('春茶图文').getAttribute('href')).toContain('/orders/66666666');
    expect(opened.text).not.toContain('Three steps');
  });

  it('names the step of a draft that is due or late, and gives no sign to what can wait', async () => {
    const opened = await open('zh-CN');
    const step = (id: string, changes: Partial<TodayThing>) =>
      aTodayThing({ id, kind: 'order-step', lapsesAt: '2026-12-04T04:00:00Z', urgency: 'later', ...changes });
    const things = [
      step('late', { kind: 'order-late', state: 'draft-due', urgency: 'overdue' }),
      step('outline', { state: 'outline-due', cents: 234_000 }),
      step('other', { state: 'to-publish', cents: null }),
    ];
    await opened.answer(path, aDeskToday({ things }));
    const lines = [...opened.page.querySelectorAll('app-things-card li')];
    const said = lines.map((line) => line.textContent.replace(/\s+/g, ' '));
    expect(said[0]).toMatch(/^交稿.*已逾期/);
    expect(said[1]).toMatch(/^交大纲.*到手 ¥2,340/);
    expect(said[1]).toContain('12月4日');
    expect(said[2]).toContain('轮到您了');
    expect(lines.map((line) => line.querySelectorAll('app-chip').length)).toEqual([1, 0, 0]);
  });

  it('says by when a draft on a topic has to be out and leads to it, and what an application brings at most', async () => {
    const opened = await open('zh-CN');
    const about = {
      who: '#冷泡茶',
      cents: null,
      lapsesAt: '2026-11-29T16:00:00Z',
      urgency: 'later',
    } as const;
    const draft = aTodayThing({ id: 'a', kind: 'topic-closing', place: ['write', 'draft-1'], ...about });
    const recruitment = aTodayThing({
      id: 'b',
      kind: 'recruitment-closing',
      title: '夏日',
      cents: 135_000,
      centsAtMost: true,
    });
    const voucher = aTodayThing({ id: 'c', kind: 'voucher-expiring', who: null, cents: 3_000 });
    await opened.answer(path, aDeskToday({ things: [recruitment, voucher, draft] }));
    expect(opened.text).toMatch(/草稿带本周话题，.*30日.*前发布才算参与/);
    expect(opened.text).toContain('最多到手 ¥1,350');
    expect(opened.text).not.toContain('到手 ¥30');
    expect(opened.button('草稿带本周话题').getAttribute('href')).toContain('/write/draft-1');
  });

  it('never says that a verdict is sure, nor gives odds of what lies above the largest pool', async () => {
    const opened = await open();
    const near = (id: string, odds: number | null) =>
      aTodayThing({ id, kind: 'near-verdict', missing: 15, odds, who: null, cents: null });
    const climb = (odds: number | null) => ({ note: aNote(), impressions: 185, nextCheckAt: 200, odds });
    await opened.answer(
      path,
      aDeskToday({ things: [near('a', 1), near('b', null)], climbing: [climb(0), climb(1), climb(null)] }),
    );
    expect(opened.text).toContain('15 impressions to go, odds of passing >99%');
    expect(opened.text).toContain('15 impressions to go, in the largest pool');
    const card = opened.find('app-climbing-card').textContent;
    expect(card).toContain('odds <1%');
    expect(card).toContain('odds >99%');
    expect(card).toContain('In the largest pool');
    expect(opened.text).not.toContain('100%');
  });

  it('shows the week with what it was before', async () => {
    const opened = await open('zh-CN');
    await opened.answer(path, aDeskToday());
    const heading = opened.find('h2.week');
    expect(heading.classList).not.toContain('pr-only-screen-reader');
    expect(heading.textContent).toMatch(/近七天\s+前六天加今天到现在/);
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
    const climbing = [{ note: aNote(), impressions: 150, nextCheckAt: 200, odds: 0.5 }];
    await opened.answer(path, aDeskToday({ things: [], climbing }));
    expect(opened.find('mat-progress-bar').getAttribute('aria-valuenow')).toBe('75');
    expect(opened.text).toContain('150 impressions, verdict at 200');
    expect(opened.text).toContain('odds 50%');
  });
});

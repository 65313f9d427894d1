import { aGrowth } from '../../testing/a-growth';
import { aStream } from '../../testing/a-stream';
import { aMembership, aSession, openPage, type Opened } from '../../testing/opened';
import GrowthPage from './growth-page';

const path = '/api/v1/growth';
const session = aSession('creator', { memberships: [aMembership('creator', 'creator')] });
const open = (language: 'en' | 'zh-CN' = 'en'): Promise<Opened> =>
  openPage(GrowthPage, 'growth', { language, session });

describe('the growth level', () => {
  it('shows that it is loading', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the growth level');
    opened.asked(path);
  });

  it('says what failed and tries again', async () => {
    const opened = await open();
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(path, aGrowth());
    expect(opened.text).toContain('Level 3 · Branch');
  });

  it('welcomes a desk that has nothing yet, and says what to do first', async () => {
    const opened = await open();
    await opened.answer(path, aGrowth({ level: 1, next: 2, reachedAt: null, judgedAt: null, history: [] }));
    expect(opened.text).toContain('Level 1 · Sprout');
    expect(opened.text).toContain('Nothing is written down yet');
    expect(opened.text).toContain('No open plan asks for a level now');
    expect(opened.button('Write a note').getAttribute('href')).toContain('/write');
  });

  it('says in figures what is missing to the next level', async () => {
    const opened = await open();
    await opened.answer(path, aGrowth());
    expect(opened.find('[aria-current=step]').textContent).toContain('Branch');
    expect(opened.text).toContain(
      'Missing: 2 more passed notes, 1 more note in pool 1, 1 more note in pool 2, 1,800 more natural reads, 1 more day with a note.',
    );
    expect(opened.text).toContain('1 of 2');
    expect(opened.text).toContain('1, at most 2');
  });

  it('shows the rules of every level beside the own figures, and how the level changed', async () => {
    const opened = await open();
    await opened.answer(path, aGrowth());
    const heads = [...opened.page.querySelectorAll('thead th')].map((head) => head.textContent?.trim());
    expect(heads).toHaveLength(8);
    expect(opened.text).toContain('300,000');
    expect(opened.text).toContain('Rose from level 2 to 3');
    expect(opened.text).toContain('Rules and names are this product’s own [P]');
  });

  it('says in Chinese until when a level is kept, what would hold it, and why', async () => {
    const opened = await open('zh-CN');
    const lacks = [{ rule: 'reachedPool2', have: 1, need: 2, missing: 1, met: false } as const];
    await opened.answer(
      path,
      aGrowth({
        level: 4,
        next: 5,
        falling: { at: '2026-12-20T16:10:00.000Z', toLevel: 3 },
        history: [
          {
            id: '99999999-0000-4000-8000-000000000003',
            ...{ step: 'warned', fromLevel: 4, toLevel: 4, at: '2026-11-20T16:10:00.000Z', lacks },
          },
        ],
      }),
    );
    expect(opened.text).toContain('目前的数据只够 3 级，4 级为您保留到');
    expect(opened.text).toContain('要保住等级：还差 2 篇过审笔记');
    expect(opened.text).toContain('当时的差距：还差 1 篇进入第 2 级流量池。');
  });

  it('lists the plans that ask for a level, and follows the stream', async () => {
    const opened = await open();
    const stream = aStream();
    const plan = {
      id: '77777777-0000-4000-8000-000000000001',
      name: { zh: '进阶计划', en: 'One step up' },
      growthLevelMin: 4,
      closesAt: '2026-12-20T16:00:00.000Z',
      open: false,
    };
    await opened.answer(path, aGrowth({ plans: [plan] }));
    expect(opened.text).toMatch(/One step up ?from level 4 .*level not met/);
    stream.tells('growth');
    await opened.settle();
    await opened.answer(path, aGrowth({ level: 4, plans: [{ ...plan, open: true }] }));
    expect(opened.text).toMatch(/One step up.*level met/);
  });
});

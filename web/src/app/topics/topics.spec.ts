import type { DeskTopic, TopicDeskView, TopicsView, WeeklyTopic } from '@poolrise/contracts';
import { shiftDay, topicWeek } from '@poolrise/domain';
import { aMembership, aSession, openPage } from '../../testing/opened';
import TopicDeskPage from './desk/topic-desk-page';
import TopicsPage from './topics-page';

const week = topicWeek(new Date());
const path = '/api/v1/topics';
const deskPath = '/api/v1/topic-desk';

const aTopic: WeeklyTopic = {
  id: '22222222-0000-4000-8000-000000000001',
  week,
  category: 'food',
  tag: '冷泡茶',
  titleZh: null,
  titleEn: 'Cold brew tea',
  pinned: false,
  searches: 240,
  searchesBefore: 80,
  weeks: [20, 20, 20, 20, 60, 60, 60, 60],
  change: { low: 2.3, mid: 3, high: 3.9 },
  notes: 7,
  readsPerNote: 210,
  performance: { low: 1.1, mid: 1.3, high: 1.6 },
  crowding: 0.5,
  texts: [{ text: '冷泡茶做法', searches: 90 }],
  best: [
    {
      id: '22222222-0000-4000-8000-000000000002',
      title: '冷泡茶的黄金比例',
      creator: '小满',
      impressions: 1_000,
      reads: 260,
      own: true,
    },
  ],
  computedAt: '2026-11-23T00:00:00Z',
  outcome: null,
  fit: { words: [{ word: '冷泡茶', notes: 3 }], category: true },
  mine: { notes: 2, reads: 1_240 },
};
const aView = (...topics: WeeklyTopic[]): TopicsView => ({
  week,
  weeks: [week],
  ownCategories: ['food'],
  topics,
  asOf: '2026-11-23T00:00:00Z',
});

describe('the topics of a week', () => {
  const open = () =>
    openPage(TopicsPage, 'topics', {
      session: aSession('owner', { memberships: [aMembership('owner', 'creator')] }),
    });

  it('shows that they are loading', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading topics');
    opened.asked(path);
  });

  it('shows this week where no day stands in the address', async () => {
    const opened = await openPage(TopicsPage, 'topics?week=next', {
      session: aSession('owner', { memberships: [aMembership('owner', 'creator')] }),
    });
    expect(opened.asked(path).request.urlWithParams).toBe(path);
    await opened.settle();
    expect(opened.text).toContain('This week');
  });

  it('says when topics come where there are none', async () => {
    const opened = await open();
    await opened.answer(path, aView());
    expect(opened.text).toContain('They come every Monday');
  });

  it('says what failed and tries again', async () => {
    const opened = await open();
    await opened.refuse(path, 403, 'role-too-low');
    await opened.press('Try again');
    await opened.answer(path, aView(aTopic));
    expect(opened.text).toContain('Cold brew tea');
  });

  it('says why each is one, how it fits, what I made of it, and leads to a draft', async () => {
    const opened = await open();
    await opened.answer(path, aView(aTopic));
    expect(opened.text).toContain('240 searches in 28 days, rising (×2.30–×3.90 of the 28 days before).');
    expect(opened.text).toContain('7 notes on it, 210 reads each.');
    expect(opened.text).toContain('Fits your 冷泡茶');
    expect(opened.text).toContain('Open, ×0.50');
    expect(opened.text).toContain('You took part: 2 notes, 1,240 reads');
    const link = [...opened.page.querySelectorAll('a')].find((a) => a.textContent.includes('Write on it'));
    expect(decodeURIComponent(link?.getAttribute('href') ?? '')).toContain(
      `write/new?topic=冷泡茶&category=food&from=${aTopic.id}`,
    );
  });

  it('says what came of a week that is over, and where it cannot tell', async () => {
    const opened = await open();
    const over: WeeklyTopic = {
      ...aTopic,
      week: shiftDay(week, -7),
      outcome: {
        notes: 6,
        reads: 900,
        judged: 5,
        passed: 4,
        others: { notes: 40, reads: 3_000, judged: 30, passed: 10 },
        ratio: null,
        comparison: 'cannot-tell',
      },
    };
    await opened.answer(path, aView(over));
    expect(opened.text).toContain('cannot be told');
    expect(opened.text).toContain('6 notes, 900 reads; 4 of 5 passed the first pool.');
    expect(opened.text).not.toContain('Write on it');
  });
});

describe('the topic desk', () => {
  const one: DeskTopic = {
    ...aTopic,
    origin: 'computed',
    state: 'published',
    publishAt: '2026-11-23T00:00:00Z',
    publishedAt: '2026-11-23T00:00:00Z',
    curatedBy: null,
    curatedAt: null,
    taken: { notes: 3, creators: 2 },
  };
  const aDesk = (...topics: DeskTopic[]): TopicDeskView => ({
    week,
    weeks: [shiftDay(week, 7), week],
    present: week,
    topics,
    asOf: '2026-11-23T00:00:00Z',
  });
  const open = () =>
    openPage(TopicDeskPage, 'topic-desk', {
      session: aSession('operator', { memberships: [aMembership('operator', 'platform')] }),
    });

  it('is loading, then empty with the next step', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]')).toBeTruthy();
    await opened.answer(deskPath, aDesk());
    expect(opened.text).toContain('You can add one of your own above.');
  });

  it('says what failed and tries again', async () => {
    const opened = await open();
    await opened.refuse(deskPath, 403, 'platform-only');
    await opened.press('Try again');
    await opened.answer(deskPath, aDesk(one));
    expect(opened.text).toContain('3 notes took part');
  });

  it('hides a topic as it is told', async () => {
    const opened = await open();
    await opened.answer(deskPath, aDesk(one));
    await opened.press('Hide');
    const asked = opened.asked(`${deskPath}/${one.id}`, 'POST');
    expect(asked.request.body).toEqual({
      state: 'hidden',
      pinned: false,
      titleZh: null,
      titleEn: 'Cold brew tea',
    });
  });

  it('asks for a tag before it adds one', async () => {
    const opened = await open();
    await opened.answer(deskPath, aDesk(one));
    await opened.press('Add topic');
    expect(opened.text).toContain('Type the tag that notes are to bear');
  });
});

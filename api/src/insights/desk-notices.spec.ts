import { freshDatabase, type TestDatabase } from '../../test/database';
import { aMember, aWorkspace } from '../../test/people';
import { aDesk } from '../../test/recruitments';
import { achievers, aPlan, rewardsOn } from '../../test/rewards';
import { NoticesQueries } from './notices.queries';

describe('the bell of a desk', () => {
  let database: TestDatabase;
  let queries: NoticesQueries;
  beforeAll(async () => {
    database = await freshDatabase();
    queries = new NoticesQueries(database.db);
  });
  afterAll(() => database.close());

  const bellOf = async (workspaceId: string) => {
    const person = await aMember(database.db, workspaceId, 'creator');
    const { items } = await queries.notices(workspaceId, { id: person.id, role: 'creator' }, { limit: 50 });
    return items;
  };
  const topic = (tag: string, category: string, score: number, state = 'published') =>
    database.owner(
      `insert into weekly_topic (week, category, tag, origin, state, figures, score, computed_at, publish_at, published_at)
       values (date_trunc('week', now() at time zone 'Asia/Shanghai')::date, $1, $2, 'computed', $3, '{}', $4, now(), now(), now())`,
      [category, tag, state, score],
    );

  it('tells the topics of the week once, those of its own categories, and nothing that is only proposed', async () => {
    await topic('冷泡茶', 'food', 2);
    await topic('围炉煮茶', 'food', 3);
    await topic('露营灯', 'travel', 9);
    await topic('未公开', 'food', 99, 'proposed');
    const [tea, untied, brand] = [
      await aDesk(database.db, { categories: ['food'] }),
      await aWorkspace(database.db, 'creator'),
      await aWorkspace(database.db, 'brand'),
    ];
    expect(await bellOf(tea.workspaceId)).toMatchObject([
      { kind: 'topics-published', title: '#围炉煮茶', count: 2, name: null, unread: true },
    ]);
    expect(await bellOf(untied)).toMatchObject([{ kind: 'topics-published', title: '#露营灯', count: 3 }]);
    expect(await bellOf(brand)).toEqual([]);
  });

  it('tells what can be claimed until it is or lapses, and what was decided of a claim', async () => {
    const platform = await aWorkspace(database.db, 'platform');
    const planId = await aPlan(database.db, platform, {});
    const [waits, held] = await achievers(database.db, planId, 2);
    if (!waits || !held) throw new Error('nobody came');
    const news = async (workspaceId: string) =>
      (await bellOf(workspaceId)).filter(({ kind }) => kind.startsWith('reward-'));
    expect(await news(waits.workspaceId)).toMatchObject([
      { kind: 'reward-claimable', subjectId: planId, name: { zh: expect.any(String) as string } },
    ]);

    await database.owner(
      `update reward_enrolment set hold_reasons = '{few-readers}' where workspace_id = $1`,
      [held.workspaceId],
    );
    const { claims } = rewardsOn(database.db);
    await claims.claim(held, planId, { requestKey: crypto.randomUUID() });
    expect(await news(held.workspaceId)).toEqual([]);
    const [claim] = await database.owner<{ id: string }>(
      'select id from reward_claim where workspace_id = $1',
      [held.workspaceId],
    );
    const operator = { ...held, workspaceId: platform };
    await claims.refuse(operator, claim?.id ?? '', '同一批读者反复打开');
    expect(await news(held.workspaceId)).toMatchObject([
      { kind: 'reward-refused', subjectId: planId, reason: '同一批读者反复打开' },
    ]);

    await database.owner(
      `update reward_plan set opens_at = opens_at - interval '90 days', closes_at = closes_at - interval '90 days' where id = $1`,
      [planId],
    );
    expect(await news(waits.workspaceId)).toEqual([]);
  });
});

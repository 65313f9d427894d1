import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aTaker, wishesOf } from '../../test/matching';
import { aBrand, type Someone } from '../../test/people';
import { FittingCreators } from '../creators/search/fitting-creators';
import { IndexFollower } from '../creators/search/index-follower';
import { BriefsService } from './briefs.service';
import { MatchCandidatesQueries } from './match-candidates';
import { MatchesService } from './matches.service';

describe('a brief that is held against the index in memory', () => {
  let database: TestDatabase;
  let follower: IndexFollower;
  let briefs: BriefsService;
  let lin: Someone;

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    lin = await aBrand(db);
    briefs = new BriefsService(db);
    follower = new IndexFollower({ DATABASE_URL: database.url });
    for (const about of [
      { name: 'Food', cents: 20_000 },
      { name: 'Both', categories: ['travel' as const, 'food' as const], cents: 30_000 },
      { name: 'Word', categories: ['travel' as const], words: ['春茶'], cents: 40_000 },
      { name: 'Closer', categories: ['home' as const], cents: 50_000 },
      { name: 'Other', categories: ['travel' as const], words: ['冷泡茶'] },
    ])
      await aTaker(db, about);
    await database.owner(`update creator set sub_categories = '{drinks}' where name = 'Closer'`);
    await database.owner(`update creator_figures set medians = '{"daily.natural": {"reads": 900}}'
      where creator_id = (select id from creator where name = 'Word')`);
    await follower.look();
  });
  afterAll(async () => {
    await follower.onApplicationShutdown();
    await database.close();
  });

  const both = async (over: Parameters<typeof wishesOf>[0]) => {
    // An index that has not looked for ten seconds is not asked.
    if (!follower.ready) await follower.look();
    const wishes = wishesOf(over);
    const { id } = await briefs.write(lin.workspaceId, lin, { wishes, requestKey: randomUUID() });
    const fitting = new FittingCreators(follower);
    expect(fitting.of({ category: 'food', subCategories: [], words: [], most: 1 })?.directory).toBe(5);
    const answers = [new MatchCandidatesQueries(), new MatchCandidatesQueries(fitting)];
    return Promise.all(
      answers.map((queries) =>
        new MatchesService(database.db, queries).list(lin.workspaceId, id, { offset: 0, limit: 20 }),
      ),
    );
  };

  it.each([
    ['its category, first or second', { category: 'food' as const }, 2],
    ['a word in titles', { category: 'pets' as const, keywords: [{ word: '春茶', weight: 1 }] }, 1],
    ['a closer subject', { category: 'pets' as const, subCategories: ['drinks'] }, 1],
    ['nobody', { category: 'pets' as const }, 0],
    [
      'any of these',
      { category: 'food' as const, subCategories: ['drinks'], keywords: [{ word: '春茶', weight: 1 }] },
      4,
    ],
  ])('finds by %s whom PostgreSQL finds, and counts alike', async (_, over, fitting) => {
    const [postgres, memory] = await both(over);
    // Each says when it was read; the rest is the same.
    expect({ ...memory, asOf: postgres?.asOf }).toEqual(postgres);
    expect(memory).toMatchObject({ directory: 5, fitting });
  });

  it('leaves out who was deleted since the index looked', async () => {
    await follower.look();
    await database.owner(`update creator set deleted_at = now() where name = 'Food'`);
    const [, memory] = await both({ category: 'food', keywords: [{ word: '新', weight: 1 }] });
    expect(memory?.items.map(({ creator }) => creator.name)).toEqual(['Both']);
  });
});

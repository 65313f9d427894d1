import { RandomStream } from '@poolrise/scenario';
import { tierSchemes, type TierScheme } from '@poolrise/domain';
import { aCreatorQuery, checkedQuery } from '../../../test/creator-queries';
import { freshDatabase, type TestDatabase } from '../../../test/database';
import { aDirectory } from '../../../test/directory';
import { CreatorImport } from '../import-creators';
import type { CreatorFindings, CreatorQuestion } from './creator-question';
import { findInIndex } from './find-in-index';
import { findInPostgres, type RunSql } from './find-in-postgres';
import { IndexFollower } from './index-follower';
import { readQuestion, readText } from './read-question';

const creators = 2_000;
const scheme = tierSchemes[0] as TierScheme;
const now = new Date('2026-11-02T00:00:00Z');

describe('the index of creators', () => {
  let database: TestDatabase;
  let follower: IndexFollower;
  let ids: string[];
  const run: RunSql = (sql, parameters) => database.owner(sql, parameters);

  beforeAll(async () => {
    database = await freshDatabase();
    expect(await new CreatorImport(database.db).run(aDirectory(creators))).toEqual({
      imported: creators,
      rejected: 0,
      rejections: [],
    });
    await database.owner(`update creator set deleted_at = now() where red_id like '%7'`);
    ids = (await database.owner<{ id: string }>('select id from creator order by red_id')).map(
      ({ id }) => id,
    );
    follower = new IndexFollower({ DATABASE_URL: database.url });
    await follower.look();
  });
  afterAll(async () => {
    await follower.onApplicationShutdown();
    await database.close();
  });

  function questionOf(query: Record<string, string>, random: RandomStream): CreatorQuestion {
    const checked = checkedQuery(query);
    const text = readText(checked);
    const some = (most: number) => random.sample(ids, random.below(most));
    return readQuestion(checked, {
      scheme: random.chance(0.5)
        ? scheme
        : (tierSchemes[random.below(query['tier'] ? 1 : tierSchemes.length)] ?? scheme),
      text: text && { ...text, named: random.chance(0.2) ? some(3) : [] },
      sets: {
        within: random.chance(0.1) ? some(1_500) : null,
        withoutLists: random.chance(0.1) ? some(300) : null,
        blacklisted: random.chance(0.1) ? some(100) : [],
      },
      now,
    });
  }

  const after = (question: CreatorQuestion, { rows }: CreatorFindings): CreatorQuestion | null => {
    const last = rows[question.limit - 1];
    return rows.length > question.limit && last ? { ...question, after: last } : null;
  };

  it('says of 150 random searches what PostgreSQL says: the page in order, the total, every facet, every way out', async () => {
    const random = new RandomStream('searches');
    const met = { empty: 0, many: 0, secondPages: 0, ranked: 0 };
    for (let round = 0; round < 150; round++) {
      const query = aCreatorQuery(random, random.below(6), random.chance(0.4));
      let question: CreatorQuestion | null = { ...questionOf(query, random), limit: 1 + random.below(30) };
      for (let page = 0; page < 3 && question; page++) {
        const found = findInIndex(follower.index, question);
        expect({ query, page, ...found }).toEqual({ query, page, ...(await findInPostgres(run, question)) });
        if (found.total === 0) met.empty++;
        if (found.total > 100) met.many++;
        if (page > 0) met.secondPages++;
        if (found.rows.some(({ rank }) => rank > 0)) met.ranked++;
        question = after(question, found);
      }
    }
    // The searches were neither all empty nor all the same.
    for (const times of Object.values(met)) expect(times).toBeGreaterThan(5);
  });

  it('walks through everybody once, page by page, in every order', () => {
    const live = creators - creators / 10;
    for (const sort of ['relevance', 'activeOrders', 'finishShare', 'lastNoteAt'])
      for (const order of ['asc', 'desc']) {
        const seen = new Set<string>();
        let question: CreatorQuestion | null = {
          ...readQuestion(checkedQuery({ sort, order, limit: '100' }), {
            scheme,
            text: null,
            sets: { within: null, withoutLists: null, blacklisted: [] },
            now,
          }),
        };
        while (question) {
          const found = findInIndex(follower.index, question);
          for (const { id } of found.rows.slice(0, question.limit)) seen.add(id);
          question = after(question, found);
        }
        expect([sort, order, seen.size]).toEqual([sort, order, live]);
      }
  });
});

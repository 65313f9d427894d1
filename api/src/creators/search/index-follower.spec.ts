import { tierSchemes, type TierScheme } from '@poolrise/domain';
import { RandomStream } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { aCreatorQuery, checkedQuery } from '../../../test/creator-queries';
import { freshDatabase, type TestDatabase } from '../../../test/database';
import { aDirectory } from '../../../test/directory';
import { CreatorImport } from '../import-creators';
import type { CreatorQuestion } from './creator-question';
import { findInIndex } from './find-in-index';
import { findInPostgres } from './find-in-postgres';
import { IndexFollower } from './index-follower';
import { readQuestion, readText } from './read-question';

const creators = 600;
const scheme = tierSchemes[0] as TierScheme;
const now = new Date('2026-11-02T00:00:00Z');

describe('the index that follows the database', () => {
  let database: TestDatabase;
  const followers: IndexFollower[] = [];
  const writers: pg.Client[] = [];

  beforeEach(async () => {
    database = await freshDatabase();
    await new CreatorImport(database.db).run(aDirectory(creators));
  });
  afterEach(async () => {
    for (const follower of followers.splice(0)) await follower.onApplicationShutdown();
    for (const writer of writers.splice(0)) await writer.end();
    await database.close();
  });

  async function aFollower(): Promise<IndexFollower> {
    const follower = new IndexFollower({ DATABASE_URL: database.url });
    followers.push(follower);
    await follower.look();
    return follower;
  }

  async function aWriter(): Promise<pg.Client> {
    const writer = new pg.Client({ connectionString: database.url });
    await writer.connect();
    writers.push(writer);
    return writer;
  }

  function questionOf(query: Record<string, string>): CreatorQuestion {
    const checked = checkedQuery({ limit: '100', ...query });
    const text = readText(checked);
    return readQuestion(checked, {
      scheme,
      text: text && { ...text, named: [] },
      sets: { within: null, withoutLists: null, blacklisted: [] },
      now,
    });
  }

  /** Everybody in some orders, and searches of every kind, against PostgreSQL. */
  async function expectTrue(follower: IndexFollower): Promise<void> {
    const random = new RandomStream('truth');
    const queries = [
      { sort: 'followers' },
      { sort: 'readsMedian' },
      ...Array.from({ length: 20 }, () => aCreatorQuery(random, random.below(4), random.chance(0.5))),
    ];
    for (const query of queries) {
      const question = questionOf(query);
      const found = findInIndex(follower.index, question);
      const right = await findInPostgres((sql, parameters) => database.owner(sql, parameters), question);
      expect({ query, ...found }).toEqual({ query, ...right });
    }
  }

  it('sees what a transaction wrote that began before a look and committed after it', async () => {
    const follower = await aFollower();
    const [slow, quick] = [await aWriter(), await aWriter()];
    await slow.query('begin');
    await slow.query(`update creator set followers = 7000000 where red_id = '600000001'`);
    await slow.query(`update creator_figures set finish_share = 0.5
      where creator_id in (select id from creator where red_id in ('600000002', '600000003'))`);
    // Others write, commit and are seen meanwhile, under numbers above and below.
    for (const redId of ['600000004', '600000005']) {
      await quick.query(`update creator set followers = followers + 1000 where red_id = $1`, [redId]);
      await follower.look();
      await expectTrue(follower);
    }
    await slow.query('commit');
    await follower.look();
    await expectTrue(follower);
    expect(findInIndex(follower.index, questionOf({ followers: '7000000..7000000' })).total).toBe(1);
  });

  it('lets go who is deleted, who is gone from the platform, and figures that are taken back; and finds who returns', async () => {
    const follower = await aFollower();
    const who = `(select id from creator where red_id = $1)`;
    await database.owner(`delete from creator where red_id = '600000010'`);
    await database.owner(`update creator set deleted_at = now() where red_id = '600000011'`);
    await database.owner(`delete from creator_figures where creator_id = ${who}`, ['600000012']);
    await follower.look();
    expect(follower.index.size).toBe(creators - 2);
    await expectTrue(follower);
    await database.owner(`update creator set deleted_at = null where red_id = '600000011'`);
    await database.owner(
      `insert into creator (id, name, search_name, red_id, followers, gender, city_tier, categories)
       values ($1, 'Back', 'back', '600000010', 5, 'female', 'tier1', '{food}')`,
      [randomUUID()],
    );
    await follower.look();
    expect(follower.index.size).toBe(creators);
    await expectTrue(follower);
  });

  it('agrees with a second process and with PostgreSQL after six writers went on at once, some for long, some in vain', async () => {
    const [one, two] = [await aFollower(), await aFollower()];
    let busy = true;
    const write = async (seed: number) => {
      const random = new RandomStream('writers', seed);
      const writer = await aWriter();
      for (let round = 0; round < 12; round++) {
        await writer.query('begin');
        for (let change = 0; change < 1 + random.below(4); change++) {
          // In the order of their ids, and each writer its own: nobody waits for somebody who waits.
          const redId = String(600_000_000 + seed * 100 + Math.min(99, change * 25 + random.below(25)));
          await writer.query(changes[random.below(changes.length)] ?? '', [redId]);
          await new Promise((resolve) => setTimeout(resolve, random.below(seed === 0 ? 60 : 10)));
        }
        await writer.query(random.chance(0.8) ? 'commit' : 'rollback');
      }
    };
    const look = async (follower: IndexFollower) => {
      while (busy) {
        await follower.look();
        await new Promise((resolve) => setTimeout(resolve, 7));
      }
      await follower.look();
    };
    const looking = Promise.all([look(one), look(two)]);
    await Promise.all(Array.from({ length: 6 }, (_, seed) => write(seed)));
    busy = false;
    await looking;
    await expectTrue(one);
    await expectTrue(two);
    expect(one.index.size).toBe(two.index.size);
  });

  it('follows by itself, also when its connection was cut', async () => {
    const follower = await aFollower();
    follower.onApplicationBootstrap();
    const followersOf = (count: number) =>
      findInIndex(follower.index, questionOf({ followers: `${count}..${count}` })).total;
    const until = async (count: number) => {
      for (let tries = 0; followersOf(count) === 0 && tries < 500; tries++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect(followersOf(count)).toBe(1);
    };
    await database.owner(`update creator set followers = 8000001 where red_id = '600000020'`);
    await until(8_000_001);
    await database.owner(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query ilike any(array['fetch%', 'commit', 'listen%'])`,
    );
    await database.owner(`update creator set followers = 8000002 where red_id = '600000021'`);
    await until(8_000_002);
    expect(follower.ready).toBe(true);
    await expectTrue(follower);
  });
});

const changes = [
  `update creator set followers = followers * 2 % 1000000, categories = '{food,travel}' where red_id = $1`,
  `update creator set name = 'Mia', search_name = 'mia', province = null, image_cents = null where red_id = $1`,
  `update creator set deleted_at = case when deleted_at is null then now() end where red_id = $1`,
  `update creator_figures set content_words = '{"咖啡","term3"}', active_share = 0.25
   where creator_id = (select id from creator where red_id = $1)`,
  `update creator_figures set audience_shares = '{}', medians = '{}' where creator_id = (select id from creator where red_id = $1)`,
  `delete from creator_figures where creator_id = (select id from creator where red_id = $1)`,
  `delete from creator where red_id = $1 and right(red_id, 1) = '9'`,
];

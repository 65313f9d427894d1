import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand, type Someone } from '../../test/people';
import { PoliciesService } from '../pools/policies.service';
import { FolkClaimsService } from './folk-claims.service';

describe('what is told without a control group', () => {
  let database: TestDatabase;
  let claims: FolkClaimsService;
  let lin: Someone;
  beforeAll(async () => {
    database = await freshDatabase();
    claims = new FolkClaimsService(database.db, new PoliciesService());
  });
  beforeEach(async () => {
    lin = await aBrand(database.db);
  });
  afterAll(() => database.close());

  /** Notes of which the n-th had so many reads in its first hour, and so much natural exposure in its first week. */
  const published = (notes: number, firstHour: string, week: string) =>
    database.owner(
      `with writer as (
         insert into creator (name, red_id, followers, gender, city_tier, categories)
         values ('小满', $2, 1200, 'female', 'tier1', '{food}') returning id
       ), note as (
         insert into note (workspace_id, creator_id, request_key, type, title, body, topics, category, language, disclosure,
           cover_hue, keywords, keyword_weights, audit_state, state, published_at)
         select $1, writer.id, gen_random_uuid(), 'image', n::text, '', '{}', 'food', 'zh', 'none', 1, '{}', '{}', 'passed', 'stopped',
           date_trunc('hour', now()) - interval '20 days' from writer, generate_series(1, $3::int) n returning id, title::int as n, published_at
       )
       insert into engagement_hour (note_id, workspace_id, hour, level, rail, impressions, clicks)
       select id, $1::uuid, published_at, 0, 1, 0, ${firstHour} from note
       union all select id, $1::uuid, published_at + interval '3 days', 0, 1, ${week}, 0 from note
       union all select id, $1::uuid, published_at + interval '3 days', 0, 3, 100000 - n, 0 from note`,
      [lin.workspaceId, randomUUID(), notes],
    );
  const verdictOf = async (claim: string) => {
    const { findings } = await claims.findings(lin.workspaceId);
    const { verdict, why, notes } = findings.find((finding) => finding.claim === claim) ?? {};
    return { verdict, why, notes };
  };

  it('is told apart on the notes that are there: a first hour that orders the week, and one that does not', async () => {
    await published(60, '10 * n', '1000 * n');
    expect(await verdictOf('first-hour-decides')).toEqual({ verdict: 'supported', why: null, notes: 60 });
    lin = await aBrand(database.db);
    await published(200, '10 * n', '1 + (n * 7919) % 211');
    expect(await verdictOf('first-hour-decides')).toMatchObject({ verdict: 'contradicted', notes: 200 });
  });

  it('is left open where there are too few notes, with the reason', async () => {
    await published(5, 'n', 'n');
    for (const claim of ['boost-kills-natural', 'label-lowers-exposure', 'first-hour-decides'])
      expect(await verdictOf(claim)).toMatchObject({ verdict: 'cannot-tell', why: 'too-few-notes' });
  });
});

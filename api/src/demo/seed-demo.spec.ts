import { demoPassword } from '@poolrise/scenario';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { freshDatabase, type TestDatabase } from '../../test/database';
import * as desk from '../../test/demo-desk';
import { auditSurprises, replayed } from '../../test/demo-history';
import { readKey } from '../accounts/key-token';
import { Passwords } from '../accounts/passwords';
import { sealOf } from '../collaborations/address-seal';
import { readConfig } from '../config';
import { sumCheck } from '../insights/sum-check';
import { seedDemo } from './seed-demo';

describe('the demo world', () => {
  let database: TestDatabase;
  let dataDir: string;
  const seed = () => seedDemo(readConfig({ DATABASE_URL: database.url, DATA_DIR: dataDir }));

  beforeAll(async () => {
    database = await freshDatabase();
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'poolrise-demo-'));
    await seed();
  }, 300_000);

  afterAll(async () => {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('holds the people, notes and thirty days that the demo promises', async () => {
    const [counted] = await database.owner<Record<string, number>>(
      `select (select count(*)::int from note) as notes, (select count(*)::int from creator) as creators,
              (select count(*)::int from workspace where kind = 'brand') as brands,
              (select count(*)::int from workspace where kind = 'agency') as agencies,
              (select count(*)::int from note_search) as found,
              (select extract(day from max(hour) - min(hour))::int from engagement_hour) as days,
              (select count(*)::int from note where state = 'climbing' and level > 0) as climbing`,
    );
    expect(counted).toMatchObject({ notes: 5003, found: 5003, brands: 3, agencies: 2, days: 29 });
    expect(counted?.['creators']).toBeGreaterThanOrEqual(2000);
    expect(counted?.['climbing']).toBeGreaterThan(50);
  });

  it('has a draft whose dark picture was replaced, pictures that can be seen, and a note that they cover', async () => {
    const [counted] = await database.owner<Record<string, unknown>>(
      `select (select json_agg(pictures order by version) from (
                 select version, count(*)::int as pictures from order_draft_media
                  where order_id = (select order_id from order_draft where version = 2) group by version) told) as drafts,
              (select count(*)::int from order_comment where anchor ->> 'field' = 'image') as pins,
              (select count(*)::int from note_media where cover) as covers,
              (select count(distinct color)::int from media) as colors, (select count(*)::int from media) as pictures`,
    );
    expect(counted).toMatchObject({ drafts: [2, 3], pins: 1, covers: 3, pictures: 12 });
    expect(counted?.['colors']).toBe(6);
    const files = await readdir(path.join(dataDir, 'media'), { recursive: true });
    expect(files.filter((file) => file.endsWith('original')).length).toBe(12);
  });

  it('has samples on their way and received, one of them sent again, with addresses that the product can read', async () => {
    const orders = await database.owner<{ id: string; state: string; parcels: object[]; sealed: Buffer }>(
      `select o.id, state, sample -> 'parcels' as parcels, sealed
         from cooperation_order o join order_address a on a.order_id = o.id order by state`,
    );
    expect(orders).toMatchObject([
      { state: 'draft-due', parcels: [{ receivedAt: null }, { missedAt: null }] },
      { state: 'sample-sent', parcels: [{ carrier: 'sf' }] },
    ]);
    const seal = sealOf(readConfig({ DATABASE_URL: database.url, DATA_DIR: dataDir }));
    for (const { id, sealed } of orders)
      expect(seal?.open(sealed, id)).toMatchObject({ province: 'zhejiang' });
  });

  it('has rewards in every state, one of which waits for Xiaoman, two claims that are held, and drafts of notes and of a plan', async () => {
    const open = ['open, achieved', 'open', 'open, held', 'open, held', 'open'];
    expect(await desk.rewardsOf(database)).toEqual(['ended, issued', ...open, 'draft']);
    expect(await desk.draftsOf(database)).toEqual(['draft: 1', 'published: 2, notes: 2', 'scheduled: 1']);
  });

  it('knows of readers of its desks who they are and how long they stayed', async () =>
    expect(await desk.missingOfReads(database)).toEqual([]));
  it('has months of earnings, orders that will pay, and product links that sell', async () =>
    expect(await desk.missingOfEarnings(database)).toEqual([]));
  it('has a growth level for every desk, with how it came to it, and licences in every state', async () => {
    expect(await desk.levelsOf(database)).toEqual({ xiaoman: 1, all_judged: true, told: true });
    expect(await desk.licencesOf(database)).toEqual(['refused: 1', 'submitted: 1', 'verified: 1']);
  });

  it('has a recruitment to which creators with desks apply, one that is filled, and a claim that waits', async () => {
    expect(await desk.recruitingOf(database)).toEqual({
      recruitments: 'open 0/3, closed 1/1',
      waiting: 4,
      claims: 1,
      desks: 9,
      rights: 1,
    });
  });

  it('has boosts under trial with what was counted of them, and the readers of whom there will be more', async () => {
    const rows = await database.owner<Record<string, unknown>>(
      `select state, holdout ->> 'metric' as metric, sum(readers) filter (where arm = 1)::int > 500 as held_out
       from boost join trial_lift_hour on trial_id = boost.id group by boost.id order by starts_at`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(rows.every((row) => row['held_out'])).toBe(true);
    expect(rows.at(-1)).toMatchObject({ state: 'running', metric: 'readers' });
    const [readers] = await database.owner<{ readers: number }>(
      'select count(*)::int as readers from feed_reader',
    );
    expect(readers?.readers).toBe(60_000);
  });

  it('has briefs to look at, a portfolio that waits for the worker, and one whose stress test does', async () => {
    const rows = await database.owner(
      `select product, jsonb_array_length(candidates) as candidates, portfolio.state, stress_test.state as test,
         jsonb_array_length(plan -> 'picks') = jsonb_array_length(inputs -> 'picks') as same
       from brief left join portfolio on portfolio.brief_id = brief.id
       left join stress_test on portfolio_id = portfolio.id
       order by brief.updated_at desc, portfolio.requested_at`,
    );
    expect(rows).toEqual([
      {
        product: expect.stringContaining('茉莉花茶') as string,
        candidates: 200,
        state: 'waiting',
        test: null,
        same: null,
      },
      {
        product: expect.stringContaining('茉莉花茶') as string,
        candidates: 60,
        state: 'done',
        test: 'waiting',
        same: true,
      },
      {
        product: expect.stringContaining('礼盒') as string,
        candidates: null,
        state: null,
        test: null,
        same: null,
      },
    ]);
  });

  it('has a campaign that runs, with the boosts and orders of its days, one for the next festival, and one that ended', async () => {
    const rows = await database.owner(
      `select campaign.state, budget_cents = (rails ->> 'creators')::bigint + (rails ->> 'boosts')::bigint + (rails ->> 'search')::bigint as split,
         budget_cents = (select sum((flight ->> 'budgetCents')::bigint) from jsonb_array_elements(flights) flight) as flown,
         (select count(*) > 0 from boost where campaign_id = campaign.id) as boosted,
         (select count(*)::int from cooperation_order where campaign_id = campaign.id) as orders,
         starts_at < now() as begun, ends_at > now() as open
       from campaign join workspace on workspace.id = workspace_id
       where workspace.name like '林家茶%' order by state`,
    );
    expect(rows).toEqual([
      { state: 'ended', split: true, flown: true, boosted: true, orders: 0, begun: true, open: false },
      { state: 'live', split: true, flown: true, boosted: true, orders: 4, begun: true, open: true },
      { state: 'planned', split: true, flown: true, boosted: false, orders: 0, begun: false, open: true },
    ]);
  });

  it('has a campaign that was kept from some readers, with what that found by the same counts as the worker writes', async () => {
    const [found] = await database.owner(
      `select count(distinct hour)::int > 100 as hours, sum(readers) filter (where arm = 1)::int > 1000 as held_out,
         sum(readers_acting) > sum(followers_acting) as more, min(hour) > min(starts_at) as later,
         (select count(*)::int from boost where boost.campaign_id = campaign_holdout.campaign_id and boost.holdout is not null) as nested
       from campaign_holdout join trial_lift_hour on trial_id = campaign_id group by campaign_id`,
    );
    expect(found).toEqual({ hours: true, held_out: true, more: true, later: true, nested: 0 });
  });

  it('has a boost in search whose keywords add up to it, and searches that no keyword meets', async () => {
    const [found] = await database.owner(
      `select count(*)::int as boosts, min(campaign_id::text) is not null as tied,
         bool_and(delivered_impressions = (select sum(impressions) from search_note_day where boost_id = boost.id)) as adds_up,
         (select count(*) > 10 from search_query_day where day = (now() at time zone 'Asia/Shanghai')::date) as searched,
         (select count(*) > 5 from search_note_day where boost_id = '00000000-0000-0000-0000-000000000000') as found
       from boost where placement = 'search'`,
    );
    expect(found).toEqual({ boosts: 1, tied: true, adds_up: true, searched: true, found: true });
  });

  it('has topics of three weeks at least, what came of one that is over, and no tag on a note of Xiaoman’s that is about something else', async () => {
    const topics = { weeks: true, of_food: true, came_of: true, about_it: true };
    expect(await desk.topicsOf(database)).toEqual(topics);
  });

  it('shows a directory of creators with what is measured of them, and keeps injected fraud apart', async () => {
    const [counted] = await database.owner<Record<string, number>>(
      `select (select count(*)::int from creator_figures where reads_median is not null) as measured,
              (select count(*)::int from creator_note) as notes,
              (select count(*)::int from creator_day) as days,
              (select count(*)::int from creator_label) as labelled,
              (select max(peers)::int from peer_band) as peers,
              (select count(*)::int from creator where deleted_at is not null) as deleted`,
    );
    expect(counted?.['measured']).toBeGreaterThan(1_500);
    expect(counted?.['notes']).toBeGreaterThan(15_000);
    expect(counted?.['days']).toBe(3_600 * 120);
    // Twelve in a hundred, see domain notes 3.5.
    expect(counted?.['labelled']).toBeGreaterThan(330);
    expect(counted?.['labelled']).toBeLessThan(540);
    expect(counted?.['peers']).toBeGreaterThan(50);
    expect(counted?.['deleted']).toBeGreaterThan(0);
  });

  it('has an agency with two clients, a proposal each, and answers to one of them', async () => {
    const rows = await database.owner(
      `select room.name, proposal.shared_version as shared, (figures -> 'creators')::int as creators,
         figures -> 'reach' ->> 'measured' is not null as reach, figures -> 'reads' -> 'low' is not null as forecast,
         (select count(*)::int from proposal_answer where proposal_id = proposal.id and verdict is not null) as answers
       from workspace room join proposal on proposal.workspace_id = room.id
       join proposal_version written on written.proposal_id = proposal.id and written.version = proposal.version
       where room.kind = 'client' order by room.name`,
    );
    expect(rows).toEqual([
      { name: '原野酸奶 Meadow Yogurt', shared: null, creators: 4, reach: true, forecast: true, answers: 0 },
      { name: '青屿咖啡 Islet Coffee', shared: 1, creators: 6, reach: true, forecast: true, answers: 3 },
    ]);
    const [pool] = await database.owner<{ contacts: number }>(
      'select count(*)::int as contacts from creator_contact',
    );
    expect(pool?.contacts).toBeGreaterThan(5);
  });

  it('knows how often the tests of credibility are wrong about its creators', async () => {
    const counts = await database.owner<Record<string, number>>('select * from credibility_count');
    expect(counts).toHaveLength(7);
    for (const { creators, labelled, honest, unjudged_honest, false_alarms } of counts as Record<
      string,
      number
    >[]) {
      expect(creators).toBe(3_600);
      expect((honest ?? 0) + (unjudged_honest ?? 0) + (labelled ?? 0)).toBe(creators);
      // Twice what the edges aim at, since one world is small.
      expect(false_alarms).toBeLessThan(0.04 * (honest ?? 0));
    }
    const [kept] = await database.owner<Record<string, number>>(
      `select (select count(*)::int from credibility_norm) as norms, (select count(*)::int from commenter_tie) as ties,
              (select sum(found)::int from credibility_count) as found`,
    );
    expect(kept?.['norms']).toBeGreaterThan(50);
    expect(kept?.['ties']).toBeGreaterThan(5_000);
    expect(kept?.['found']).toBeGreaterThan(500);
  });

  it('has a race that is over with its rounds and its winner, and one that was started yesterday', async () => {
    const races = await database.owner<{ state: string; judged: number; leads: boolean; whole: boolean }>(
      `select state, (select count(*)::int from race_round where race_id = race.id and verdicts is not null) as judged,
              leader_chance >= 0.3 as leads,
              not exists (select from race_round t where t.race_id = race.id and t.budget_cents <> (
                select sum(b.budget_cents) from race_boost u join boost b on b.id = u.boost_id
                 where u.race_id = t.race_id and u.round = t.number)) as whole
         from race order by created_at`,
    );
    expect(races).toEqual([
      { state: 'ended', judged: expect.any(Number) as number, leads: true, whole: true },
      { state: expect.any(String) as string, judged: 1, leads: true, whole: true },
    ]);
    expect(races[0]?.judged).toBeGreaterThanOrEqual(1);
  });

  it('has a request that waits for a second person, and rules with what they found', async () => {
    const asked = await database.owner<{ kind: string; state: string; fresh: boolean }>(
      `select kind, state, expires_at > now() and (command ->> 'version')::int = (select version from campaign where id = subject_id) as fresh
         from approval_request order by asked_at`,
    );
    expect(asked).toMatchObject([
      { kind: 'plan-campaign', state: 'approved' },
      { kind: 'change-campaign', state: 'waiting', fresh: true },
      { kind: 'publish-recruitment', state: 'waiting' },
    ]);
    // Below the limit by itself: the marketer has published another one since yesterday.
    expect(
      await database.owner(
        `select commits_cents::int as commits, alone_cents::int as alone, limit_cents::int as above
           from approval_request where kind = 'publish-recruitment'`,
      ),
    ).toEqual([{ commits: 2_200_000, alone: 990_000, above: 3_000_000 }]);
    expect(
      await database.owner(
        `select kind, count(*)::int as acts from commitment group by kind having count(*) > 0 order by kind`,
      ),
    ).toMatchObject([
      { kind: 'invite-creator' },
      { kind: 'launch-boost' },
      { kind: 'publish-recruitment', acts: 1 },
      { kind: 'start-race', acts: 1 },
    ]);
    const rules = await database.owner<{ state: string; done: number; would: number }>(
      `select state, (select count(*)::int from automation_hit where rule_id = rule.id and outcome = 'done') as done,
              (select count(*)::int from automation_hit where rule_id = rule.id and outcome = 'would') as would
         from automation_rule rule order by created_at`,
    );
    expect(rules.map(({ state }) => state)).toEqual(['live', 'dry-run']);
    const [live, trial] = rules;
    expect([live?.would, trial?.done]).toEqual([0, 0]);
    for (const found of [live?.done, trial?.would]) {
      expect(found).toBeGreaterThanOrEqual(1);
      expect(found).toBeLessThan(40);
    }
  });

  it('adds up: every impression, every cent, every balance, in the order of time', async () => {
    const results = await sumCheck((sql) => database.owner(sql));
    expect(results.filter(({ different }) => different > 0)).toEqual([]);
    expect(await desk.outOfOrder(database)).toEqual([]);
  });

  it('replays: stored evidence under the stored policy gives the stored verdict', async () => {
    expect(await replayed(database, 500)).toEqual({ looked: 500, differ: [] });
  });

  it('writes notes that the audit would answer as the history did', async () => {
    expect(await auditSurprises(database)).toEqual([]);
  });

  it('leaves sign-ins and a working key for its user alone', async () => {
    const logins = JSON.parse(await readFile(path.join(dataDir, 'demo-logins.json'), 'utf8')) as {
      email: string;
    }[];
    expect(logins.map(({ email }) => email)).toContain('mei@poolrise.demo');
    const [mei] = await database.owner<{ password_hash: string }>(
      `select password_hash from person where email = 'mei@poolrise.demo'`,
    );
    expect(await new Passwords().verify(mei?.password_hash ?? null, demoPassword)).toBe(true);

    const key = readKey(await readFile(path.join(dataDir, 'reader-key'), 'utf8'));
    expect(await database.owner('select secret_hash from api_key where id = $1', [key?.id])).toEqual([
      { secret_hash: key?.hash },
    ]);
    for (const file of ['demo-logins.json', 'reader-key'])
      expect((await stat(path.join(dataDir, file))).mode & 0o777).toBe(0o600);
  });

  it('does nothing the second time, but replaces a lost key', async () => {
    const before = await database.owner('select count(*) from note');
    await rm(path.join(dataDir, 'reader-key'));
    await seed();
    expect(await database.owner('select count(*) from note')).toEqual(before);
    const key = readKey(await readFile(path.join(dataDir, 'reader-key'), 'utf8'));
    expect(await database.owner('select secret_hash from api_key where id = $1', [key?.id])).toEqual([
      { secret_hash: key?.hash },
    ]);
  });
});

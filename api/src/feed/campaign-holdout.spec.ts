import type {
  BoostView,
  CampaignHoldoutPreview,
  CampaignLiftView,
  CampaignView,
  ItemChanges,
  Problem,
} from '@poolrise/contracts';
import { armOf } from '@poolrise/domain';
import { readerAt } from '@poolrise/scenario';
import { aCampaignTrialStage, type CampaignTrialStage, happens, type Visit } from '../../test/campaign-trial';
import { anAsk } from '../../test/money';
import { aMember, aWorkspace, browserOf } from '../../test/people';
import { LiftCountsService } from '../lift/lift-counts.service';
import { openTrialsSql } from '../lift/trials';
import { readerKey } from './reader-history';

const readers = 300;
const share = 0.5;
const hourMs = 3_600_000;
const holdout = { share, metric: 'readers' as const, minimumEffect: 0.05 };
/** Looks are an hour apart: readers are put so many hours apart from one another. */
const hours = 60;
const aaRuns = 100;
/** As many alarms as an honest five in a hundred passes with a probability of 999 in 1,000. */
const alarmsMost = 0.05 * aaRuns + 3.1 * Math.sqrt(aaRuns * 0.05 * 0.95);

let stage: CampaignTrialStage;
let boosts: { fed: string; searched: string; late: string };
const visits = new Map<number, Visit>();

beforeAll(async () => (stage = await aCampaignTrialStage()), 60_000);
afterAll(() => stage.close());

const at = (path = '') => `/campaigns/${stage.campaign.id}${path}`;
const register = (ask: object = holdout) => stage.call('POST', at('/holdout'), ask);
const lift = async () => (await stage.call('GET', at('/lift'))).json<CampaignLiftView>();
const campaign = async () => (await stage.call('GET', at())).json<CampaignView>();
const move = async (name: string) =>
  stage.call('POST', at('/moves'), { move: name, version: (await campaign()).version });
const codeOf = (answer: { statusCode: number; json: <T>() => T }) => [
  answer.statusCode,
  answer.json<Problem>().code,
];
const rows = () =>
  stage.database.owner<{ key: string; arm: number }>(
    'select reader_key as key, arm from trial_opportunity where trial_id = $1 order by 1',
    [stage.campaign.id],
  );
const keyOf = (reader: number) => readerKey(stage.platform, readerAt('campaign', reader).attributes.id);
const saltOf = async () => {
  const sql = `select registration ->> 'salt' as salt from campaign_holdout`;
  return (await stage.database.owner<{ salt: string }>(sql))[0]?.salt ?? '';
};
const heldOut = async (reader: number) =>
  armOf(keyOf(reader), { salt: await saltOf(), share }) === 'held-out';
const paidOn = (page: Visit['feed']) => page.slots.filter(({ sponsored }) => sponsored);
const own = () => Object.values(stage.notes);
const counted = () => stage.server.app.get(LiftCountsService).countDue(new Date(Date.now() + 80 * hourMs));
/** As if nobody had been counted yet. */
const uncounted = async () => {
  await stage.database.owner('delete from trial_lift_hour');
  await stage.database.owner('update trial_opportunity set counted_at = null');
};

it('says in the open what the holdout would find out, and advises where it never could', async () => {
  const preview = async (ask: object) =>
    (await stage.call('POST', at('/holdout/preview'), ask)).json<CampaignHoldoutPreview>();
  const good = await preview(holdout);
  expect(good).toMatchObject({ refusal: null, impressions: 200_000, windowHours: 72 });
  expect(good.plan?.canTell).toBe(true);
  expect(good.plan?.readersExpected).toBeGreaterThan(2_900);

  const small = { ...holdout, minimumEffect: 0.001 };
  const advised = await preview(small);
  expect(advised.refusal?.code).toBe('campaign-holdout-cannot-tell');
  expect(advised.plan?.smallestEffect).toBeGreaterThan(0.001);
  expect(codeOf(await register(small))).toEqual([409, 'campaign-holdout-cannot-tell']);
  expect(codeOf(await stage.call('GET', at('/lift')))).toEqual([404, 'campaign-without-holdout']);
});

it('may be withdrawn until something begins, and keeps the time of the campaign meanwhile', async () => {
  expect((await register()).statusCode).toBe(201);
  // A second press writes nothing; another ask is another holdout.
  expect((await register()).statusCode).toBe(201);
  expect(codeOf(await register({ ...holdout, share: 0.1 }))).toEqual([409, 'campaign-holdout-registered']);
  expect(await campaign()).toMatchObject({ holdout, begun: false });

  const { name, goal, flights, rails, audience, keywords, negatives, kpis, guards, version } =
    await campaign();
  const later = flights.map((flight) => ({ ...flight, to: new Date(Date.parse(flight.to) + hourMs) }));
  const fields = { name, goal, rails, audience, keywords, negatives, kpis, guards, version };
  expect(codeOf(await stage.call('POST', at(), { ...fields, flights: later }))).toEqual([
    409,
    'campaign-holdout-fixed',
  ]);
  expect((await stage.call('POST', at(), { ...fields, flights, name: '冬茶' })).statusCode).toBe(200);

  expect((await stage.call('DELETE', at('/holdout'))).statusCode).toBe(204);
  expect((await register()).statusCode).toBe(201);
  await expect(
    stage.database.owner(`update campaign_holdout set registration = registration || '{"alpha": 0.2}'`),
  ).rejects.toThrow('stays as it is');
  expect((await lift()).registration).not.toHaveProperty('salt');
});

it('lets no second trial in: no boost with a holdout of its own, and no note that has one elsewhere', async () => {
  const { workspaceId, notes } = stage;
  const trial = { share: 0.2, metric: 'readers' as const, minimumEffect: 0.05 };
  const ask = (over: object) => anAsk({ workspaceId, noteId: notes.late }, { durationHours: 48, ...over });
  const campaignId = stage.campaign.id;
  expect(codeOf(await stage.call('POST', '/boosts', ask({ holdout: trial, campaignId })))).toEqual([
    409,
    'holdout-within-holdout',
  ]);
  const alone = (await stage.call('POST', '/boosts', ask({ holdout: trial }))).json<BoostView>();
  expect(codeOf(await stage.call('POST', '/boosts', ask({ campaignId })))).toEqual([
    409,
    'note-under-holdout',
  ]);
  const tie = { action: 'tie', boostIds: [alone.id], orderIds: [] };
  const answer = (await stage.call('POST', at('/items'), tie)).json<ItemChanges>();
  expect(answer.items).toMatchObject([{ verdict: 'under-other-holdout' }]);
  // Its trial never was: the note is free again.
  await stage.database.owner('delete from boost_voucher');
  await stage.database
    .owner(`update boost set ended_at = now() - interval '2 days', ends_at = now() - interval '2 days',
    starts_at = now() - interval '4 days', state = 'stopped', next_settle_at = null`);
});

it('serves the held-out nothing that is paid for it, in the feed or in search, and everything else alike', async () => {
  const { notes, launch, begin } = stage;
  boosts = {
    fed: await launch(notes.fed),
    searched: await launch(notes.searched, { placement: 'search' }),
    late: await launch(notes.late, { campaignId: undefined }),
  };
  expect((await move('plan')).statusCode).toBe(200);
  expect((await move('start')).statusCode).toBe(200);
  await begin(boosts.fed, boosts.searched);
  await stage.heard(({ boosts: { trials } }) => trials.has(notes.fed) && trials.has(notes.searched));
  expect((await campaign()).begun).toBe(true);
  expect(codeOf(await stage.call('DELETE', at('/holdout')))).toEqual([409, 'campaign-holdout-fixed']);

  for (let first = 0; first < readers; first += 6)
    await Promise.all(
      Array.from({ length: 6 }, async (_, next) => visits.set(first + next, await stage.visit(first + next))),
    );
  const taken = new Map((await rows()).map(({ key, arm }) => [key, arm]));
  expect(taken.size).toBeGreaterThan(0.8 * readers);
  const seen = { feed: 0, search: 0 };
  for (const [reader, { feed, search }] of visits) {
    const paid = { feed: paidOn(feed).length, search: paidOn(search).length };
    expect(feed.slots).toHaveLength(20);
    // A search finds both notes by themselves, whoever searches: an advert stands in for its own.
    const found = search.slots.filter(({ noteId }) => own().includes(noteId)).length;
    if (reader % 3) expect([search.slots.length, found]).toEqual([10, 2]);
    if (await heldOut(reader)) expect([reader, paid]).toEqual([reader, { feed: 0, search: 0 }]);
    else if (taken.has(keyOf(reader))) expect(paid.feed + paid.search).toBeGreaterThan(0);
    seen.feed += paid.feed;
    seen.search += paid.search;
  }
  expect(seen.feed).toBeGreaterThan(readers / 6);
  expect(seen.search).toBeGreaterThan(readers / 6);
  const out = [...taken.values()].filter((arm) => arm === 1).length;
  // Chi-square with one degree of freedom: 99.9 % of honest draws stay below 10.8.
  expect((out - taken.size * share) ** 2 / (taken.size * share * (1 - share))).toBeLessThan(10.8);
}, 120_000);

it('raises hardly a false alarm when readers do what they would have done anyway, looked at every hour (A/A)', async () => {
  // By the luck of each reader alone: a quarter read the note that nobody paid for.
  for (const [reader, { feed, search }] of visits)
    if (happens('reads', reader, 0.25)) {
      const slot = [...search.slots, ...feed.slots].find(({ noteId }) => noteId === stage.notes.plain);
      await stage.report(['click', slot?.token]);
    }
  const met = await rows();
  await stage.database.owner(
    `update trial_opportunity set first_at = first_at - make_interval(hours => at.hour) from unnest($1::bigint[], $2::integer[]) at(key, hour)
      where reader_key = at.key`,
    [met.map(({ key }) => key), met.map((_, place) => place % hours)],
  );
  let alarms = 0;
  let looks = 0;
  for (let run = 0; run < aaRuns; run++) {
    const arms = met.map(({ key }) => (armOf(key, { salt: `a/a ${run}`, share }) === 'held-out' ? 1 : 0));
    await stage.database.owner(
      `update trial_opportunity set arm = drawn.arm, counted_at = null from unnest($1::bigint[], $2::smallint[]) drawn(key, arm)
        where reader_key = drawn.key`,
      [met.map(({ key }) => key), arms],
    );
    await stage.database.owner('delete from trial_lift_hour');
    await counted();
    const { verdict, band, counts } = await lift();
    expect(counts.exposed.acting + counts.heldOut.acting).toBeGreaterThan(50);
    if (verdict !== 'not-yet') alarms++;
    looks += band.length;
  }
  expect(alarms).toBeLessThanOrEqual(alarmsMost);
  expect(looks / aaRuns).toBeGreaterThan(hours / 2);
  process.stdout.write(
    `A/A of a campaign: ${alarms} false alarms in ${aaRuns} trials of ${met.length} readers with ${Math.round(looks / aaRuns)} looks each\n`,
  );
  await stage.database.owner(
    `update trial_opportunity set arm = drawn.arm from unnest($1::bigint[], $2::smallint[]) drawn(key, arm) where reader_key = drawn.key`,
    [met.map(({ key }) => key), met.map(({ arm }) => arm)],
  );
}, 120_000);

it('finds the lift that was planted, in what is read, followed and searched for, and says what other notes had of it', async () => {
  let again = 0;
  for (const [reader, { feed, search }] of visits) {
    const slot = [...paidOn(feed), ...paidOn(search)][0];
    if (slot && happens('is won', reader, 0.6)) {
      await stage.report(['click', slot.token], ['follow', slot.token]);
      // Whoever was won looks for more of it later; of all others a tenth do.
      await stage.search(reader, '冷泡茶 推荐');
      again++;
    } else if (happens('comes back', reader, 0.1)) await stage.search(reader, '免费 冷泡茶');
  }
  await uncounted();
  await counted();
  const view = await lift();
  expect(view).toMatchObject({
    verdict: 'lift',
    notes: 2,
    endedEarly: false,
    incrementality: { high: expect.any(Number) },
  });
  expect(view.incrementality?.low).toBeGreaterThan(0);
  expect(view.decidedAt).not.toBeNull();
  expect(view.spentCents).toBe(0);
  // Its time is not over, so money is not yet put against what it brought.
  expect(view.extraReaderCostCents).toBeNull();

  const [sums] = await stage.database.owner<Record<string, number>>(
    `select sum(readers)::int as readers, sum(followers_acting)::int as followers,
       sum(searchers_acting) filter (where arm = 0)::int as searchers, sum(searchers_acting) filter (where arm = 1)::int as others,
       sum(other_read)::int as "otherRead" from trial_lift_hour where trial_id = $1`,
    [stage.campaign.id],
  );
  // The first search of all was what they were taken in at, or came after the feed had; both arms alike.
  expect(sums?.['readers']).toBe((await rows()).length);
  expect(sums?.['followers']).toBe(again);
  expect(sums?.['searchers']).toBeGreaterThanOrEqual(again);
  expect(sums?.['otherRead']).toBeGreaterThan(30);
  const beside = view.beside.find(({ measure }) => measure === 'other-read');
  expect([beside?.exposed.readers, beside?.heldOut.readers]).toEqual([
    view.counts.exposed.readers,
    view.counts.heldOut.readers,
  ]);
});

it('keeps what is tied later from the same readers, lets nothing go, and shows the brand alone', async () => {
  await stage.begin(boosts.late);
  const tie = (action: string) =>
    stage.call('POST', at('/items'), { action, boostIds: [boosts.late], orderIds: [] });
  expect((await tie('tie')).json<ItemChanges>().items).toMatchObject([{ verdict: 'change' }]);
  await stage.heard(({ boosts: { trials } }) => trials.has(stage.notes.late));
  const shown = { exposed: 0, 'held-out': 0 };
  for (let reader = 1_000; reader < 1_040; reader++) {
    const page = await stage.feed(reader);
    const arm = (await heldOut(reader)) ? 'held-out' : 'exposed';
    if (paidOn(page).some(({ noteId }) => own().includes(noteId))) shown[arm]++;
  }
  expect(shown.exposed).toBeGreaterThan(4);
  expect(shown['held-out']).toBe(0);
  expect((await tie('untie')).json<ItemChanges>().items).toMatchObject([{ verdict: 'kept-by-holdout' }]);

  const { db } = stage.database;
  const foreign = await browserOf(db, await aMember(db, await aWorkspace(db), 'owner'));
  for (const [method, path] of [
    ['GET', '/lift'],
    ['POST', '/holdout'],
    ['DELETE', '/holdout'],
  ] as const)
    expect(
      (await stage.call(method, at(path), method === 'POST' ? holdout : undefined, foreign)).statusCode,
    ).toBe(404);
});

it('says so when it was ended early, takes nobody in any more, and still holds back', async () => {
  const before = (await rows()).length;
  expect((await move('end')).statusCode).toBe(200);
  await stage.heard(({ boosts: { trials } }) => trials.get(stage.notes.fed)?.takesIn === false);
  const view = await lift();
  expect(view).toMatchObject({ state: 'ended', endedEarly: true });
  expect(Date.parse(view.endedAt ?? '')).toBeLessThan(Date.parse(view.registration.endsAt));
  for (let reader = 2_000; reader < 2_020; reader++) {
    const page = await stage.feed(reader);
    if (await heldOut(reader)) expect(paidOn(page)).toEqual([]);
  }
  expect(await rows()).toHaveLength(before);
  expect(codeOf(await register({ ...holdout, share: 0.1 }))).toEqual([409, 'campaign-holdout-registered']);
});

it('finds what is measured by its indexes, whatever number of campaigns that is', async () => {
  await stage.database.owner(
    `with made as (
       insert into campaign (workspace_id, request_key, request_hash, name, goal, state, flights, rails, budget_cents, audience, keywords, negatives, kpis, guards, created_at, changed_at)
       select $1, gen_random_uuid(), '', 'n', 'seeding', 'live', '[]', '{}', 0, '{}', '[]', '{}', '[]', '[]', now(), now() from generate_series(1, 500)
       returning id
     ), held as (
       insert into campaign_holdout (campaign_id, workspace_id, registration, registered_at, starts_at, ends_at)
       select id, $1, '{"salt": "s", "share": 0.1}', now(), now(), now() + interval '9 days' from made
     )
     insert into boost (workspace_id, note_id, campaign_id, request_key, request_hash, goal, budget_cents, voucher_cents, wallet_cents, cents_per_thousand,
       planned_impressions, delivered_impressions, audience, state, starts_at, ends_at, launched_at)
     select $1, $2, id, gen_random_uuid(), '', 'reads', 1, 0, 1, 1500, 1, 1, '{}', 'completed', now() - interval '2 days', now() - interval '1 day', now()
       from made, generate_series(1, 4)`,
    [stage.workspaceId, stage.notes.plain],
  );
  await stage.database.owner('analyze boost; analyze campaign_holdout');
  const plan = await stage.database.db.asEngine(async (tx) => {
    // The tables are small here, where reading them whole is cheapest: what counts is that no row has to be.
    await tx.query('set local enable_seqscan = off');
    return tx.query<{ 'QUERY PLAN': string }[]>(`explain ${openTrialsSql}`, [new Date()]);
  });
  const text = plan.map((row) => row['QUERY PLAN']).join('\n');
  for (const index of ['boost_with_holdout', 'campaign_holdout_by_end'])
    expect([index, text.includes(index)]).toEqual([index, true]);
});

import { CredibilityMeasured, CredibilityView } from '@poolrise/contracts';
import {
  commentShareLog,
  credibilityBenchmark,
  type CredibilityTest,
  credibilityTests,
  likeCollectLog,
  normOf,
} from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { aCountedCreator, aCountedNote, followersOf } from '../../../test/credibility';
import { freshDatabase, type TestDatabase } from '../../../test/database';
import { aBrand, browserOf } from '../../../test/people';
import { startServer } from '../../../test/server';
import { CredibilityNormsService } from './credibility-norms.service';
import { CredibilityQueries } from './credibility.queries';

const now = new Date('2026-11-24T10:00+08:00');
/** Likes that were delivered at three in the morning, without readers. */
const bought = { likes: 900, readsAll: 600, atThree: 800 };
const usualNotes = (count: number) => Array.from({ length: count }, () => ({}));

describe('the credibility of a creator', () => {
  let database: TestDatabase;
  let norms: CredibilityNormsService;
  let queries: CredibilityQueries;
  let workspaceId: string;
  let usual: string;
  let cheat: { id: string; notes: string[] };
  let jumper: string;
  let star: string;
  let podMember: { id: string; notes: string[] };
  let labelledPod: string[];

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    norms = new CredibilityNormsService(db);
    queries = new CredibilityQueries(db);
    workspaceId = (await aBrand(db)).workspaceId;
    // Thirty-five peers, none like another.
    for (let at = 0; at < 35; at++)
      usual = (
        await aCountedCreator(db, {
          engagedShare: 0.03 + at / 500,
          notes: [{ likes: 30 + at, collects: 18 + (at % 12), comments: 8 + (at % 7) }],
        })
      ).id;
    for (let at = 0; at < 5; at++) await aCountedNote(db, usual, { publishedAt: `2026-11-1${at}T12:00+08` });
    await followersOf(db, usual);
    cheat = await aCountedCreator(db, {
      engagedShare: 0.001,
      notes: [bought, bought, bought, ...usualNotes(5)],
    });
    ({ id: jumper } = await aCountedCreator(db, { notes: usualNotes(4) }));
    await followersOf(db, jumper, { '2026-11-18': 900 });
    ({ id: star } = await aCountedCreator(db, {
      notes: [
        ...usualNotes(4),
        { publishedAt: '2026-11-17T20:00+08', readsAll: 90_000, likes: 900, collects: 500, comments: 240 },
      ],
    }));
    await followersOf(db, star, { '2026-11-18': 900 });
    const members = [];
    for (let member = 0; member < 7; member++)
      members.push(
        await aCountedCreator(db, {
          notes: [
            // Ten of twelve accounts of the pod, and nobody else's readers.
            { commenters: Array.from({ length: 10 }, (_, at) => 900 + ((member + at) % 12)) },
            { commenters: Array.from({ length: 10 }, (_, at) => 10_000 * (member + 1) + at) },
          ],
        }),
      );
    podMember = members[0] as { id: string; notes: string[] };
    labelledPod = members.map(({ id }) => id);
    expect(await norms.keep(now)).toBe(true);
  });
  afterAll(() => database.close());

  const evidenceOf = async (id: string, test: CredibilityTest) => {
    const found = (await queries.one(workspaceId, id, now)).evidence.find((one) => one.test === test);
    if (!found) throw new Error(`${test} said nothing`);
    return found;
  };

  it('has every test in its order, and nothing unusual for somebody like all others', async () => {
    const { evidence, peers, notesSince } = await queries.one(workspaceId, usual, now);
    expect(evidence.map(({ test }) => test)).toEqual(credibilityTests);
    expect(evidence.filter(({ verdict }) => verdict === 'unusual')).toEqual([]);
    expect(peers.engaged).toBeGreaterThanOrEqual(35);
    expect(notesSince).toBe('2026-08-26');
  });

  it.each(['like-collect-ratio', 'comment-share', 'night-burst', 'impossible-reads'] as const)(
    'shows by %s which notes had likes delivered',
    async (test) => {
      const { verdict, at, series } = await evidenceOf(cheat.id, test);
      expect(verdict).toBe('unusual');
      expect([...at].sort()).toEqual(cheat.notes.slice(0, 3).sort());
      expect(series).toHaveLength(8);
    },
  );

  it('names notes by title and date, and has the hours of their interactions', async () => {
    const { notes } = await queries.one(workspaceId, cheat.id, now);
    const note = notes.find(({ id }) => id === cheat.notes[0]);
    expect(note).toMatchObject({ title: '冷泡茶', readsAll: 600, interactions: 943 });
    expect(note?.publishedAt).toBe('2026-11-10T04:00:00.000Z');
    expect(note?.interactionsByHour[3]).toBe(800);
  });

  it('finds followers who never respond among peers of the tier', async () => {
    const { verdict, observed, expected } = await evidenceOf(cheat.id, 'engaged-followers');
    expect(verdict).toBe('unusual');
    expect(observed).toBeCloseTo(0.001);
    expect(expected?.low).toBeGreaterThan(0.01);
  });

  it('finds the day of a step, and forgives the same step after a note that many read', async () => {
    expect(await evidenceOf(jumper, 'follower-steps')).toMatchObject({
      verdict: 'unusual',
      at: ['2026-11-18'],
    });
    expect(await evidenceOf(star, 'follower-steps')).toMatchObject({ verdict: 'usual', at: [] });
  });

  it('finds a pod by the accounts that comment on all of it', async () => {
    const pod = await evidenceOf(podMember.id, 'comment-pods');
    expect(pod).toMatchObject({ verdict: 'unusual', observed: 6, at: [podMember.notes[0]] });
    expect(pod.series.map(({ at }) => at)).toEqual(pod.series.map((_, index) => String(index + 1)));
    expect((await evidenceOf(usual, 'comment-pods')).verdict).toBe('too-little-data');
  });

  it('is measured with the norms of the domain', async () => {
    const notes = await database.owner<{ likes: number; collects: number; comments: number; shares: number }>(
      'select likes, collects, comments, shares from creator_note',
    );
    const kept = await database.owner<{ median: number; spread: number; peers: number }>(
      `select median, spread, peers from credibility_norm where category = 'food' and tier = '' order by measure`,
    );
    const logs = [commentShareLog, likeCollectLog].map((log) =>
      normOf(notes.flatMap((note) => log(note) ?? [])),
    );
    kept.forEach(({ median, spread, peers }, at) => {
      expect(median).toBeCloseTo(logs[at]?.median ?? NaN, 10);
      expect(spread).toBeCloseTo(logs[at]?.spread ?? NaN, 10);
      expect(peers).toBe(logs[at]?.count);
    });
    expect(kept).toHaveLength(2);
  });

  it('is not counted anew while no record has changed', async () => {
    expect(await norms.keep(now)).toBe(false);
    await database.db.asEngine((tx) =>
      tx.query('update creator set followers = followers + 1 where id = $1', [usual]),
    );
    expect(await norms.keep(now)).toBe(true);
  });

  it('comes with the mistakes of the benchmark, until a demo knows the truth of its own creators', async () => {
    const before = await queries.measured(workspaceId);
    expect(before).toMatchObject({ source: 'benchmark', creators: credibilityBenchmark.creators });
    await database.db.asEngine((tx) =>
      tx.query(
        `insert into creator_label (creator_id, label, strength)
         values ($1, 'bought-likes', .9), ($2, 'bought-followers', .2)`,
        [cheat.id, jumper],
      ),
    );
    for (const id of labelledPod)
      await database.db.asEngine((tx) =>
        tx.query(`insert into creator_label (creator_id, label, strength) values ($1, 'comment-pod', 1)`, [
          id,
        ]),
      );
    const again = async () => {
      await database.db.asEngine((tx) =>
        tx.query('update creator set followers = followers where id = $1', [usual]),
      );
      await norms.keep(now);
      return queries.measured(workspaceId);
    };
    // Somebody labelled a few: the others are not therefore honest.
    expect((await again()).source).toBe('benchmark');
    await database.owner(`update installation set demo = true, demo_seed = 'tea'`);
    const after = await again();
    expect(after).toMatchObject({
      source: 'demo',
      creators: 45,
      labelled: 9,
      seeds: ['tea'],
      measuredOn: '2026-11-24',
    });
    expect(after.rates.map(({ test }) => test)).toEqual(credibilityTests);
    const pods = after.rates.find(({ test }) => test === 'comment-pods');
    expect(pods?.recall).toMatchObject({ successes: 7, trials: 7 });
    expect(pods?.recallOfStrong).toMatchObject({ successes: 7, trials: 7 });
    // Who bought likes has few who respond as well, and counts as a mistake of the test for bought followers.
    const engaged = after.rates.find(({ test }) => test === 'engaged-followers');
    expect(engaged?.precision).toMatchObject({ successes: 0, trials: 1 });
  });

  it('is answered over HTTP as the contract says, and for nobody with not found', async () => {
    const brand = await aBrand(database.db, { name: 'Wen' });
    const headers = await browserOf(database.db, brand);
    const server = await startServer(database);
    const ask = (url: string) => server.inject({ method: 'GET', url: `/api/v1/${url}`, headers });
    try {
      const found = await ask(`creators/${cheat.id}/credibility`);
      expect(found.statusCode).toBe(200);
      expect(CredibilityView.parse(found.json())).toEqual(found.json());
      expect(found.body).not.toContain('label":');
      const measured = await ask('credibility/measured');
      expect(CredibilityMeasured.parse(measured.json())).toEqual(measured.json());
      const missing = await ask(`creators/${randomUUID()}/credibility`);
      expect(missing.statusCode).toBe(404);
      expect(missing.json()).toMatchObject({ code: 'not-found' });
      expect((await ask('creators/tea/credibility')).statusCode).toBe(400);
    } finally {
      await server.close();
    }
  });
});

import { decidePool, noCounts, type NoteType, platformStated } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aNoteInPool } from '../../test/notes';
import { aWorkspace } from '../../test/people';
import { poolsOn } from '../../test/pools';
import type { DecisionRecord } from './climb-view';
import { PeersService } from './peers.service';

const dayMs = 86_400_000;

describe('the yardstick of an experiment', () => {
  let database: TestDatabase;
  let workspaceId: string;
  let policyId: string;
  const peers = new PeersService();

  beforeAll(async () => {
    database = await freshDatabase();
    workspaceId = await aWorkspace(database.db, 'platform');
    const [policy] = await database.owner<{ id: string }>('select id from pool_policy where in_force');
    policyId = policy?.id ?? '';
  });
  afterAll(() => database.close());

  /** A variant of the group with a run on a level, seen by a thousand readers. */
  const aVariant = async (group: string, level: number, clicks: number, daysAgo = 0) => {
    const { noteId } = await aNoteInPool(database.db, { workspaceId, level });
    await database.owner(
      `update pool_run set peer_group = $2, impressions = 1000, clicks = $3, entered_at = $4 where note_id = $1`,
      [noteId, group, clicks, new Date(Date.now() - daysAgo * dayMs)],
    );
  };
  const yardstick = async (group: string, level: number) => {
    const { image, video, text } = await database.db.asEngine((tx) =>
      peers.of(tx, { policyId, level, group }, platformStated, 'food', new Date()),
    );
    expect([video, text]).toEqual([image, image]);
    return image;
  };
  const aGroup = () => `group:${workspaceId}:${randomUUID()}`;

  it('is what the variants got on this level, not on another', async () => {
    const group = aGroup();
    for (const clicks of [50, 70]) await aVariant(group, 1, clicks);
    for (const clicks of [200, 220]) await aVariant(group, 2, clicks);
    expect(await yardstick(group, 1)).toMatchObject({ runs: 2, clickRate: 0.06 });
    expect(await yardstick(group, 2)).toMatchObject({ runs: 2, clickRate: 0.21 });
  });

  it('forgets runs that are older than the policy looks back', async () => {
    const group = aGroup();
    for (const clicks of [50, 70]) await aVariant(group, 1, clicks);
    for (const clicks of [300, 400]) await aVariant(group, 1, clicks, platformStated.peerWindowDays + 1);
    expect(await yardstick(group, 1)).toMatchObject({ runs: 2, clickRate: 0.06 });
  });

  it('of the only variant on its level is that of the level below, where the others stayed', async () => {
    const group = aGroup();
    for (const clicks of [50, 70]) await aVariant(group, 1, clicks);
    await aVariant(group, 2, 200);
    expect(await yardstick(group, 2)).toMatchObject({ runs: 2, clickRate: 0.06 });
  });

  it('does not grow with a name that is used for everything', async () => {
    const group = aGroup();
    await aVariant(group, 1, 50);
    await database.owner(
      `with copies as (
         insert into note select (jsonb_populate_record(note, jsonb_build_object('id', gen_random_uuid(), 'request_key', gen_random_uuid()))).*
         from note, generate_series(1, 300) where note.id = (select note_id from pool_run where peer_group = $1) returning id)
       insert into pool_run select (jsonb_populate_record(run, jsonb_build_object('note_id', copies.id))).* from pool_run run, copies where peer_group = $1`,
      [group],
    );
    expect((await yardstick(group, 1)).runs).toBe(200);
  });
});

describe('the yardstick of a category', () => {
  let database: TestDatabase;
  let policyId: string;
  const peers = new PeersService();

  beforeAll(async () => {
    database = await freshDatabase();
    const [policy] = await database.owner<{ id: string }>('select id from pool_policy where in_force');
    policyId = policy?.id ?? '';
  });
  afterAll(() => database.close());

  const group = () => ({ policyId, level: 1, group: 'travel' });
  const ended = async (noteType: NoteType, clicks: number, runs: number) => {
    for (let run = 0; run < runs; run++)
      await database.db.asEngine((tx) =>
        peers.add(
          tx,
          { ...group(), noteType },
          { ...noCounts(), impressions: 1000, clicks: Math.round(clicks * (0.6 + (0.8 * run) / (runs - 1))) },
          platformStated,
          new Date(),
        ),
      );
  };
  const yardsticks = () =>
    database.db.asEngine((tx) => peers.of(tx, group(), platformStated, 'travel', new Date()));

  it('is the type’s own where it has many runs, and the category’s where it has few', async () => {
    await ended('image', 100, 60);
    await ended('video', 50, 40);
    await ended('text', 20, 2);
    const rows = await database.owner<{ note_type: string; runs: number }>(
      `select note_type, (sums->>'runs')::integer as runs from peer_day order by note_type`,
    );
    expect(rows).toEqual([
      { note_type: 'image', runs: 60 },
      { note_type: 'text', runs: 2 },
      { note_type: 'video', runs: 40 },
    ]);
    const { image, video, text } = await yardsticks();
    expect(image.clickRate).toBeCloseTo(0.1, 2);
    expect(video.clickRate).toBeCloseTo(0.05, 2);
    expect(text.clickRate).toBeLessThan(0.08);
    expect(text.clickRate).toBeGreaterThan(0.05);
    expect([image, video, text].map(({ runs, sameType }) => [runs, sameType?.runs])).toEqual([
      [102, 60],
      [102, 40],
      [102, 2],
    ]);
  });

  it('stands in the verdict on a video and is shown with it, while older verdicts tell no types apart', async () => {
    const note = await aNoteInPool(database.db, { level: 1, category: 'travel' });
    await database.owner(`update note set type = 'video' where id = $1`, [note.noteId]);
    await database.owner(
      `update pool_run set impressions = 500, clicks = 26, exposure = 500, next_review_at = now() where note_id = $1`,
      [note.noteId],
    );
    const { pools, queries } = poolsOn(database.db);
    await pools.reviewDue();
    const stored = () =>
      database.owner<Pick<DecisionRecord, 'evidence' | 'verdict'>>(
        'select evidence, verdict from pool_decision where note_id = $1',
        [note.noteId],
      );
    const [given] = await stored();
    expect(given?.evidence.peers).toMatchObject({ runs: 102, sameType: { runs: 40 } });
    expect(given?.verdict.hook.lift).toBeCloseTo(1, 1);
    const shown = async () => (await queries.climb(note.workspaceId, note.noteId)).verdicts[0]?.peers;
    expect(await shown()).toMatchObject({
      category: 'travel',
      runs: 102,
      sameType: { noteType: 'video', runs: 40, weight: given?.evidence.peers.sameType?.weight },
    });
    const taught = await database.owner(`select note_type from peer_day where (sums->>'runs')::integer = 41`);
    expect(taught).toEqual([{ note_type: 'video' }]);

    await database.owner(`update pool_decision set evidence = evidence #- '{peers,sameType}'`);
    const [old] = await stored();
    expect(old && decidePool(old.evidence, platformStated)).toEqual(given?.verdict);
    expect(await shown()).toMatchObject({ runs: 102, sameType: null });
  });

  it('reads days from before types were told apart as the category’s', async () => {
    const before = await yardsticks();
    await database.owner(`update peer_day set note_type = 'all' where note_type = 'video'`);
    const { video, image } = await yardsticks();
    expect(video).toMatchObject({ runs: 103, sameType: { runs: 0, weight: 0 } });
    expect(video.clickRate).toBeCloseTo((6000 + 2000 + 40 + 26) / 102_500, 3);
    expect(image.sameType?.runs).toBe(before.image.sameType?.runs);
  });
});

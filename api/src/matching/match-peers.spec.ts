import { randomUUID } from 'node:crypto';
import { anObservedNote } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aTaker, wishesOf } from '../../test/matching';
import { aBrand, type Someone } from '../../test/people';
import { measureCreators } from '../creators/measure-creators';
import { PeerBandsService } from '../creators/peer-bands.service';
import { BriefsService } from './briefs.service';
import { MatchCandidatesQueries } from './match-candidates';
import { MatchesService } from './matches.service';

describe('what a match compares with peers', () => {
  let database: TestDatabase;
  let matches: MatchesService;
  let briefs: BriefsService;
  let lin: Someone;

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    lin = await aBrand(db);
    matches = new MatchesService(db, new MatchCandidatesQueries());
    briefs = new BriefsService(db);
    // Twelve of one tier: each with more comments than the one before, for the same price and the same interactions.
    for (let at = 0; at < 12; at++) {
      const id = await aTaker(db, { name: `Talked of ${at}`, followers: 6_000 + at });
      await database.owner('update creator set accepts_video = true, video_cents = $2 where id = $1', [
        id,
        100_000 + at,
      ]);
      for (const day of [5, 6, 7])
        await anObservedNote(db, id, {
          publishedAt: `2026-11-0${day}T10:00+08`,
          kind: 'video',
          interactions: [40 - at, 40],
          comments: at,
        });
    }
    const silent = await aTaker(db, { name: 'Silent', followers: 6_100 });
    await database.owner('update creator set accepts_video = true, video_cents = 1000 where id = $1', [
      silent,
    ]);
    await db.asEngine((tx) => measureCreators((sql, values) => tx.query(sql, values), '2026-11-24'));
    await new PeerBandsService(db).count();
  });
  afterAll(() => database.close());

  const ranked = async (weights: object) => {
    const wishes = wishesOf({ kind: 'video', weights });
    const { id } = await briefs.write(lin.workspaceId, lin, { wishes, requestKey: randomUUID() });
    return (await matches.list(lin.workspaceId, id, { offset: 0, limit: 20 })).items;
  };

  it('knows who is talked of more than her peers', async () => {
    const items = await ranked({ comments: 1 });
    const known = items.filter(({ parts }) => parts.some(({ part }) => part === 'comments'));
    expect(known).toHaveLength(12);
    expect(known[0]?.creator.name).toBe('Talked of 11');
    expect(known.at(-1)?.creator.name).toBe('Talked of 0');
    // Percentiles by a table of a hundred and one, counting half of who stands alike.
    expect(known[0]?.parts[0]?.value).toBeGreaterThan(0.9);
    expect(known.at(-1)?.parts[0]?.value).toBeLessThan(0.1);
  });

  it('knows what an interaction with a video costs at peers', async () => {
    const items = await ranked({ cost: 1 });
    expect(items[0]?.creator.name).toBe('Talked of 0');
    expect(items[0]?.parts.map(({ part }) => part)).toEqual(['cost']);
    expect(items[0]?.tenths).toBeGreaterThan(900);
  });

  it('leaves out of whom there are no notes, and says that it is not known', async () => {
    const silent = (await ranked({ comments: 1, cost: 1 })).find(({ creator }) => creator.name === 'Silent');
    expect(silent?.leftOut.filter(({ why }) => why === 'not-known').map(({ part }) => part)).toEqual([
      'comments',
      'cost',
    ]);
  });
});

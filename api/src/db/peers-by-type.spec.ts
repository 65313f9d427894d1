import { type EngagementCounts, noCounts, type NoteType, platformStated } from '@poolrise/domain';
import { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aNoteInPool } from '../../test/notes';
import { aVerdict } from '../../test/verdicts';
import { PeersService } from '../pools/peers.service';
import { dataSourceOptions } from './data-source-options';
import { PeersByType1763856000028 } from './migrations/0028-peers-by-type';

interface PeerRow {
  peer_group: string;
  note_type?: string;
  sums: Record<string, number>;
}

/** What stands in peer_day before and after types are told apart. */
describe('peers that are told apart by the type of their notes', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let policyId: string;
  const migration = new PeersByType1763856000028();
  const migrate = async (way: 'up' | 'down') => {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    await migration[way](runner);
    await runner.commitTransaction();
    await runner.release();
  };
  const rows = () => database.owner<PeerRow>('select * from peer_day order by to_jsonb(peer_day)::text');

  beforeAll(async () => {
    database = await freshDatabase();
    owner = await new DataSource(dataSourceOptions(database.url, 1)).initialize();
    const [policy] = await database.owner<{ id: string }>('select id from pool_policy where in_force');
    policyId = policy?.id ?? '';
  });
  afterAll(async () => {
    await owner.destroy();
    await database.close();
  });

  /** A run that ended with a verdict and taught its peers. */
  const ended = async (group: string, noteType: NoteType, seen: Partial<EngagementCounts>) => {
    const counts = { ...noCounts(), impressions: 500, ...seen };
    const at = new Date();
    const note = await aNoteInPool(database.db, { level: 1, category: group });
    await aVerdict(database, note, { level: 1, impressions: 500, clicks: counts.clicks, at });
    await database.owner('update pool_run set peer_group = $2 where note_id = $1', [note.noteId, group]);
    await database.owner(
      `update pool_decision set evidence = evidence || jsonb_build_object('noteType', $2::text, 'counts', $3::jsonb, 'exposure', 450.5) where note_id = $1`,
      [note.noteId, noteType, JSON.stringify(counts)],
    );
    await database.db.asEngine((tx) =>
      new PeersService().add(tx, { policyId, level: 1, group, noteType }, counts, platformStated, at, 450.5),
    );
    return note.noteId;
  };

  it('are added up again on the way back, and told apart from their verdicts on the way there', async () => {
    await ended('food', 'image', { clicks: 40, likes: 8, shares: 1 });
    await ended('food', 'image', { clicks: 60, collects: 5, follows: 2 });
    await ended('food', 'video', { clicks: 20, comments: 3 });
    const lost = await ended('travel', 'image', { clicks: 30 });
    await ended('travel', 'video', { clicks: 10 });
    const before = await rows();
    expect(before).toHaveLength(4);

    await migrate('down');
    const whole = await rows();
    expect(whole.map(({ peer_group, sums }) => [peer_group, sums['runs'], sums['clicks']]).sort()).toEqual([
      ['food', 3, 120],
      ['travel', 2, 40],
    ]);

    await database.owner('delete from pool_decision where note_id = $1', [lost]);
    await migrate('up');
    const after = await rows();
    const ofGroup = (all: PeerRow[], group: string) => all.filter(({ peer_group }) => peer_group === group);
    expect(ofGroup(after, 'food')).toEqual(ofGroup(before, 'food'));
    // One verdict of the day is gone, so nobody can say what was whose.
    expect(ofGroup(after, 'travel')).toEqual(
      ofGroup(whole, 'travel').map((row) => ({ ...row, note_type: 'all' })),
    );
  });
});

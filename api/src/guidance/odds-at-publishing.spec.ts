import { Logger } from '@nestjs/common';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { notesOfPeers } from '../../test/peers';
import { aWorkspace } from '../../test/people';
import { poolsOn } from '../../test/pools';
import { aNoteToPublish } from '../../test/publishing';
import type { NotesService } from '../notes/notes.service';
import { SearchDemand } from '../topics/search-demand';
import { GuidancePeers } from './guidance-peers';
import { KeptPeers } from './kept-peers';
import { OddsAtPublishing } from './odds-at-publishing';

/** The odds are told at the clock's time; a note is published before that. */
const published = new Date(Date.now() - 60_000);

describe('a note that leaves the audit', () => {
  let database: TestDatabase;
  let notes: NotesService;
  let desk: string;

  beforeEach(async () => {
    database = await freshDatabase();
    ({ notes } = poolsOn(database.db));
    new OddsAtPublishing(notes, new KeptPeers());
    desk = await aWorkspace(database.db, 'creator');
    await notesOfPeers(database, await aWorkspace(database.db), new Date());
    await new GuidancePeers(database.db, new SearchDemand()).refresh(new Date());
  });
  afterEach(() => database.close());

  const leaves = async (title: string) => {
    const id = await notes.publish(desk, aNoteToPublish({ title }), published);
    await notes.auditDue();
    const [found] = await database.owner<{
      audit: string;
      runs: number;
      odds: number | null;
      readers: number;
    }>(
      `select audit_state as audit, (select count(*)::int from pool_run where note_id = note.id) as runs,
              (select probability from guidance_prediction where note_id = note.id) as odds,
              (select coalesce(sum(impressions), 0)::int from pool_run where note_id = note.id) as readers
         from note where id = $1`,
      [id],
    );
    return found;
  };

  it('is told its odds in the same transaction if it is let in, and only then', async () => {
    const tea = await leaves('怎么泡？');
    expect(tea).toMatchObject({ audit: 'passed', runs: 1, readers: 0 });
    expect(tea?.odds).toBeGreaterThan(0);
    expect(tea?.odds).toBeLessThan(1);
    expect(await leaves('刷单返现，日结')).toMatchObject({ audit: 'rejected', odds: null });
    expect(await leaves('三天根治湿疹')).toMatchObject({ audit: 'human_review', odds: null });
  });

  it('is let in without odds when they cannot be told', async () => {
    Logger.overrideLogger(false);
    try {
      await database.owner(
        `update guidance_peer set document = '{"model": {"version": "broken"}}' where category = 'all'`,
      );
      expect(await leaves('怎么泡？')).toEqual({ audit: 'passed', runs: 1, odds: null, readers: 0 });
    } finally {
      Logger.overrideLogger(true);
    }
  });
});

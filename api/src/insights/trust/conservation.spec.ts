import type { ConservationView } from '@poolrise/contracts';
import { aDayInTheLife, type Day } from '../../../test/a-day';
import { freshDatabase, type TestDatabase } from '../../../test/database';
import { type Engine, engineOn } from '../../../test/engine';
import { moneyOn } from '../../../test/money';
import { aWorkspace } from '../../../test/people';
import { PoliciesService } from '../../pools/policies.service';
import { ConservationQueries } from './conservation.queries';

const paid = 3;

describe('conservation', () => {
  let database: TestDatabase;
  let engine: Engine;
  let queries: ConservationQueries;
  let day: Day;
  let platform: string;

  // One day for all: it takes a second to live through, and every story undoes what it changed.
  beforeAll(async () => {
    database = await freshDatabase();
    engine = await engineOn(database);
    queries = new ConservationQueries(database.db, new PoliciesService());
    platform = await aWorkspace(database.db, 'platform');
    day = await aDayInTheLife(database, engine, moneyOn(database.db));
  });
  afterAll(async () => {
    await engine.close();
    await database.close();
  });

  const identity = (view: ConservationView, key: string) => view.identities.find((one) => one.key === key);

  it('accounts for every slot and every impression of a day', async () => {
    const view = await queries.view(platform, 1);
    // Forty pages of two slots: 28 organic and 10 paid ones were seen; those of pages five by five have expired.
    expect(view.slots).toEqual({ pages: 40, served: 80, seen: 38, held: 0, unseen: 16, open: 26 });
    expect(view.impressions).toBe(38);
    expect(view.flow).toEqual([
      { rail: 'organic', level: 1, fate: 'open', impressions: 28 },
      { rail: 'paid', level: 1, fate: 'open', impressions: 10 },
    ]);
    expect(view.identities.map(({ key, left, right, different }) => [key, left, right, different])).toEqual([
      ['slots', 80, 80, 0],
      ['recorded', 38, 38, 0],
      ['judged', 38, 38, 0],
      ['runs', 38, 38, 0],
      ['paid-notes', 10, 10, 0],
      ['boost-hours', 10, 10, 0],
    ]);
  });

  it('knows a slot whose impression is held in quarantine', async () => {
    await database.owner(
      `with held as (insert into quarantine (api_key_id, evidence, opened_at) values (gen_random_uuid(), '{}', now()) returning id)
       insert into quarantined_event (page_id, position, kind, event_key, note_id, level, rail, value, at, received_at, exposure, quarantine_id)
       select 7, 1, 0, gen_random_uuid(), $1, 1, 1, 0, now(), now(), 1, id from held`,
      [day.brand.noteId],
    );
    const view = await queries.view(platform, 1);
    await database.owner('delete from quarantined_event; delete from quarantine');
    expect(view.slots).toMatchObject({ served: 80, seen: 38, held: 1, unseen: 16, open: 25 });
    expect(identity(view, 'slots')).toMatchObject({ left: 80, right: 80, different: 0 });
  });

  it('tells what became of the runs', async () => {
    await database.owner(`update pool_run set closed_at = now(), outcome = 'pass'`);
    const { flow } = await queries.view(platform, 7);
    await database.owner(`update pool_run set closed_at = null, outcome = null`);
    expect(flow.map(({ fate }) => fate)).toEqual(['pass', 'pass']);
  });

  it.each<[name: string, tampering: string, undoing: string, key: string, examples: string[]]>([
    [
      'a counter that grew by itself',
      `update engagement_hour set impressions = impressions + 1 where rail = ${paid}`,
      `update engagement_hour set impressions = impressions - 1 where rail = ${paid}`,
      'runs',
      ['level 1'],
    ],
    [
      'a paid hour without its boost',
      `update engagement_hour set impressions = impressions + 1 where rail = ${paid}`,
      `update engagement_hour set impressions = impressions - 1 where rail = ${paid}`,
      'paid-notes',
      [''],
    ],
    [
      'an impression on another rail',
      `update engagement_event set rail = 0 where page_id = 3 and position = 1 and kind = 0`,
      `update engagement_event set rail = 1 where page_id = 3 and position = 1 and kind = 0`,
      'recorded',
      ['3.1'],
    ],
    [
      'an impression outside of its page',
      `update feed_page set note_ids = note_ids[1:1] where id = 3`,
      `update feed_page set note_ids = note_ids || note_ids where id = 3`,
      'slots',
      [],
    ],
    [
      'a run that is gone',
      `update pool_run set level = 9`,
      `update pool_run set level = 1`,
      'judged',
      ['level 1', 'level 1'],
    ],
    [
      'an impression delivered twice',
      `update boost set delivered_impressions = delivered_impressions + 1 where state = 'stopped'`,
      `update boost set delivered_impressions = delivered_impressions - 1 where state = 'stopped'`,
      'boost-hours',
      [''],
    ],
  ])('finds %s, and where', async (_, tampering, undoing, key, examples) => {
    await database.owner(tampering);
    const found = identity(await queries.view(platform, 1), key);
    await database.owner(undoing);
    expect(found?.different).toBeGreaterThan(0);
    expect(found?.examples).toEqual(examples.map((part) => expect.stringContaining(part) as string));
  });

  it('shows a brand its own notes, and nothing of the shared pages', async () => {
    const own = await queries.view(day.brand.workspaceId, 1);
    expect(own.slots).toBeNull();
    expect(own.impressions).toBe(38);
    expect(own.identities.map(({ key, different }) => [key, different])).toEqual([
      ['judged', 0],
      ['runs', 0],
      ['paid-notes', 0],
      ['boost-hours', 0],
    ]);
    const other = await queries.view(await aWorkspace(database.db), 1);
    expect(other.impressions).toBe(0);
    expect(other.identities.every(({ compared }) => compared === 0)).toBe(true);
  });

  it('leaves out what lies before the period', async () => {
    const view = await queries.view(platform, 1, new Date(Date.now() + 3 * 86_400_000));
    expect(view.impressions).toBe(0);
    expect(view.slots?.pages).toBe(0);
  });
});

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

  beforeEach(async () => {
    database = await freshDatabase();
    engine = await engineOn(database);
    queries = new ConservationQueries(database.db, new PoliciesService());
    platform = await aWorkspace(database.db, 'platform');
    day = await aDayInTheLife(database, engine, moneyOn(database.db));
  });
  afterEach(async () => {
    await engine.close();
    await database.close();
  });

  const identity = (view: ConservationView, key: string) => view.identities.find((one) => one.key === key);

  it('accounts for every slot and every impression of a day', async () => {
    const view = await queries.view(platform, 1);
    // Forty pages of two slots: 28 organic and 10 paid ones were seen; those of pages five by five have expired.
    expect(view.slots).toEqual({ pages: 40, served: 80, seen: 38, unseen: 16, open: 26 });
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

  it('tells what became of the runs', async () => {
    await database.owner(`update pool_run set closed_at = now(), outcome = 'pass'`);
    const { flow } = await queries.view(platform, 7);
    expect(flow.map(({ fate }) => fate)).toEqual(['pass', 'pass']);
  });

  it.each<[string, string, string, string[]]>([
    [
      'a counter that grew by itself',
      `update engagement_hour set impressions = impressions + 1 where rail = ${paid}`,
      'runs',
      ['level 1'],
    ],
    [
      'a paid hour without its boost',
      `update engagement_hour set impressions = impressions + 1 where rail = ${paid}`,
      'paid-notes',
      [''],
    ],
    [
      'an impression on another rail',
      `update engagement_event set rail = 0 where page_id = 3 and position = 1 and kind = 0`,
      'recorded',
      ['3.1'],
    ],
    [
      'an impression outside of its page',
      `update feed_page set note_ids = note_ids[1:1] where id = 3`,
      'slots',
      [],
    ],
    ['a run that is gone', `delete from pool_run`, 'judged', ['level 1', 'level 1']],
    [
      'an impression delivered twice',
      `update boost set delivered_impressions = delivered_impressions + 1 where state = 'stopped'`,
      'boost-hours',
      [''],
    ],
  ])('finds %s, and where', async (_, tampering, key, examples) => {
    await database.owner(tampering);
    const found = identity(await queries.view(platform, 1), key);
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

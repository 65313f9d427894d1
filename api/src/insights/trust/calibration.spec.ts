import { forecastBoost } from '@poolrise/domain';
import { freshDatabase, type TestDatabase } from '../../../test/database';
import { anEndedBoost as ended } from '../../../test/ended-boost';
import { aNoteInPool, type PooledNote } from '../../../test/notes';
import { aWorkspace } from '../../../test/people';
import { aVerdict } from '../../../test/verdicts';
import { PoliciesService } from '../../pools/policies.service';
import { CalibrationQueries } from './calibration.queries';

const hourMs = 3_600_000;
const now = new Date(Math.floor(Date.now() / hourMs) * hourMs);
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * hourMs);

describe('calibration', () => {
  let database: TestDatabase;
  let queries: CalibrationQueries;
  let lin: string;
  let platform: string;

  beforeEach(async () => {
    database = await freshDatabase();
    queries = new CalibrationQueries(database.db, new PoliciesService());
    [lin, platform] = [await aWorkspace(database.db), await aWorkspace(database.db, 'platform')];
  });
  afterEach(() => database.close());

  const aNote = () => aNoteInPool(database.db, { workspaceId: lin, level: 0 });
  /** Passed the first pool with 14 reads of 100 impressions, then got so many reads of 500 in the next. */
  const climbed = async (reads: number, at = hoursAgo(2)): Promise<PooledNote> => {
    const note = await aNote();
    expect(
      await aVerdict(database, note, {
        level: 0,
        impressions: 100,
        clicks: 14,
        at: new Date(at.getTime() - 12 * hourMs),
      }),
    ).toBe('pass');
    await aVerdict(database, note, { level: 1, impressions: 500, clicks: reads, at });
    return note;
  };
  const anEndedBoost = (note: PooledNote, reads: number) => ended(database, note, reads, now);

  it('holds a verdict’s interval against the reads of the next pool, hook and lift apart', async () => {
    for (let note = 0; note < 9; note++) await climbed(60);
    // Opened by every second reader: no interval around 1.2 holds that.
    await climbed(250);
    const view = await queries.view(lin, 7, now);
    expect(view.intervals).toMatchObject({ trials: 20, successes: 18, share: 0.9 });
    expect(view.groups.map(({ kind, level, trials, successes }) => [kind, level, trials, successes])).toEqual(
      [
        ['lift', 0, 10, 9],
        ['hook', 0, 10, 9],
      ],
    );
    expect(view.groups[0]?.levelName?.en).toBe('Guaranteed');
    expect(view.curve.find(({ stated }) => stated === 0.8)).toMatchObject({ trials: 20, successes: 18 });
    // Stated 1.2 times the peers, seen 0.79 x 2 over 10 notes: the next pool differed by that much for all of them.
    const stated = (100 * 0.1 + 14) / (100 * 0.1 + 10);
    expect(view.groups[1]?.drift).toBeCloseTo((9 * 60 + 250) / (10 * 50 * stated), 6);
    expect(view.scores.map(({ kind, forecasts }) => [kind, forecasts])).toEqual([
      ['lift', 10],
      ['hook', 10],
    ]);
  });

  it('checks a pass once, though its next pool gave a second verdict when readers searched for the note', async () => {
    await climbed(30);
    await database.owner(
      `insert into pool_decision (note_id, workspace_id, level, to_level, outcome, reason, decided_at, policy_id, evidence, verdict)
       select note_id, workspace_id, 1, 2, 'pass', 'FOUND_BY_SEARCH', decided_at + interval '1 hour', policy_id, evidence, verdict
       from pool_decision where level = 1 and outcome = 'stop'`,
    );
    expect((await queries.view(lin, 7, now)).intervals.trials).toBe(2);
  });

  it('looks at outcomes of the period alone', async () => {
    await climbed(60, hoursAgo(8 * 24));
    expect((await queries.view(lin, 7, now)).intervals.trials).toBe(0);
    expect((await queries.view(lin, 30, now)).intervals.trials).toBe(2);
  });

  it('holds a boost’s estimate, made again from what was known at its launch, against what came', async () => {
    const note = await aNote();
    const { reads } = forecastBoost({
      goal: 'reads',
      budgetCents: 0,
      voucherImpressions: 10_000,
      category: 'food',
      durationHours: 24,
      noteEvidence: null,
    });
    await anEndedBoost(note, Math.round(reads.expected));
    await anEndedBoost(await aNote(), Math.ceil(reads.high) + 1);
    const { groups } = await queries.view(lin, 7, now);
    expect(groups.find(({ kind }) => kind === 'boost-reads')).toMatchObject({
      trials: 2,
      successes: 1,
      level: null,
    });
  });

  it('asks what chance was stated when half of the sample was in', async () => {
    const note = await aNote();
    const at = hoursAgo(2);
    await aVerdict(database, note, { level: 0, impressions: 100, clicks: 14, at });
    const hours: [number, number, number][] = [
      [4, 30, 2],
      [3, 30, 8],
      [2, 20, 4],
    ];
    for (const [before, impressions, clicks] of hours)
      await database.owner(
        `insert into engagement_hour (note_id, hour, level, rail, impressions, clicks, workspace_id) values ($1, date_trunc('hour', $2::timestamptz), 0, 0, $3, $4, $5)`,
        [note.noteId, new Date(at.getTime() - before * hourMs), impressions, clicks, lin],
      );
    const { chances } = await queries.view(lin, 7, now);
    expect(chances.forecasts).toBe(1);
    // Sixty impressions with ten reads stand well above a bar that passes at 20 %.
    expect(chances.bins.at(-1)).toMatchObject({ trials: 1, successes: 1 });
    expect(chances.score).toBeLessThan(0.01);
  });

  it('is empty before anything happened', async () => {
    const view = await queries.view(lin, 90, now);
    expect(view).toMatchObject({
      days: 90,
      intervals: { trials: 0, share: null },
      groups: [],
      enoughFrom: 30,
    });
    expect(view.chances.score).toBeNull();
  });

  it('shows each workspace its own forecasts and the platform all of them', async () => {
    await climbed(60);
    const wen = await aWorkspace(database.db);
    expect((await queries.view(wen, 7, now)).intervals.trials).toBe(0);
    expect((await queries.view(platform, 7, now)).intervals.trials).toBe(2);
  });
});

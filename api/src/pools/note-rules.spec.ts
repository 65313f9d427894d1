import { NoteRules } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { application, type Engine, engineOn, event } from '../../test/engine';
import { aNoteInPool } from '../../test/notes';
import { aWorkspace } from '../../test/people';
import { poolsOn } from '../../test/pools';
import type { NoteRulesQueries } from './note-rules.queries';
import type { PoolsService } from './pools.service';

let database: TestDatabase;
let engine: Engine;
let pools: PoolsService;
let rules: NoteRulesQueries;

beforeAll(async () => {
  database = await freshDatabase();
  engine = await engineOn(database);
  ({ pools, rules } = poolsOn(database.db));
});
afterAll(async () => {
  await engine.close();
  await database.close();
});

/** Readers see the note on a level; each of the first `opens` opens it, likes it and collects it. */
async function shown(noteId: string, level: number, times: number, opens: number): Promise<void> {
  const events = Array.from({ length: times }, (_, at) => {
    const token = engine.slot(noteId, { level, rail: 1 });
    return [
      event('impression', token),
      ...(at < opens ? [event('click', token), event('like', token), event('collect', token)] : []),
    ];
  }).flat();
  for (let at = 0; at < events.length; at += 1000)
    await engine.engagement.ingest(application, { events: events.slice(at, at + 1000) });
}

/** Loved on level 0, plain on level 1, where it stops. */
async function aShortLife() {
  const note = await aNoteInPool(database.db, { level: 0, target: 100 });
  await shown(note.noteId, 0, 100, 40);
  await pools.reviewDue();
  await shown(note.noteId, 1, 500, 15);
  await pools.reviewDue();
  return note;
}

it('tells the life under its own rules as it happened, and under one rule set of each other source', async () => {
  const { workspaceId, noteId } = await aShortLife();
  const view = NoteRules.parse(await rules.rules(workspaceId, noteId));
  expect(view).toMatchObject({ ended: true });
  expect(view.impressions).toBeGreaterThanOrEqual(350);
  expect(view.sets.map(({ policy }) => policy.source)).toEqual([
    'platform_stated',
    'textbook',
    'folk_ces',
    'custom',
  ]);
  const [own] = view.sets;
  expect(own).toMatchObject({ lived: true, ending: 'same' });
  const stored = await database.owner<{ level: number; outcome: string; reason: string; lift: number }>(
    `select level, outcome, reason, (verdict->'estimate'->>'lift')::float8 as lift from pool_decision where note_id = $1 order by level`,
    [noteId],
  );
  expect(stored).toHaveLength(2);
  const said = own?.levels.flatMap(({ level, said }) =>
    said ? [{ level, outcome: said.outcome, reason: said.reason, lift: said.lift }] : [],
  );
  expect(said).toEqual(stored);
});

it('asks nobody beyond what readers showed', async () => {
  const { workspaceId, noteId } = await aShortLife();
  const { impressions, sets } = await rules.rules(workspaceId, noteId);
  for (const { levels, ending } of sets) {
    for (const { said } of levels) expect(said?.at ?? 0).toBeLessThanOrEqual(impressions);
    const last = levels.findLast(({ said }) => said)?.said;
    if (ending === 'goes-on') expect(last?.outcome).not.toBe('stop');
    if (ending === 'stops-earlier') expect(last?.outcome).toBe('stop');
  }
});

it('holds a note that still runs against the evidence of this moment', async () => {
  const { workspaceId, noteId } = await aNoteInPool(database.db, { level: 1, target: 500 });
  await shown(noteId, 1, 60, 6);
  const { ended, impressions, sets } = await rules.rules(workspaceId, noteId);
  expect({ ended, impressions }).toEqual({ ended: false, impressions: 60 });
  expect(sets[0]?.levels[1]?.said).toMatchObject({ outcome: 'wait', impressions: 60, kept: true });
});

it('has nothing to tell before the first reader', async () => {
  const { workspaceId, noteId } = await aNoteInPool(database.db, { level: 0, target: 100 });
  expect(await rules.rules(workspaceId, noteId)).toEqual({ impressions: 0, ended: false, sets: [] });
});

it('does not tell the life of another workspace’s note', async () => {
  const { noteId } = await aNoteInPool(database.db);
  const stranger = await aWorkspace(database.db);
  await expect(rules.rules(stranger, noteId)).rejects.toMatchObject({ code: 'not-found' });
});

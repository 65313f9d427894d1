import { countNames, type World, type WorldNote } from '@poolrise/scenario';
import type { EngagementCounts } from '@poolrise/domain';
import type { BulkWriter, Columns } from './bulk-writer';

/** Counter column to the count it holds. */
const countColumns: Readonly<Record<string, keyof EngagementCounts>> = Object.fromEntries(
  countNames.map((name) => [name === 'dwellSeconds' ? 'dwell_seconds' : name, name]),
);

const noteOf = (world: World, index: number | undefined): WorldNote => {
  const note = index === undefined ? undefined : world.notes[index];
  if (!note) throw new Error(`The world has no note ${index}`);
  return note;
};

/** The hourly counters, and the line that says that they came without events. */
export async function writeHours(writer: BulkWriter, world: World): Promise<void> {
  const { hours, notes } = world;
  // In the order of the primary key, whose index then grows at its end instead of everywhere.
  const rank = new Map(
    [...notes.keys()]
      .sort((a, b) => (noteOf(world, a).id < noteOf(world, b).id ? -1 : 1))
      .map((note, place) => [note, place]),
  );
  const place = hours.note.map((note) => rank.get(note) ?? 0);
  const rows = [...hours.note.keys()].sort((a, b) => (place[a] ?? 0) - (place[b] ?? 0) || a - b);
  const columns: Columns<number> = {
    note_id: ['uuid', (row) => noteOf(world, hours.note[row]).id],
    workspace_id: ['uuid', (row) => noteOf(world, hours.note[row]).workspaceId],
    hour: ['instant', (row) => hours.hour[row]],
    level: ['integer', (row) => hours.level[row]],
    rail: ['integer', (row) => hours.rail[row]],
    ...Object.fromEntries(
      Object.entries(countColumns).map(([column, name]) => [
        column,
        ['integer', (row: number) => hours.counts[name][row]] as const,
      ]),
    ),
  };
  await writer.insert('engagement_hour', rows, columns);
  const impressions = hours.sum('impressions');
  // Seconds of dwell are no events; a click has one dwell.
  const events = countNames.reduce(
    (sum, name) => sum + hours.sum(name === 'dwellSeconds' ? 'clicks' : name),
    0,
  );
  await writer.send(
    `insert into history_import (before, impressions, events) values (to_timestamp($1::float8 / 1000), $2, $3)`,
    [world.endsAt, impressions, events],
  );
}

/** Runs, verdicts with their evidence, and what closed runs taught about their peers. */
export async function writePools(writer: BulkWriter, world: World, policyId: string): Promise<void> {
  const counts = (of: 'organic' | 'paid', prefix: string) =>
    Object.fromEntries(
      Object.entries(countColumns).map(([column, name]) => [
        prefix + column,
        ['integer', (run: World['runs'][number]) => run[of][name]] as const,
      ]),
    );
  await writer.insert('pool_run', world.runs, {
    note_id: ['uuid', ({ note }) => noteOf(world, note).id],
    level: ['integer', ({ level }) => level],
    workspace_id: ['uuid', ({ note }) => noteOf(world, note).workspaceId],
    policy_id: ['uuid', () => policyId],
    peer_group: ['text', ({ note }) => noteOf(world, note).category],
    target: ['integer', ({ target }) => target],
    entered_at: ['instant', ({ enteredAt }) => enteredAt],
    window_ends_at: ['instant', ({ windowEndsAt }) => windowEndsAt],
    next_check_at: ['integer', ({ nextCheckAt }) => nextCheckAt],
    next_review_at: ['instant', ({ closedAt, windowEndsAt }) => (closedAt === null ? windowEndsAt : null)],
    closed_at: ['instant', ({ closedAt }) => closedAt],
    outcome: ['text', ({ outcome }) => outcome],
    guaranteed_impressions: ['integer', ({ guaranteedImpressions }) => guaranteedImpressions],
    search_impressions: ['integer', ({ searchImpressions }) => searchImpressions],
    ...counts('organic', ''),
    ...counts('paid', 'paid_'),
    exposure: ['integer', ({ organic }) => organic.impressions],
    counted_impressions: ['integer', ({ organic }) => organic.impressions],
  });
  await writer.insert('pool_decision', world.decisions, {
    id: ['uuid', ({ id }) => id],
    note_id: ['uuid', ({ note }) => noteOf(world, note).id],
    workspace_id: ['uuid', ({ note }) => noteOf(world, note).workspaceId],
    level: ['integer', ({ level }) => level],
    to_level: ['integer', ({ verdict }) => verdict.toLevel],
    outcome: ['text', ({ verdict }) => verdict.outcome],
    reason: ['text', ({ verdict }) => verdict.reason],
    decided_at: ['instant', ({ at }) => at],
    policy_id: ['uuid', () => policyId],
    evidence: ['jsonb', ({ evidence }) => evidence],
    verdict: ['jsonb', ({ verdict }) => verdict],
  });
  await writer.insert('peer_day', world.peerDays, {
    policy_id: ['uuid', () => policyId],
    level: ['integer', ({ level }) => level],
    peer_group: ['text', ({ group }) => group],
    note_type: ['text', ({ noteType }) => noteType],
    day: ['date', ({ day }) => day],
    sums: ['jsonb', ({ sums }) => sums],
  });
}

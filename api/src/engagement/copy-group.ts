import { counterColumns } from '../db/counter-columns';
import { boostKinds, type GroupDeltas, startOfHour, sumGroup } from './group-deltas';
import type { ReadEvent } from './read-batch';
import { settleEveryMinutes } from './record-events';
import { addSearches, type SearchDelta, sumSearches } from './search-deltas';

/** What one group moved. */
export interface GroupAnswer {
  workspaces: string[];
  /** whether a run reached its next check */
  due: boolean;
}

const columns = 'page_id, position, kind, event_key, note_id, level, rail, boost_id, value, at';

/** The one order in which writers touch events: by page, position, kind and key. */
export const inKeyOrder = (events: readonly ReadEvent[]): ReadEvent[] =>
  [...events].sort((a, b) => a.slot - b.slot || a.kind - b.kind || (a.key < b.key ? -1 : 1));

/**
 * One round trip that records a group in which nothing repeats: the events by COPY, which is several times cheaper than
 * any INSERT, and the sums that were made of them beforehand. An event that was recorded before breaks the primary key, so the
 * whole transaction is undone and the group goes the careful way (record-events.ts).
 *
 * Rows are touched in the one order of all writers: events as they come (`inKeyOrder`), runs by note and level, hours by key,
 * boosts by id. Nested loops and merges keep to that; a hash join would take the runs as they lie in the table, and two writers
 * would meet head on.
 */
export function copyStatement(events: readonly ReadEvent[], at: Date): string {
  const when = `'${at.toISOString()}'::timestamptz`;
  const deltas = sumGroup(events, at.getTime());
  return `begin; set local enable_hashjoin = off;
copy engagement_event (${columns}) from stdin (format binary); ${addDeltas(deltas, sumSearches(events), when)}; commit`;
}

const runColumns = [
  ...counterColumns,
  ...counterColumns.map((name) => `paid_${name}`),
  'guaranteed_impressions',
  'search_impressions',
  'exposure',
];
const boostColumns = boostKinds.map((kind) => counterColumns[kind] as string);

const typeOf = (name: string): string =>
  name === 'exposure' ? 'float8' : name.endsWith('dwell_seconds') ? 'bigint' : 'integer';

/** Sums under their names. Most groups have no purchase and nothing paid; a column of zeros is left out. */
interface Sums {
  names: string[];
  arrays: string;
}

function sums(rows: readonly { counts: number[] }[], columns: readonly string[]): Sums {
  const names: string[] = [];
  const arrays: string[] = [];
  columns.forEach((name, at) => {
    if (at > 0 && rows.every((row) => row.counts[at] === 0)) return;
    names.push(name);
    arrays.push(
      numbers(
        rows.map((row) => row.counts[at] ?? 0),
        typeOf(name),
      ),
    );
  });
  return { names, arrays: arrays.join(', ') };
}

function addDeltas(
  { runs, hours, lateNotes, boosts, boostHours }: GroupDeltas,
  searches: readonly SearchDelta[],
  when: string,
): string {
  const run = sums(runs, runColumns);
  const hour = sums(hours, counterColumns);
  return `
with d as materialized (select * from unnest(${uuids(runs.map((row) => row.noteId))}, ${numbers(
    runs.map((row) => row.level),
    'smallint',
  )}, ${run.arrays}) as d(note_id, level, ${run.names.join(', ')})),
h as materialized (select * from unnest(${uuids(hours.map((row) => row.noteId))}, ${instants(hours)}, ${numbers(
    hours.map((row) => row.level),
    'smallint',
  )}, ${numbers(
    hours.map((row) => row.rail),
    'smallint',
  )}, ${hour.arrays}) as h(note_id, hour, level, rail, ${hour.names.join(', ')})),
runs as (
  update pool_run run set ${run.names.map((name) => `${name} = run.${name} + d.${name}`).join(', ')},
    next_review_at = case when run.closed_at is null and d.impressions > 0 and run.impressions + d.impressions >= run.next_check_at then least(run.next_review_at, ${when}) else run.next_review_at end
  from d where run.note_id = d.note_id and run.level = d.level
  returning run.note_id, run.level, run.workspace_id, run.closed_at is null and run.next_review_at <= ${when} as due
), hours as (
  insert into engagement_hour (note_id, hour, level, rail, workspace_id, ${hour.names.join(', ')})
  select h.note_id, h.hour, h.level, h.rail, runs.workspace_id, ${hour.names.map((name) => `h.${name}`).join(', ')}
  from h join runs on runs.note_id = h.note_id and runs.level = h.level order by h.note_id, h.hour, h.level, h.rail
  on conflict on constraint engagement_hour_pkey do update set ${hour.names.map((name) => `${name} = engagement_hour.${name} + excluded.${name}`).join(', ')}
)${boosts.length ? `, ${addBoosts(boosts, boostHours, when)}` : ''}${lateNotes.length ? `, ${sumAgain(lateNotes)}` : ''}${addSearches(searches)}
select array(select distinct workspace_id from runs)::text as workspaces, coalesce((select bool_or(due) from runs), false)::text as due`;
}

/** Totals of a note are summed again when its present hours move; hours that are over have to say so themselves. */
function sumAgain(noteIds: string[]): string {
  return `late as materialized (select note_id from note_totals where note_id = any(${uuids(noteIds)}) order by note_id for update),
again as (update note_totals t set summed_at = null from late where t.note_id = late.note_id)`;
}

function addBoosts(
  boosts: GroupDeltas['boosts'],
  boostHours: GroupDeltas['boostHours'],
  when: string,
): string {
  const delivered = numbers(
    boosts.map((row) => row.counts[0] ?? 0),
    'integer',
  );
  return `b as materialized (select * from unnest(${uuids(boosts.map((row) => row.boostId))}, ${delivered}) as b(boost_id, impressions)),
bh as materialized (select * from unnest(${uuids(boostHours.map((row) => row.boostId))}, ${instants(boostHours)}, ${boostColumns
    .map((_, at) =>
      numbers(
        boostHours.map((row) => row.counts[at] ?? 0),
        'integer',
      ),
    )
    .join(', ')}) as bh(boost_id, hour, ${boostColumns.join(', ')})),
boosts as (
  update boost set delivered_impressions = boost.delivered_impressions + b.impressions,
    next_settle_at = case when boost.state = 'running' and b.impressions > 0 then least(boost.next_settle_at, ${when} + case when boost.delivered_impressions + b.impressions >= boost.planned_impressions then interval '0' else interval '${settleEveryMinutes} minutes' end) else boost.next_settle_at end
  from b where boost.id = b.boost_id returning boost.id, boost.workspace_id
), boost_hours as (
  insert into boost_hour (boost_id, workspace_id, hour, ${boostColumns.join(', ')})
  select bh.boost_id, boosts.workspace_id, bh.hour, ${boostColumns.map((name) => `bh.${name}`).join(', ')} from bh join boosts on boosts.id = bh.boost_id order by bh.boost_id, bh.hour
  on conflict on constraint boost_hour_pkey do update set ${boostColumns.map((name) => `${name} = boost_hour.${name} + excluded.${name}`).join(', ')}
)`;
}

const instants = (rows: readonly { hour: number }[]) =>
  `'{${rows.map(({ hour }) => `"${startOfHour(hour)}"`).join(',')}}'::timestamptz[]`;
const uuids = (values: string[]) => `'{${values.join(',')}}'::uuid[]`;
const numbers = (values: number[], type: string) => `'{${values.join(',')}}'::${type}[]`;

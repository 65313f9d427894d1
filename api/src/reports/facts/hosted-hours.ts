import { exactFact, type FactRow, isTimeDimension, offsetOfZone, rails } from '@poolrise/domain';
import { readerCounters } from '../../db/counter-columns';
import type { FactPiece, ReadAsk } from './fact-piece';
import { hostedFilters, hostedKeys, Parameters, startOf } from './hosted-sql';

const paid = rails.indexOf('paid');

type Row = Record<(typeof readerCounters)[number], number> & {
  keys: (string | null)[];
  note: string | null;
  creator: string | null;
  rows: number;
  heatedImpressions: number;
  heatedReads: number;
};

/**
 * Engagement counted here. Days that are over come from their sums, the others from the hours; a report in a zone whose days
 * are not those of Shanghai, or by hour, reads hours alone.
 */
export async function hostedHours(ask: ReadAsk, most: number): Promise<FactPiece[]> {
  const { sql, values } = await hostedHoursStatement(ask, most);
  const rows = await ask.tx.query<Row[]>(sql, values);
  return rows.map((row) => ({
    table: 'hosted-hours',
    keys: row.keys,
    note: row.note,
    creator: row.creator,
    facts: factsOf(row),
    rows: row.rows,
  }));
}

export interface Statement {
  sql: string;
  values: unknown[];
}

/**
 * The one statement: sums by what is asked for, once, before notes and creators are looked up. Left to the planner the sums were
 * made again for every note where it expected few.
 */
export async function hostedHoursStatement(ask: ReadAsk, most: number): Promise<Statement> {
  const { spec, period, byNote } = ask;
  const published = spec.timeBasis === 'published';
  const parameters = new Parameters();
  const zone = parameters.later(spec.timeZone, 'text');
  const from = parameters.later(period.from, 'date');
  const to = parameters.later(period.to, 'date');
  const day = published ? `(note.published_at at time zone ${zone()})::date` : 'counted.day';
  const keys = hostedKeys(spec, { day, hour: 'counted.hour', rail: 'counted.rail' });
  const filters = [
    ...hostedFilters(spec, parameters),
    ...(published
      ? [
          `note.published_at >= ${startOf(from(), zone())} and note.published_at < ${startOf(`${to()} + 1`, zone())}`,
        ]
      : []),
  ];
  const joins = byNote || filters.length > 0 || needsNote(spec.dimensions);
  const placed = spec.filters.placements.length
    ? `and rail = any(${parameters.add(spec.filters.placements.map(railOf), 'smallint[]')})`
    : '';
  const shape: SourceShape = {
    withNote: joins,
    withDay: !published && spec.dimensions.some(isTimeDimension),
    withHour: spec.dimensions.includes('hour'),
  };
  const sources = await sourcesOf(ask, parameters, { zone, placed, shape });
  const groups = [...keys, ...(byNote ? ['note.id', 'note.creator_id'] : [])];
  const sql = `
    with counted as materialized (${sources.join(' union all ')})
    select array[${keys.join(', ')}]::text[] as keys, ${byNote ? 'note.id::text' : 'null::text'} as note,
      ${byNote ? 'note.creator_id::text' : 'null::text'} as creator, sum(counted.rows)::float8 as rows,
      ${readerCounters.map((name) => `sum(counted.${name})::float8 as ${name}`).join(', ')},
      coalesce(sum(counted.impressions) filter (where counted.rail = ${paid}), 0)::float8 as "heatedImpressions",
      coalesce(sum(counted.clicks) filter (where counted.rail = ${paid}), 0)::float8 as "heatedReads"
    from counted
    ${joins ? 'join note on note.id = counted.note_id join creator on creator.id = note.creator_id' : ''}
    ${filters.length ? `where ${filters.join(' and ')}` : ''}
    ${groups.length ? `group by ${groups.join(', ')}` : 'having count(*) > 0'}
    limit ${most + 1}`;
  return { sql, values: parameters.values };
}

/** By what the rows of the sources have to stay apart. */
interface SourceShape {
  withNote: boolean;
  withDay: boolean;
  withHour: boolean;
}
interface SourceAsk {
  zone: () => string;
  placed: string;
  shape: SourceShape;
}

/** Summed days where there are any, and spans of hours for the rest; each summed on its own, so that little is left to join. */
async function sourcesOf(
  ask: ReadAsk,
  parameters: Parameters,
  { zone, placed, shape: { withNote, withDay, withHour } }: SourceAsk,
): Promise<string[]> {
  const { period } = ask;
  const inDays = hasShanghaiDays(ask);
  const spans = inDays ? await spansLeft(ask) : [[period.from, period.to] as const];
  const sums = (rows: string) =>
    `${rows} as rows, ${readerCounters.map((name) => `sum(${name}) as ${name}`).join(', ')}, rail`;
  const grouped = (local: { day: string; hour: string }) =>
    [
      'rail',
      ...(withNote ? ['note_id'] : []),
      ...(withDay ? [local.day] : []),
      ...(withHour ? [local.hour] : []),
    ].join(', ');
  const columns = (local: { day: string; hour: string }) =>
    `${withNote ? 'note_id' : 'null::uuid as note_id'}, ${withDay ? local.day : 'null::date'} as day,
      ${withHour ? local.hour : 'null::timestamp'} as hour`;
  const ofDays = { day: 'day', hour: 'null::timestamp' };
  const ofHours = () => ({
    day: `(hour at time zone ${zone()})::date`,
    hour: `(hour at time zone ${zone()})`,
  });
  const whole = spans.length === 1 && spans[0]?.[0] === period.from && spans[0]?.[1] === period.to;
  const left = () =>
    spans.length ? `and not (day = any(${parameters.add(spans.flatMap(daysOf), 'date[]')}))` : '';
  return [
    ...(inDays && !whole
      ? [
          `select ${columns(ofDays)}, ${sums('sum(hours)')} from engagement_day
           where workspace_id = app_workspace() and day between ${parameters.add(period.from, 'date')} and ${parameters.add(period.to, 'date')} ${left()} ${placed}
           group by ${grouped(ofDays)}`,
        ]
      : []),
    ...spans.map(
      ([first, last]) =>
        `select ${columns(ofHours())}, ${sums('count(*)')} from engagement_hour
         where workspace_id = app_workspace() and hour >= ${startOf(parameters.add(first, 'date'), zone())}
           and hour < ${startOf(`${parameters.add(last, 'date')} + 1`, zone())} ${placed}
         group by ${grouped(ofHours())}`,
    ),
  ];
}

const railOf = (placement: string): number => (rails as readonly string[]).indexOf(placement);
const needsNote = (dimensions: ReadAsk['spec']['dimensions']): boolean =>
  dimensions.some((dimension) => ['note', 'creator', 'tier', 'category'].includes(dimension));

/** Whether the days of the report are those that are summed. */
function hasShanghaiDays({ spec, period }: ReadAsk): boolean {
  if (spec.dimensions.includes('hour')) return false;
  const [own, shanghai] = [offsetOfZone(spec.timeZone), offsetOfZone('Asia/Shanghai')];
  return [period.from, period.to].every((day) => {
    const at = Date.parse(`${day}T00:00:00Z`);
    return [-1, 0, 1].every((days) => own(at + days * 86_400_000) === shanghai(at + days * 86_400_000));
  });
}

type Span = readonly [first: string, last: string];

/** More spans than this are read as one, which counts some days from their hours although they were summed. */
const spansMost = 12;

/** Days of the period of which there are no sums, or which were counted again, as spans. */
async function spansLeft({ tx, period }: ReadAsk): Promise<Span[]> {
  const rows = await tx.query<{ first: string; last: string }[]>(
    `with days as (select day::date from generate_series($1::date, $2::date, interval '1 day') day),
     left_over as (
       select day, day - row_number() over (order by day)::int as run from days
       where not exists (select from engagement_day_kept kept
           where kept.workspace_id = app_workspace() and kept.day = days.day)
         or exists (select from engagement_day_stale stale
           where stale.workspace_id = app_workspace() and stale.day = days.day))
     select min(day)::text as first, max(day)::text as last from left_over group by run order by 1`,
    [period.from, period.to],
  );
  const [first, last] = [rows[0], rows.at(-1)];
  if (rows.length > spansMost && first && last) return [[first.first, last.last]];
  return rows.map((row) => [row.first, row.last] as const);
}

const daysOf = ([first, last]: Span): string[] => {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
};

function factsOf(row: Row): FactRow {
  const natural = row.impressions - row.heatedImpressions;
  return {
    impressions: exactFact(row.impressions),
    naturalImpressions: exactFact(natural),
    promotedImpressions: exactFact(0),
    heatedImpressions: exactFact(row.heatedImpressions),
    reads: exactFact(row.clicks),
    naturalReads: exactFact(row.clicks - row.heatedReads),
    promotedReads: exactFact(0),
    heatedReads: exactFact(row.heatedReads),
    likes: exactFact(row.likes),
    collects: exactFact(row.collects),
    comments: exactFact(row.comments),
    shares: exactFact(row.shares),
    follows: exactFact(row.follows),
    hides: exactFact(row.hides),
    dwellSeconds: exactFact(row.dwell_seconds),
  };
}

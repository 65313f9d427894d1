import type { ReportedValue } from '@poolrise/contracts';
import {
  type CurvePeriod,
  type CurveReading,
  periodMs,
  type SeriesMetric,
  trustOfSource,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { figureSql } from '../imports/stored-record';
import { kindOfSource } from '../imports/stored-record';
import { readingOf } from './source-values';

/** A year of hours of a dozen metrics; the platform shows two weeks. */
const pointsMax = 110_000;

/** Every hour and day that files have of one note, in the order in which they were said. */
export async function curveReadings(tx: EntityManager, noteId: string): Promise<CurveReading[]> {
  const rows = await tx.query<PointRow[]>(
    `select source, record -> 'constants' ->> 'seriesMetric' as metric, record -> 'constants' ->> 'seriesPeriod' as period,
       (record -> 'values' -> 'pointAt' ->> 'at')::float8 as at,
       coalesce(record -> 'values' -> 'pointValue', record -> 'values' -> 'pointRate') as value
     from observed_note note join observation on observation.workspace_id = note.workspace_id and note_id = note.id
     join import_file on import_file.id = import_id
     where note.id = $1 and subject = 'series-point'
     order by committed_at, observation.key limit ${pointsMax}`,
    [noteId],
  );
  return rows.flatMap(({ source, metric, period, at, value }) => {
    const reading = value === null ? null : readingOf(value);
    if (!reading || !metric) return [];
    return [{ metric, period, at, source, trust: trustOfSource(kindOfSource(source)), reading }];
  });
}

interface PointRow {
  source: string;
  metric: SeriesMetric | null;
  period: CurvePeriod | null;
  at: number;
  value: ReportedValue | null;
}

/** What notes are compared by; the rest of a peer's curve is not read. */
const compared = ['impressions', 'likes', 'collects', 'comments'];

/**
 * The days of the curves of many notes, hours added up in the database: what is compared among peers is their days. A day is given
 * where all of its hours are known, from the first one that the file has.
 */
export async function curveDays(
  tx: EntityManager,
  noteIds: readonly string[],
): Promise<Map<string, CurveReading[]>> {
  const rows = await tx.query<DayRow[]>(daysSql, [noteIds, compared]);
  const byNote = new Map<string, CurveReading[]>();
  for (const { noteId, source, metric, startsAt, endsAt, points, value, half, isDay } of rows) {
    const hours = (endsAt - startsAt) / periodMs.hour;
    if (!isDay && points !== hours) continue;
    const about = { metric, period: 'day', source, trust: trustOfSource(kindOfSource(source)) } as const;
    const its = byNote.get(noteId) ?? [];
    byNote.set(noteId, its);
    its.push({ ...about, at: endsAt - periodMs.day, reading: { value, half } });
  }
  return byNote;
}

interface DayRow {
  noteId: string;
  source: string;
  metric: SeriesMetric;
  startsAt: number;
  endsAt: number;
  points: number;
  value: number;
  half: number;
  isDay: boolean;
}

const said = `(record -> 'values' -> 'pointValue')`;

/** Days as the file has them come last: they count more than what its hours add up to. */
const daysSql = `
  select its.note_id as "noteId", its.source, its.metric, min(its.at)::float8 as "startsAt",
    (extract(epoch from (its.day + 1)::timestamp at time zone 'Asia/Shanghai') * 1000)::float8 as "endsAt",
    count(*)::integer as points, sum(its.value)::float8 as value, sum(its.half)::float8 as half,
    its.period = 'day' as "isDay"
  from unnest($1::uuid[]) as asked (id) join observed_note note on note.id = asked.id
  cross join lateral (
    select distinct on (source, metric, period, at) * from (
      select note_id, source, record -> 'constants' ->> 'seriesMetric' as metric,
        coalesce(record -> 'constants' ->> 'seriesPeriod',
          case when record -> 'values' -> 'pointAt' ->> 'precision' = 'day' then 'day' else 'hour' end) as period,
        (record -> 'values' -> 'pointAt' ->> 'at')::float8 as at, (record -> 'values' -> 'pointAt' ->> 'day')::date as day,
        ${figureSql(said)}::numeric as value, coalesce((${said} ->> 'halfWidth')::numeric, 0) as half, committed_at
      from observation join import_file on import_file.id = import_id
      where observation.workspace_id = note.workspace_id and note_id = note.id and subject = 'series-point'
        and record -> 'constants' ->> 'seriesMetric' = any ($2) and ${said} is not null) point
    order by source, metric, period, at, committed_at desc) its
  group by its.note_id, its.source, its.metric, its.period, its.day
  order by its.period desc`;

import {
  dayAt,
  instantsOf,
  type InstantRange,
  isTimeDimension,
  offsetOfZone,
  rails,
  shiftDay,
  startOfDay,
} from '@poolrise/domain';
import { readerCounters } from '../../db/counter-columns';
import type { ReadAsk } from './fact-piece';
import type { Parameters } from './hosted-sql';

/** What a report asks of the rows of each source, which go by `source`, their notes and creators. */
export interface CountedShape {
  conditions: readonly string[];
  withNote: boolean;
  /** by what the rows are summed; `day` is SQL of the day of a row by the calendar of a zone */
  groups: (day: (zone: () => string) => string) => readonly string[];
}

const shanghai = offsetOfZone('Asia/Shanghai');
/** More spans than this are read as one, which counts some days from their hours although they were summed. */
const spansMost = 12;

/** Where the sums of days lie that serve a report; null where only the hours of notes do. */
type Sums = 'engagement_day' | 'engagement_hour_sum';

function sumsFor(ask: ReadAsk, { withNote }: CountedShape): Sums | null {
  if (!withNote) return 'engagement_hour_sum';
  const { dimensions, timeBasis } = ask.spec;
  const byTheirDay = timeBasis === 'happened' && dimensions.some(isTimeDimension);
  return !dimensions.includes('hour') && (!byTheirDay || hasShanghaiDays(ask)) ? 'engagement_day' : null;
}

/** Whether the days of the report are those that are summed: all of them, since clocks may change in between. */
function hasShanghaiDays({ spec: { timeZone }, period }: ReadAsk): boolean {
  if (timeZone === 'Asia/Shanghai') return true;
  const own = offsetOfZone(timeZone);
  return daysOf({ first: period.from, last: shiftDay(period.to, 1) }).every(
    (day) => startOfDay(day, own) === startOfDay(day, shanghai),
  );
}

/**
 * What was counted in the period: sums where there are any, and spans of hours for the rest; each summed on its own, so that
 * little is left to join.
 */
export async function countedSql(ask: ReadAsk, parameters: Parameters, shape: CountedShape): Promise<string> {
  const range = instantsOf(ask.period, offsetOfZone(ask.spec.timeZone));
  const sums = sumsFor(ask, shape);
  const [first, last] = [dayAt(range.from, shanghai), dayAt(range.until - 1, shanghai)];
  const spans = sums ? await spansLeft(ask, sums, range, first, last) : [{ first, last }];
  const instant = (at: number) => parameters.add(new Date(at), 'timestamptz');
  const ofHours = spans.map((span) => {
    const from = Math.max(range.from, startOfDay(span.first, shanghai));
    const until = Math.min(range.until, startOfDay(shiftDay(span.last, 1), shanghai));
    return summed(
      'engagement_hour',
      shape,
      `source.hour >= ${instant(from)} and source.hour < ${instant(until)}`,
    );
  });
  if (!sums || (spans[0]?.first === first && spans[0].last === last)) return ofHours.join(' union all ');
  const left = spans.length ? parameters.add(spans.flatMap(daysOf), 'date[]') : null;
  const except = (day: string) => (left ? ` and not (${day} = any(${left}))` : '');
  const within =
    sums === 'engagement_day'
      ? `source.day between ${parameters.add(first, 'date')} and ${parameters.add(last, 'date')}${except('source.day')}`
      : `source.hour >= ${instant(range.from)} and source.hour < ${instant(range.until)}${except(
          `(source.hour at time zone 'Asia/Shanghai')::date`,
        )}`;
  return [summed(sums, shape, within), ...ofHours].join(' union all ');
}

const paid = rails.indexOf('paid');
/** What is summed of each source. */
export const sourceSums = [...readerCounters, 'rows', 'heated_impressions', 'heated_reads'] as const;

/** The rows of one source, summed by what the report asks for: groups are `g0`, `g1` … */
function summed(
  source: Sums | 'engagement_hour',
  { conditions, withNote, groups }: CountedShape,
  within: string,
): string {
  const by = groups((zone) =>
    source === 'engagement_day' ? 'source.day' : `(source.hour at time zone ${zone()})::date`,
  );
  const columns = [
    ...by.map((group, at) => `${group} as g${at}`),
    ...readerCounters.map((name) => `sum(source.${name}) as ${name}`),
    `${source === 'engagement_hour' ? 'count(*)' : 'sum(source.hours)'} as rows`,
    `coalesce(sum(source.impressions) filter (where source.rail = ${paid}), 0) as heated_impressions`,
    `coalesce(sum(source.clicks) filter (where source.rail = ${paid}), 0) as heated_reads`,
  ];
  return `
    select ${columns.join(', ')} from ${source} source
    ${withNote ? 'join note on note.id = source.note_id join creator on creator.id = note.creator_id' : ''}
    where ${['source.workspace_id = app_workspace()', within, ...conditions].join(' and ')}
    ${by.length ? `group by ${by.map((_, at) => at + 1).join(', ')}` : 'having count(*) > 0'}`;
}

interface Span {
  first: string;
  last: string;
}

/**
 * Days of the period, by the calendar of Shanghai, whose sums do not serve: there are none, they were counted again, or the
 * period has only a part of a day that is summed as a whole.
 */
async function spansLeft(
  { tx }: ReadAsk,
  sums: Sums,
  { from, until }: InstantRange,
  first: string,
  last: string,
): Promise<Span[]> {
  const parts =
    sums === 'engagement_day'
      ? [first, last].filter(
          (day) => startOfDay(day, shanghai) < from || startOfDay(shiftDay(day, 1), shanghai) > until,
        )
      : [];
  const rows = await tx.query<Span[]>(
    `with days as (select day::date from generate_series($1::date, $2::date, interval '1 day') day),
     left_over as (
       select day, day - row_number() over (order by day)::int as run from days
       where day = any($3::date[])
         or not exists (select from engagement_day_kept kept
           where kept.workspace_id = app_workspace() and kept.day = days.day)
         or exists (select from engagement_day_stale stale
           where stale.workspace_id = app_workspace() and stale.day = days.day))
     select min(day)::text as first, max(day)::text as last from left_over group by run order by 1`,
    [first, last, parts],
  );
  const [start, end] = [rows[0], rows.at(-1)];
  return rows.length > spansMost && start && end ? [{ first: start.first, last: end.last }] : rows;
}

function daysOf({ first, last }: Span): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = shiftDay(day, 1)) days.push(day);
  return days;
}

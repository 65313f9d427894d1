import { offsetOfZone, shiftDay, startOfDay } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { readerCounters } from '../db/counter-columns';

const shanghai = offsetOfZone('Asia/Shanghai');

/** Whole days in Shanghai, both of them among it, as 2026-11-25. */
export interface Days {
  first: string;
  last: string;
}

/** Parameters of a statement that reads `countedSql`: the days, those whose sums do not serve, and the hours these span. */
export type CountedParameters = [
  first: string,
  last: string,
  left: string[],
  from: Date | null,
  until: Date | null,
];

/** Days without sums: the last two, and those that were counted again since. Their hours are read in place of the sums. */
export async function countedParameters(
  tx: EntityManager,
  { first, last }: Days,
): Promise<CountedParameters> {
  const rows = await tx.query<{ day: string }[]>(
    `select day::date::text as day from generate_series($1::date, $2::date, interval '1 day') day
      where not exists (select from engagement_day_kept kept where kept.workspace_id = app_workspace() and kept.day = day::date)
         or exists (select from engagement_day_stale stale where stale.workspace_id = app_workspace() and stale.day = day::date)
      order by 1`,
    [first, last],
  );
  const left = rows.map(({ day }) => day);
  const [from, until] = [left[0], left.at(-1)];
  return [
    first,
    last,
    left,
    from === undefined ? null : new Date(startOfDay(from, shanghai)),
    until === undefined ? null : new Date(startOfDay(shiftDay(until, 1), shanghai)),
  ];
}

const counters = readerCounters.join(', ');
const dayOf = `(hour at time zone 'Asia/Shanghai')::date`;
const hours = `select note_id, ${dayOf} as day, rail, ${counters} from engagement_hour
  where workspace_id = app_workspace() and hour >= $4 and hour < $5 and ${dayOf} = any($3::date[])`;

/** Rows of note, day, rail and counters. $1 to $5 are `CountedParameters`. */
export const countedNotesSql = `
  select note_id, day, rail, ${counters} from engagement_day
   where workspace_id = app_workspace() and day between $1::date and $2::date and not (day = any($3::date[]))
  union all ${hours}`;

/** Rows of day, rail and counters of all notes together, which are fewer: each hour of a summed day is one. */
export const countedDaysSql = `
  select ${dayOf} as day, rail, ${counters} from engagement_hour_sum
   where workspace_id = app_workspace() and hour >= ($1::date::timestamp at time zone 'Asia/Shanghai')
     and hour < (($2::date + 1)::timestamp at time zone 'Asia/Shanghai') and not (${dayOf} = any($3::date[]))
  union all select day, rail, ${counters} from (${hours}) hours`;

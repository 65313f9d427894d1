import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { readerCounters } from '../db/counter-columns';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';

/** Days that one round of the job sums, so that others get their turn. */
const daysAtOnce = 200;

/**
 * Sums days that are over, two days after their end: reports read the days of notes, and the hours of all notes together, instead
 * of the hours of every note. What is counted into an old hour
 * afterwards marks its day, which is then summed again; until that is done reports read the hours of that day.
 */
@Injectable()
export class EngagementDays {
  constructor(private readonly db: Db) {}

  /** Returns how many days were summed. */
  @HandlesJob('engagement-days')
  async sumDue(now = new Date()): Promise<number> {
    let done = 0;
    for (; done < daysAtOnce; done++) {
      const summed = await this.db.asEngine(async (tx) => {
        const [due] = await tx.query<Due[]>(`(${staleSql}) union all (${nextSql}) limit 1`, [now]);
        if (!due) return false;
        await sumDay(tx, due, now);
        return true;
      });
      if (!summed) break;
    }
    return done;
  }
}

interface Due {
  workspaceId: string;
  day: string;
}

const isOver = (day: string) =>
  `((${day} + 1)::timestamp at time zone 'Asia/Shanghai') < $1::timestamptz - interval '2 days'`;

const staleSql = `
  select workspace_id as "workspaceId", day::text as day from engagement_day_stale
  where ${isOver('day')} order by workspace_id, day limit 1`;

/** The first day of a workspace that is over and not summed: by the index of its hours, from its last summed day on. */
const nextSql = `
  select workspace.id as "workspaceId", next.day::text as day from workspace
  cross join lateral (
    select coalesce(((max(day) + 1)::timestamp at time zone 'Asia/Shanghai'), '-infinity') as since
    from engagement_day_kept where workspace_id = workspace.id) summed
  cross join lateral (
    select (hour at time zone 'Asia/Shanghai')::date as day from engagement_hour
    where workspace_id = workspace.id and hour >= summed.since order by hour limit 1) next
  where ${isOver('next.day')} limit 1`;

const sums = readerCounters.map((name) => `sum(${name})`).join(', ');
const ofDay = `hour >= ($2::date::timestamp at time zone 'Asia/Shanghai')
  and hour < (($2::date + 1)::timestamp at time zone 'Asia/Shanghai')`;

async function sumDay(tx: EntityManager, { workspaceId, day }: Due, now: Date): Promise<void> {
  // One at a time for a day; the mark goes first, which waits for whoever is counting and holds it.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 32))', [`${workspaceId} ${day}`]);
  await tx.query('delete from engagement_day_stale where workspace_id = $1 and day = $2', [workspaceId, day]);
  await tx.query('delete from engagement_day where workspace_id = $1 and day = $2', [workspaceId, day]);
  await tx.query(`delete from engagement_hour_sum where workspace_id = $1 and ${ofDay}`, [workspaceId, day]);
  await tx.query(
    `insert into engagement_day (workspace_id, day, note_id, rail, hours, ${readerCounters.join(', ')})
     select workspace_id, $2, note_id, rail, count(*), ${sums}
     from engagement_hour where workspace_id = $1 and ${ofDay} group by workspace_id, note_id, rail`,
    [workspaceId, day],
  );
  await tx.query(
    `insert into engagement_hour_sum (workspace_id, hour, rail, hours, ${readerCounters.join(', ')})
     select workspace_id, hour, rail, count(*), ${sums}
     from engagement_hour where workspace_id = $1 and ${ofDay} group by workspace_id, hour, rail`,
    [workspaceId, day],
  );
  await tx.query(
    `insert into engagement_day_kept (workspace_id, day, kept_at) values ($1, $2, $3)
     on conflict on constraint engagement_day_kept_pkey do update set kept_at = excluded.kept_at`,
    [workspaceId, day, now],
  );
}

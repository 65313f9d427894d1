import { Injectable } from '@nestjs/common';
import type { Page, RaceRow, RacesQuery, RaceView } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { Refused } from '../http/refused';
import { coverJson, mediaLinksOf } from '../media/media-links';
import { armsOfRace, goalsOfHour } from './race-arms';
import { type RaceDetail, type RaceRecord, raceRow, raceView } from './race-views';

const columns = `
  r.id, r.name, r.goal, r.state, r.ended_because, r.budget_cents::float8 as budget_cents, r.rounds, r.round, r.next_round_at,
  r.leader_note_id, r.leader_chance, r.created_at, r.ended_at, ${isoInstant('r.created_at')} as created_key`;

const notesAndSpend = `
  (select json_agg(json_build_object('noteId', n.id, 'title', n.title, 'coverHue', n.cover_hue, 'cover', ${coverJson('n.id')}) order by a.position)
     from race_arm a join note n on n.id = a.note_id where a.race_id = r.id) as notes,
  (select coalesce(sum(b.spent_cents), 0)::float8 from race_boost u join boost b on b.id = u.boost_id
    where u.race_id = r.id) as spent_cents`;

/** Everything a race's page shows, in one question. */
const viewSql = `
  select ${columns}, ${notesAndSpend}, p.name as started_by, r.audience, r.round_hours, r.stop_chance, r.stop_loss,
         r.waiting_since, r.missing_cents::float8 as missing_cents, r.kept_boost_id,
         (select case when b.ended_at is null then b.budget_cents else b.spent_cents end::float8
            from boost b where b.id = r.kept_boost_id) as kept_cents,
         (select json_agg(to_jsonb(arm) order by arm.position) from (${armsOfRace}) arm) as arms,
         (select coalesce(json_agg(json_build_object(
                   'number', t.number, 'beganAt', ${isoInstant('t.began_at')}, 'endsAt', ${isoInstant('t.ends_at')},
                   'budgetCents', t.budget_cents, 'verdicts', t.verdicts, 'boosts', ran.boosts) order by t.number), '[]')
            from race_round t
            left join lateral (
              select json_agg(json_build_object(
                       'boostId', b.id, 'noteId', u.note_id, 'state', b.state, 'budgetCents', b.budget_cents,
                       'spentCents', b.spent_cents, 'impressions', coalesce(hours.impressions, 0),
                       'goals', coalesce(hours.goals, 0)) order by a.position) as boosts
                from race_boost u
                join boost b on b.id = u.boost_id
                join race_arm a on a.race_id = u.race_id and a.note_id = u.note_id
                left join lateral (select sum(h.impressions) as impressions, sum(${goalsOfHour}) as goals
                                     from boost_hour h where h.boost_id = b.id) hours on true
               where u.race_id = t.race_id and u.round = t.number) ran on true
           where t.race_id = r.id) as rounds_begun
    from race r left join person p on p.id = r.created_by
   where r.id = $1`;

/** Screens of races. */
@Injectable()
export class RacesQueries {
  constructor(private readonly db: Db) {}

  /** Races, the latest start first. */
  async list(workspaceId: string, ask: z.output<typeof RacesQuery>): Promise<Page<RaceRow>> {
    const [before, beforeId] = decodeCursor(ask.cursor, cursorInstant, z.uuid(), z.literal('races')) ?? [
      null,
      null,
    ];
    const rows = await this.db.read<RaceRecord>(
      workspaceId,
      `select ${columns}, ${notesAndSpend}
         from race r
        where r.workspace_id = $1
          and ($2::timestamptz is null or (r.created_at, r.id) < ($2, $3::uuid))
          and ($4::text is null or r.state = $4)
        order by r.created_at desc, r.id desc
        limit $5`,
      [workspaceId, before, beforeId, ask.state ?? null, ask.limit + 1],
    );
    const links = await mediaLinksOf(this.db);
    return pageFrom(
      rows,
      ask.limit,
      (row) => raceRow(row, links),
      (row) => [row.created_key, row.id, 'races'],
    );
  }

  /** One race with everything its page shows. @throws Refused not-found */
  race(workspaceId: string, raceId: string): Promise<RaceView> {
    return this.db.inWorkspace(workspaceId, (tx) => this.view(tx, raceId));
  }

  /** The same inside a transaction that has just changed it. */
  async view(tx: EntityManager, raceId: string, now = new Date()): Promise<RaceView> {
    const [detail] = await tx.query<RaceDetail[]>(viewSql, [raceId]);
    if (!detail) throw new Refused('not-found', { field: 'path.raceId' });
    return raceView(detail, await mediaLinksOf(this.db), now);
  }
}

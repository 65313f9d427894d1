import { Injectable } from '@nestjs/common';
import { nilKey, type ReadEvent } from '../engagement/read-batch';
import { slotNumber, unknownPlace } from '../engagement/impression-token';
import { eventColumns, recordEvents } from '../engagement/record-events';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { JobsService } from '../jobs/jobs.service';
import { announce } from '../live/announce';
import { announcePlatform } from '../live/announce-platform';

/** Held events released in one transaction: some tenths of a second, so that ingest never waits long for a note's run. */
const batch = 2_000;
/** Discarded events are kept as evidence for this long. */
const evidenceDays = 30;

interface HeldRow {
  page_id: string;
  position: number;
  kind: number;
  event_key: string;
  note_id: string;
  level: number;
  rail: number;
  boost_id: string | null;
  value: number;
  at: Date;
  exposure: number;
  query_key: string | null;
  keyword: number;
  leads: boolean;
}

interface Recorded {
  known: number[];
  orphans: number[];
  workspaces: string[];
  due: boolean;
}

/**
 * Counts released traffic as ingest would have, in batches. A batch is taken out of quarantine and counted in one transaction, so
 * a worker may die anywhere and another goes on: each event is either still held or counted.
 */
@Injectable()
export class QuarantineRelease {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
  ) {}

  /** Returns how many events left the quarantine. */
  @HandlesJob('quarantine-release')
  async run(): Promise<number> {
    let total = 0;
    for (let moved = await this.step(); moved !== null; moved = await this.step()) total += moved;
    for (let gone = batch; gone === batch;) gone = await this.forgetOldEvidence();
    return total;
  }

  /** Releases one batch of the oldest decision; null when nothing is left to release. */
  async step(): Promise<number | null> {
    let due = false;
    const moved = await this.db.asEngine(async (tx) => {
      // A second worker takes the next one. Nobody else adds to it: it is no longer open.
      const [found] = await tx.query<{ id: string }[]>(
        `select id from quarantine where state = 'releasing' order by decided_at limit 1 for update skip locked`,
      );
      if (!found) return null;
      const rows = await tx.query<HeldRow[]>(
        `select * from quarantined_event where quarantine_id = $1 order by page_id, position, kind, event_key limit ${batch}`,
        [found.id],
      );
      if (!rows.length) {
        await tx.query(`update quarantine set state = 'released', finished_at = now() where id = $1`, [
          found.id,
        ]);
        await announcePlatform(tx, 'quarantine');
        return 0;
      }
      const events = rows.map(heldEvent);
      const columns = eventColumns(events, new Date());
      const [recorded] = await tx.query<[Recorded]>(recordEvents, columns);
      await tx.query(
        `delete from quarantined_event held using unnest($1::bigint[], $2::smallint[], $3::smallint[], $4::uuid[]) as e(page_id, position, kind, event_key)
         where held.page_id = e.page_id and held.position = e.position and held.kind = e.kind and held.event_key = e.event_key`,
        columns.slice(0, 4),
      );
      const { known, orphans, workspaces } = recorded;
      await tx.query(
        `update quarantine set counted_events = counted_events + $2, repeated_events = repeated_events + $3,
           orphaned_events = orphaned_events + $4 where id = $1`,
        [found.id, rows.length - known.length - orphans.length, known.length, orphans.length],
      );
      for (const workspaceId of workspaces) await announce(tx, workspaceId, 'pools');
      await announcePlatform(tx, 'quarantine');
      due = recorded.due;
      return rows.length;
    });
    if (due) this.jobs.nudge('pool-review');
    return moved;
  }

  private forgetOldEvidence(): Promise<number> {
    return this.db.asEngine(async (tx) => {
      const rows = await tx.query<unknown[]>(
        `with old as (
           select held.page_id, held.position, held.kind, held.event_key from quarantine q
           join quarantined_event held on held.quarantine_id = q.id
           where q.state = 'discarded' and q.decided_at < now() - interval '${evidenceDays} days' limit ${batch}
         ), gone as (
           delete from quarantined_event held using old
           where held.page_id = old.page_id and held.position = old.position and held.kind = old.kind and held.event_key = old.event_key
           returning 1
         ) select from gone`,
      );
      return rows.length;
    });
  }
}

/** A held event as ingest read it; what only its receipt needed is gone. */
function heldEvent(row: HeldRow, index: number): ReadEvent {
  const pageId = Number(row.page_id);
  return {
    index,
    id: row.event_key === nilKey ? '' : row.event_key,
    kind: row.kind,
    key: row.event_key,
    value: row.value,
    at: row.at.getTime(),
    timed: true,
    slot: slotNumber({ pageId, position: row.position }),
    impression: {
      pageId,
      position: row.position,
      rail: row.rail,
      level: row.level,
      placement: 0,
      expiresAt: 0,
      reader: 0,
      ...unknownPlace,
      exposure: row.exposure,
      noteId: row.note_id,
      boostId: row.boost_id,
      search:
        row.query_key === null ? null : { queryKey: row.query_key, keyword: row.keyword, leads: row.leads },
    },
  };
}

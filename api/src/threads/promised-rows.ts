import { Logger } from '@nestjs/common';
import type { LiveTopic } from '@poolrise/contracts';
import type { Db } from '../db/db';
import { announce } from '../live/announce';

/** A row that promises work. */
export interface PromisedRow {
  id: string;
  workspaceId: string;
  attempts: number;
}

/** Whoever works says so this often, and has lost the row when it was not heard for so long. */
const heardMs = 5_000;
const silentSeconds = 20;
const mostAttempts = 3;

/**
 * Rows of a table that promise work of some seconds: `state`, `heard_at`, `attempts`, `requested_at` and `finished_at` say how far
 * each is. One is worked on at a time. A worker that dies leaves its row behind, and another begins it again; nothing is written
 * by who lost the row meanwhile.
 */
export class PromisedRows<Due extends PromisedRow> {
  private readonly log: Logger;
  private closing = false;
  private underWay: AbortController | null = null;

  /** `returning` names the columns of what is due beside those of every promised row. */
  constructor(
    private readonly db: Db,
    private readonly about: { table: string; returning: string; topic: LiveTopic },
  ) {
    this.log = new Logger(about.table);
  }

  /** Nothing is begun any more, and what is under way is left to another worker. */
  close(): void {
    this.closing = true;
    this.underWay?.abort();
  }

  /** Works on what is due, one after the other. Returns how many were brought to an end. */
  async workDue(work: (due: Due, signal: AbortSignal) => Promise<void>): Promise<number> {
    for (let done = 0; ; done++) {
      const due = this.closing ? undefined : await this.claim();
      if (!due) return done;
      const given = new AbortController();
      this.underWay = given;
      const beats = setInterval(() => {
        void this.write(due, {})
          .then((ours) => !ours && given.abort())
          .catch(() => undefined);
      }, heardMs);
      try {
        await work(due, given.signal);
      } catch (error) {
        // Whoever begins it again, or has taken it over, finishes it.
        if (given.signal.aborted) continue;
        this.log.error(`${this.about.table} ${due.id} failed: ${String(error)}`);
        await this.write(due, {}, 'failed');
      } finally {
        clearInterval(beats);
        this.underWay = null;
      }
    }
  }

  /** Writes down what was found so far, in columns of jsonb; false when another worker has taken the row over. */
  write(
    { id, workspaceId, attempts }: PromisedRow,
    found: Record<string, unknown>,
    state: 'running' | 'done' | 'failed' = 'running',
  ): Promise<boolean> {
    const columns = Object.entries(found).filter(([, value]) => value !== null && value !== undefined);
    const sets = columns.map(([column], at) => `, ${column} = $${at + 4}`).join('');
    return this.db.asEngine(async (tx) => {
      const [, written] = await tx.query<[unknown, number]>(
        `update ${this.about.table} set state = $3, heard_at = now(),
           finished_at = case when $3 in ('done', 'failed') then now() end${sets}
         where id = $1 and state = 'running' and attempts = $2`,
        [
          id,
          attempts,
          state,
          ...columns.map(([, value]) => (typeof value === 'object' ? JSON.stringify(value) : value)),
        ],
      );
      if (columns.length > 0 || state !== 'running') await announce(tx, workspaceId, this.about.topic);
      return written > 0;
    });
  }

  private claim(): Promise<Due | undefined> {
    const { table, returning } = this.about;
    const silent = `heard_at < now() - interval '${silentSeconds} seconds'`;
    return this.db.asEngine(async (tx) => {
      await tx.query(
        `update ${table} set state = 'failed', finished_at = now()
         where state = 'running' and ${silent} and attempts >= ${mostAttempts}`,
      );
      const [rows] = await tx.query<[Due[], number]>(
        `update ${table} set state = 'running', heard_at = now(), attempts = attempts + 1
         where id = (
           select id from ${table} where state = 'waiting' or (state = 'running' and ${silent})
           order by requested_at limit 1 for update skip locked)
         returning id, workspace_id as "workspaceId", attempts, ${returning}`,
      );
      return rows[0];
    });
  }
}

import type pg from 'pg';
import { codeOf } from '../db/db';
import { Refused } from '../http/refused';
import { copyStatement, inKeyOrder } from './copy-group';
import { copyQuery } from '../db/copy-query';
import { copyRows } from './copy-rows';
import type { ReadEvent } from './read-batch';
import { eventColumns, recordEvents, withoutImpressionHere } from './record-events';
import { SeenEvents } from './seen-events';

/** What became of the events of one batch: indexes into it. */
export interface Recorded {
  repeated: number[];
  orphans: number[];
}

interface Waiting {
  events: readonly ReadEvent[];
  done: (recorded: Recorded) => void;
  failed: (error: unknown) => void;
}

interface Answer {
  known: number[];
  orphans: number[];
  workspaces: string[];
  due: boolean;
}

/** Called after a group is durable. */
export type AfterGroup = (moved: {
  workspaces: string[];
  due: boolean;
  events: readonly ReadEvent[];
}) => void;

const groupMax = 8_000;
/** Two, so that one group is read and summed here while the other is written there. */
const writersMax = 2;
const queueMax = 100_000;
const triesMax = 5;
const transient = new Set(['40001', '40P01']);
const uniqueViolation = '23505';

/**
 * Group commit: whatever arrives while statements run goes into the next. Few writers keep the counters free of contention,
 * and one flush to disk pays for every batch of a group. A batch is acknowledged after its group committed.
 */
export class EventWriter {
  private readonly queue: Waiting[] = [];
  private queued = 0;
  private writers = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly afterGroup: AfterGroup,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Resolves when the events are durable. @throws Refused unavailable when far more arrives than can be written. */
  record(events: readonly ReadEvent[]): Promise<Recorded> {
    if (!events.length) return Promise.resolve({ repeated: [], orphans: [] });
    if (this.queued + events.length > queueMax) throw new Refused('unavailable', { retryAfterSeconds: 1 });
    this.queued += events.length;
    return new Promise((done, failed) => {
      this.queue.push({ events, done, failed });
      if (this.writers < writersMax) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.writers++;
    while (this.queue.length) {
      const group: Waiting[] = [];
      let size = 0;
      while (this.queue[0] && (size === 0 || size + this.queue[0].events.length <= groupMax)) {
        const next = this.queue.shift() as Waiting;
        group.push(next);
        size += next.events.length;
      }
      await this.write(group);
      this.queued -= size;
    }
    this.writers--;
  }

  private async write(group: Waiting[]): Promise<void> {
    const { events, owners, repeats } = together(group);
    try {
      const answer = await this.ask(events);
      const results = group.map((_, at): Recorded => ({ repeated: repeats[at] ?? [], orphans: [] }));
      for (const what of ['known', 'orphans'] as const)
        for (const ordinal of answer[what])
          (results[owners[ordinal - 1] ?? 0] as Recorded)[what === 'known' ? 'repeated' : what].push(
            (events[ordinal - 1] as ReadEvent).index,
          );
      group.forEach((waiting, at) => waiting.done(results[at] as Recorded));
      this.afterGroup({ workspaces: answer.workspaces, due: answer.due, events });
    } catch (error) {
      for (const waiting of group) waiting.failed(error);
    }
  }

  /** The quick way for a group in which everything is new, which is nearly every group; else the careful one. */
  private async ask(events: readonly ReadEvent[]): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      try {
        if (attempt === 1 && !withoutImpressionHere(events)) return await this.copy(events);
      } catch (error) {
        if (codeOf(error) !== uniqueViolation && !transient.has(codeOf(error))) throw error;
      }
      try {
        const { rows } = await this.pool.query<Answer>({
          name: 'record-events',
          text: recordEvents,
          values: eventColumns(events, this.now()),
        });
        return rows[0] as Answer;
      } catch (error) {
        if (attempt === triesMax || !transient.has(codeOf(error))) throw error;
      }
    }
  }

  private async copy(events: readonly ReadEvent[]): Promise<Answer> {
    const at = this.now();
    const ordered = inKeyOrder(events);
    const client = await this.pool.connect();
    let broken = true;
    try {
      const [workspaces = '{}', due] = await copyQuery(client, copyStatement(ordered, at), copyRows(ordered));
      broken = false;
      return {
        known: [],
        orphans: [],
        workspaces: workspaces.slice(1, -1).split(',').filter(Boolean),
        due: due === 'true',
      };
    } catch (error) {
      // Rolled back and usable, when it was the database that refused.
      broken = codeOf(error) === '';
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

/** Puts batches together; an event that two of them bring is written once and a repeat for the later one. */
function together(group: Waiting[]): { events: readonly ReadEvent[]; owners: number[]; repeats: number[][] } {
  const only = group[0];
  if (only && group.length === 1)
    return { events: only.events, owners: only.events.map(() => 0), repeats: [[]] };
  const events: ReadEvent[] = [];
  const owners: number[] = [];
  const repeats = group.map((): number[] => []);
  const seen = new SeenEvents();
  group.forEach((waiting, owner) => {
    for (const event of waiting.events) {
      if (!seen.add(event)) {
        repeats[owner]?.push(event.index);
        continue;
      }
      events.push(event);
      owners.push(owner);
    }
  });
  return { events, owners, repeats };
}

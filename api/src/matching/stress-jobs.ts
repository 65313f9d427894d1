import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { ReachTarget } from '@poolrise/contracts';
import { nearestReserves, type ReachSketch, type StressAsk, type StressReport } from '@poolrise/domain';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';
import { stressInThread } from './plan-in-thread';
import { sketchesOf } from './reach.queries';
import type { StressInputs } from './stress-test.entity';

/** A test takes a second or two; one that takes so long lost its worker. */
const silentSeconds = 60;
const mostAttempts = 3;

interface DueTest {
  id: string;
  workspaceId: string;
  inputs: StressInputs;
  target: ReachTarget;
  attempts: number;
}

/** Runs the stress tests that were asked for, one at a time and in a thread. A worker that dies leaves its row behind, and another begins it again. */
@Injectable()
export class StressJobs implements BeforeApplicationShutdown {
  private readonly log = new Logger('stress tests');
  private closing = false;
  private underWay: AbortController | null = null;

  constructor(private readonly db: Db) {}

  beforeApplicationShutdown(): void {
    this.closing = true;
    this.underWay?.abort();
  }

  /** Returns how many were brought to an end. */
  @HandlesJob('stress-test')
  async testDue(): Promise<number> {
    for (let done = 0; ; done++) {
      const due = this.closing ? undefined : await this.claim();
      if (!due) return done;
      this.underWay = new AbortController();
      try {
        await this.write(due, await stressInThread(await this.askOf(due), this.underWay.signal));
      } catch (error) {
        // Whoever begins it again finishes it.
        if (this.underWay.signal.aborted) return done;
        this.log.error(`stress test ${due.id} failed: ${String(error)}`);
        await this.write(due, null);
      } finally {
        this.underWay = null;
      }
    }
  }

  private claim(): Promise<DueTest | undefined> {
    const silent = `heard_at < now() - interval '${silentSeconds} seconds'`;
    return this.db.asEngine(async (tx) => {
      await tx.query(
        `update stress_test set state = 'failed', finished_at = now()
         where state = 'running' and ${silent} and attempts >= ${mostAttempts}`,
      );
      const [rows] = await tx.query<[DueTest[], number]>(
        `update stress_test set state = 'running', heard_at = now(), attempts = attempts + 1
         where id = (
           select id from stress_test where state = 'waiting' or (state = 'running' and ${silent})
           order by requested_at limit 1 for update skip locked)
         returning id, workspace_id as "workspaceId", inputs, attempts,
           (select target from portfolio where portfolio.id = portfolio_id) as target`,
      );
      return rows[0];
    });
  }

  private async askOf({ inputs, target }: DueTest): Promise<StressAsk> {
    const { picks, reserves } = inputs;
    const ids = [...picks, ...reserves].map(({ creatorId }) => creatorId);
    const sketches = await this.db.asEngine((tx) => sketchesOf(tx, ids, target));
    const withSketch = <One extends { creatorId: string }>(
      all: readonly One[],
    ): (One & { sketch: ReachSketch })[] =>
      all.flatMap((one) => {
        const sketch = sketches.get(one.creatorId);
        return sketch ? [{ ...one, sketch }] : [];
      });
    const publishing = withSketch(picks);
    return { ...inputs, picks: publishing, reserves: nearestReserves(publishing, withSketch(reserves)) };
  }

  /** A report, or that there is none. Nothing is written by who lost the row to another worker. */
  private write({ id, workspaceId, attempts }: DueTest, report: StressReport | null): Promise<void> {
    return this.db.asEngine(async (tx) => {
      await tx.query(
        `update stress_test set state = $3, report = $4, finished_at = now()
         where id = $1 and state = 'running' and attempts = $2`,
        [id, attempts, report ? 'done' : 'failed', report && JSON.stringify(report)],
      );
      await announce(tx, workspaceId, 'portfolios');
    });
  }
}

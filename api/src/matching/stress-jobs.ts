import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { ReachTarget } from '@poolrise/contracts';
import { nearestReserves, type ReachSketch, type StressAsk } from '@poolrise/domain';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { PromisedRows, type PromisedRow } from '../threads/promised-rows';
import { stressInThread } from './plan-in-thread';
import { sketchesOf } from './reach.queries';
import type { StressInputs } from './stress-test.entity';

interface DueTest extends PromisedRow {
  inputs: StressInputs;
  target: ReachTarget;
}

/** Runs the stress tests that were asked for, one at a time and in a thread. */
@Injectable()
export class StressJobs implements BeforeApplicationShutdown {
  private readonly rows: PromisedRows<DueTest>;

  constructor(private readonly db: Db) {
    const returning = 'inputs, (select target from portfolio where portfolio.id = portfolio_id) as target';
    this.rows = new PromisedRows(db, { table: 'stress_test', returning, topic: 'portfolios' });
  }

  beforeApplicationShutdown(): void {
    this.rows.close();
  }

  /** Returns how many were brought to an end. */
  @HandlesJob('stress-test')
  testDue(): Promise<number> {
    return this.rows.workDue(async (due, signal) => {
      const report = await stressInThread(await this.askOf(due), signal);
      await this.rows.write(due, { report }, 'done');
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
}

import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { PortfolioView } from '@poolrise/contracts';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { PromisedRows } from '../threads/promised-rows';
import { planInThread } from './plan-in-thread';
import { planningTaskOf } from './planning-task';
import type { Portfolio } from './portfolio.entity';

type DuePortfolio = Pick<Portfolio, 'id' | 'workspaceId' | 'wishes' | 'target' | 'candidates' | 'attempts'>;

/** Plans what was asked for, one at a time and in a thread: the plan first, which people wait for, then its frontier. */
@Injectable()
export class PortfolioJobs implements BeforeApplicationShutdown {
  private readonly rows: PromisedRows<DuePortfolio>;

  constructor(private readonly db: Db) {
    const returning = 'wishes, target, candidates';
    this.rows = new PromisedRows(db, { table: 'portfolio', returning, topic: 'portfolios' });
  }

  beforeApplicationShutdown(): void {
    this.rows.close();
  }

  /** Returns how many were brought to an end. */
  @HandlesJob('portfolio')
  planDue(): Promise<number> {
    return this.rows.workDue((due, signal) => this.plan(due, signal));
  }

  /** The plan is written down as soon as it is there, the frontier when it is whole. */
  private async plan(due: DuePortfolio, signal: AbortSignal): Promise<void> {
    const { withoutAudience, ...task } = await this.db.asEngine((tx) => planningTaskOf(tx, due));
    const known = { without_audience: withoutAudience };
    const frontier: NonNullable<PortfolioView['frontier']> = [];
    for await (const word of planInThread(task, signal)) {
      if ('refusal' in word)
        return void (await this.rows.write(due, { ...known, refusal: word.refusal }, 'done'));
      if ('point' in word) frontier.push(word.point);
      else if (!(await this.rows.write(due, { ...known, plan: word.plan }))) return;
    }
    await this.rows.write(due, { frontier }, 'done');
  }
}

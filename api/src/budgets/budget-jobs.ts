import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { BudgetRefusal, BudgetReport } from '@poolrise/domain';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { PromisedRows, type PromisedRow } from '../threads/promised-rows';
import { threadProgram } from '../threads/thread-program';
import { wordOfThread } from '../threads/words-of-thread';
import type { BudgetPlan } from './budget-plan.entity';

type DueBudget = PromisedRow & Pick<BudgetPlan, 'inputs' | 'asked'>;

/** Plans the budgets that were asked for, one at a time and in a thread. */
@Injectable()
export class BudgetJobs implements BeforeApplicationShutdown {
  private readonly rows: PromisedRows<DueBudget>;

  constructor(db: Db) {
    this.rows = new PromisedRows(db, {
      table: 'budget_plan',
      returning: 'inputs, asked',
      topic: 'campaigns',
    });
  }

  beforeApplicationShutdown(): void {
    this.rows.close();
  }

  /** Returns how many were brought to an end. */
  @HandlesJob('budget-plan')
  planDue(): Promise<number> {
    return this.rows.workDue(async (due, signal) => {
      const { seed, assumptions } = due.asked;
      const task = { ask: due.inputs.ask, luck: { seed, together: assumptions.together } };
      const { report } = await wordOfThread<{ report: BudgetReport | BudgetRefusal }>(
        threadProgram(import.meta.url, 'budgeting'),
        task,
        signal,
      );
      await this.rows.write(due, { report }, 'done');
    });
  }
}

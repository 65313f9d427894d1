import { type BudgetAsk, type BudgetLuckAsk, reportBudget } from '@poolrise/domain';
import { parentPort, workerData } from 'node:worker_threads';

/** The program of the thread that plans one budget. */
if (parentPort) {
  const { ask, luck } = workerData as { ask: BudgetAsk; luck: BudgetLuckAsk };
  parentPort.postMessage({ report: reportBudget(ask, luck) });
  parentPort.postMessage({ ended: true });
  parentPort.close();
}

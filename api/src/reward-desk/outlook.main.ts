import { parentPort, workerData } from 'node:worker_threads';
import type { Outlook, OutlookTask } from './outlook-in-thread';
import { abuseOf, forecastOf } from './plan-outlook';

/** The program of the thread that plays one plan. */
if (parentPort) {
  const { terms, know, abuse } = workerData as OutlookTask;
  const found: Outlook = {
    forecast: forecastOf(terms, know),
    abuse: abuse ? abuseOf(terms, know) : null,
  };
  parentPort.postMessage(found);
  parentPort.postMessage({ ended: true });
  parentPort.close();
}

import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { randomUUID } from 'node:crypto';
import type { JobName } from './job-names';

export const queueName = 'poolrise';

/** Nudges the worker. A nudge may be lost, doubled or late without harm. */
@Injectable()
export class JobsService {
  private readonly log = new Logger('jobs');
  private readonly pending = new Map<JobName, NodeJS.Timeout>();

  constructor(@InjectQueue(queueName) private readonly queue: Queue) {}

  /**
   * Asks the worker to look for due work of this kind within about `withinMs`. Nudges of one process within that time
   * become one job, and jobs that wait are one job as well, so a storm of events costs a handful of rows.
   */
  nudge(name: JobName, withinMs = 100): void {
    if (this.pending.has(name)) return;
    const timer = setTimeout(() => {
      this.pending.delete(name);
      this.queue
        // An id of our own: for one of its own the PostgreSQL store would create a sequence, which our role may not.
        .add(
          name,
          {},
          {
            jobId: randomUUID(),
            deduplication: { id: name, ttl: withinMs },
            removeOnComplete: true,
            removeOnFail: 100,
            attempts: 1,
          },
        )
        .catch((error: unknown) =>
          this.log.warn(`nudge ${name} was lost, the sweeper will find the work: ${String(error)}`),
        );
    }, withinMs);
    timer.unref();
    this.pending.set(name, timer);
  }
}

import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import { type JobResult, type PoolJob, runJob } from './pool-jobs';

/** Runs the jobs on all cores, and returns their results in the order of the jobs. */
export async function runJobs(program: URL, jobs: readonly PoolJob[]): Promise<JobResult[]> {
  const results: JobResult[] = [];
  let next = 0;
  let done = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(program);
      let current = -1;
      const give = (): void => {
        current = next++;
        if (current < jobs.length) worker.postMessage(jobs[current]);
        else void worker.terminate().then(() => resolve());
      };
      worker.on('message', (result: JobResult) => {
        results[current] = result;
        showProgress(++done, jobs.length);
        give();
      });
      worker.on('error', reject);
      give();
    });
  await Promise.all(Array.from({ length: Math.min(jobs.length, availableParallelism()) }, work));
  return results;
}

/** What a worker does: one job after the other. */
export function serveJobs(): void {
  parentPort?.on('message', (job: PoolJob) => parentPort?.postMessage(runJob(job)));
}

/** One line that counts on a terminal; a line for every tenth where the output goes into a file. */
function showProgress(done: number, all: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(done < all ? `\r  ${done} of ${all} worlds played` : '\r\u001b[K');
  else if (Math.floor((10 * done) / all) > Math.floor((10 * (done - 1)) / all))
    process.stderr.write(`  ${done} of ${all} worlds played\n`);
}

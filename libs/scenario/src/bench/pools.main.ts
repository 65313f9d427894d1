import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { runCommand } from '../command';
import { errorsAtTheBar, verdictsPerSecond } from './aa-runs';
import { readPoolArguments, usage } from './pool-arguments';
import { jobsOf, sensitivityJobs } from './pool-jobs';
import { reportAA, reportSensitivity, reportWorlds } from './pool-report';
import { runJobs, serveJobs } from './pool-workers';

if (isMainThread) await runCommand(main);
else serveJobs();

async function main(): Promise<void> {
  const ask = readPoolArguments(process.argv.slice(2));
  if (ask.help) {
    console.log(usage);
    return;
  }
  const began = performance.now();
  const self = new URL(import.meta.url);
  if (ask.sensitivity) console.log(reportSensitivity(await runJobs(self, sensitivityJobs(ask))));
  else if (ask.aa) console.log(reportAA(errorsAtTheBar(ask.firstSeed)));
  else {
    const results = await runJobs(self, jobsOf(ask));
    console.log(reportWorlds(ask, results, verdictsPerSecond()));
    if (ask.json) writeFileSync(ask.json, `${JSON.stringify({ ask, results }, null, 1)}\n`);
  }
  console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s`);
}

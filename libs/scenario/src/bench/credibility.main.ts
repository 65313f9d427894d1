import { writeFileSync } from 'node:fs';
import { countsOf, credibilityEdges, dayInShanghai, measureCredibility } from '@poolrise/domain';
import { runCommand } from '../command';
import { credibilityHelp, readCredibilityArguments } from './credibility-arguments';
import { credibilityModule } from './credibility-module';
import { credibilityTable } from './credibility-table';
import { judgedCreators, type JudgedCreator } from './labelled-creators';

/** The hour of every world, so that the same seeds give the same figures. */
const now = new Date('2026-11-26T10:00:00+08:00');

await runCommand(() => {
  const { help, seeds, creators, times, json, module } = readCredibilityArguments(process.argv.slice(2));
  if (help) return console.log(credibilityHelp);
  const began = performance.now();
  const judged: JudgedCreator[] = seeds.flatMap((seed) => judgedCreators({ seed, creators, times, now }));
  const labelled = judged.filter(({ label }) => label !== null).length;
  console.log(
    `${seeds.length} worlds of ${creators} creators${times === 1 ? '' : ` with ${times} times the followers`} (${seeds[0]} to ${seeds.at(-1)}), ${labelled} of ${judged.length} with injected fraud`,
  );
  console.log(
    `edges are set for under ${100 * credibilityEdges.falseAlarmTarget} % false alarms; counts, %, and 95 % intervals\n`,
  );
  const measured = measureCredibility(judged);
  console.log(credibilityTable(measured));
  if (json) writeFileSync(json, `${JSON.stringify({ seeds, creators, times, measured }, null, 1)}\n`);
  if (module) {
    const measurement = {
      measuredOn: dayInShanghai(new Date()),
      seeds,
      creators: judged.length,
      labelled,
      counts: measured.map(countsOf),
    };
    writeFileSync(module, credibilityModule(measurement));
  }
  console.log(
    '\nFound and named are of creators with enough data. Another kind of fraud counts against a test as a false alarm does.',
  );
  console.log(`${((performance.now() - began) / 1_000).toFixed(0)} s`);
});

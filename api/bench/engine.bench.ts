import { feed } from './feed';
import { ingest, rawCopy } from './ingest';
import type { Load } from './load';
import { setStage } from './stage';
import { verdictOnScreen } from './verdict';

/** `npm run bench` measures all; `npm run bench -- feed ingest verdict` some of it. */
const wanted = new Set(process.argv.slice(2));
const measures = (part: 'feed' | 'ingest' | 'verdict') => wanted.size === 0 || wanted.has(part);

/** Everything in one run on one machine, so that the ratios mean something wherever it runs. */
const stage = await setStage();
// The feed's index and the key's cache take their time once.
await new Promise((resolve) => setTimeout(resolve, 12_000));

const whole = (value: number) => Math.round(value).toLocaleString('en');
const ms = (value: number) => `${value.toFixed(1)} ms`;
const line = (name: string, ...cells: string[]) =>
  console.log(`  ${name.padEnd(44)}${cells.map((cell) => cell.padStart(14)).join('')}`);
const latency = ({ p50, p99 }: Load) => [ms(p50), ms(p99)];

if (measures('feed')) {
  console.log('\nFeed, 5,000 notes in motion, 40 boosted; readers with a history; every fifth page a search');
  line('', 'per second', 'p50', 'p99', 'failed', 'goal p99');
  const { steady, most } = await feed(stage);
  line('200 pages a second', whole(steady.perSecond), ...latency(steady), String(steady.failed), '25 ms');
  line('as many as eight readers get', whole(most.perSecond), ...latency(most), String(most.failed), '');
}

if (measures('ingest')) {
  console.log('\nEvents: acknowledged through HTTP, against raw logged COPY of the same rows');
  line('', 'events/s', 'of COPY', 'p50', 'p99', 'failed', 'goal');
  const copyBefore = await rawCopy(stage);
  const runs = [];
  for (const [size, batches, clients] of [
    [1, 6_000, 64],
    [100, 6_000, 64],
    [1_000, 480, 16],
  ] as const) {
    await ingest(stage, size, Math.ceil(batches / 10), clients);
    runs.push({ size, load: await ingest(stage, size, batches, clients) });
  }
  const copy = (copyBefore + (await rawCopy(stage))) / 2;
  line('raw COPY', whole(copy), '100 %');
  for (const { size, load } of runs)
    line(
      `batches of ${size}`,
      whole(load.perSecond),
      `${((100 * load.perSecond) / copy).toFixed(1)} %`,
      ...latency(load),
      String(load.failed),
      size === 100 ? '10 %' : size === 1_000 ? '15 %' : '',
    );
}

if (measures('verdict')) {
  console.log('\nFrom the event that makes a verdict due to the verdict on screen');
  line('', '', 'p50', 'p99', '', 'goal p99');
  const verdict = await verdictOnScreen(stage);
  line('60 verdicts', '', ...latency(verdict), '', '2000 ms');
}
await stage.owner.end();

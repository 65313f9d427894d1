import type { CreatorSearchPage } from '@poolrise/contracts';
import { RandomStream } from '@poolrise/scenario';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { CreatorImport } from '../src/creators/import-creators';
import { IndexFollower } from '../src/creators/search/index-follower';
import { dataSourceOptions } from '../src/db/data-source-options';
import { Db } from '../src/db/db';
import { applicationUrl } from '../src/db/urls';
import { entities } from '../src/entities';
import { aCreatorQuery } from '../test/creator-queries';
import { aDirectory } from '../test/directory';
import { briefReads, explainBriefReads } from './brief-reads';
import { explained } from './creator-plans';
import {
  answersByPostgres,
  deepPages,
  fromMemory,
  peersOfEverybody,
  sameTotals,
  throughHttp,
} from './creator-searches';
import type { Load } from './load';
import { aSignedInPerson, get } from './person';
import { required } from './stage';

/** `npm run bench -- creators`: a directory of that size through the import, then searches of it through HTTP. */
const { values } = parseArgs({
  options: {
    creators: { type: 'string', default: '1000000' },
    queries: { type: 'string', default: '200' },
  },
});
const creators = Number(values.creators);
const queryCount = Number(values.queries);
if (!(creators >= 100 && queryCount >= 20)) throw new Error('--creators begins at 100 and --queries at 20');

const api = required('API_URL');
const url = required('DATABASE_URL');
const owner = new pg.Pool({ connectionString: url, max: 4 });
const source = await new DataSource({ ...dataSourceOptions(applicationUrl(url), 4), entities }).initialize();

const whole = (value: number) => Math.round(value).toLocaleString('en');
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
const megabytes = (bytes: number) => `${whole(bytes / 2 ** 20)} MB`;
const line = (name: string, ...cells: string[]) =>
  console.log(`  ${name.padEnd(56)}${cells.map((cell) => cell.padStart(12)).join('')}`);
const latency = ({ p50, p95, p99 }: Load) => [p50, p95, p99].map((value) => `${value.toFixed(1)} ms`);

console.log(`\nA directory of ${whole(creators)} creators`);
const importBegan = performance.now();
const report = await new CreatorImport(new Db(source)).run(
  aDirectory(creators, { today: new Date(Date.now() - 86_400_000) }),
);
const importTook = performance.now() - importBegan;
line(
  `imported, ${report.rejected} rejected`,
  seconds(importTook),
  `${whole((creators * 1_000) / importTook)}/s`,
);
await owner.query('analyze creator, creator_figures');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const memory = () => {
  collectGarbage();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
};
const before = memory();
const follower = new IndexFollower({ DATABASE_URL: url });
const indexBegan = performance.now();
await follower.look();
line(
  'index built at the start of a process',
  seconds(performance.now() - indexBegan),
  megabytes(memory() - before),
);

const { rows } = await owner.query<{ id: string }>(
  `insert into workspace (kind, name) values ('platform', 'Benchmark') returning id`,
);
const headers = await aSignedInPerson(owner, rows[0]?.id ?? '');
const ask = async (path: string) => JSON.parse(await get(api + path, headers)) as CreatorSearchPage;
await peersOfEverybody(owner);
while ((await ask('/api/v1/creators?limit=1')).total < creators)
  await new Promise((resolve) => setTimeout(resolve, 2_000));
line('the product has followed the import', seconds(performance.now() - importBegan - importTook));

const random = new RandomStream('bench', 'searches');
const queriesOf = (text: boolean) =>
  Array.from({ length: queryCount / 2 }, () => aCreatorQuery(random, 5, text));
const plain = queriesOf(false);
const worded = queriesOf(true);
const now = new Date();

console.log('\nFive filters, a sort, the exact count and all facets; one page of 20 (goal: p95 < 30 ms)');
line('', 'p50', 'p95', 'p99');
// The first searches of a process pay for the compiler, those with words apart from those without.
for (const queries of [plain, worded]) await throughHttp(ask, queries.slice(0, 40));
const totals = fromMemory(follower.index, [...plain, ...worded], now).totals;
const overHttp = await throughHttp(ask, plain);
const overHttpWorded = await throughHttp(ask, worded);
line('through HTTP, without a keyword', ...latency(overHttp));
line('through HTTP, with a keyword', ...latency(overHttpWorded));
line('50th page through HTTP, by cursors', ...latency(await deepPages(ask)));
line(
  'in memory alone (holds the event loop)',
  ...latency(fromMemory(follower.index, [...plain, ...worded], now).load),
);
line(
  'searches that found somebody; the most found',
  `${totals.filter(Boolean).length} of ${totals.length}`,
  whole(Math.max(...totals)),
);
// The days of a search are counted back from when it is asked, and both are not asked at once.
const [timeless, timelessWorded] = [plain, worded].map((queries) =>
  queries.filter((query) => !query['activeDays']),
);
const some = [...(timeless ?? []).slice(0, 10), ...(timelessWorded ?? []).slice(0, 10)];
const postgres = await answersByPostgres(owner, some, now);
line('plain PostgreSQL: page, count and facets in SQL alone', ...latency(postgres.load));
const both = await throughHttp(ask, some);
line('  the same searches through HTTP', ...latency(both));
line(
  '  ratio',
  ...(['p50', 'p95', 'p99'] as const).map((at) => `${(postgres.load[at] / both[at]).toFixed(1)} x`),
);
line('totals equal to PostgreSQL’s', await sameTotals(ask, some, postgres.totals));

console.log('\nThe first read of a brief: who fits, and their records');
const reads = await briefReads(owner, follower.index);
line('by PostgreSQL alone', ...latency(reads.postgres));
line('with the index in memory', ...latency(reads.index));
line('  of it in memory (holds the event loop)', ...latency(reads.memory));
line('briefs in which both say the same', `${reads.alike} of ${reads.briefs}`);
await explainBriefReads(owner, follower.index);

await explained(owner, worded.find((_, at) => totals[plain.length + at]) ?? {}, now);
await follower.onApplicationShutdown();
await source.destroy();
await owner.end();
process.exit(0);

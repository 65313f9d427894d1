import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import { copyChunks } from './copy-in';
import { measures } from './import-measures';
import { throughProduct } from './import-through-product';
import { reportColumns, writeCsv, writeXlsx } from './order-report';
import { benchReport } from './report-rows';
import { required } from './stage';

/**
 * `npm run bench -- imports`: a report of that many orders through our reader, the parser alone, and raw COPY; then reports
 * over that many hours of engagement. `--only files` or `--only reports` does one of both.
 */
const { values, positionals } = parseArgs({
  options: {
    rows: { type: 'string', default: '200000' },
    hours: { type: 'string', default: '5000000' },
    only: { type: 'string' },
  },
  allowPositionals: true,
});
const rows = Number(values.rows);
const hours = Number(values.hours);
if (!(hours >= 10_000 && hours <= 20_000_000)) throw new Error('--hours is from 10,000 to 20,000,000');
if (!(rows >= 1_000 && rows <= 200_000)) throw new Error('--rows is from 1,000 to 200,000');

interface Measured {
  rows: number;
  ms: number;
  /** of all threads of the process: it tells the work where the machine was busy with others */
  cpuMs: number;
  peakBytes: number;
}

const [measure, file] = positionals;
if (measure !== undefined && file !== undefined) await measureHere(measure, file);
else {
  if (values.only !== 'reports') await main();
  if (values.only !== 'files') await benchReport(required('DATABASE_URL'), hours);
}

/** One measurement has a process of its own, so that its peak of memory is nobody else's. */
async function measureHere(name: string, filePath: string): Promise<void> {
  const began = performance.now();
  const seen = await measures[name]?.(filePath);
  const ms = performance.now() - began;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const measured: Measured = {
    rows: seen ?? 0,
    ms,
    cpuMs: (userCPUTime + systemCPUTime) / 1_000,
    // The kernel's count is of the whole process, the thread in it included, in kilobytes.
    peakBytes: maxRSS * 1_024,
  };
  process.stdout.write(JSON.stringify(measured));
}

/** The fastest of three: what the machine did beside is in the others. */
async function fastest(measureOnce: () => Promise<Measured>): Promise<Measured> {
  const all = [await measureOnce(), await measureOnce(), await measureOnce()];
  return all.reduce((best, one) => (one.ms < best.ms ? one : best));
}

function inProcess(name: string, filePath: string): Promise<Measured> {
  return fastest(() => onceInProcess(name, filePath));
}

async function onceInProcess(name: string, filePath: string): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    fileURLToPath(import.meta.url),
    name,
    filePath,
  ]);
  const measured = JSON.parse(stdout) as Measured;
  if (measured.rows !== rows + 1) throw new Error(`${name} saw ${measured.rows} rows of ${rows + 1}`);
  return measured;
}

async function copied(csv: string): Promise<Measured> {
  const client = new pg.Client(required('DATABASE_URL'));
  await client.connect();
  const columns = Array.from({ length: reportColumns }, (_, at) => `c${at} text`).join(', ');
  await client.query(`create table bench_import_rows (${columns})`);
  try {
    const began = performance.now();
    await copyChunks(client, `copy bench_import_rows from stdin (format csv)`, createReadStream(csv));
    const ms = performance.now() - began;
    const { rows: counted } = await client.query<{ n: number }>(
      'select count(*)::int as n from bench_import_rows',
    );
    return { rows: counted[0]?.n ?? 0, ms, cpuMs: 0, peakBytes: 0 };
  } finally {
    await client.query('drop table bench_import_rows');
    await client.end();
  }
}

function line(name: string, { rows: seen, ms, cpuMs, peakBytes }: Measured, against: Measured): void {
  const cells = [
    `${(ms / 1_000).toFixed(1)} s`,
    `${Math.round((seen * 1_000) / ms).toLocaleString('en')}/s`,
    `${(against.ms / ms).toFixed(2)}`,
    cpuMs ? `${(cpuMs / 1_000).toFixed(1)} s` : '',
    peakBytes ? `${Math.round(peakBytes / 2 ** 20)} MB` : '',
  ];
  console.log(`  ${name.padEnd(44)}${cells.map((cell) => cell.padStart(14)).join('')}`);
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'poolrise-imports-'));
  try {
    const [csv, xlsx] = [path.join(folder, 'orders.csv'), path.join(folder, 'orders.xlsx')];
    const [csvBytes, xlsxBytes] = [await writeCsv(csv, rows), await writeXlsx(xlsx, rows)];
    const size = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
    console.log(
      `\n${rows.toLocaleString('en')} orders of ${reportColumns} columns: csv ${size(csvBytes)}, xlsx ${size(xlsxBytes)}`,
    );
    console.log(
      `  ${''.padEnd(44)}${['time', 'rows', 'of the parser', 'CPU', 'peak memory'].map((cell) => cell.padStart(14)).join('')}`,
    );
    await compare('csv', 'csv-parse', csv);
    await compare('xlsx', 'saxes', xlsx);
    line(
      'raw COPY of the csv into text columns',
      await fastest(() => copied(csv)),
      await inProcess('csv-parse', csv),
    );
    await printThrough('csv', csv, 'orders.csv');
    await printThrough('xlsx', xlsx, 'orders.xlsx');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same file through the product: sent, read into a preview, put in force, taken back. */
async function printThrough(kind: string, filePath: string, name: string): Promise<void> {
  const { rows: seen, ...parts } = await throughProduct(filePath, name);
  if (seen !== rows) throw new Error(`the product saw ${seen} rows of ${rows}`);
  const words = { uploadMs: 'sent', previewMs: 'preview', takeOverMs: 'in force', takeBackMs: 'taken back' };
  const told = (Object.keys(words) as (keyof typeof words)[]).map(
    (part) =>
      `${words[part]} ${(parts[part] / 1_000).toFixed(1)} s (${Math.round((rows * 1_000) / parts[part]).toLocaleString('en')}/s)`,
  );
  console.log(`  ${kind} through the product: ${told.join(', ')}`);
}

async function compare(kind: string, parser: string, filePath: string): Promise<void> {
  const alone = await inProcess(parser, filePath);
  line(`${kind}: ${parser === 'saxes' ? 'yauzl and saxes' : parser} alone`, alone, alone);
  line(`${kind}: our reader`, await inProcess('reader', filePath), alone);
  line(`${kind}: our reader in its thread`, await inProcess('thread', filePath), alone);
}

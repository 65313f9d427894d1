import { readFileSync } from 'node:fs';
import { demoSeed } from './cast/cast';
import { farewell, runReaders } from './readers/readers';

const end = new AbortController();
process.on('SIGTERM', () => end.abort());
process.on('SIGINT', () => end.abort());
// The supervisor's end of the line: when it dies, however hard, so do we.
process.on('disconnect', () => end.abort());

const { API_URL, READER_KEY_FILE, READERS_PER_SECOND, DEMO_SEED } = process.env;
try {
  if (!API_URL || !READER_KEY_FILE)
    throw new Error('API_URL and READER_KEY_FILE say where the product is and with which key');
  const pagesPerSecond = Number(READERS_PER_SECOND || 6);
  if (!(pagesPerSecond > 0 && pagesPerSecond <= 1000))
    throw new Error('READERS_PER_SECOND is a number from 0 to 1000');
  await runReaders({
    apiUrl: API_URL,
    key: readFileSync(READER_KEY_FILE, 'utf8').trim(),
    pagesPerSecond,
    seed: DEMO_SEED || demoSeed,
    day: new Date().toISOString(),
    signal: end.signal,
  });
} catch (error) {
  console.error(farewell(error));
  process.exitCode = 1;
}
// The pipe to the supervisor would keep us alive.
process.disconnect?.();

import 'reflect-metadata';
import { readConfig } from './config';
import { migrateQueue } from './jobs/queue-store';
import { prepareDatabase } from './prepare-database';

const config = readConfig();
await prepareDatabase(config.DATABASE_URL);
await migrateQueue(config);
if (process.env['DEMO'] === '1') {
  const { seedDemo } = await import('./demo/seed-demo');
  await seedDemo(config);
}

import 'reflect-metadata';
import { createApp } from './create-app';
import { readConfig } from './config';
import { loadDictionary } from './words/segment';

const config = readConfig();
const app = await createApp(config);
loadDictionary();
// The supervisor's end of the line: when it dies, however hard, so do we.
process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
await app.listen({ port: config.PORT, host: config.HOST });

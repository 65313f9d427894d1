import { ImportJobs } from '../src/imports/import-jobs';
import { openDatabase } from './own-process';

// A worker that does what is due with files, and is killed in the middle of it. It says on stdout when it begins.
const { db, close } = await openDatabase(4);
process.stdout.write('begins\n');
await new ImportJobs(db).workDue();
process.stdout.write('ended\n');
await close();

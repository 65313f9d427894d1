import { ReportSchedule } from '../src/reports/report-schedule';
import { openDatabase } from './own-process';

// A worker that makes the reports that are due, and is killed in the middle of it. It says on stdout when it begins.
const { db, close } = await openDatabase(4);
process.stdout.write('begins\n');
await new ReportSchedule(db).makeDue();
process.stdout.write('ended\n');
await close();

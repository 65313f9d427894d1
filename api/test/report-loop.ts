import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/db/data-source-options';
import { Db } from '../src/db/db';
import { applicationUrl } from '../src/db/urls';
import { entities } from '../src/entities';
import { ReportSchedule } from '../src/reports/report-schedule';

// A worker that makes the reports that are due, and is killed in the middle of it. It says on stdout when it begins.
const { DATABASE_URL = '' } = process.env;
const source = await new DataSource({
  ...dataSourceOptions(applicationUrl(DATABASE_URL), 4),
  entities,
}).initialize();
process.stdout.write('begins\n');
await new ReportSchedule(new Db(source)).makeDue();
process.stdout.write('ended\n');
await source.destroy();

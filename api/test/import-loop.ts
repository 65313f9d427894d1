import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/db/data-source-options';
import { Db } from '../src/db/db';
import { applicationUrl } from '../src/db/urls';
import { entities } from '../src/entities';
import { ImportJobs } from '../src/imports/import-jobs';

// A worker that does what is due with files, and is killed in the middle of it. It says on stdout when it begins.
const { DATABASE_URL = '' } = process.env;
const source = await new DataSource({
  ...dataSourceOptions(applicationUrl(DATABASE_URL), 4),
  entities,
}).initialize();
process.stdout.write('begins\n');
await new ImportJobs(new Db(source)).workDue();
process.stdout.write('ended\n');
await source.destroy();

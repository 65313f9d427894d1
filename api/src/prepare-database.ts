import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './db/data-source-options';
import { applicationPassword, applicationRole } from './db/urls';
import { installPolicies } from './pools/install-policies';

/**
 * Brings a database to the present schema: migrations, the application role's password, the queue's tables, the shipped
 * policies. Runs as the owner, once, before api and worker start; safe to run again.
 */
export async function prepareDatabase(ownerUrl: string): Promise<void> {
  const source = await new DataSource(dataSourceOptions(ownerUrl, 2)).initialize();
  try {
    // Two supervisors on one server must not create the roles at the same moment.
    await source.query(`select pg_advisory_lock(hashtext('poolrise migrations'))`);
    await source.runMigrations({ transaction: 'each' });
    await source.query(`alter role ${applicationRole} password '${applicationPassword(ownerUrl)}'`);
    await source.query(`insert into installation (token_secret) values ($1) on conflict do nothing`, [
      randomBytes(32),
    ]);
    await installPolicies(source.manager);
  } finally {
    await source.destroy();
  }
}

import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/db/data-source-options';
import { Db } from '../src/db/db';
import { applicationUrl } from '../src/db/urls';
import { entities } from '../src/entities';

/** The database of a spec as a process of its own opens it: the spec says where by DATABASE_URL, and kills it when it likes. */
export async function openDatabase(poolSize: number): Promise<{ db: Db; close: () => Promise<void> }> {
  const url = applicationUrl(process.env['DATABASE_URL'] ?? '');
  const source = await new DataSource({ ...dataSourceOptions(url, poolSize), entities }).initialize();
  return { db: new Db(source), close: () => source.destroy() };
}

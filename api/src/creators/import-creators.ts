import { Injectable } from '@nestjs/common';
import { foldForSearch } from '@poolrise/domain';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { copyQuery } from '../db/copy-query';
import { copyLine } from '../db/copy-text';
import { codeOf, Db } from '../db/db';
import { placeNewcomers } from '../imports/place-creators';
import { creatorColumns, type CreatorToImport, figuresColumns, ImportedCreator } from './imported-creator';

/** Rows a transaction. */
const batchSize = 5_000;
const rejectionsShown = 1_000;
const uniqueViolation = '23505';
const tries = 3;

export interface ImportReport {
  imported: number;
  rejected: number;
  /** the first of them, by the number of the row, from 1 */
  rejections: Rejection[];
}
export interface Rejection {
  row: number;
  reason: string;
}
interface Numbered {
  number: number;
  row: ImportedCreator;
}

/** Brings creators into the directory in bulk, or up to date where they are in it. */
@Injectable()
export class CreatorImport {
  constructor(private readonly db: Db) {}

  /**
   * A creator is known by the platform's id, else by the red id. Every row is checked by itself: a bad one is rejected with its
   * reason and the rest goes in. Each few thousand rows are one transaction, so what an interrupted import brought stays, and
   * importing the same rows again changes nothing.
   */
  async run(rows: Iterable<CreatorToImport> | AsyncIterable<CreatorToImport>): Promise<ImportReport> {
    const report: ImportReport = { imported: 0, rejected: 0, rejections: [] };
    const reject = (row: number, reason: string) => {
      report.rejected++;
      if (report.rejections.length < rejectionsShown) report.rejections.push({ row, reason });
    };
    let batch: Numbered[] = [];
    const write = async (good: readonly Numbered[]) => {
      const taken = good.length ? await this.write(good) : [];
      for (const number of taken) reject(number, 'its red id belongs to another account');
      report.imported += good.length - taken.length;
    };
    // While the database writes one batch, the next is read and checked.
    let writing: Promise<void> = Promise.resolve();
    const writeNext = async () => {
      await writing;
      writing = write(onceEach(batch, reject));
      // It is awaited before the next one; should reading fail in between, that is the error to tell.
      writing.catch(() => undefined);
      batch = [];
    };
    let number = 0;
    for await (const candidate of rows) {
      number++;
      const parsed = ImportedCreator.safeParse(candidate);
      if (parsed.success) batch.push({ number, row: parsed.data });
      else reject(number, reasonOf(parsed.error.issues[0]));
      if (batch.length === batchSize) await writeNext();
    }
    await writeNext();
    await writing;
    report.rejections.sort((a, b) => a.row - b.row);
    return report;
  }

  /** Numbers of the rows that could not be taken. */
  private async write(batch: readonly Numbered[]): Promise<number[]> {
    for (let attempt = 1; ; attempt++)
      try {
        return await this.db.asEngine((tx) => writeBatch(tx, batch));
      } catch (error) {
        // Somebody came in with a note between our looking and our writing: looking again finds them.
        if (codeOf(error) !== uniqueViolation || attempt === tries) throw error;
      }
  }
}

const reasonOf = (issue?: { path: PropertyKey[]; message: string }): string =>
  issue ? `${issue.path.map(String).join('.') || 'the row'}: ${issue.message}` : 'is not usable';

/** PostgreSQL refuses to touch a row twice in one statement; of two rows about one creator the later is a mistake. */
function onceEach(batch: readonly Numbered[], reject: (row: number, reason: string) => void): Numbered[] {
  const seen = new Set<string>();
  return batch.filter(({ number, row }) => {
    const ids = [`red ${row.redId}`, ...(row.platformId ? [`platform ${row.platformId}`] : [])];
    const again = ids.some((id) => seen.has(id));
    if (again) reject(number, 'is about a creator of an earlier row');
    else for (const id of ids) seen.add(id);
    return !again;
  });
}

const ofCreator = Object.keys(creatorColumns);
const ofFigures = Object.keys(figuresColumns);

async function writeBatch(tx: EntityManager, batch: readonly Numbered[]): Promise<number[]> {
  // Two imports at once would look for the same creators and enter them twice.
  await tx.query(`select pg_advisory_xact_lock(hashtext('import of creators'))`);
  await tx.query(`
    create temporary table imported on commit drop as
    select 0 as number, creator.id as creator_id, search_name, ${[...ofCreator, ...ofFigures].join(', ')}
    from creator left join creator_figures on false limit 0`);
  const client = (await tx.queryRunner?.connect()) as pg.ClientBase;
  await copyQuery(
    client,
    `copy imported (number, search_name, ${[...ofCreator, ...ofFigures].join(', ')}) from stdin`,
    Buffer.from(batch.map(lineOf).join('')),
  );
  const taken = await tx.query<{ number: number }[]>(`
    with taken as (
      delete from imported using creator by_red
      where by_red.red_id = imported.red_id
        and (by_red.platform_id <> imported.platform_id
          or exists (select from creator by_platform where by_platform.platform_id = imported.platform_id and by_platform.id <> by_red.id))
      returning number)
    select number from taken`);
  await tx.query(upsertSql);
  const entered = batch.filter(({ number }) => !taken.some((one) => one.number === number));
  await placeNewcomers(
    tx,
    entered.map(({ row }) => row.redId),
    entered.flatMap(({ row }) => row.platformId ?? []),
  );
  return taken.map(({ number }) => number);
}

function lineOf({ number, row }: Numbered): string {
  const { figures } = row;
  return copyLine([
    number,
    foldForSearch(row.name),
    ...Object.values(creatorColumns).map((key) => row[key]),
    ...Object.values(figuresColumns).map((key) => figures && figures[key]),
  ]);
}

const upsertSql = `
  with matched as (
    select imported.*, coalesce(
      (select id from creator where creator.platform_id = imported.platform_id),
      (select id from creator where creator.red_id = imported.red_id), gen_random_uuid()) as matched_id
    from imported
  ), entered as (
    insert into creator (id, search_name, ${ofCreator.join(', ')})
    select matched_id, search_name, ${ofCreator.join(', ')} from matched order by matched_id
    on conflict (id) do update set search_name = excluded.search_name, deleted_at = null, ${ofCreator
      // Whoever comes without the platform's id keeps the one that is known.
      .map((column) =>
        column === 'platform_id'
          ? 'platform_id = coalesce(excluded.platform_id, creator.platform_id)'
          : `${column} = excluded.${column}`,
      )
      .join(', ')}
    returning id
  )
  insert into creator_figures (creator_id, ${ofFigures.join(', ')})
  select matched_id, ${ofFigures.join(', ')} from matched
  join entered on entered.id = matched_id where as_of is not null order by matched_id
  on conflict (creator_id) do update set ${ofFigures.map((column) => `${column} = excluded.${column}`).join(', ')}`;

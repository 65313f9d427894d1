import type { ImportState } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import type { Db } from '../db/db';
import { announce } from '../live/announce';
import type { ImportFile } from './import-file.entity';

/** One that has said nothing for so long lost its worker: no step takes a tenth of it. */
const silentSeconds = 20;
/** Tries without any progress. */
const mostAttempts = 3;

export type DueImport = Pick<
  ImportFile,
  'id' | 'workspaceId' | 'name' | 'bytes' | 'state' | 'mapping' | 'uploadedAt' | 'attempts' | 'committedBy'
> & {
  /** hexadecimal */
  sha256: string;
};

/** Another worker has taken this import over, or somebody wants something else of it. */
export class Overtaken extends Error {}

/** Takes the import that has waited longest, of those that no living worker is at; gives up on one that kills its workers. */
export function claimImport(db: Db): Promise<DueImport | undefined> {
  const due = `state in ('waiting', 'committing', 'undoing')
    and (heard_at is null or heard_at < now() - interval '${silentSeconds} seconds')`;
  // What is half taken over or half undone is never given up: it goes on where it stood.
  return db.asEngine(async (tx) => {
    const [givenUp] = await tx.query<[{ id: string; workspaceId: string }[], number]>(
      `update import_file set state = 'failed', heard_at = null where state = 'waiting' and ${due} and attempts >= ${mostAttempts}
       returning id, workspace_id as "workspaceId"`,
    );
    for (const { workspaceId } of givenUp) await announce(tx, workspaceId, 'imports');
    const [rows] = await tx.query<[DueImport[], number]>(
      `update import_file set heard_at = now(), attempts = attempts + 1
       where id = (select id from import_file where ${due} order by uploaded_at limit 1 for update skip locked)
       returning id, workspace_id as "workspaceId", name, bytes::float8 as bytes, state, mapping,
         encode(sha256, 'hex') as sha256, uploaded_at as "uploadedAt", attempts, committed_by as "committedBy"`,
    );
    return rows[0];
  });
}

/**
 * Writes down how far an import is, inside the transaction that got it there; who does so keeps the claim.
 * @throws Overtaken
 */
export async function sayProgress(
  tx: EntityManager,
  due: DueImport,
  found: { rowsDone?: number; rowsTotal?: number | null },
): Promise<void> {
  const [, written] = await tx.query<[unknown, number]>(
    `update import_file set heard_at = now(), rows_done = coalesce($4, rows_done), rows_total = coalesce($5, rows_total)
     where id = $1 and state = $2 and attempts = $3`,
    [due.id, due.state, due.attempts, found.rowsDone ?? null, found.rowsTotal ?? null],
  );
  if (!written) throw new Overtaken();
  await announce(tx, due.workspaceId, 'imports');
}

/**
 * Ends what was due, with what came of it.
 * @throws Overtaken
 */
export async function endStep(
  tx: EntityManager,
  due: DueImport,
  state: ImportState,
  outcome: Partial<
    Pick<ImportFile, 'kind' | 'found' | 'mapping' | 'counts' | 'checks' | 'refusal' | 'rowsTotal'>
  > = {},
): Promise<void> {
  const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
  const [, written] = await tx.query<[unknown, number]>(
    `update import_file set state = $4, heard_at = null, attempts = 0, found = coalesce($5, found),
       mapping = coalesce($6, mapping), counts = coalesce($7, counts), checks = coalesce($8, checks),
       committed_at = case when $4 = 'committing' then now() else committed_at end,
       committed_by = case when $4 = 'ready' then null else committed_by end,
       refusal = $9, rows_done = case when $4 = 'done' then coalesce(rows_total, rows_done) else rows_done end,
       rows_total = coalesce($10, rows_total), kind = coalesce($11, kind)
     where id = $1 and state = $2 and attempts = $3`,
    [
      due.id,
      due.state,
      due.attempts,
      state,
      json(outcome.found),
      json(outcome.mapping),
      json(outcome.counts),
      json(outcome.checks),
      json(outcome.refusal),
      outcome.rowsTotal ?? null,
      outcome.kind ?? null,
    ],
  );
  if (!written) throw new Overtaken();
  await announce(tx, due.workspaceId, 'imports');
}

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
  /** its day has come: what is taken back is gone for good */
  expires: boolean;
  /** hexadecimal */
  sha256: string;
};

/** Another worker has taken this import over, or somebody wants something else of it. */
export class Overtaken extends Error {}

const begun = (column: string): string => `case when state = 'waiting' then 0 else ${column} end`;

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
      // A file is read from its beginning each time; the other steps go on where they stood.
      `update import_file set heard_at = now(), attempts = attempts + 1, began_at = clock_timestamp(),
         share = ${begun('share')}, began_share = ${begun('share')},
         rows_done = ${begun('rows_done')}, began_rows = ${begun('rows_done')}
       where id = (select id from import_file where ${due} order by uploaded_at limit 1 for update skip locked)
       returning id, workspace_id as "workspaceId", name, bytes::float8 as bytes, state, mapping,
         encode(sha256, 'hex') as sha256,
         uploaded_at as "uploadedAt", attempts, committed_by as "committedBy", expired_at is not null as expires`,
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
  sofar: { rowsDone?: number; share?: number; takenFrom?: number; takenTo?: number },
): Promise<void> {
  const [, written] = await tx.query<[unknown, number]>(
    // now() would be the beginning of the transaction, before what it got done.
    `update import_file set heard_at = clock_timestamp(), rows_done = coalesce($4, rows_done), share = coalesce($5, share),
       taken_from = coalesce($6, taken_from), taken_to = coalesce($7, taken_to)
     where id = $1 and state = $2 and attempts = $3`,
    [
      due.id,
      due.state,
      due.attempts,
      sofar.rowsDone ?? null,
      sofar.share ?? null,
      sofar.takenFrom ?? null,
      sofar.takenTo ?? null,
    ],
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
       refusal = $9, share = 0, kind = coalesce($11, kind), rows_total = coalesce($10, rows_total),
       rows_done = case $4 when 'done' then coalesce(rows_total, rows_done) when 'committing' then 0 else rows_done end,
       taken_order = case when $4 in ('undone', 'expired') then null else taken_order end,
       taken_from = case when $4 in ('undone', 'expired') then 0 else taken_from end,
       taken_to = case when $4 in ('undone', 'expired') then 0 else taken_to end
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

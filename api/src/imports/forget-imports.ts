import { importLimits, type ImportView } from '@poolrise/contracts';
import { dayInShanghai } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import type { Db } from '../db/db';
import { announce } from '../live/announce';
import { keptRule } from './imports.queries';

/** Files a transaction: what their rows weigh goes with them. */
const filesAtOnce = 20;

interface Gone {
  id: string;
  workspaceId: string;
  name: string;
  keptUntil: string;
  rule: ImportView['keptRule'];
  months: number | null;
}

const gone = `import_file.id, import_file.workspace_id as "workspaceId", name, to_char(kept_until, 'YYYY-MM-DD') as "keptUntil",
  kept_months as months, ${keptRule} as rule`;

/**
 * Forgets files that are not in force and that nobody has touched for two weeks, with their bytes and rows: what was brought in and
 * not used is not kept. The trail says so.
 *
 * @returns how many
 */
export function forgetStale(db: Db): Promise<number> {
  return db.asEngine(async (tx) => {
    const forgotten = await tx.query<Gone[]>(
      `with stale as (
         select id from import_file
         where state in ('asks', 'ready', 'undone', 'refused', 'failed')
           and greatest(uploaded_at, undone_at) < now() - interval '${importLimits.keptDays} days'
         limit ${filesAtOnce} for update skip locked
       ), gone as (
         delete from import_file using stale where import_file.id = stale.id returning ${gone}
       )
       select * from gone`,
    );
    for (const { id, workspaceId, name } of forgotten)
      await audit(tx, {
        workspaceId,
        personId: null,
        action: 'import.forgotten',
        subjectId: id,
        detail: { name, unusedDays: importLimits.keptDays },
      });
    await announceAll(tx, forgotten);
    return forgotten.length;
  });
}

/**
 * Begins to delete the files whose last day is over. What is in force is taken back first, by the worker and in pieces; of the
 * others goes at once what they said. The file itself stays, so that one can see what was deleted, when, and by which rule.
 *
 * @returns how many
 */
export function expireDue(db: Db, now = new Date()): Promise<number> {
  return db.asEngine(async (tx) => {
    const [due] = await tx.query<[(Gone & { inForce: boolean; counts: unknown })[], number]>(
      `update import_file set expired_at = $2, heard_at = null, attempts = attempts + 1, rows_done = 0, share = 0,
         state = case when ${isInForce} then 'undoing' else 'expired' end
       where id in (select id from import_file where kept_until < $1 and state <> 'expired' and expired_at is null
         order by kept_until limit ${filesAtOnce} for update skip locked)
       returning ${gone}, ${isInForce} as "inForce", counts`,
      [dayInShanghai(now), now],
    );
    for (const { id, workspaceId, inForce, ...detail } of due) {
      if (!inForce) await forgetWhatWasSaid(tx, id);
      await audit(tx, { workspaceId, personId: null, action: 'import.expired', subjectId: id, detail });
    }
    await announceAll(tx, due);
    return due.length;
  });
}

const isInForce = `taken_order is not null`;

/** Everything that a file said, and where something of it may stand: its rows, its bytes, its first rows and its checks. */
export async function forgetWhatWasSaid(tx: EntityManager, importId: string): Promise<void> {
  await tx.query('delete from import_row where import_id = $1', [importId]);
  await tx.query('delete from import_chunk where import_id = $1', [importId]);
  await tx.query('update import_file set found = null, mapping = null, checks = null where id = $1', [
    importId,
  ]);
}

async function announceAll(tx: EntityManager, files: readonly Gone[]): Promise<void> {
  for (const workspaceId of new Set(files.map((file) => file.workspaceId)))
    await announce(tx, workspaceId, 'imports');
}

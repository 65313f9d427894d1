import { importLimits } from '@poolrise/contracts';
import type { Db } from '../db/db';
import { announce } from '../live/announce';

/**
 * Forgets files that are not in force and that nobody has touched for two weeks, with their bytes and rows: what was brought in and
 * not used is not kept.
 *
 * @returns how many
 */
export function forgetStale(db: Db): Promise<number> {
  return db.asEngine(async (tx) => {
    const gone = await tx.query<{ workspaceId: string }[]>(
      `with stale as (
         select id from import_file
         where state in ('asks', 'ready', 'undone', 'refused', 'failed')
           and greatest(uploaded_at, undone_at) < now() - interval '${importLimits.keptDays} days'
         limit 20 for update skip locked
       ), gone as (
         delete from import_file using stale where import_file.id = stale.id returning import_file.workspace_id
       )
       select distinct workspace_id as "workspaceId" from gone`,
    );
    for (const { workspaceId } of gone) await announce(tx, workspaceId, 'imports');
    return gone.length;
  });
}

import type { MediaKind } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

/** An upload that something was made of. */
export interface AttachedMedium {
  id: string;
  kind: MediaKind;
}

/**
 * Takes uploads of a workspace into use: they are kept from now on. Gives back those that are there, by their ids; an id of
 * another workspace, or of an upload that was forgotten, is not. The caller wears the engine's hat.
 */
export async function attachMedia(
  tx: EntityManager,
  workspaceId: string,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, AttachedMedium>> {
  if (ids.length === 0) return new Map();
  // In one order for all, so that two who attach the same pictures do not wait for each other.
  const rows = await tx.query<AttachedMedium[]>(
    `select id, kind from media where id = any($1) and workspace_id = $2 and stored_at is not null order by id for update`,
    [ids, workspaceId],
  );
  await tx.query('update media set attached_at = $2 where id = any($1) and attached_at is null', [
    rows.map(({ id }) => id),
    now,
  ]);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Gives another workspace what these uploads hold, in rows of its own that lie in the same place of the store. Ids of the copies
 * by the ids of what was copied. The caller wears the engine's hat and has asked whether that workspace may have them.
 */
export async function copyMedia(
  tx: EntityManager,
  ids: readonly string[],
  workspaceId: string,
  now: Date,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ of: string; id: string }[]>(
    `with source as (select * from media where id = any($1) and stored_at is not null order by id),
       copied as (
         insert into media (workspace_id, kind, sha256, place, content_type, bytes, width, height, duration_ms, color, ai_marked, uploaded_by,
                            uploaded_at, stored_at, attached_at)
         select $2, kind, sha256, place, content_type, bytes, width, height, duration_ms, color, ai_marked, null, $3, stored_at, $3 from source
         on conflict on constraint one_media_per_content do update
           set place = excluded.place, stored_at = excluded.stored_at, attached_at = excluded.attached_at
         returning id, sha256)
     select source.id as of, copied.id from source join copied using (sha256)`,
    [ids, workspaceId, now],
  );
  return new Map(rows.map(({ of, id }) => [of, id]));
}

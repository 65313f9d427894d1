import type { TestDatabase } from './database';

/** Gives a note an image as its cover; nothing but the row, since no file is read. Returns the image's id. */
export async function aCover(database: TestDatabase, noteId: string): Promise<string> {
  const [image] = await database.owner<{ id: string }>(
    `insert into media (workspace_id, kind, sha256, place, content_type, bytes, width, height, color, uploaded_at, stored_at)
     select workspace_id, 'image', sha256(gen_random_uuid()::text::bytea), 'nowhere', 'image/png', 1, 16, 16, '#ffffff', now(), now()
       from note where id = '${noteId}' returning id`,
  );
  const id = image?.id ?? '';
  await database.owner(
    `insert into note_media (note_id, place, workspace_id, media_id, cover)
     select id, 0, workspace_id, '${id}', true from note where id = '${noteId}'`,
  );
  return id;
}

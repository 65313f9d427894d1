import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import type { ReceivedFile } from '../files/receive-file';

/** Writes the bytes of a file beside its row, in the same transaction. */
export async function storeContents(
  tx: EntityManager,
  workspaceId: string,
  importId: string,
  file: ReceivedFile,
): Promise<void> {
  let number = 0;
  for await (const bytes of file.chunks())
    await tx.query(
      'insert into import_chunk (workspace_id, import_id, number, bytes) values ($1, $2, $3, $4)',
      [workspaceId, importId, number++, bytes],
    );
}

/** The bytes again, a piece at a time and each in a transaction of its own, as often as somebody iterates. */
export async function* contentsOf(db: Db, importId: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const [chunk] = await db.asEngine((tx) =>
      tx.query<{ bytes: Buffer }[]>('select bytes from import_chunk where import_id = $1 and number = $2', [
        importId,
        number,
      ]),
    );
    if (!chunk) return;
    yield chunk.bytes;
  }
}

/** A file that is in force, or never will be, needs its bytes no longer; what was private in them goes with them. */
export const forgetContents = (tx: EntityManager, importId: string): Promise<unknown> =>
  tx.query('delete from import_chunk where import_id = $1', [importId]);

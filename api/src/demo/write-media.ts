import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import type { MediaStore } from '../media/media-store';
import { readImage } from '../media/read-image';
import { drawn, type PictureName, stillLifes } from './draw-pictures';
import { insert } from './write-rows';

/** Draws pictures and keeps them as uploads of workspaces; without a store the demo has none. */
export class DemoPictures {
  private readonly kept = new Map<string, Promise<string>>();
  private readonly drawings = new Map<PictureName, Promise<Buffer>>();

  constructor(
    private readonly client: pg.Client,
    private readonly store: MediaStore | null,
  ) {}

  /** Ids of these pictures in a workspace, in their order. */
  async of(workspaceId: string, names: readonly PictureName[], at: Date): Promise<string[]> {
    const { store } = this;
    if (!store) return [];
    const ids: string[] = [];
    for (const name of names) {
      const key = `${workspaceId} ${name}`;
      const id = this.kept.get(key) ?? this.keep(store, workspaceId, name, at);
      this.kept.set(key, id);
      ids.push(await id);
    }
    return ids;
  }

  private draw(name: PictureName): Promise<Buffer> {
    const drawing = this.drawings.get(name) ?? drawn(stillLifes[name]);
    this.drawings.set(name, drawing);
    return drawing;
  }

  /** The id of a JPEG that was drawn elsewhere, in a workspace; null without a store. */
  async keepDrawn(workspaceId: string, bytes: Buffer, at: Date): Promise<string | null> {
    return this.store && this.keepBytes(this.store, workspaceId, bytes, at);
  }

  private async keep(store: MediaStore, workspaceId: string, name: PictureName, at: Date): Promise<string> {
    return this.keepBytes(store, workspaceId, await this.draw(name), at);
  }

  private async keepBytes(store: MediaStore, workspaceId: string, bytes: Buffer, at: Date): Promise<string> {
    const drawing = createHash('sha256').update(bytes).digest();
    const { rows } = await this.client.query<{ id: string }>(
      'select id from media where workspace_id = $1 and sha256 = $2',
      [workspaceId, drawing],
    );
    // Another part of the demo has kept it there already.
    if (rows[0]) return rows[0].id;
    const folder = await mkdtemp(path.join(tmpdir(), 'poolrise-demo-picture-'));
    try {
      const file = path.join(folder, 'picture');
      await writeFile(file, bytes);
      const { files, contentType, width, height, color, bytes: size } = await readImage(file, 'image/jpeg');
      const sha256 = drawing;
      const place = `${workspaceId}/${sha256.toString('hex')}`;
      await store.put(`${place}/original`, files.original, contentType);
      if (files.thumb) await store.put(`${place}/thumb`, files.thumb, 'image/webp');
      return await insert(this.client, 'media', {
        ...{
          workspace_id: workspaceId,
          kind: 'image',
          sha256,
          place,
          content_type: contentType,
          bytes: size,
        },
        ...{ width, height, color, uploaded_at: at, stored_at: at, attached_at: at },
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { KeyView, Page } from '@poolrise/contracts';
import { z } from 'zod';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';

/** API keys, the newest first; revoked ones stay in the list. */
@Injectable()
export class ApiKeysQueries {
  constructor(private readonly db: Db) {}

  async page(workspaceId: string, ask: { cursor?: string; limit: number }): Promise<Page<KeyView>> {
    const [, createdAt, id] = decodeCursor(ask.cursor, z.literal('keys'), cursorInstant, z.uuid()) ?? [];
    const rows = await this.db.read<KeyView>(
      workspaceId,
      `select id, name, prefix, scopes, ${isoInstant('created_at')} as "createdAt",
              ${isoInstant('last_used_at')} as "lastUsedAt", ${isoInstant('expires_at')} as "expiresAt",
              ${isoInstant('revoked_at')} as "revokedAt"
       from api_key
       where $1::timestamptz is null or created_at < $1 or (created_at = $1 and id > $2::uuid)
       order by created_at desc, id limit $3`,
      [createdAt, id, ask.limit + 1],
    );
    return pageFrom(
      rows,
      ask.limit,
      (row) => row,
      (row) => ['keys', row.createdAt, row.id],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { CreateKey, NewKeyView } from '@poolrise/contracts';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { ApiKey } from './api-key.entity';
import { audit } from './audit';
import { mintKey } from './key-token';

/** API keys of reader and publishing applications. */
@Injectable()
export class ApiKeysService {
  constructor(private readonly db: Db) {}

  /** Creates a key. The answer is the only place where its secret ever stands. */
  async create(workspaceId: string, personId: string, ask: CreateKey, now = new Date()): Promise<NewKeyView> {
    const expiresAt = ask.expiresAt === undefined ? null : new Date(ask.expiresAt);
    if (expiresAt && expiresAt <= now)
      throw new Refused('invalid-input', { field: '/expiresAt', detail: 'A key cannot expire in the past.' });
    const minted = mintKey();
    const scopes = [...new Set(ask.scopes)];
    await this.db.inWorkspace(workspaceId, async (tx) => {
      await tx.insert(ApiKey, {
        id: minted.id,
        workspaceId,
        name: ask.name,
        prefix: minted.prefix,
        secretHash: minted.hash,
        scopes,
        createdAt: now,
        expiresAt,
      });
      const detail = { name: ask.name, scopes };
      await audit(tx, { workspaceId, personId, action: 'key.created', subjectId: minted.id, detail });
    });
    return {
      id: minted.id,
      name: ask.name,
      prefix: minted.prefix,
      scopes,
      createdAt: now.toISOString(),
      lastUsedAt: null,
      expiresAt: expiresAt?.toISOString() ?? null,
      revokedAt: null,
      secret: minted.token,
    };
  }

  /** Revokes a key, for good; doing it twice is no error. Refused within a second wherever it is used. */
  async revoke(workspaceId: string, personId: string, keyId: string, now = new Date()): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const key = await tx.findOne(ApiKey, { where: { id: keyId }, lock: { mode: 'pessimistic_write' } });
      if (!key) throw new Refused('not-found', { field: 'path.keyId' });
      if (key.revokedAt) return;
      await tx.update(ApiKey, { id: keyId }, { revokedAt: now });
      await audit(tx, {
        workspaceId,
        personId,
        action: 'key.revoked',
        subjectId: keyId,
        detail: { name: key.name },
      });
    });
  }
}

import type { FileKindId, ImportedRecord } from '@poolrise/domain';
import { createHmac } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** Files that were collected from pages and not given by the platform: nobody in them was asked. */
const collected: readonly (FileKindId | null)[] = ['W1', 'W2'];

/** How the authors of a workspace are made unrecognisable: the same author always the same way, in no other workspace so. */
export type HideAuthor = (id: string) => string;

export async function authorsHiddenIn(tx: EntityManager, workspaceId: string): Promise<HideAuthor> {
  const [installation] = await tx.query<{ token_secret: Buffer }[]>('select token_secret from installation');
  const secret = installation?.token_secret;
  if (!secret) throw new Error('the installation has no secret yet');
  return (id) => `~${createHmac('sha256', secret).update(`${workspaceId} ${id}`).digest('hex').slice(0, 32)}`;
}

/**
 * A record of a collected file with its author under a salted hash, in what it says and in what names it. Source: domain notes 5.4,
 * rule 9.
 */
export function withHiddenAuthor(record: ImportedRecord, hide: HideAuthor): ImportedRecord {
  const { creatorId } = record.values;
  if (!collected.includes(record.kind) || typeof creatorId !== 'string') return record;
  const hidden = hide(creatorId);
  return {
    ...record,
    values: { ...record.values, creatorId: hidden },
    identity: record.identity.map((part) =>
      part === `creatorId=${creatorId}` ? `creatorId=${hidden}` : part,
    ),
  };
}

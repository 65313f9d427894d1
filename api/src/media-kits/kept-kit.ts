import type { SaveMediaKit } from '@poolrise/contracts';
import { dayInShanghai, orderRulesOn, usualKitTerms } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';

/** What a creator wrote and chose, as it is kept. */
export interface KeptKit extends SaveMediaKit {
  savedAt: string | null;
}

const columns = `version, language, intro_zh as "introZh", intro_en as "introEn", included_zh as "includedZh",
  included_en as "includedEn", sections, note_ids as "noteIds", terms, visible, ${isoInstant('saved_at')} as "savedAt"`;

type Row = Omit<KeptKit, 'terms'> & { terms: KeptKit['terms'] | null };

const withTerms = (row: Row, now: Date): KeptKit => ({
  ...row,
  terms: row.terms ?? usualKitTerms(orderRulesOn(dayInShanghai(now))),
});

/** The kit of a desk, or null where nobody ever opened its page to do something with it. */
export async function keptKit(tx: EntityManager, workspaceId: string, now: Date): Promise<KeptKit | null> {
  const [row] = await tx.query<Row[]>(`select ${columns} from media_kit where workspace_id = $1`, [
    workspaceId,
  ]);
  return row ? withTerms(row, now) : null;
}

/**
 * The kit of a desk, held until this transaction is over; a new one begins with what is usual. Its row is the one lock of all
 * that is done with a kit and its links.
 */
export async function holdKit(tx: EntityManager, workspaceId: string, now: Date): Promise<KeptKit> {
  await tx.query('insert into media_kit (workspace_id) values ($1) on conflict do nothing', [workspaceId]);
  const [row] = await tx.query<Row[]>(`select ${columns} from media_kit where workspace_id = $1 for update`, [
    workspaceId,
  ]);
  if (!row) throw new Error('a media kit was written and is not there');
  return withTerms(row, now);
}

/** The creator a desk speaks for, still on the platform. */
export async function creatorOfKit(tx: EntityManager, workspaceId: string): Promise<string | null> {
  const [desk] = await tx.query<{ id: string }[]>(
    `select c.id from workspace w join creator c on c.id = w.creator_id
      where w.id = $1 and w.kind = 'creator' and c.deleted_at is null`,
    [workspaceId],
  );
  return desk?.id ?? null;
}

/** @throws Refused creator-desk-only */
export async function creatorBehindKit(tx: EntityManager, workspaceId: string): Promise<string> {
  const creatorId = await creatorOfKit(tx, workspaceId);
  if (creatorId === null)
    throw new Refused('creator-desk-only', {
      detail: 'This desk speaks for no creator yet, so there is nobody to make a media kit of.',
      remedy:
        'Say on the page of the account which creator this desk speaks for; once the platform has agreed, go on.',
    });
  return creatorId;
}

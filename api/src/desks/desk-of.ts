import type { EntityManager } from 'typeorm';

/**
 * The desk that speaks for a creator, held so that the tie stands until this transaction is over; null when nobody does.
 * Whoever undoes a tie takes the same row for themselves and then looks for orders.
 */
export async function holdDeskOf(tx: EntityManager, creatorId: string): Promise<string | null> {
  const [desk] = await tx.query<{ id: string }[]>(
    'select id from workspace where creator_id = $1 for share',
    [creatorId],
  );
  return desk?.id ?? null;
}

import { mayAdvertise, type UsageRights } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';

/**
 * A note that a creator wrote for an order is boosted within the rights agreed on with it, and not beyond.
 * @throws Refused usage-rights-missing
 */
export async function withinUsageRights(
  tx: EntityManager,
  workspaceId: string,
  noteId: string,
  until: Date,
): Promise<void> {
  const [order] = await tx.query<{ rights?: UsageRights | null; written: boolean; end: Date | null }[]>(
    `select terms -> 'rights' as rights, terms ? 'rights' as written, rights_until as end from cooperation_order
      where note_id = $1 and workspace_id = $2 and desk_id <> $2 limit 1`,
    [noteId, workspaceId],
  );
  if (!order) return;
  const rights = order.written ? (order.rights ?? null) : undefined;
  const refusal = mayAdvertise(rights, order.end?.getTime() ?? null, until.getTime());
  if (!refusal) return;
  const detail =
    refusal === 'rights-missing' || !order.end
      ? 'The order of this note gives no right to advertise it on the platform.'
      : `The right to advertise this note ends at ${order.end.toISOString()}, before the boost does.`;
  throw new Refused('usage-rights-missing', { field: '/noteId', detail });
}

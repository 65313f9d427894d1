import type { OrderStep } from '@poolrise/contracts';
import {
  type CooperationOrder,
  dayInShanghai,
  hasEnded,
  type OrderActor,
  orderNews,
  sampleRulesOn,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { announce } from '../live/announce';
import { announcePlatform } from '../live/announce-platform';
import { Refused } from '../http/refused';
import { KeptOrder } from './kept-order.entity';
import { columnsOf } from './order-columns';
import { forgetAddressAt } from './order-addresses';

/** One thing that happened, beside what it made of the order. */
export interface StepTaken {
  kind: OrderStep['kind'];
  actor: OrderActor;
  personId: string | null;
  at: Date;
  words?: string;
  detail?: Partial<
    Pick<OrderStep, 'quoteCents' | 'protectionDays' | 'creatorBasisPoints' | 'terms' | 'until' | 'day'>
  >;
  requestKey?: string;
  requestHash?: string;
}

/** Writes a step with what the order has become, and tells both sides. The caller holds the order. */
export async function recordStep(
  tx: EntityManager,
  kept: KeptOrder,
  life: CooperationOrder,
  step: StepTaken,
  change: Partial<Pick<KeptOrder, 'noteId' | 'payment'>> = {},
): Promise<void> {
  const forPlatform = kept.waitsFor === 'platform';
  Object.assign(kept, columnsOf(life), change, { version: kept.version + 1, changedAt: step.at });
  await tx.save(KeptOrder, kept);
  await insertStep(tx, kept, step);
  if (hasEnded(life) && life.sample.addressAt !== null)
    await forgetAddressAt(tx, kept.id, keptUntil(step.at));
  for (const side of new Set([kept.workspaceId, kept.deskId]))
    await announce(tx, side, 'orders', ...(isNews(step.kind) ? (['notices'] as const) : []));
  if (forPlatform || kept.waitsFor === 'platform') await announcePlatform(tx, 'orders');
}

const isNews = (kind: StepTaken['kind']): boolean => (orderNews as readonly string[]).includes(kind);

/** How long the address of an order that ended then is kept. */
function keptUntil(ended: Date): Date {
  const { addressKeptDays } = sampleRulesOn(dayInShanghai(ended));
  return new Date(ended.getTime() + addressKeptDays * 86_400_000);
}

export async function insertStep(tx: EntityManager, kept: KeptOrder, step: StepTaken): Promise<void> {
  await tx.query(
    `insert into order_step (order_id, number, workspace_id, desk_id, at, actor, person_id, kind, words, detail, state,
                             request_key, request_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      kept.id,
      kept.version,
      kept.workspaceId,
      kept.deskId,
      step.at,
      step.actor,
      step.personId,
      step.kind,
      step.words ?? '',
      step.detail ?? {},
      kept.state,
      step.requestKey ?? null,
      step.requestHash ?? null,
    ],
  );
}

/**
 * Whether this request was carried out before.
 * @throws Refused request-key-reused when it asked for something else then
 */
export async function wasDone(
  tx: EntityManager,
  orderId: string,
  requestKey: string,
  requestHash: string,
): Promise<boolean> {
  const [earlier] = await tx.query<{ request_hash: string }[]>(
    'select request_hash from order_step where order_id = $1 and request_key = $2',
    [orderId, requestKey],
  );
  if (earlier && earlier.request_hash !== requestHash)
    throw new Refused('request-key-reused', { field: '/requestKey' });
  return earlier !== undefined;
}

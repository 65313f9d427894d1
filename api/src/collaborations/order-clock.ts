import { Injectable } from '@nestjs/common';
import { advanceOrder, type OrderOutcome } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import type { KeptOrder } from './kept-order.entity';
import { lifeOf } from './order-columns';
import { OrderBooks } from './order-books';
import { lockOrder } from './order-door';
import { recordStep } from './order-steps';

/** Orders of one round; what is left is due at the next sweep, a few seconds later. */
const batch = 500;

/** Does to orders what falls due: silence that approves, offers that lapse, protection that ends, payment. */
@Injectable()
export class OrderClock {
  constructor(
    private readonly db: Db,
    private readonly books: OrderBooks,
  ) {}

  /**
   * Moves what is due, one order a transaction. Returns how many it looked at.
   * @throws AggregateError after the others were moved, when some could not be
   */
  @HandlesJob('order-timers')
  async moveDue(now = new Date()): Promise<number> {
    const due = await this.db.asEngine((tx) =>
      tx.query<{ id: string }[]>(
        'select id from cooperation_order where due_at <= $1 order by due_at limit $2',
        [now, batch],
      ),
    );
    const failures: unknown[] = [];
    for (const { id } of due) await this.advance(id, now).catch((error: unknown) => failures.push(error));
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} orders could not be moved on`);
    return due.length;
  }

  /** Does everything that is due to one order; nothing when nothing is. */
  advance(orderId: string, now: Date): Promise<void> {
    return this.db.asEngine(async (tx) => {
      const order = await lockOrder(tx, this.books, orderId);
      if (order) while (await this.step(tx, order.kept, now)) continue;
    });
  }

  private async step(tx: EntityManager, kept: KeptOrder, now: Date): Promise<boolean> {
    if (kept.dueAt === null || kept.dueAt > now) return false;
    const outcome = kept.state === 'completed' ? await outcomeOf(tx, kept) : unknown;
    const step = advanceOrder(lifeOf(kept), now.getTime(), outcome);
    if (!step) return false;
    const at = new Date(step.at);
    if (step.kind === 'silent-approval')
      await tx.query(
        `update order_draft set answer = 'silent-approval' where order_id = $1 and answer is null`,
        [kept.id],
      );
    await recordStep(
      tx,
      kept,
      step.order,
      { kind: step.kind, actor: 'clock', personId: null, at },
      step.payment ? { payment: { ...step.payment, at: at.toISOString() } } : {},
    );
    await this.books.post(tx, kept, step.legs, null, now);
    return true;
  }
}

const unknown: OrderOutcome = { reads: 0, effectReached: null };

/**
 * What is known of the note when its order is paid: its reads, and whether the effect mode brought more impressions in its
 * days than four in five of the creator's notes of the 90 days before had; not known below five such notes.
 */
async function outcomeOf(tx: EntityManager, kept: KeptOrder): Promise<OrderOutcome> {
  const [known] = await tx.query<{ reads: number; reached: boolean | null }[]>(
    `select (select coalesce(sum(clicks + paid_clicks), 0)::int from pool_run where note_id = $1) as reads,
            (select case when count(*) < 5 then null
                         else percentile_cont(0.8) within group (order by impressions_all) end
               from creator_note
              where creator_id = $2 and published_at >= $3::timestamptz - interval '90 days' and published_at < $3::timestamptz)
            < (select coalesce(sum(impressions), 0) from engagement_hour
                where note_id = $1 and hour < $3::timestamptz + make_interval(days => $4)) as reached`,
    [kept.noteId, kept.creatorId, kept.publishedAt, kept.rules.effectDays],
  );
  return { reads: known?.reads ?? 0, effectReached: known?.reached ?? null };
}

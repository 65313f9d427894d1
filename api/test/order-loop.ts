import { randomUUID } from 'node:crypto';
import { openDatabase } from './own-process';
import { aDraft, after, aMove, anInvite, type OrderCast, ordersOn } from './orders';

// A process that takes orders from their invitation to their payment as fast as it can, and is killed in the middle of it.
// It says on stdout what it is about to ask ("asks KEY") and what was acknowledged ("done KEY ORDER").
const cast = JSON.parse(process.env['CAST'] ?? '{}') as OrderCast;
const { db } = await openDatabase(6);
const desk = ordersOn(db);

async function liveForEver(): Promise<never> {
  for (;;) {
    const ask = anInvite(cast, { quoteCents: 10_000, requestKey: randomUUID() });
    process.stdout.write(`asks ${ask.requestKey}\n`);
    let order = await desk.invitations.invite(cast.brand, ask, after(0));
    process.stdout.write(`done ${ask.requestKey} ${order.id}\n`);
    order = await desk.orders.move(cast.creator, order.id, aMove(order, 'accept'), after(1));
    order = await desk.orders.handIn(cast.creator, order.id, aDraft(order), after(2));
    order = await desk.orders.move(cast.brand, order.id, aMove(order, 'approve'), after(3));
    await desk.orders.move(cast.creator, order.id, aMove(order, 'publish'), after(4));
    await desk.clock.advance(order.id, after(24 * 60));
  }
}

await Promise.all([liveForEver(), liveForEver(), liveForEver()]);

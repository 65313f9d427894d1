import { randomUUID } from 'node:crypto';
import { openDatabase } from './own-process';
import { after, aMove, anAddressFor, anInvite, type OrderCast, ordersOn } from './orders';

// A process whose creators give addresses, whose orders are called off, and which deletes what is due a month later, all at
// once, until it is killed. It says on stdout what it is about to ask ("asks KEY") and what was acknowledged ("done KEY ORDER").
const cast = JSON.parse(process.env['CAST'] ?? '{}') as OrderCast;
const { db } = await openDatabase(6);
const desk = ordersOn(db);

async function callOffForEver(): Promise<never> {
  for (;;) {
    const ask = anInvite(cast, { quoteCents: 10_000, withSample: true, requestKey: randomUUID() });
    process.stdout.write(`asks ${ask.requestKey}\n`);
    let order = await desk.invitations.invite(cast.brand, ask, after(0));
    order = await desk.orders.move(cast.creator, order.id, aMove(order, 'accept'), after(1));
    order = await desk.orders.giveAddress(cast.creator, order.id, anAddressFor(order), after(2));
    await desk.orders.move(cast.brand, order.id, aMove(order, 'cancel'), after(3));
    process.stdout.write(`done ${ask.requestKey} ${order.id}\n`);
  }
}
async function sweepForEver(): Promise<never> {
  for (;;) await desk.addresses.forgetDue(after(3 + 24 * 30));
}

await Promise.all([callOffForEver(), callOffForEver(), sweepForEver()]);

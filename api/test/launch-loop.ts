import { randomUUID } from 'node:crypto';
import { anAsk, aVoucher, deliver, moneyOn } from './money';
import { openDatabase } from './own-process';

// A process that launches, delivers, settles and stops as fast as it can, and is killed in the middle of it. It says on
// stdout what it is about to ask ("asks KEY") and what was acknowledged ("done KEY BOOST").
const { WORKSPACE_ID = '', NOTE_ID = '' } = process.env;
const { db } = await openDatabase(6);
const money = moneyOn(db);
const brand = { workspaceId: WORKSPACE_ID, noteId: NOTE_ID };

async function launchForEver(): Promise<never> {
  for (;;) {
    const voucherIds = [await aVoucher(db, brand, { kind: 'fixed', faceCents: 2_000 })];
    const ask = anAsk(brand, { voucherIds });
    process.stdout.write(`asks ${ask.requestKey}\n`);
    const boost = await money.boosts.launch(WORKSPACE_ID, null, ask);
    process.stdout.write(`done ${ask.requestKey} ${boost.id}\n`);
    await money.topUps.ask(WORKSPACE_ID, null, {
      cents: 7_500,
      reference: 'more',
      requestKey: randomUUID(),
    });
    await deliver(db, boost.id, 1_234);
    await money.boosts.settleDue();
    await money.boosts.stop(WORKSPACE_ID, null, boost.id);
  }
}

await Promise.all([launchForEver(), launchForEver(), launchForEver()]);

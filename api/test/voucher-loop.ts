import { randomUUID } from 'node:crypto';
import { anAsk, aVoucher, moneyOn } from './money';
import { openDatabase } from './own-process';

// A process that grants, uses, takes back and lets vouchers lapse as fast as it can, and is killed in the middle of it. It says
// on stdout which grant it is about to ask for ("asks KEY") and what was acknowledged ("done KEY VOUCHER").
const { WORKSPACE_ID = '', NOTE_ID = '' } = process.env;
const { db } = await openDatabase(6);
const money = moneyOn(db);
const brand = { workspaceId: WORKSPACE_ID, noteId: NOTE_ID };

async function grantForEver(): Promise<never> {
  for (;;) {
    const requestKey = randomUUID();
    process.stdout.write(`asks ${requestKey}\n`);
    const id = await aVoucher(db, brand, {
      kind: 'fixed',
      faceCents: 1_000,
      requestKey,
      validFrom: new Date(2026, 0, 1),
      expiresAt: new Date(2099, 0, 1),
    });
    process.stdout.write(`done ${requestKey} ${id}\n`);
    const boost = await money.boosts.launch(WORKSPACE_ID, null, anAsk(brand, { voucherIds: [id] }));
    await db.inWorkspace(WORKSPACE_ID, (tx) => money.vouchers.revoke(tx, WORKSPACE_ID, id));
    await money.boosts.stop(WORKSPACE_ID, null, boost.id);
    await aVoucher(db, brand, { kind: 'fixed', faceCents: 500, expiresAt: new Date(Date.now() - 1_000) });
    await money.vouchers.lapseExpired();
  }
}

await Promise.all([grantForEver(), grantForEver(), grantForEver()]);

import { randomUUID } from 'node:crypto';
import { moneyOn } from './money';
import { openDatabase } from './own-process';

// A process in which one person asks for top-ups and another agrees to them as fast as it can, and which is killed in the
// middle of it. It says on stdout what it is about to ask ("asks KEY") and what was agreed to ("done KEY TOP-UP").
const { WORKSPACE_ID = '', ASKS = '', AGREES = '' } = process.env;
const { db } = await openDatabase(6);
const { topUps } = moneyOn(db);

async function topUpForEver(): Promise<never> {
  for (;;) {
    const requestKey = randomUUID();
    process.stdout.write(`asks ${requestKey}\n`);
    const { id } = await topUps.ask(WORKSPACE_ID, ASKS, { cents: 1_000, reference: 'wire', requestKey });
    await topUps.approve(WORKSPACE_ID, AGREES, id);
    process.stdout.write(`done ${requestKey} ${id}\n`);
  }
}

await Promise.all([topUpForEver(), topUpForEver(), topUpForEver()]);

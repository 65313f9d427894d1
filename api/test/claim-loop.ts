import { openDatabase } from './own-process';
import { rewardsOn } from './rewards';

// A process that claims a reward for desk after desk as fast as it can, three at a time, and is killed in the middle of it. The desk
// is the request key: it says which one it is about to ask for ("asks KEY") and what was acknowledged ("done KEY").
const { PLAN_ID = '', DESK_IDS = '' } = process.env;
const { db } = await openDatabase(6);
const { claims } = rewardsOn(db);
const waiting = DESK_IDS.split(',');

async function claimForEver(): Promise<void> {
  for (let deskId = waiting.shift(); deskId; deskId = waiting.shift()) {
    process.stdout.write(`asks ${deskId}\n`);
    const caller = { workspaceId: deskId, person: null, key: null, sessionHash: null };
    await claims.settle(caller, PLAN_ID, { requestKey: deskId });
    process.stdout.write(`done ${deskId} ${deskId}\n`);
  }
}

await Promise.all([claimForEver(), claimForEver(), claimForEver()]);
// Stays until it is killed, whatever was left to do.
setInterval(() => undefined, 1_000);

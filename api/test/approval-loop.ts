import { randomUUID } from 'node:crypto';
import { approvalsOn, askedFor } from './approvals';
import { anAsk } from './money';
import { openDatabase } from './own-process';

// A process in which one person asks for boosts above the limit and another agrees to them as fast as it can, and which is killed
// in the middle of it. It says what it is about to ask ("asks KEY") and what was agreed to ("done KEY BOOST").
const { WORKSPACE_ID = '', NOTE_ID = '', ASKS = '', AGREES = '' } = process.env;
const { db } = await openDatabase(6);
const stage = approvalsOn(db);
const person = { id: ASKS, name: 'Mei', role: 'marketer', workspaceKind: 'brand' } as const;
const caller = { workspaceId: WORKSPACE_ID, person, key: null, sessionHash: null };

async function launchForEver(): Promise<never> {
  for (;;) {
    const requestKey = randomUUID();
    process.stdout.write(`asks ${requestKey}\n`);
    const ask = anAsk({ workspaceId: WORKSPACE_ID, noteId: NOTE_ID }, { requestKey });
    const id = await askedFor(stage, caller, 'launch-boost', ask);
    const { resultId } = await stage.approvals.approve(WORKSPACE_ID, AGREES, id);
    process.stdout.write(`done ${requestKey} ${resultId}\n`);
  }
}

await Promise.all([launchForEver(), launchForEver(), launchForEver()]);

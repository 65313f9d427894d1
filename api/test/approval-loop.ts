import { randomUUID } from 'node:crypto';
import { approvalsOn, askedFor } from './approvals';
import { anAsk } from './money';
import { dayMs } from './orders';
import { openDatabase } from './own-process';
import { aRecruitmentAsk } from './recruitments';

// A process in which one person asks for acts above the limit and another agrees to them as fast as it can, or in which one acts
// alone, and which is killed in the middle of it. It says what it is about to ask ("asks KEY") and what came of it ("done KEY ID").
const { WORKSPACE_ID = '', NOTE_ID = '', ASKS = '', AGREES = '', KIND = 'launch-boost' } = process.env;
const { db } = await openDatabase(6);
const stage = approvalsOn(db);
const person = { id: ASKS, name: 'Mei', role: 'marketer', workspaceKind: 'brand' } as const;
const caller = { workspaceId: WORKSPACE_ID, person, key: null, sessionHash: null };
const boost = (requestKey: string) => anAsk({ workspaceId: WORKSPACE_ID, noteId: NOTE_ID }, { requestKey });
const soon = new Date(Date.now() + dayMs).toISOString();

const acts: Record<string, (requestKey: string) => Promise<string | null>> = {
  'launch-boost': (requestKey) => agreedTo('launch-boost', boost(requestKey)),
  'publish-recruitment': (requestKey) =>
    agreedTo('publish-recruitment', aRecruitmentAsk({ requestKey, applyUntil: soon })),
  alone: async (requestKey) =>
    (await stage.door.through<{ id: string }>(caller, 'launch-boost', boost(requestKey))).id,
};

async function agreedTo(kind: Parameters<typeof askedFor>[2], command: object): Promise<string | null> {
  const id = await askedFor(stage, caller, kind, command);
  return (await stage.approvals.approve(WORKSPACE_ID, AGREES, id)).resultId;
}

async function actForEver(): Promise<never> {
  const act = acts[KIND];
  if (!act) throw new Error(`nobody knows how to ${KIND}`);
  for (;;) {
    const requestKey = randomUUID();
    process.stdout.write(`asks ${requestKey}\n`);
    process.stdout.write(`done ${requestKey} ${await act(requestKey)}\n`);
  }
}

await Promise.all([actForEver(), actForEver(), actForEver()]);

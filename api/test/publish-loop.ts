import { randomUUID } from 'node:crypto';
import { aStart, aText, writingOn } from './note-drafts';
import { openDatabase } from './own-process';

// A process that writes, schedules and publishes as fast as it can, by hand and by the clock, and is killed in the middle of it. It
// says on stdout which draft it is about to publish ("asks DRAFT") and what was acknowledged ("done DRAFT NOTE").
const { WORKSPACE_ID = '' } = process.env;
const { db } = await openDatabase(6);
const { drafts, queries, clock } = writingOn(db);
const desk = { workspaceId: WORKSPACE_ID, person: null };
const laterMs = 3_600_000;

async function publishForEver(byClock: boolean): Promise<never> {
  for (;;) {
    const id = await drafts.start(desk, aStart());
    await drafts.save(desk, id, aText({ title: `早晨的茶 ${id.slice(0, 8)}` }));
    process.stdout.write(`asks ${id}\n`);
    if (byClock) {
      const at = new Date(Date.now() + laterMs);
      await drafts.schedule(WORKSPACE_ID, id, { version: 2, at: at.toISOString() });
      // Another worker may hold it just now; it lets go of it published.
      while ((await queries.one(WORKSPACE_ID, id)).state !== 'published') await clock.publishDue(at);
    } else await drafts.publish(desk, id, { version: 2, requestKey: randomUUID() });
    const { noteId } = await queries.one(WORKSPACE_ID, id);
    process.stdout.write(`done ${id} ${noteId ?? 'none'}\n`);
  }
}

await Promise.all([publishForEver(true), publishForEver(false), publishForEver(true)]);

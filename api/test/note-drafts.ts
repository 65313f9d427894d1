import type { SaveNoteDraft, StartNoteDraft } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { CreatorsService } from '../src/creators/creators.service';
import type { Db } from '../src/db/db';
import { NoteDraftsQueries } from '../src/note-drafts/note-drafts.queries';
import { NoteDraftsService, type Writer } from '../src/note-drafts/note-drafts.service';
import { PublishDraft } from '../src/note-drafts/publish-draft';
import { PublishingClock } from '../src/note-drafts/publishing-clock';
import { NotesQueries } from '../src/notes/notes.queries';
import { NotesService } from '../src/notes/notes.service';
import { aCreator } from './creators';
import { deafJobs } from './deaf-jobs';
import { aMember, aWorkspace } from './people';

/** The services of writing on a database, wired as the module wires them. */
export function writingOn(db: Db) {
  const notes = new NotesService(db, deafJobs, new CreatorsService(db));
  const publishing = new PublishDraft(notes);
  return {
    notes,
    noteQueries: new NotesQueries(db),
    drafts: new NoteDraftsService(db, publishing),
    queries: new NoteDraftsQueries(db),
    clock: new PublishingClock(db, publishing),
  };
}

/** A creator at a desk of their own. */
export async function aDesk(
  db: Db,
  name = 'Xiaoman',
): Promise<Writer & { person: { id: string }; creatorId: string }> {
  const creatorId = await aCreator(db);
  const workspaceId = await aWorkspace(db, 'creator', '小满的茶桌');
  await db.asEngine((tx) =>
    tx.query('update workspace set creator_id = $1 where id = $2', [creatorId, workspaceId]),
  );
  return { workspaceId, creatorId, person: await aMember(db, workspaceId, 'owner', { name }) };
}

export const aStart = (ask: Partial<StartNoteDraft> = {}): StartNoteDraft => ({
  type: 'text',
  category: 'food',
  language: 'zh',
  topics: ['冷泡茶'],
  title: '',
  weeklyTopicId: null,
  requestKey: randomUUID(),
  ...ask,
});

export const aText = (ask: Partial<SaveNoteDraft> = {}): SaveNoteDraft => ({
  version: 1,
  type: 'text',
  title: '一杯好茶的早晨',
  body: '六点半，水刚好凉到八十度。',
  topics: ['冷泡茶'],
  category: 'food',
  language: 'zh',
  disclosure: 'none',
  aiLabel: 'none',
  products: [],
  mediaIds: [],
  coverId: null,
  ...ask,
});

/** A picture that arrived in the store. */
export async function anUpload(
  db: Db,
  workspaceId: string,
  about: { kind?: 'image' | 'video'; aiMarked?: boolean } = {},
): Promise<string> {
  const { kind = 'image', aiMarked = false } = about;
  return db.asEngine(async (tx) => {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into media (workspace_id, kind, sha256, place, content_type, bytes, width, height, duration_ms, color, ai_marked, uploaded_at, stored_at)
       values ($1, $2, sha256(gen_random_uuid()::text::bytea), 'nowhere', 'image/png', 1, 16, 16, $3, '#ffffff', $4, now(), now()) returning id`,
      [workspaceId, kind, kind === 'video' ? 1_000 : null, aiMarked],
    );
    return row?.id ?? '';
  });
}

/** The code with which something was refused, or that it was done. */
export const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: { code?: unknown }) => error.code,
  );

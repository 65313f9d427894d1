import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { NotesService } from '../notes/notes.service';
import type { KeptNoteDraft } from './draft-columns';
import { checkMayPublish } from './may-publish';

/** Makes a note of a draft, by hand and by the clock. */
@Injectable()
export class PublishDraft {
  constructor(private readonly notes: NotesService) {}

  /**
   * Publishes a draft that the caller holds, in the caller's transaction under the engine's hat: note, pictures and the state of
   * the draft come to be together. The id of the draft is the request key of the note, so that no draft becomes two notes.
   * @throws Refused creator-desk-only, note-draft-incomplete, compliance-blocks
   */
  async publish(
    tx: EntityManager,
    draft: KeptNoteDraft,
    publishKey: string | null,
    now: Date,
  ): Promise<string> {
    const creatorId = await creatorBehind(tx, draft.workspaceId);
    await checkMayPublish(tx, draft, now);
    const noteId = await this.notes.publishIn(
      tx,
      draft.workspaceId,
      {
        ...{ creatorId, type: draft.type, title: draft.title, body: draft.body, topics: draft.topics },
        ...{ category: draft.category, language: draft.language, disclosure: draft.disclosure },
        ...{ aiLabel: draft.aiLabel, products: draft.products, requestKey: draft.id },
      },
      now,
    );
    await giveMedia(tx, draft, noteId);
    await tx.query(
      `update note_draft set state = 'published', note_id = $2, published_at = $3, publish_key = $4, scheduled_for = null,
              failed_at = null, failure_code = null, failure_detail = null, changed_at = $3 where id = $1`,
      [draft.id, noteId, now, publishKey],
    );
    await announce(tx, draft.workspaceId, 'note-drafts');
    return noteId;
  }

  /** Once it is committed. */
  published({ category }: Pick<KeptNoteDraft, 'category'>): void {
    this.notes.nudgeAudit(category);
  }
}

/** The creator a desk speaks for. @throws Refused creator-desk-only */
export async function creatorBehind(tx: EntityManager, workspaceId: string): Promise<string> {
  const [desk] = await tx.query<{ creator_id: string }[]>(
    `select w.creator_id from workspace w join creator c on c.id = w.creator_id
      where w.id = $1 and w.kind = 'creator' and c.deleted_at is null`,
    [workspaceId],
  );
  if (!desk)
    throw new Refused('creator-desk-only', {
      detail: 'This desk speaks for no creator yet, so a note would have nobody’s name on it.',
      remedy:
        'Say on the page of the account which creator this desk speaks for; once the platform has agreed, publish.',
    });
  return desk.creator_id;
}

/** The uploads are of the same workspace, so that the note shows them as they are. */
async function giveMedia(tx: EntityManager, draft: KeptNoteDraft, noteId: string): Promise<void> {
  const { type, mediaIds, workspaceId } = draft;
  const cover = draft.coverId ?? (type === 'image' ? (mediaIds[0] ?? null) : null);
  await tx.query(
    `insert into note_media (note_id, place, workspace_id, media_id, cover)
     select $1::uuid, place - 1, $2::uuid, id, id is not distinct from $4::uuid from unnest($3::uuid[]) with ordinality as given (id, place)
     union all select $1::uuid, -1, $2::uuid, $4::uuid, true where $4::uuid is not null and not $4::uuid = any($3::uuid[])
     on conflict do nothing`,
    [noteId, workspaceId, mediaIds, cover],
  );
}

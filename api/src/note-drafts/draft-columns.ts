import type { NoteDraftState, NoteProduct, SaveNoteDraft } from '@poolrise/contracts';
import type { AiLabel, Category, Language, MediaKind, NoteType, WrittenMedium } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';

/** A draft as it is kept. */
export interface KeptNoteDraft {
  id: string;
  workspaceId: string;
  type: NoteType;
  title: string;
  body: string;
  topics: string[];
  category: Category;
  language: Language;
  disclosure: SaveNoteDraft['disclosure'];
  aiLabel: AiLabel;
  products: NoteProduct[];
  mediaIds: string[];
  coverId: string | null;
  version: number;
  state: NoteDraftState;
  scheduledFor: Date | null;
  publishKey: string | null;
  changedAt: Date;
  changedBy: string | null;
}

const columns = `id, workspace_id as "workspaceId", type, title, body, topics, category, language, disclosure, ai_label as "aiLabel",
  products, media_ids as "mediaIds", cover_id as "coverId", version, state, scheduled_for as "scheduledFor",
  publish_key as "publishKey", changed_at as "changedAt", changed_by as "changedBy"`;

/**
 * The draft, held until the transaction ends: all who save, schedule or publish one queue at its row.
 * @throws Refused not-found
 */
export async function holdNoteDraft(
  tx: EntityManager,
  workspaceId: string,
  draftId: string,
): Promise<KeptNoteDraft> {
  const [row] = await tx.query<KeptNoteDraft[]>(
    `select ${columns} from note_draft where id = $1 and workspace_id = $2 for update`,
    [draftId, workspaceId],
  );
  if (!row) throw new Refused('not-found', { field: 'path.noteDraftId' });
  return row;
}

/** A draft whose time has come, unless another worker holds it. */
export async function holdDueDraft(
  tx: EntityManager,
  draftId: string,
  now: Date,
): Promise<KeptNoteDraft | null> {
  const [row] = await tx.query<KeptNoteDraft[]>(
    `select ${columns} from note_draft where id = $1 and state = 'scheduled' and scheduled_for <= $2 for update skip locked`,
    [draftId, now],
  );
  return row ?? null;
}

/** The uploads that a draft names, by their ids. */
export async function mediaOfDraft(
  tx: EntityManager,
  { workspaceId, mediaIds, coverId }: Pick<KeptNoteDraft, 'workspaceId' | 'mediaIds' | 'coverId'>,
): Promise<Map<string, WrittenMedium>> {
  const rows = await tx.query<{ id: string; kind: MediaKind; aiMarked: boolean }[]>(
    `select id, kind, ai_marked as "aiMarked" from media where id = any($1) and workspace_id = $2 and stored_at is not null`,
    [[...mediaIds, ...(coverId ? [coverId] : [])], workspaceId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

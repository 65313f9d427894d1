import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { PictureName } from './draw-pictures';
import type { DemoPictures } from './write-media';
import { insert } from './write-rows';

/** One version that the creator handed in, and what the brand said of it. */
export interface ToldDraft {
  title: string;
  body: string;
  topics: string[];
  pictures?: PictureName[];
  answer?: 'approved' | 'sent-back';
  remark?: {
    /** which of its pictures, from 0 */
    picture: number;
    region: { x: number; y: number; w: number; h: number };
    words: string;
  };
}

interface DraftPlace {
  order_id: string;
  workspace_id: string;
  desk_id: string;
}

/** Writes a version with its pictures and the comment on one of them. */
export async function writeDraft(
  client: pg.Client,
  pictures: DemoPictures,
  place: DraftPlace,
  { pictures: names = [], answer, remark, ...words }: ToldDraft,
  about: { version: number; at: Date; people: Record<'brand' | 'creator', string | null> },
): Promise<void> {
  const { version, at, people } = about;
  const ids = await pictures.of(place.desk_id, names, at);
  await insert(client, 'order_draft', {
    ...{ ...place, version, kind: 'draft', ...words, person_id: people.creator, at },
    ...{ answer: answer ?? null, cover_id: ids[0] ?? null },
  });
  for (const [index, id] of ids.entries())
    await insert(client, 'order_draft_media', { ...place, version, place: index, media_id: id });
  const mediaId = remark && ids[remark.picture];
  if (remark && mediaId)
    await insert(client, 'order_comment', {
      ...{ ...place, draft_version: version, side: 'brand', person_id: people.brand, words: remark.words },
      anchor: JSON.stringify({ field: 'image', mediaId, region: remark.region }),
      at: new Date(at.getTime() + 60_000),
      request_key: randomUUID(),
    });
}

/** Gives a note pictures of its own, the first of which covers it. */
export async function writeNoteMedia(
  client: pg.Client,
  pictures: DemoPictures,
  note: { id: string; workspaceId: string },
  names: readonly PictureName[],
  at: Date,
): Promise<void> {
  const ids = await pictures.of(note.workspaceId, names, at);
  for (const [place, id] of ids.entries())
    await insert(client, 'note_media', {
      ...{ note_id: note.id, place, workspace_id: note.workspaceId, media_id: id, cover: place === 0 },
    });
}

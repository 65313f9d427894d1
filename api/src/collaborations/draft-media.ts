import type { HandInDraft, MediaAnchor } from '@poolrise/contracts';
import { draftMediaFault, type DraftMediaFault } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';
import { attachMedia, copyMedia } from '../media/attach-media';
import type { KeptOrder } from './kept-order.entity';
import type { OrderParty } from './order-door';

const faults: Record<DraftMediaFault, string> = {
  'media-repeated': 'A picture stands in the draft twice.',
  'media-not-of-type': 'An image note holds images, and a video note a video.',
  'too-many-images': 'A note holds up to 18 images.',
  'more-than-one-video': 'A note holds one video.',
  'cover-not-among': 'The cover is one of the images, or an image in front of the video.',
};

/** Puts what was uploaded into a version, in its order. @throws Refused draft-media-unfit */
export async function keepDraftMedia(
  tx: EntityManager,
  kept: KeptOrder,
  version: number,
  { mediaIds, coverId }: Pick<HandInDraft, 'mediaIds' | 'coverId'>,
  { workspaceId }: OrderParty,
  now: Date,
): Promise<void> {
  if (mediaIds.length === 0 && !coverId) return;
  const found = await attachMedia(tx, workspaceId, [...mediaIds, ...(coverId ? [coverId] : [])], now);
  const unknown = [...mediaIds.entries()].find(([, id]) => !found.has(id));
  if (unknown) throw notHere(`/mediaIds/${unknown[0]}`);
  const cover = coverId ? found.get(coverId) : null;
  if (cover === undefined) throw notHere('/coverId');
  const media = mediaIds.flatMap((id) => found.get(id) ?? []);
  const fault = draftMediaFault(kept.terms.noteType, media, cover);
  if (fault)
    throw new Refused('draft-media-unfit', {
      field: fault === 'cover-not-among' ? '/coverId' : '/mediaIds',
      detail: faults[fault],
    });
  await tx.query(
    `insert into order_draft_media (order_id, version, place, workspace_id, desk_id, media_id)
     select $1, $2, place - 1, $3, $4, id from unnest($5::uuid[]) with ordinality as given (id, place)`,
    [kept.id, version, kept.workspaceId, kept.deskId, mediaIds],
  );
  await tx.query('update order_draft set cover_id = $3 where order_id = $1 and version = $2', [
    kept.id,
    version,
    coverId ?? (kept.terms.noteType === 'image' ? mediaIds[0] : null),
  ]);
}

const notHere = (field: string): Refused =>
  new Refused('draft-media-unfit', {
    field,
    detail: `${field}: there is no such upload here; one that is not used within a day is forgotten.`,
    remedy: 'Upload the file again.',
  });

/** Whether a pin is on a picture, or within a video, of that version. @throws Refused pin-off-media */
export async function checkPin(
  tx: EntityManager,
  orderId: string,
  version: number,
  anchor: MediaAnchor,
): Promise<void> {
  const [medium] = await tx.query<{ kind: string; duration_ms: number | null }[]>(
    `select kind, duration_ms from order_draft_media join media on media.id = media_id
      where order_id = $1 and version = $2 and media_id = $3`,
    [orderId, version, anchor.mediaId],
  );
  if (medium?.kind !== anchor.field)
    throw new Refused('pin-off-media', {
      field: '/anchor/mediaId',
      detail: `Version ${version} has no such ${anchor.field}.`,
    });
  if (anchor.field === 'video' && anchor.ms > (medium.duration_ms ?? 0))
    throw new Refused('pin-off-media', {
      field: '/anchor/ms',
      detail: `The video ends after ${medium.duration_ms ?? 0} milliseconds.`,
      figures: { durationMs: medium.duration_ms ?? 0 },
    });
}

/** Gives the note what the published version shows: copies of the brand's own, in the same order and with the same cover. */
export async function copyToNote(
  tx: EntityManager,
  kept: KeptOrder,
  version: number,
  noteId: string,
  now: Date,
): Promise<void> {
  const shown = await tx.query<{ media_id: string; place: number; cover: boolean }[]>(
    `select media_id, place, media_id is not distinct from cover_id as cover
       from order_draft_media join order_draft using (order_id, version) where order_id = $1 and version = $2
     union all
     select cover_id, -1, true from order_draft d where order_id = $1 and version = $2 and cover_id is not null
       and not exists (select from order_draft_media m where m.order_id = d.order_id and m.version = d.version and m.media_id = d.cover_id)
     order by place`,
    [kept.id, version],
  );
  const copies = await copyMedia(
    tx,
    shown.map(({ media_id: id }) => id),
    kept.workspaceId,
    now,
  );
  for (const { media_id: id, place, cover } of shown)
    await tx.query(
      `insert into note_media (note_id, place, workspace_id, media_id, cover) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [noteId, place, kept.workspaceId, copies.get(id), cover],
    );
}

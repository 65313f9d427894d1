import type { KitNoteChoice } from '@poolrise/contracts';
import { kitBounds, type KitCandidate } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { isoInstant } from '../http/paging';
import { coverJson, type MediaLinks, type MediaRecord } from '../media/media-links';

export type KitNoteRow = Omit<KitNoteChoice, 'coverUrl'> & KitCandidate & { cover: MediaRecord | null };

/**
 * Passed notes of a desk that stand for its creator: those named, and the newest of the last days. Read with their natural
 * readers: runs count those apart from bought ones.
 */
export const kitNotes = (
  tx: EntityManager,
  {
    workspaceId,
    creatorId,
    noteIds,
    now,
  }: { workspaceId: string; creatorId: string; noteIds: readonly string[]; now: Date },
): Promise<KitNoteRow[]> =>
  tx.query<KitNoteRow[]>(
    `select note.id, note.title, note.type, note.language, ${isoInstant('note.published_at')} as "publishedAt",
       note.cover_hue as "coverHue", note.disclosure in ('none', 'own_brand') as daily, ${coverJson('note.id')} as cover,
       sums.impressions, sums.reads, sums.interactions
     from (
       select * from note where workspace_id = $1 and creator_id = $2 and audit_state = 'passed' and published_at <= $4
         and (id = any($3::uuid[]) or published_at > $4::timestamptz - $5 * interval '1 day')
       order by id = any($3::uuid[]) desc, published_at desc, id limit $6
     ) note
     cross join lateral (
       select coalesce(sum(impressions), 0)::int as impressions, coalesce(sum(clicks), 0)::int as reads,
         coalesce(sum(likes + collects + comments + shares), 0)::int as interactions
       from pool_run where note_id = note.id
     ) sums
     order by sums.reads desc, note.published_at desc, note.id`,
    [workspaceId, creatorId, noteIds, now, kitBounds.noteDays, kitBounds.notesLooked],
  );

/** A note as it is shown, with an address of its cover that holds for some hours. */
export const kitNoteView = (
  { title, type, language, publishedAt, coverHue, cover, impressions, reads, interactions }: KitNoteRow,
  links: MediaLinks,
) => ({
  ...{ title, type, language, publishedAt, coverHue, impressions, reads, interactions },
  coverUrl: links.thumb(cover),
});

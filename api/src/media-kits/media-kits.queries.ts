import { Injectable } from '@nestjs/common';
import {
  type DirectoryMediaKit,
  kitDaysShown,
  kitLinksShown,
  type KitLinkView,
  type MediaKitDesk,
  type MediaKitDocument,
  type SharedMediaKit,
  withSections,
} from '@poolrise/contracts';
import {
  dayInShanghai,
  kitBounds,
  kitSectionsUsual,
  orderRulesOn,
  pickKitNotes,
  shiftDay,
  usualKitTerms,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { CreatorsQueries } from '../creators/creators.queries';
import { noSuchCreator } from '../creators/no-such-creator';
import { Db } from '../db/db';
import { isoInstant } from '../http/paging';
import { mediaLinksOf } from '../media/media-links';
import { verifiedOf } from '../professional/verified-of';
import { creatorOfKit, type KeptKit, keptKit } from './kept-kit';
import { kitDocument } from './kit-document';
import { kitNotes, type KitNoteRow, kitNoteView } from './kit-notes';

interface Written {
  kit: KeptKit;
  notes: KitNoteRow[];
  document: MediaKitDocument | null;
}

/** Media kits as they stand: what is written of them, and everything else counted anew from what others keep. */
@Injectable()
export class MediaKitsQueries {
  constructor(
    private readonly db: Db,
    private readonly creators: CreatorsQueries,
  ) {}

  async desk(workspaceId: string, now = new Date()): Promise<MediaKitDesk> {
    const { kit, notes, document } = await this.written(workspaceId, now);
    const files = await mediaLinksOf(this.db);
    const links = await this.db.inWorkspace(workspaceId, (tx) => kitLinks(tx, workspaceId, now));
    const rules = orderRulesOn(dayInShanghai(now));
    const picked = pickKitNotes(notes).picked.map(({ id }) => id);
    const named = ({ id }: KitNoteRow) => kit.noteIds.includes(id) || picked.includes(id);
    const others = notes.filter((note) => !named(note));
    const offered = [...notes.filter(named), ...others.slice(0, kitBounds.notesOffered)];
    return {
      ...kit,
      // A note that did not stay passed cannot be shown, and could not be saved again.
      noteIds: kit.noteIds.filter((id) => notes.some((note) => note.id === id)),
      rules: {
        protectionDaysLeast: rules.protectionDaysLeast,
        protectionDaysMost: rules.protectionDaysMost,
        revisionsMost: rules.rejectionsMost,
      },
      document,
      choices: offered.map((note) => ({ ...kitNoteView(note, files), id: note.id, daily: note.daily })),
      picked,
      moreChoices: others.length > kitBounds.notesOffered,
      links,
      asOf: now.toISOString(),
    };
  }

  /** What a link of this desk shows; null where the desk speaks for nobody any more. */
  async shared(
    workspaceId: string,
    openUntil: string | null,
    now = new Date(),
  ): Promise<SharedMediaKit | null> {
    const { kit, document } = await this.written(workspaceId, now);
    if (!document) return null;
    return { ...withSections(document, kit.sections), openUntil, readAt: now.toISOString() };
  }

  /** The kit of a creator for brands on Poolrise; closed unless the creator opened it to them. @throws Refused not-found */
  async inDirectory(creatorId: string, now = new Date()): Promise<DirectoryMediaKit> {
    // Under the engine's hat: the desk is another workspace, and its kit says whether others may see it.
    const [found] = await this.db.asEngine((tx) =>
      tx.query<{ deskId: string | null }[]>(
        `select k.workspace_id as "deskId" from creator c left join workspace w on w.creator_id = c.id
           left join media_kit k on k.workspace_id = w.id and k.visible and k.version > 0
          where c.id = $1`,
        [creatorId],
      ),
    );
    if (!found) throw noSuchCreator();
    return { kit: found.deskId === null ? null : await this.shared(found.deskId, null, now) };
  }

  private async written(workspaceId: string, now: Date): Promise<Written> {
    const { kit, creatorId, notes, verified } = await this.db.inWorkspace(workspaceId, async (tx) => {
      const kept = (await keptKit(tx, workspaceId, now)) ?? unwritten(now);
      const behind = await creatorOfKit(tx, workspaceId);
      const { noteIds } = kept;
      return {
        kit: kept,
        creatorId: behind,
        verified: (await verifiedOf(tx, [workspaceId])).has(workspaceId),
        notes: behind === null ? [] : await kitNotes(tx, { workspaceId, creatorId: behind, noteIds, now }),
      };
    });
    if (creatorId === null) return { kit, notes, document: null };
    const creator = await this.creators.one(workspaceId, creatorId);
    return { kit, notes, document: kitDocument(creator, kit, notes, await mediaLinksOf(this.db), verified) };
  }
}

/** A kit that nobody has written anything of. */
const unwritten = (now: Date): KeptKit => ({
  version: 0,
  language: 'both',
  ...{ introZh: '', introEn: '', includedZh: '', includedEn: '' },
  sections: [...kitSectionsUsual],
  noteIds: [],
  terms: usualKitTerms(orderRulesOn(dayInShanghai(now))),
  visible: false,
  savedAt: null,
});

/** Links of a kit, the newest first; never what opens them. */
export function kitLinks(
  tx: EntityManager,
  workspaceId: string,
  now: Date,
  linkId: string | null = null,
): Promise<KitLinkView[]> {
  return tx.query<KitLinkView[]>(
    `select link.id, ${isoInstant('link.created_at')} as "createdAt", coalesce(person.name, '') as "createdBy",
       ${isoInstant('link.expires_at')} as "expiresAt", ${isoInstant('link.revoked_at')} as "revokedAt",
       link.password_hash is not null as "withPassword", ${isoInstant('link.last_viewed_at')} as "lastViewedAt",
       seen.views, seen.days
     from media_kit_link link left join person on person.id = link.created_by,
     lateral (
       select coalesce(sum(visits), 0)::int as views,
         coalesce(jsonb_agg(jsonb_build_object('day', day, 'visits', visits) order by day) filter (where day >= $3::date), '[]') as days
       from media_kit_visit where link_id = link.id
     ) seen
     where link.workspace_id = $1 and ($2::uuid is null or link.id = $2)
     order by link.created_at desc, link.id limit $4`,
    [workspaceId, linkId, shiftDay(dayInShanghai(now), 1 - kitDaysShown), kitLinksShown],
  );
}

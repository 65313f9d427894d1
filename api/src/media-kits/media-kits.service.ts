import { Injectable } from '@nestjs/common';
import type { SaveMediaKit } from '@poolrise/contracts';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import type { Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { checkKit, refuseForeignNotes } from './check-kit';
import { creatorBehindKit, holdKit, type KeptKit } from './kept-kit';
import { kitNotes } from './kit-notes';

/** What a creator writes and chooses of a media kit. */
@Injectable()
export class MediaKitsService {
  constructor(private readonly db: Db) {}

  /**
   * Saves a kit. What was saved already is told again, so that a lost answer costs nothing; what somebody else wrote meanwhile is
   * never run over.
   * @throws Refused creator-desk-only, media-kit-moved-on, compliance-blocks, invalid-input
   */
  save(
    { workspaceId, person }: Pick<Caller, 'workspaceId' | 'person'>,
    ask: SaveMediaKit,
    now = new Date(),
  ): Promise<void> {
    const { version, ...wanted } = trimmed(ask);
    checkKit(ask, now);
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const creatorId = await creatorBehindKit(tx, workspaceId);
      const kept = await holdKit(tx, workspaceId, now);
      if (kept.savedAt !== null && isSame(kept, wanted)) return;
      if (kept.version !== version)
        throw new Refused('media-kit-moved-on', {
          detail: `The kit is at version ${kept.version}, and this is made of ${version}.`,
          field: '/version',
          figures: { version: kept.version },
        });
      const { noteIds } = wanted;
      const known = await kitNotes(tx, { workspaceId, creatorId, noteIds, now });
      refuseForeignNotes(
        noteIds,
        known.map(({ id }) => id),
      );
      await tx.query(
        `update media_kit set (language, intro_zh, intro_en, included_zh, included_en, sections, note_ids, terms, visible, saved_by,
                               saved_at, version)
           = ($2, $3, $4, $5, $6, $7::text[], $8::uuid[], $9::jsonb, $10, $11, $12, version + 1) where workspace_id = $1`,
        [
          ...[
            workspaceId,
            wanted.language,
            wanted.introZh,
            wanted.introEn,
            wanted.includedZh,
            wanted.includedEn,
          ],
          ...[
            wanted.sections,
            noteIds,
            JSON.stringify(wanted.terms),
            wanted.visible,
            person?.id ?? null,
            now,
          ],
        ],
      );
      // What others can see of a creator is worth a line of the trail; the words themselves are not kept there.
      const detail = { version: version + 1, visible: wanted.visible, sections: wanted.sections };
      await audit(tx, {
        ...{ workspaceId, personId: person?.id ?? null, action: 'media-kit.saved' },
        ...{ subjectId: creatorId, detail },
      });
      await announce(tx, workspaceId, 'media-kits');
    });
  }
}

const trimmed = (ask: SaveMediaKit): SaveMediaKit => ({
  ...ask,
  introZh: ask.introZh.trim(),
  introEn: ask.introEn.trim(),
  includedZh: ask.includedZh.trim(),
  includedEn: ask.includedEn.trim(),
});

function isSame(kept: KeptKit, wanted: Omit<SaveMediaKit, 'version'>): boolean {
  const { channels = [], ...rights } = wanted.terms.rights ?? {};
  const { channels: keptChannels = [], ...keptRights } = kept.terms.rights ?? {};
  const one = ({ language, introZh, introEn, includedZh, includedEn, visible, noteIds }: typeof wanted) =>
    JSON.stringify([language, introZh, introEn, includedZh, includedEn, visible, noteIds]);
  const terms = ({ protectionDays, revisionsMost }: SaveMediaKit['terms']) =>
    `${protectionDays} ${revisionsMost}`;
  const ordered = (names: readonly string[]) => names.toSorted().join();
  return (
    one(kept) === one(wanted) &&
    ordered(kept.sections) === ordered(wanted.sections) &&
    terms(kept.terms) === terms(wanted.terms) &&
    (kept.terms.rights === null) === (wanted.terms.rights === null) &&
    ordered(channels) === ordered(keptChannels) &&
    JSON.stringify(Object.entries(rights).toSorted()) ===
      JSON.stringify(Object.entries(keptRights).toSorted())
  );
}

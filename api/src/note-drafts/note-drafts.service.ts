import { Injectable } from '@nestjs/common';
import {
  noteDraftsMax,
  type PublishNoteDraft,
  type SaveNoteDraft,
  type ScheduleNoteDraft,
  type StartNoteDraft,
} from '@poolrise/contracts';
import { scheduleFault, scheduleLimits } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { attachMedia } from '../media/attach-media';
import { holdNoteDraft, type KeptNoteDraft } from './draft-columns';
import { checkMayPublish } from './may-publish';
import { creatorBehind, PublishDraft } from './publish-draft';

/** Who writes: the workspace, and the person where one does. */
export interface Writer {
  workspaceId: string;
  person: { id: string } | null;
}

/** Drafts of a desk: begun, written on, scheduled, published, thrown away. The row of the draft is the one lock. */
@Injectable()
export class NoteDraftsService {
  constructor(
    private readonly db: Db,
    private readonly publishing: PublishDraft,
  ) {}

  /** Begins a draft, or returns the one begun under the same key. @throws Refused creator-desk-only, too-many-kept */
  start({ workspaceId, person }: Writer, ask: StartNoteDraft, now = new Date()): Promise<string> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      // One desk begins its drafts one after the other, so that its limit holds.
      const [desk] = await tx.query<{ kind: string }[]>('select kind from workspace where id = $1', [
        workspaceId,
      ]);
      if (desk?.kind !== 'creator') throw new Refused('creator-desk-only');
      await tx.query(`select pg_advisory_xact_lock(hashtext('note drafts'), hashtext($1))`, [workspaceId]);
      const [earlier] = await tx.query<{ id: string }[]>('select id from note_draft where request_key = $1', [
        ask.requestKey,
      ]);
      if (earlier) return earlier.id;
      const [row] = await tx.query<{ id: string }[]>(
        `insert into note_draft (workspace_id, request_key, type, title, body, topics, category, language, disclosure, ai_label, products,
                                 media_ids, weekly_topic_id, created_at, changed_at, changed_by)
         select $1, $2, $3, $4, '', $5, $6, $7, 'none', 'none', '[]', '{}', $8, $9, $9, $10
          where (select count(*) from note_draft where state <> 'published') < $11 returning id`,
        [
          ...[workspaceId, ask.requestKey, ask.type, ask.title, ask.topics, ask.category, ask.language],
          ...[ask.weeklyTopicId, now, person?.id ?? null, noteDraftsMax],
        ],
      );
      if (!row)
        throw new Refused('too-many-kept', {
          detail: `A desk keeps ${noteDraftsMax} drafts that are not published.`,
          remedy: 'Publish one of them, or throw one away.',
          figures: { most: noteDraftsMax },
        });
      await announce(tx, workspaceId, 'note-drafts');
      return row.id;
    });
  }

  /**
   * Saves a draft as it is typed. What was saved already is told again, so that a lost answer costs nothing; what somebody else
   * wrote meanwhile is never run over.
   * @throws Refused not-found, note-draft-moved-on, note-draft-scheduled, note-draft-published, draft-media-unfit
   */
  save(
    { workspaceId, person }: Writer,
    draftId: string,
    ask: SaveNoteDraft,
    now = new Date(),
  ): Promise<void> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const kept = await holdNoteDraft(tx, workspaceId, draftId);
      if (isSame(kept, ask)) return;
      if (kept.state === 'published') throw new Refused('note-draft-published');
      if (kept.state === 'scheduled') throw new Refused('note-draft-scheduled');
      if (kept.version !== ask.version) throw await movedOn(tx, kept);
      await this.takeMedia(tx, workspaceId, ask, now);
      await tx.query(
        `update note_draft set (type, title, body, topics, category, language, disclosure, ai_label, products, media_ids, cover_id,
                                version, changed_at, changed_by, failed_at, failure_code, failure_detail)
           = ($2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11::uuid[], $12::uuid, version + 1, $13, $14, null, null, null) where id = $1`,
        [
          ...[draftId, ask.type, ask.title, ask.body, ask.topics, ask.category, ask.language, ask.disclosure],
          ...[ask.aiLabel, JSON.stringify(ask.products), ask.mediaIds, ask.coverId, now, person?.id ?? null],
        ],
      );
      await announce(tx, workspaceId, 'note-drafts');
    });
  }

  /** @throws Refused not-found, note-draft-published */
  remove(workspaceId: string, draftId: string): Promise<void> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const kept = await holdNoteDraft(tx, workspaceId, draftId);
      if (kept.state === 'published') throw new Refused('note-draft-published');
      await tx.query('delete from note_draft where id = $1', [draftId]);
      await announce(tx, workspaceId, 'note-drafts');
    });
  }

  /**
   * Publishes what the writer saw; the same request twice is one note, and a scheduled draft may be published before its time.
   * @throws Refused not-found, note-draft-moved-on, note-draft-published, note-draft-incomplete, compliance-blocks, creator-desk-only
   */
  async publish(
    { workspaceId }: Writer,
    draftId: string,
    ask: PublishNoteDraft,
    now = new Date(),
  ): Promise<void> {
    const published = await this.db.asEngine(async (tx) => {
      const kept = await holdNoteDraft(tx, workspaceId, draftId);
      if (kept.state === 'published') {
        if (kept.publishKey === ask.requestKey) return null;
        throw new Refused('note-draft-published');
      }
      if (kept.version !== ask.version) throw await movedOn(tx, kept);
      await this.publishing.publish(tx, kept, ask.requestKey, now);
      return kept;
    });
    if (published) this.publishing.published(published);
  }

  /**
   * Sets when a draft publishes itself. It is checked now, so that its writer hears of what is wrong, and again at its time.
   * @throws Refused not-found, schedule-out-of-reach, note-draft-moved-on, note-draft-published, note-draft-incomplete,
   *   compliance-blocks, creator-desk-only
   */
  schedule(workspaceId: string, draftId: string, ask: ScheduleNoteDraft, now = new Date()): Promise<void> {
    const at = new Date(ask.at);
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const kept = await holdNoteDraft(tx, workspaceId, draftId);
      if (kept.state === 'published') throw new Refused('note-draft-published');
      if (kept.state === 'scheduled' && kept.scheduledFor?.getTime() === at.getTime()) return;
      const fault = scheduleFault(at.getTime(), now.getTime());
      if (fault) throw outOfReach(fault, at, now);
      if (kept.version !== ask.version) throw await movedOn(tx, kept);
      await creatorBehind(tx, workspaceId);
      await checkMayPublish(tx, kept, now);
      await tx.query(
        `update note_draft set state = 'scheduled', scheduled_for = $2, changed_at = $3, failed_at = null, failure_code = null,
                failure_detail = null where id = $1`,
        [draftId, at, now],
      );
      await announce(tx, workspaceId, 'note-drafts');
    });
  }

  /** @throws Refused not-found, note-draft-published */
  unschedule(workspaceId: string, draftId: string, now = new Date()): Promise<void> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const kept = await holdNoteDraft(tx, workspaceId, draftId);
      if (kept.state === 'published') throw new Refused('note-draft-published');
      if (kept.state === 'draft') return;
      await tx.query(
        `update note_draft set state = 'draft', scheduled_for = null, changed_at = $2 where id = $1`,
        [draftId, now],
      );
      await announce(tx, workspaceId, 'note-drafts');
    });
  }

  /** Uploads are kept from the moment a draft names them. @throws Refused draft-media-unfit for what is not here */
  private async takeMedia(
    tx: EntityManager,
    workspaceId: string,
    { mediaIds, coverId }: Pick<SaveNoteDraft, 'mediaIds' | 'coverId'>,
    now: Date,
  ): Promise<void> {
    const found = await attachMedia(tx, workspaceId, [...mediaIds, ...(coverId ? [coverId] : [])], now);
    const unknown = mediaIds.findIndex((id) => !found.has(id));
    const field = unknown >= 0 ? `/mediaIds/${unknown}` : coverId && !found.has(coverId) ? '/coverId' : null;
    if (field)
      throw new Refused('draft-media-unfit', {
        field,
        detail: `${field}: there is no such upload here; one that is not used within a day is forgotten.`,
        remedy: 'Upload the file again.',
      });
  }
}

/** Whether a draft says already what is to be saved. */
function isSame(kept: KeptNoteDraft, asked: SaveNoteDraft): boolean {
  const ask = { ...asked, version: kept.version };
  return (Object.keys(ask) as (keyof SaveNoteDraft)[]).every((name) => same(kept[name], ask[name]));
}

const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
/** jsonb does not keep the order of names. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a.localeCompare(b)))
      : inner,
  );

async function movedOn(tx: EntityManager, kept: KeptNoteDraft): Promise<Refused> {
  const [person] = kept.changedBy
    ? await tx.query<{ name: string }[]>('select name from person where id = $1', [kept.changedBy])
    : [];
  return new Refused('note-draft-moved-on', {
    field: '/version',
    detail: `${person?.name ?? 'Somebody'} saved version ${kept.version} at ${kept.changedAt.toISOString()}.`,
    figures: { version: kept.version, changedAt: kept.changedAt.getTime() },
  });
}

function outOfReach(fault: 'too-soon' | 'too-late', at: Date, now: Date): Refused {
  const least = new Date(now.getTime() + scheduleLimits.leastMs);
  const most = new Date(now.getTime() + scheduleLimits.mostMs);
  return new Refused('schedule-out-of-reach', {
    field: '/at',
    detail:
      fault === 'too-late'
        ? `${at.toISOString()} is more than 30 days from now.`
        : at <= now
          ? `${at.toISOString()} is past.`
          : `${at.toISOString()} is less than 5 minutes from now.`,
    remedy: `Choose a time from ${least.toISOString()} to ${most.toISOString()}, or publish now.`,
    figures: { earliest: least.getTime(), latest: most.getTime() },
  });
}

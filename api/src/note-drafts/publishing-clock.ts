import { Injectable } from '@nestjs/common';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';
import { holdDueDraft, type KeptNoteDraft } from './draft-columns';
import { PublishDraft } from './publish-draft';

/** Drafts of one round; what is left is due at the next sweep, a few seconds later. */
const batch = 200;

/** Publishes what is due. */
@Injectable()
export class PublishingClock {
  constructor(
    private readonly db: Db,
    private readonly publishing: PublishDraft,
  ) {}

  /**
   * Publishes every draft whose time has come, one a transaction. What may not be published by the rules of the day goes back to
   * its writer with the reason. Returns how many became notes.
   * @throws AggregateError after the others were published, when some could not be
   */
  @HandlesJob('note-publishing')
  async publishDue(now = new Date()): Promise<number> {
    const due = await this.db.asEngine((tx) =>
      tx.query<{ id: string }[]>(
        `select id from note_draft where state = 'scheduled' and scheduled_for <= $1 order by scheduled_for, id limit $2`,
        [now, batch],
      ),
    );
    const failures: unknown[] = [];
    let published = 0;
    for (const { id } of due)
      try {
        if (await this.publishOne(id, now)) published++;
      } catch (error) {
        failures.push(error);
      }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} scheduled notes could not be published`);
    return published;
  }

  private async publishOne(draftId: string, now: Date): Promise<boolean> {
    try {
      const draft = await this.db.asEngine(async (tx) => {
        const held = await holdDueDraft(tx, draftId, now);
        if (held) await this.publishing.publish(tx, held, null, now);
        return held;
      });
      if (draft) this.publishing.published(draft);
      return draft !== null;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await this.giveBack(draftId, error, now);
      return false;
    }
  }

  /** In a transaction of its own, since the other is gone; whoever took the draft off its schedule meanwhile is not overruled. */
  private giveBack(draftId: string, { code, about }: Refused, now: Date): Promise<void> {
    return this.db.asEngine(async (tx) => {
      const held: KeptNoteDraft | null = await holdDueDraft(tx, draftId, now);
      if (!held) return;
      await tx.query(
        `update note_draft set state = 'draft', scheduled_for = null, failed_at = $2, failure_code = $3, failure_detail = $4,
                changed_at = $2 where id = $1`,
        [draftId, now, code, (about.detail ?? '').slice(0, 500)],
      );
      await announce(tx, held.workspaceId, 'note-drafts', 'notices');
    });
  }
}

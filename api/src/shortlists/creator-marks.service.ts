import { Injectable } from '@nestjs/common';
import { type CreatorMarkView, type MarkCreator, shortlistLimits } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { markView } from './creator-marks.queries';

/** What a workspace thinks of creators. */
@Injectable()
export class CreatorMarksService {
  constructor(private readonly db: Db) {}

  /** Changes what is named and leaves the rest. @throws Refused not-found, too-many-kept */
  mark(
    workspaceId: string,
    personId: string,
    creatorId: string,
    ask: MarkCreator,
    now = new Date(),
  ): Promise<CreatorMarkView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const before = await markView(tx, creatorId);
      const blacklists = ask.blacklistedReason !== undefined;
      if (blacklists) await this.blacklist(tx, workspaceId, personId, creatorId, ask.blacklistedReason);
      await tx.query(
        `insert into creator_mark as mark (workspace_id, creator_id, favourite, blacklisted_reason, note, tags, changed_by, changed_at)
         values ($1, $2, coalesce($3, false), $4, coalesce($6, ''), coalesce($7::text[], '{}'), $8, $9)
         on conflict (workspace_id, creator_id) do update set favourite = coalesce($3, mark.favourite),
           blacklisted_reason = case when $5 then $4 else mark.blacklisted_reason end, note = coalesce($6, mark.note),
           tags = coalesce($7::text[], mark.tags), changed_by = $8, changed_at = $9`,
        [
          workspaceId,
          before.creatorId,
          ask.favourite,
          ask.blacklistedReason ?? null,
          blacklists,
          ask.note,
          ask.tags,
          personId,
          now,
        ],
      );
      return markView(tx, creatorId);
    });
  }

  /** Leaves the line in the trail, and keeps the blacklist to what a search can hold against everybody. */
  private async blacklist(
    tx: EntityManager,
    workspaceId: string,
    personId: string,
    creatorId: string,
    reason: string | null | undefined,
  ): Promise<void> {
    // The workspace's row is the lock: two people who blacklist at once are counted one after the other.
    await tx.query('select from workspace where id = $1 for no key update', [workspaceId]);
    const [was] = await tx.query<{ reason: string | null; others: number }[]>(
      `select (select blacklisted_reason from creator_mark where creator_id = $1) as reason,
         (select count(*)::int from creator_mark where blacklisted_reason is not null and creator_id <> $1) as others`,
      [creatorId],
    );
    const old = was?.reason ?? null;
    const others = was?.others ?? 0;
    if (reason && others >= shortlistLimits.blacklisted)
      throw new Refused('too-many-kept', {
        field: '/blacklistedReason',
        detail: `The blacklist has ${others} creators; that is the most.`,
        figures: { kept: others, most: shortlistLimits.blacklisted },
      });
    if (old === reason) return;
    const event = { workspaceId, personId, subjectId: creatorId };
    if (reason) await audit(tx, { ...event, action: 'creator.blacklisted', detail: { reason, before: old } });
    else await audit(tx, { ...event, action: 'creator.cleared', detail: { before: old } });
  }
}

import { Injectable } from '@nestjs/common';
import { advanceRecruitment } from '@poolrise/domain';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { holdRecruitment, keepRecruitment, recruitmentOf } from './recruitment-columns';

/** Recruitments of one round; what is left is due at the next sweep, a few seconds later. */
const batch = 200;

/** Ends the time to apply, and the time to select. */
@Injectable()
export class RecruitmentClock {
  constructor(private readonly db: Db) {}

  /**
   * Moves what is due, one recruitment a transaction. Returns how many it looked at.
   * @throws AggregateError after the others were moved, when some could not be
   */
  @HandlesJob('recruitment-timers')
  async moveDue(now = new Date()): Promise<number> {
    const due = await this.db.asEngine((tx) =>
      tx.query<{ id: string }[]>('select id from recruitment where due_at <= $1 order by due_at limit $2', [
        now,
        batch,
      ]),
    );
    const failures: unknown[] = [];
    for (const { id } of due) await this.advance(id, now).catch((error: unknown) => failures.push(error));
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} recruitments could not be moved on`);
    return due.length;
  }

  /** Does everything that is due to one recruitment; in a transaction of its own, so that it stays done. */
  advance(recruitmentId: string, now: Date): Promise<void> {
    return this.db.asEngine(async (tx) => {
      const kept = await holdRecruitment(tx, { id: recruitmentId });
      if (!kept || kept.dueAt === null || kept.dueAt > now) return;
      const [row] = await tx.query<{ waiting: number }[]>(
        `select count(*)::int as waiting from recruitment_application
          where recruitment_id = $1 and state in ('applied', 'shortlisted')`,
        [recruitmentId],
      );
      let moved = recruitmentOf(kept);
      for (;;) {
        const next = advanceRecruitment(moved, row?.waiting ?? 0, now.getTime());
        if (!next) break;
        moved = next;
      }
      await keepRecruitment(tx, kept, moved, now);
    });
  }
}

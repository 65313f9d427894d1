import { closedRecruitment, type Recruitment, recruitmentDueAt } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { announce } from '../live/announce';
import { KeptRecruitment } from './kept-recruitment.entity';

/** The recruitment as the domain decides about it. */
export const recruitmentOf = (kept: KeptRecruitment): Recruitment => ({
  state: kept.state,
  closedBecause: kept.closedBecause,
  quote: { leastCents: kept.quoteLeastCents, mostCents: kept.quoteMostCents },
  wanted: kept.wanted,
  selected: kept.selected,
  applyUntil: kept.applyUntil.getTime(),
  selectUntil: kept.selectUntil.getTime(),
});

/** Takes a recruitment for this transaction: whatever happens to it or to an application queues here. */
export const holdRecruitment = (
  tx: EntityManager,
  where: { id: string; workspaceId?: string },
): Promise<KeptRecruitment | null> =>
  tx.findOne(KeptRecruitment, { where, lock: { mode: 'pessimistic_write' } });

/** Writes what the domain made of it; those who still wait when it closes are told that they were not selected. */
export async function keepRecruitment(
  tx: EntityManager,
  kept: KeptRecruitment,
  next: Recruitment,
  now: Date,
): Promise<void> {
  const due = recruitmentDueAt(next);
  Object.assign(kept, {
    state: next.state,
    closedBecause: next.closedBecause,
    selected: next.selected,
    dueAt: due === null ? null : new Date(due),
    changedAt: now,
  });
  await tx.save(KeptRecruitment, kept);
  if (next.state === 'closed') await tellUnselected(tx, kept.id, now);
  await announce(tx, kept.workspaceId, 'recruitments', 'notices');
}

export const closedByHand = (recruitment: Recruitment): Recruitment =>
  closedRecruitment(recruitment, 'by-hand');

async function tellUnselected(tx: EntityManager, recruitmentId: string, now: Date): Promise<void> {
  const [desks] = await tx.query<[{ desk_id: string }[], number]>(
    `update recruitment_application set state = 'unselected', changed_at = $2, version = version + 1
      where recruitment_id = $1 and state in ('applied', 'shortlisted') returning desk_id`,
    [recruitmentId, now],
  );
  for (const { desk_id: deskId } of desks) await announce(tx, deskId, 'recruitments', 'notices');
}

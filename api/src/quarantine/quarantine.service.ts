import { Injectable } from '@nestjs/common';
import type { AnswerQuarantine, QuarantineAnswer, QuarantineState } from '@poolrise/contracts';
import { audit } from '../accounts/audit';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { announcePlatform } from '../live/announce-platform';
import { verdictOf } from './quarantine-answer';

interface Quarantine {
  id: string;
  api_key_id: string;
  reader: string | null;
  state: QuarantineState;
  reviewer_id: string | null;
  reviewer: string | null;
  reason: string | null;
  decided_at: Date | null;
}

/** Decisions of the platform's people about traffic that was set aside. */
@Injectable()
export class QuarantineService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
  ) {}

  /**
   * Releases or discards held traffic, or returns the same decision when its author repeats it. A release is carried out by
   * the worker; from the answer on, events of this traffic are counted as they come.
   *
   * @throws Refused platform-only, not-found, quarantine-already-answered with who decided what
   */
  async answer(
    workspaceId: string,
    person: Pick<CallingPerson, 'id' | 'name'>,
    quarantineId: string,
    ask: AnswerQuarantine,
    now = new Date(),
  ): Promise<QuarantineAnswer> {
    const { verdict, reason } = ask;
    const answer = await asPlatform(this.db, workspaceId, async (tx) => {
      // The quarantine is the one lock: batches that are being held, and a second operator, come before or after.
      await tx.query('select from quarantine where id = $1 for update', [quarantineId]);
      const [found] = await tx.query<Quarantine[]>(
        `select q.id, q.api_key_id, q.reader, q.state, q.reviewer_id, person.name as reviewer, q.reason, q.decided_at
         from quarantine q left join person on person.id = q.reviewer_id where q.id = $1`,
        [quarantineId],
      );
      if (!found)
        throw new Refused('not-found', { field: 'path.quarantineId', detail: 'No such traffic is held.' });
      if (found.state !== 'open') return earlier(found, person, ask);

      await tx.query(
        `update quarantine set state = $2, reviewer_id = $3, reason = $4, decided_at = $5::timestamptz,
           finished_at = case when $2 = 'discarded' then $5::timestamptz end where id = $1`,
        [quarantineId, verdict === 'release' ? 'releasing' : 'discarded', person.id, reason, now],
      );
      // What was counted before the decision must not speak against what comes after it.
      if (found.reader === null)
        await tx.query('delete from traffic_window where api_key_id = $1', [found.api_key_id]);
      await audit(tx, {
        workspaceId,
        personId: person.id,
        action: 'quarantine.answered',
        subjectId: quarantineId,
        detail: { verdict, reason },
      });
      await announcePlatform(tx, 'quarantine');
      return { id: quarantineId, verdict, reason, decidedBy: person.name, decidedAt: now.toISOString() };
    });
    this.jobs.nudge('quarantine-release');
    return answer;
  }
}

function earlier(
  found: Quarantine,
  person: Pick<CallingPerson, 'id'>,
  ask: AnswerQuarantine,
): QuarantineAnswer {
  const { id, reason, reviewer_id: reviewerId } = found;
  const verdict = verdictOf(found.state) ?? ask.verdict;
  const decidedBy = found.reviewer ?? 'Somebody who has left';
  const decidedAt = found.decided_at?.toISOString() ?? '';
  if (reviewerId !== person.id || verdict !== ask.verdict || reason !== ask.reason)
    throw new Refused('quarantine-already-answered', {
      detail: `${decidedBy} decided “${verdict}” at ${decidedAt}: ${reason}`,
    });
  return { id, verdict, reason, decidedBy, decidedAt };
}

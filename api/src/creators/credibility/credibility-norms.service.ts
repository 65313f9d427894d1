import { Injectable } from '@nestjs/common';
import { Db } from '../../db/db';
import { HandlesJob } from '../../jobs/handles-job';
import { keepCredibility } from './keep-credibility';

/** Keeps what the tests of credibility compare with, so that a request reads the peers of one creator and no more. */
@Injectable()
export class CredibilityNormsService {
  constructor(private readonly db: Db) {}

  /** Counts anew if a record has changed since. One worker at a time; the others find nothing due. */
  @HandlesJob('creator-norms')
  async keep(now = new Date()): Promise<boolean> {
    return this.db.asEngine(async (tx) => {
      const [state] = await tx.query<{ due: boolean }[]>(dueSql);
      if (!state?.due) return false;
      await keepCredibility((sql, parameters) => tx.query(sql, parameters), now);
      return true;
    });
  }
}

const dueSql = `
  with counted as (select coalesce(min(counted_through), -1) as through from credibility_norm)
  select (exists (select from creator where changed_in > through)
    or exists (select from creator_figures where changed_in > through))
    and pg_try_advisory_xact_lock(hashtext('creator-norms')) as due
  from counted`;

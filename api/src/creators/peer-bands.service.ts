import { Injectable } from '@nestjs/common';
import { tierSchemes } from '@poolrise/domain';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { countPeers } from './measure-creators';

/** Keeps the peers of every tier scheme that some workspace speaks by, and no others. */
@Injectable()
export class PeerBandsService {
  constructor(private readonly db: Db) {}

  /** Counts the schemes in use whose records have changed since. One worker at a time; the others find nothing due. */
  @HandlesJob('creator-peers')
  async count(now = new Date()): Promise<number> {
    return this.db.asEngine(async (tx) => {
      const [free] = await tx.query<{ free: boolean }[]>(
        `select pg_try_advisory_xact_lock(hashtext('creator-peers')) as free`,
      );
      if (!free?.free) return 0;
      const due = await tx.query<{ scheme: string }[]>(dueSql);
      for (const { scheme } of due) {
        const known = tierSchemes.find(({ id }) => id === scheme);
        if (known) await countPeers((sql, parameters) => tx.query(sql, parameters), known, now);
      }
      return due.length;
    });
  }
}

const dueSql = `
  with used as (select distinct tier_scheme as scheme from workspace),
    counted as (select scheme, min(counted_through) as through from peer_band group by scheme)
  select used.scheme from used left join counted using (scheme)
  where exists (select from creator where changed_in > coalesce(through, -1))
    or exists (select from creator_figures where changed_in > coalesce(through, -1))`;

import { Injectable } from '@nestjs/common';
import { dayInShanghai, openKeptDays, shiftDay } from '@poolrise/domain';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';

/** Rows of one transaction: applications report meanwhile. */
const batch = 5_000;

/** Forgets who opened product links when nothing can be sold by them any more. What was sold keeps its opens, and days their sums. */
@Injectable()
export class OpenRetention {
  constructor(private readonly db: Db) {}

  /** Returns how many opens were forgotten. */
  @HandlesJob('open-retention')
  async sweep(now = new Date()): Promise<number> {
    // Whole days go, so that the sum of a day can be held against its opens until then.
    const firstKept = shiftDay(dayInShanghai(now), -openKeptDays);
    for (let total = 0; ;) {
      const [row] = await this.db.asEngine((tx) => tx.query<{ n: number }[]>(forgetSql, [firstKept]));
      const gone = row?.n ?? 0;
      total += gone;
      if (gone < batch) return total;
    }
  }
}

/** A sale marks its opens: one that was marked meanwhile is looked at again before it goes. */
const forgetSql = `
  with old as (
    select application_id, id from product_open
     where not sold and opened_at < ($1::date::timestamp at time zone 'Asia/Shanghai')
     order by opened_at limit ${batch} for update skip locked
  ), gone as (
    delete from product_open opened using old
     where opened.application_id = old.application_id and opened.id = old.id returning 1
  ) select count(*)::integer as n from gone`;

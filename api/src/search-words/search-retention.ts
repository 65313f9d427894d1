import { Injectable } from '@nestjs/common';
import { dayInShanghai, searchRetentionOn, searchShownFrom, shiftDay } from '@poolrise/domain';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';

/** Rows of one transaction: readers search meanwhile. */
const batch = 5_000;
const nil = '00000000-0000-0000-0000-000000000000';

/** Forgets what readers searched for when its time is over. What a boost in search brought is kept with the boost. */
@Injectable()
export class SearchRetention {
  constructor(private readonly db: Db) {}

  /** Returns how many rows were forgotten. */
  @HandlesJob('search-retention')
  async sweep(now = new Date()): Promise<number> {
    const today = dayInShanghai(now);
    const { queryDays, organicDays } = searchRetentionOn(today);
    const firstKept = shiftDay(today, 1 - queryDays);
    const days = await this.inBatches(queryDaysSql, [firstKept, searchShownFrom]);
    const organic = await this.inBatches(organicSql, [shiftDay(today, 1 - organicDays)]);
    // A process notes a text once a day: whoever searched for it on the first day that is kept may have done so unnoted.
    const texts = await this.inBatches(textsSql, [shiftDay(firstKept, -1)]);
    return days + organic + texts;
  }

  private async inBatches(sql: string, values: unknown[]): Promise<number> {
    for (let total = 0; ;) {
      const [row] = await this.db.asEngine((tx) => tx.query<{ n: number }[]>(sql, values));
      const gone = row?.n ?? 0;
      total += gone;
      if (gone < batch) return total;
    }
  }
}

/** Before its days go, a text that several searched for is marked; all days that are there count, those of other batches too. */
const queryDaysSql = `
  with old as (
    select day, query_key from search_query_day where day < $1 order by day, query_key limit ${batch}
  ), marked as (
    update search_query set shared = true where not shared and key in (
      select query_key from search_query_day where query_key in (select query_key from old)
      group by query_key having sum(searches) >= $2)
  ), gone as (
    delete from search_query_day day using old where day.day = old.day and day.query_key = old.query_key returning 1
  ) select count(*)::integer as n from gone`;

const organicSql = `
  with old as (
    select note_id, day, query_key, keyword from search_note_day
    where boost_id = '${nil}' and day < $1 order by day limit ${batch}
  ), gone as (
    delete from search_note_day stood using old
    where stood.note_id = old.note_id and stood.day = old.day and stood.query_key = old.query_key
      and stood.boost_id = '${nil}' and stood.keyword = old.keyword returning 1
  ) select count(*)::integer as n from gone`;

/** Whoever searches for it meanwhile writes when it was noted, which is looked at again before it goes. */
const textsSql = `
  with old as (
    select key from search_query where not shared and noted_at < ($1::date::timestamp at time zone 'Asia/Shanghai')
    order by noted_at limit ${batch} for update skip locked
  ), gone as (
    delete from search_query using old where search_query.key = old.key returning 1
  ) select count(*)::integer as n from gone`;

import { Injectable } from '@nestjs/common';
import {
  type CampaignLiftMetric,
  type CampaignLiftRegistration,
  engagementKinds,
  KeywordIndex,
  type LiftRegistration,
  liftTerms,
  rails,
  type TrialSubject,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';
import { searchWordsOf } from '../words/segment';

/** Readers counted in one transaction. */
const batch = 1_000;
/** Batches of one trial in a round; what is left is due at the next one. */
const batchesMax = 50;
/** Who was in which arm is forgotten so many days after a trial; what was counted of it stays. */
const keptDays = 30;
/** Trials whose readers are forgotten in one round. */
const forgottenAtOnce = 20;
/** Nobody comes back to a trial that was forgotten so long ago. */
const lookedBackDays = 90;

const kinds = (...names: (typeof engagementKinds)[number][]): string =>
  names.map((name) => engagementKinds.indexOf(name)).join(', ');
const paid = rails.indexOf('paid');

const dueSql = `
  select reader_key, arm, first_at, first_at + make_interval(hours => $2) as until from trial_opportunity
  where trial_id = $1 and counted_at is null and first_at <= $3::timestamptz - make_interval(hours => $2 + ${liftTerms.graceHours})
  order by first_at limit ${batch}`;
/** The page on which a reader was taken in was asked for before anything of the trial could be seen. */
const laterPages =
  'page.reader_key = due.reader_key and page.served_at > due.first_at and page.served_at < due.until';

/** What those who are due have searched for, each text once. */
const searchedSql = `
  with due as materialized (${dueSql})
  select query.key, query.text from (
    select distinct page.query_key from due join feed_page page on ${laterPages} where page.query_key is not null
  ) searched join search_query query on query.key = searched.query_key`;

const counted = [
  'readers',
  'readers_acting',
  'engagers_acting',
  'followers_acting',
  'searchers_acting',
  'other_shown',
  'other_advertised',
  'other_read',
];

/**
 * Counts readers whose time is over. What a reader did is looked up by the pages they were served within it, in the order of
 * readers and pages; the row of the reader is marked in the same statement, so that each is counted once. $4 names the notes of
 * the trial; of a boost they are what is counted, of a campaign all notes of the brand are.
 */
const countReaders = (subject: TrialSubject) => {
  const own = subject === 'boost' ? 'event.note_id = any($4::uuid[]) and ' : '';
  const other = 'event.note_id <> all($4::uuid[])';
  return `
with due as materialized (${dueSql} for update skip locked), acts as (
  select due.reader_key,
    bool_or(${own}event.kind = ${kinds('click')}) as reader,
    bool_or(${own}event.kind in (${kinds('like', 'collect', 'comment', 'share', 'follow')})) as engager,
    bool_or(${own}event.kind = ${kinds('follow')}) as follower,
    bool_or(${other} and event.kind = ${kinds('impression')} and event.rail <> ${paid}) as other_shown,
    bool_or(${other} and event.kind = ${kinds('impression')} and event.rail = ${paid}) as other_advertised,
    bool_or(${other} and event.kind = ${kinds('click')}) as other_read
  from due
  join feed_page page on page.reader_key = due.reader_key and page.served_at >= due.first_at and page.served_at < due.until
  join engagement_event event on event.page_id = page.id and event.at < due.until
  join note on note.id = event.note_id and note.workspace_id = $5
  group by due.reader_key
), searchers as (
  select distinct due.reader_key from due join feed_page page on ${laterPages}
  where cardinality($6::bigint[]) > 0 and page.query_key = any($6)
), counted as (
  update trial_opportunity seen set counted_at = $3 from due
  where seen.trial_id = $1 and seen.reader_key = due.reader_key
)
insert into trial_lift_hour (trial_id, hour, arm, workspace_id, ${counted.join(', ')})
select $1, date_trunc('hour', due.until), due.arm, $5, count(*),
  count(*) filter (where acts.reader), count(*) filter (where acts.engager), count(*) filter (where acts.follower),
  count(searchers.reader_key), count(*) filter (where acts.other_shown),
  count(*) filter (where acts.other_advertised), count(*) filter (where acts.other_read)
from due left join acts on acts.reader_key = due.reader_key left join searchers on searchers.reader_key = due.reader_key
group by date_trunc('hour', due.until), due.arm order by 2, 3
on conflict on constraint trial_lift_hour_pkey do update
  set ${counted.map((name) => `${name} = trial_lift_hour.${name} + excluded.${name}`).join(', ')}
returning readers`;
};

interface TrialRow {
  subject: TrialSubject;
  id: string;
  workspaceId: string;
  noteIds: string[];
  registration: LiftRegistration<CampaignLiftMetric> & Partial<CampaignLiftRegistration>;
}

/** Trials of boosts and of campaigns that readers may still be due of. */
const trialsSql = `
  select 'boost' as subject, id, workspace_id as "workspaceId", array[note_id] as "noteIds", holdout as registration, ends_at
    from boost
   where holdout is not null and ends_at > $1::timestamptz - make_interval(days => $2) and starts_at <= $1
  union all
  select 'campaign', campaign_id, workspace_id,
         array(select distinct note_id from boost where boost.campaign_id = campaign_holdout.campaign_id), registration, ends_at
    from campaign_holdout
   where ends_at > $1::timestamptz - make_interval(days => $2)
  order by ends_at`;

/** Counts the readers of trials, each once, when their time is over; and forgets who they were a month after the trial. */
@Injectable()
export class LiftCountsService {
  constructor(private readonly db: Db) {}

  /**
   * Counts what is due, trial by trial. Returns how many trials moved.
   * @throws AggregateError after the others were counted, when some could not be.
   */
  @HandlesJob('trial-lift')
  async countDue(now = new Date()): Promise<number> {
    const trials = await this.db.asEngine((tx) => tx.query<TrialRow[]>(trialsSql, [now, keptDays]));
    let moved = 0;
    const failures: unknown[] = [];
    for (const trial of trials) {
      const any = await this.count(trial, now).catch((error: unknown) => failures.push(error) === 0);
      if (any) moved++;
    }
    await this.forget(now);
    if (failures.length > 0)
      throw new AggregateError(failures, `The readers of ${failures.length} trials could not be counted`);
    return moved;
  }

  private async count(trial: TrialRow, now: Date): Promise<boolean> {
    const { id, workspaceId, subject, noteIds } = trial;
    const { windowHours } = trial.registration;
    const sql = countReaders(subject);
    let any = false;
    for (let round = 0; round < batchesMax; round++) {
      const more = await this.db.asEngine(async (tx) => {
        // One worker a trial: what its readers searched for is looked up before they are counted, and both must be of the same.
        const [lock] = await tx.query<{ free: boolean }[]>(
          'select pg_try_advisory_xact_lock(hashtextextended($1, 55)) as free',
          [id],
        );
        if (!lock?.free) return false;
        const searched = await this.searchedFor(tx, trial, now);
        const rows = await tx.query<unknown[]>(sql, [id, windowHours, now, noteIds, workspaceId, searched]);
        if (rows.length) await announce(tx, workspaceId, subject === 'boost' ? 'boosts' : 'campaigns');
        return rows.length > 0;
      });
      if (!more) break;
      any = true;
    }
    return any;
  }

  /** Keys of the searches that the words of a trial meet, among those of the readers who are due. */
  private async searchedFor(tx: EntityManager, { id, registration }: TrialRow, now: Date): Promise<string[]> {
    const { keywords = [], negatives = [], windowHours } = registration;
    if (!keywords.length) return [];
    const rows = await tx.query<{ key: string; text: string }[]>(searchedSql, [id, windowHours, now]);
    const index = new KeywordIndex([{ id, keywords, negatives }], searchWordsOf);
    return rows.filter(({ text }) => index.find(text).has(id)).map(({ key }) => key);
  }

  /** A few trials a round: each is looked for by the key of its rows, so that none of those who are kept is read. */
  private forget(now: Date): Promise<void> {
    return this.db.asEngine(async (tx) => {
      const over = await tx.query<{ id: string }[]>(
        `select id from (
           select id, ends_at from boost where holdout is not null
           union all select campaign_id, ends_at from campaign_holdout
         ) trial cross join lateral (select from trial_opportunity where trial_id = trial.id limit 1) kept
          where ends_at <= $1::timestamptz - make_interval(days => $2) and ends_at > $1::timestamptz - make_interval(days => $3)
          limit ${forgottenAtOnce}`,
        [now, keptDays, lookedBackDays],
      );
      const ids = over.map(({ id }) => id);
      if (ids.length) await tx.query('delete from trial_opportunity where trial_id = any($1::uuid[])', [ids]);
    });
  }
}

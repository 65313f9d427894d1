import { Injectable } from '@nestjs/common';
import type { DeskTopic, TopicDeskView, TopicOutcome, TopicsView, WeeklyTopic } from '@poolrise/contracts';
import { type Category, type CreatorWork, fitTopic, shiftDay, topicWeek } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { isoInstant } from '../http/paging';
import { searchWordsOf } from '../words/segment';
import type { KeptFigures } from './kept-topic';
import { shanghaiMidnight } from './search-demand';

interface TopicRow {
  id: string;
  week: string;
  category: Category;
  tag: string;
  titleZh: string | null;
  titleEn: string | null;
  pinned: boolean;
  figures: KeptFigures;
  score: number;
  computedAt: string;
  outcome: TopicOutcome | null;
}

const columns = `
  topic.id, topic.week::text, topic.category, topic.tag, topic.title_zh as "titleZh", topic.title_en as "titleEn", topic.pinned, topic.figures,
  topic.score, ${isoInstant('topic.computed_at')} as "computedAt", topic.outcome`;

/** Notes of one desk in the week by the tags they bear, by the index of the workspace. */
const mineSql = `
  with taken as (
    select tag, count(*)::int as notes, coalesce(sum(run.reads), 0)::float8 as reads
      from note cross join lateral unnest(note.topics) tag
      cross join lateral (select sum(clicks) as reads from pool_run where note_id = note.id) run
     where note.workspace_id = $1 and note.published_at >= $3 and note.published_at < $4 and note.audit_state <> 'rejected' group by 1
  )
  select ${columns}, coalesce(taken.notes, 0) as "mineNotes", coalesce(taken.reads, 0) as "mineReads",
         array(select note.id from note where note.workspace_id = $1
                 and note.id in (select (best ->> 'id')::uuid from jsonb_array_elements(topic.figures -> 'best') best)) as own
    from weekly_topic topic left join taken on taken.tag = topic.tag
   where topic.week = $2::date and topic.state = 'published'
   order by topic.pinned desc, topic.score desc, topic.id`;

const weeksSql = `select distinct week::text from weekly_topic where state = any($1::text[]) and week <= $2::date order by 1 desc limit 12`;

/** What a desk wrote in half a year, by its words. */
const workSql = `
  with own as (
    select note.keywords || note.topics as words, coalesce(run.impressions, 0)::float8 as impressions, coalesce(run.reads, 0)::float8 as reads
      from note cross join lateral (select sum(impressions) as impressions, sum(clicks) as reads from pool_run where note_id = note.id) run
     where note.workspace_id = $1 and note.published_at > $2::timestamptz - interval '180 days' and note.audit_state = 'passed'
  ), subjects as (
    select word, count(*)::int as notes, sum(impressions)::float8 as impressions, sum(reads)::float8 as reads
      from own cross join lateral (select distinct unnest(own.words) as word) said group by word order by notes desc, word limit 300
  )
  select coalesce((select c.categories from workspace w join creator c on c.id = w.creator_id where w.id = $1), '{}') as categories,
         coalesce((select sum(reads) / nullif(sum(impressions), 0) from own), 0)::float8 as rate,
         coalesce((select json_agg(subjects) from subjects), '[]') as subjects`;

/** Notes and creators of everybody in the week by tag: the week is read once. */
const deskSql = `
  with taken as (
    select tag, count(*)::int as notes, count(distinct note.creator_id)::int as creators
      from note cross join lateral unnest(note.topics) tag
     where note.published_at >= $2 and note.published_at < $3 and note.audit_state = 'passed'
       and tag in (select weekly_topic.tag from weekly_topic where week = $1::date) group by 1
  )
  select ${columns}, topic.origin, topic.state, ${isoInstant('topic.publish_at')} as "publishAt", ${isoInstant('topic.published_at')} as "publishedAt",
         person.name as "curatedBy", ${isoInstant('topic.curated_at')} as "curatedAt",
         coalesce(taken.notes, 0) as "takenNotes", coalesce(taken.creators, 0) as "takenCreators"
    from weekly_topic topic left join taken on taken.tag = topic.tag left join person on person.id = topic.curated_by
   where topic.week = $1::date and ($4::uuid is null or topic.id = $4)
   order by topic.category, topic.pinned desc, topic.score desc, topic.id`;

type MineRow = TopicRow & { mineNotes: number; mineReads: number; own: string[] };
type DeskRow = TopicRow &
  Omit<DeskTopic, keyof TopicRow | keyof KeptFigures | 'taken'> & {
    takenNotes: number;
    takenCreators: number;
  };

/** Screens of weekly topics. */
@Injectable()
export class TopicsQueries {
  constructor(private readonly db: Db) {}

  /** Topics of a week for one desk: its own categories first, then what fits its words. @throws Refused invalid-input */
  list(workspaceId: string, asked: string | undefined, now = new Date()): Promise<TopicsView> {
    const week = weekOf(asked, now);
    return this.db.asEngine(async (tx) => {
      const rows = await tx.query<MineRow[]>(mineSql, [workspaceId, week, ...instantsOfWeek(week)]);
      const weeks = await tx.query<{ week: string }[]>(weeksSql, [['published'], topicWeek(now)]);
      const [found] = await tx.query<CreatorWork[]>(workSql, [workspaceId, now]);
      const work: CreatorWork = found ?? { categories: [], rate: 0, subjects: [] };
      const fitted = rows.map((row) => ({
        row,
        fit: fitTopic({ ...row, parts: searchWordsOf(row.tag) }, work),
      }));
      fitted.sort(
        (a, b) =>
          placeOf(work.categories, a.row.category) - placeOf(work.categories, b.row.category) ||
          Number(b.row.pinned) - Number(a.row.pinned) ||
          b.fit.strength - a.fit.strength,
      );
      return {
        week,
        weeks: weeks.map((one) => one.week),
        ownCategories: [...work.categories],
        topics: fitted.map(({ row, fit }): WeeklyTopic => {
          const { mineNotes, mineReads, own, ...topic } = row;
          return {
            ...topicView(topic, own),
            fit: { words: fit.words, category: fit.category },
            mine: { notes: mineNotes, reads: mineReads },
          };
        }),
        asOf: now.toISOString(),
      };
    });
  }

  /** Topics of a week, shown or not. @throws Refused platform-only, invalid-input */
  desk(platformId: string, asked: string | undefined, now = new Date()): Promise<TopicDeskView> {
    const week = weekOf(asked, now);
    const present = topicWeek(now);
    return asPlatform(this.db, platformId, async (tx) => {
      const weeks = await tx.query<{ week: string }[]>(weeksSql, [
        ['published', 'proposed', 'hidden'],
        shiftDay(present, 7),
      ]);
      return {
        week,
        weeks: [...new Set([shiftDay(present, 7), present, ...weeks.map((one) => one.week)])]
          .sort()
          .reverse(),
        present,
        topics: await deskTopics(tx, week),
        asOf: now.toISOString(),
      };
    });
  }
}

/** One topic as the platform's people see it, under the engine's hat. @throws Refused not-found */
export async function deskTopic(tx: EntityManager, week: string, id: string): Promise<DeskTopic> {
  const [topic] = await deskTopics(tx, week, id);
  if (!topic) throw new Refused('not-found', { field: 'path.topicId' });
  return topic;
}

async function deskTopics(tx: EntityManager, week: string, id: string | null = null): Promise<DeskTopic[]> {
  const rows = await tx.query<DeskRow[]>(deskSql, [week, ...instantsOfWeek(week), id]);
  return rows.map(({ takenNotes, takenCreators, ...row }) => ({
    ...row,
    ...topicView(row, []),
    taken: { notes: takenNotes, creators: takenCreators },
  }));
}

function topicView({ figures, score: _, ...row }: TopicRow, own: readonly string[]) {
  const mine = new Set(own);
  return { ...row, ...figures, best: figures.best.map((note) => ({ ...note, own: mine.has(note.id) })) };
}

const placeOf = (own: readonly Category[], category: Category): number => {
  const at = own.indexOf(category);
  return at < 0 ? own.length : at;
};

const instantsOfWeek = (week: string): [from: Date, until: Date] => [
  shanghaiMidnight(week),
  shanghaiMidnight(shiftDay(week, 7)),
];

/** The week asked for, else the present one. @throws Refused invalid-input where it does not begin on a Monday */
function weekOf(asked: string | undefined, now: Date): string {
  if (asked !== undefined && new Date(`${asked}T00:00:00Z`).getUTCDay() !== 1)
    throw new Refused('invalid-input', {
      field: 'query.week',
      detail: 'query.week: is no Monday: name the day on which the week begins.',
    });
  return asked ?? topicWeek(now);
}

import { dayInShanghai, shiftDay, topicWeek } from '@poolrise/domain';
import { type Cast, RandomStream, workspaceOf } from '@poolrise/scenario';
import type pg from 'pg';
import { queryKey } from '../feed/searches';
import type { Asks } from '../matching/match-candidates';
import { computeTopics, proposedFrom } from '../topics/compute-topics';
import { freezeOutcomes } from '../topics/freeze-outcomes';
import { SearchDemand, shanghaiMidnight } from '../topics/search-demand';
import { publishDue } from '../topics/topic-clock';

/** What readers of all categories search for, how often a day, and how many times as often now as eleven weeks ago. */
const asked: readonly [text: string, aDay: number, grown: number][] = [
  ['番茄牛腩', 24, 1.1],
  ['空气炸锅鸡翅', 30, 0.9],
  ['烤红薯', 26, 2.6],
  ['肉桂卷', 18, 1.6],
  ['桂花酒酿', 14, 2.2],
  ['葱油拌面', 12, 1],
  ['南瓜浓汤', 16, 2.4],
  ['厨房收纳', 28, 1],
  ['出租屋改造', 34, 1.2],
  ['扫地机', 22, 1.4],
  ['香薰', 15, 1.7],
  ['飘窗改造', 9, 0.8],
  ['防晒霜', 20, 0.4],
  ['哑光口红', 18, 1.3],
  ['眼影盘', 16, 1],
  ['润唇膏', 21, 2.5],
  ['布偶猫', 26, 1],
  ['猫砂', 24, 1.1],
  ['自动喂食器', 13, 1.5],
  ['柯基', 17, 1],
];
/** Searches that the brand's own page shows are written for nine days; what they were before is written here. */
const shownDays = 9;
const brandAsked: typeof asked = [
  ['冷泡茶', 60, 0.7],
  ['茉莉花茶', 30, 1.1],
  ['秋冬养生茶', 16, 2.4],
  ['陈皮白茶', 24, 1.9],
  ['燕麦奶茶', 20, 1],
  ['手冲咖啡', 40, 1],
  ['巴斯克蛋糕', 35, 1.2],
];
const days = 80;

/** Topics of two weeks that are over, of this one, and of the next where it is proposed: by the same work as the job does. */
export async function writeTopics(client: pg.Client, cast: Cast, now: number): Promise<void> {
  await writeAsked(client, now);
  const tx: Asks = {
    query: async <Rows>(sql: string, parameters?: unknown[]) =>
      (await client.query(sql, parameters)).rows as Rows,
  };
  const demand = new SearchDemand();
  const present = topicWeek(new Date(now));
  const next = shiftDay(present, 7);
  for (const week of [shiftDay(present, -14), shiftDay(present, -7), present, next]) {
    const proposed = proposedFrom(week);
    if (proposed.getTime() > now) continue;
    await computeTopics(tx, demand, week, proposed);
    if (week !== next) await publishDue(tx, shanghaiMidnight(week));
  }
  await takePart(client, workspaceOf(cast, 'xiaoman').id);
  await freezeOutcomes(tx, new Date(now));
}

async function writeAsked(client: pg.Client, now: number): Promise<void> {
  const random = new RandomStream('topics', 'demo', 0);
  const today = dayInShanghai(new Date(now));
  const rows = [...asked, ...brandAsked].flatMap(([text, aDay, grown]) => {
    const first = brandAsked.some(([other]) => other === text) ? shownDays : 0;
    return Array.from({ length: days - first }, (_, at) => {
      const ago = first + at;
      const level = aDay / grown ** (ago / days);
      return {
        text,
        day: shiftDay(today, -ago),
        searches: Math.max(1, Math.round(level * random.around1(0.2))),
      };
    });
  });
  const texts = [...asked, ...brandAsked].map(([text]) => text);
  await client.query(
    `insert into search_query (key, text, first_at) select key, text, $3 from unnest($1::bigint[], $2::text[]) as q(key, text) on conflict do nothing`,
    [texts.map(queryKey), texts, new Date(now - days * 86_400_000)],
  );
  await client.query(
    `insert into search_query_day (day, query_key, searches) select * from unnest($1::date[], $2::bigint[], $3::integer[]) on conflict do nothing`,
    [rows.map(({ day }) => day), rows.map(({ text }) => queryKey(text)), rows.map((row) => row.searches)],
  );
}

/** Xiaoman took part with what she wrote on a topic anyway: one note a week at most, where none of hers bears a tag of the week yet. */
async function takePart(client: pg.Client, deskId: string): Promise<void> {
  await client.query(
    `with own as (
       select topic.week, topic.tag, topic.score, note.id, note.published_at, note.topics, note.topics @> array[topic.tag] as part,
              position(topic.tag in note.title) > 0 as about
         from weekly_topic topic join note on note.workspace_id = $1 and note.audit_state = 'passed'
          and note.published_at >= (topic.week::timestamp at time zone 'Asia/Shanghai')
          and note.published_at < (topic.week::timestamp at time zone 'Asia/Shanghai') + interval '7 days'
        where topic.state = 'published'
     ), fitting as (
       select distinct on (week) id, tag from own
        where about and cardinality(topics) < 10 and not exists (select from own other where other.week = own.week and other.part)
        order by week, score desc, published_at, id
     )
     update note set topics = note.topics || fitting.tag from fitting where note.id = fitting.id`,
    [deskId],
  );
}

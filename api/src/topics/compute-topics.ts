import {
  categories,
  type Category,
  checkNote,
  type ChosenTopic,
  chooseTopics,
  crowdingMedian,
  dayInShanghai,
  noveltyWeeks,
  shiftDay,
  topicFigures,
  type TopicSetting,
} from '@poolrise/domain';
import type { Asks } from '../matching/match-candidates';
import { searchWordsOf } from '../words/segment';
import { type BestNote, keptFigures, type KeptFigures } from './kept-topic';
import {
  holdsAll,
  type ReadWord,
  type SearchDemand,
  shanghaiMidnight,
  supplyInstants,
} from './search-demand';

/** Texts of one category that a week's topics are chosen from. */
const candidatesOfCategory = 120;

/** Weeks of a category that nobody computed yet; whoever comes second waits for the first and finds nothing to do. */
const claimSql = `
  insert into weekly_topic_run (week, category, computed_at, candidates)
  select $1::date, category, $3, 0 from unnest($2::text[]) category
  on conflict on constraint weekly_topic_run_pkey do nothing returning category`;

/** Reads and impressions of the notes of each category that the supply is counted in. */
const ratesSql = `
  select note.category, sum(run.reads)::float8 / nullif(sum(run.impressions), 0)::float8 as rate
    from note cross join lateral (select sum(impressions) as impressions, sum(clicks) as reads from pool_run where note_id = note.id) run
   where note.published_at >= $1 and note.published_at < $2 and note.audit_state = 'passed'
   group by 1`;

const earlierSql = `
  select category, tag, min(($1::date - week) / 7)::int as "weeksAgo" from weekly_topic
   where week < $1::date and week >= $1::date - ${7 * noveltyWeeks} and state <> 'hidden' group by 1, 2`;

/** Three notes on each topic that did best: by read rate, drawn towards nothing read by 300 impressions. */
const bestSql = `
  select wanted.at::int - 1 as at, held.* from unnest($1::text[], $2::text[]) with ordinality wanted(query, category, at)
    cross join lateral (
      select note.id, note.title, creator.name as creator, run.impressions::float8 as impressions, run.reads::float8 as reads
        from note_search join note on note.id = note_search.note_id join creator on creator.id = note.creator_id
        cross join lateral (select sum(impressions) as impressions, sum(clicks) as reads from pool_run where note_id = note.id) run
       where note_search.words @@ wanted.query::tsquery and note.audit_state = 'passed' and note.category = wanted.category
         and note.published_at >= $3 and note.published_at < $4 and run.reads > 0
       order by run.reads / (run.impressions + 300.0) desc, note.id limit 3
    ) held order by at, held.reads / (held.impressions + 300.0) desc`;

const insertSql = `
  insert into weekly_topic (week, category, tag, origin, state, figures, score, computed_at, publish_at)
  select $1::date, category, tag, 'computed', 'proposed', figures, score, $2, $3
    from unnest($4::text[], $5::text[], $6::jsonb[], $7::float8[]) as topic(category, tag, figures, score)
  on conflict on constraint one_topic_per_tag_and_week do nothing`;

/**
 * Chooses the topics of a week for every category that has none yet. Returns how many it wrote down. They are proposals until
 * their week begins, or at once where it has begun.
 */
export async function computeTopics(
  tx: Asks,
  demand: SearchDemand,
  week: string,
  now: Date,
): Promise<number> {
  const claimed = await tx.query<{ category: Category }[]>(claimSql, [week, [...categories], now]);
  if (!claimed.length) return 0;
  const asked = new Set(claimed.map(({ category }) => category));
  const { words, settings } = await readWorld(tx, demand, week, now);
  const chosen = [...words]
    .filter(([category]) => asked.has(category))
    .flatMap(([category, candidates]) =>
      chooseTopics(candidates.map(asCandidate), settings(category)).map((topic) => ({ category, ...topic })),
    );
  const figures = await withBest(tx, chosen, now);
  const begins = shanghaiMidnight(week);
  await tx.query(insertSql, [
    week,
    now,
    begins > now ? begins : now,
    chosen.map(({ category }) => category),
    chosen.map(({ tag }) => tag),
    figures.map((one) => JSON.stringify(one)),
    chosen.map(({ score }) => score),
  ]);
  return chosen.length;
}

/** The figures of a tag that somebody thought of, computed as those of the others are. */
export async function figuresOfTag(
  tx: Asks,
  demand: SearchDemand,
  { week, category, tag }: { week: string; category: Category; tag: string },
  now: Date,
): Promise<KeptFigures> {
  const { words, settings } = await readWorld(tx, demand, week, now);
  const [word] = await demand.ofWords(tx, [tag], { now, category });
  if (!word) throw new Error(`nothing was read of ${tag}`);
  const figures = topicFigures(word, settings(category), medianOf(words.get(category) ?? []));
  const [kept] = await withBest(tx, [{ category, tag, figures, score: 0 }], now);
  if (!kept) throw new Error(`no figures of ${tag}`);
  return kept;
}

const medianOf = (words: readonly ReadWord[]): number =>
  crowdingMedian(words.map(({ searches, supply }) => ({ searches, notes: supply.notes })));

const asCandidate = (word: ReadWord) => ({ ...word, parts: searchWordsOf(word.word) });

async function readWorld(tx: Asks, demand: SearchDemand, week: string, now: Date) {
  const read = await demand.byCategory(tx, now, candidatesOfCategory);
  const words = new Map(
    [...read].map(([category, all]) => [category, all.filter(({ word }) => isClean(word, category, now))]),
  );
  const rates = await tx.query<{ category: Category; rate: number | null }[]>(ratesSql, supplyInstants(now));
  const earlier = await tx.query<{ category: Category; tag: string; weeksAgo: number }[]>(earlierSql, [week]);
  const settings = (category: Category): TopicSetting => ({
    categoryRate: rates.find((one) => one.category === category)?.rate ?? 0,
    earlier: earlier.filter((one) => one.category === category),
  });
  return { words, settings };
}

/** A reader's words stand on everybody's page: what the rules for notes find fault with is nobody's topic. */
const isClean = (word: string, category: Category, now: Date): boolean =>
  checkNote({ title: word, body: '', topics: [word], category }, dayInShanghai(now)).findings.length === 0;

async function withBest(
  tx: Asks,
  topics: readonly (ChosenTopic & { category: Category })[],
  now: Date,
): Promise<KeptFigures[]> {
  const rows = await tx.query<(BestNote & { at: number })[]>(bestSql, [
    topics.map(({ tag }) => holdsAll(tag)),
    topics.map(({ category }) => category),
    ...supplyInstants(now),
  ]);
  return topics.map(({ figures }, at) =>
    keptFigures(
      figures,
      rows
        .filter((row) => row.at === at)
        .map(({ id, title, creator, impressions, reads }) => ({ id, title, creator, impressions, reads })),
    ),
  );
}

/** When the topics of a week are proposed: three days before it begins, time enough to look at them [P]. */
export const proposedFrom = (week: string): Date => shanghaiMidnight(shiftDay(week, -3));

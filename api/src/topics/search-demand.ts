import { Injectable } from '@nestjs/common';
import {
  type Category,
  categoryOfText,
  dayInShanghai,
  demandDays,
  demandOf,
  demandPerNote,
  demandWeeks,
  type SearchedText,
  searchShownFrom,
  shiftDay,
  type WordDemand,
  type WordSupply,
} from '@poolrise/domain';
import type { Asks } from '../matching/match-candidates';
import { searchWordsOf } from '../words/segment';

/** Texts that are read; what is searched for less often than these moves no figure. */
const textsMost = 5_000;
/** What readers search for by whole days moves once a day. */
const keptMs = 600_000;
const nil = '00000000-0000-0000-0000-000000000000';

/** Notes of one category that hold a word, with what the variance of their rate is made of. */
export interface SupplySums extends WordSupply {
  readsSquared: number;
  readsByImpressions: number;
  impressionsSquared: number;
}

/** What readers want of a word, and what they are given. */
export interface ReadWord extends WordDemand {
  /** notes of the category asked for, or of all */
  supply: SupplySums;
  /** searches per note; null without a note */
  perNote: number | null;
  /** notes of all categories that hold it, by category */
  notesBy: Partial<Record<Category, number>>;
}

export interface DemandAsk {
  now: Date;
  /** counts the supply of this category alone */
  category?: Category;
}

/**
 * Texts with their weeks of seven days up to yesterday. A text that fewer than `searchShownFrom` searches were made for is its
 * typist's own and is not read. Days by the key of the table, weeks and reads by their indexes of a query.
 */
const textsSql = `
  with most as (
    select query_key, sum(searches)::float8 as searches from search_query_day
     where day > $1::date - ${demandDays} and day <= $1::date
     group by query_key having sum(searches) >= ${searchShownFrom}
     order by searches desc, query_key limit ${textsMost}
  )
  select query.text, weeks.counts as weeks, coalesce(found.reads, '{}') as "readsBy"
    from most join search_query query on query.key = most.query_key
    cross join lateral (
      select array_agg(coalesce(counted.searches, 0) order by week) as counts
        from generate_series(0, ${demandWeeks - 1}) week
        left join (
          select ${demandWeeks - 1} - ($1::date - day) / 7 as week, sum(searches)::float8 as searches from search_query_day
           where query_key = most.query_key and day > $1::date - ${demandWeeks * 7} and day <= $1::date group by 1
        ) counted using (week)
    ) weeks
    cross join lateral (
      select json_object_agg(category, reads) as reads from (
        select note.category, sum(stood.reads)::float8 as reads from search_note_day stood join note on note.id = stood.note_id
         where stood.query_key = most.query_key and stood.boost_id = '${nil}' and stood.day > $1::date - ${demandWeeks * 7} and stood.day <= $1::date
         group by 1 having sum(stood.reads) > 0) by_category
    ) found
   order by most.searches desc, query.key`;

/**
 * Notes that hold all words of a text, by category, published within the days that the demand is counted in; their readers are
 * those of all their pools, as the totals of a note are.
 */
const supplySql = `
  select wanted.at::int - 1 as at, held.category, count(*)::int as notes, sum(impressions)::float8 as impressions, sum(reads)::float8 as reads,
         sum(reads * reads)::float8 as "readsSquared", sum(reads * impressions)::float8 as "readsByImpressions",
         sum(impressions * impressions)::float8 as "impressionsSquared"
    from unnest($1::text[]) with ordinality wanted(query, at)
    cross join lateral (
      select note.category, coalesce(run.impressions, 0)::float8 as impressions, coalesce(run.reads, 0)::float8 as reads
        from note_search join note on note.id = note_search.note_id
        cross join lateral (select sum(impressions) as impressions, sum(clicks) as reads from pool_run where note_id = note.id) run
       where note_search.words @@ wanted.query::tsquery and note.audit_state = 'passed'
         and note.published_at >= $2 and note.published_at < $3
    ) held
   group by 1, 2`;

/** What readers search for, with the notes that answer it. The only place where demand is read. */
@Injectable()
export class SearchDemand {
  private kept: { day: string; at: number; texts: SearchedText[] } | null = null;

  /**
   * What is wanted of each word, in the order of the words: searches of the last 28 whole days of Shanghai (today is not over),
   * their change against the 28 before, and the notes published meanwhile that hold the word. Needs the engine's hat.
   */
  async ofWords(tx: Asks, words: readonly string[], { now, category }: DemandAsk): Promise<ReadWord[]> {
    const read = await this.read(tx, words, now);
    return read.map(({ demand, byCategory }) =>
      withSupply(demand, byCategory, category ? byCategory.get(category) : sumOf(byCategory)),
    );
  }

  /**
   * What readers of a category search for most, most frequent first, each with its supply in the category. A text belongs to the
   * category that was read from it most, and to that of the notes that hold its words where nobody has read yet.
   */
  async ofCategory(tx: Asks, category: Category, now: Date, most: number): Promise<ReadWord[]> {
    return (await this.byCategory(tx, now, most)).get(category) ?? [];
  }

  /** The same of every category at once. */
  async byCategory(tx: Asks, now: Date, most: number): Promise<Map<Category, ReadWord[]>> {
    const searched = (await this.searched(tx, now)).slice(0, candidatesMost);
    const read = await this.read(
      tx,
      searched.map(({ text }) => text),
      now,
    );
    const found = new Map<Category, ReadWord[]>();
    for (const [at, { demand, byCategory }] of read.entries()) {
      const word = withSupply(demand, byCategory, undefined);
      const category = categoryOfText({ readsBy: searched[at]?.readsBy ?? {} }, word.notesBy);
      const own = category ? (found.get(category) ?? []) : [];
      if (!category || own.length >= most) continue;
      found.set(category, [...own, withSupply(demand, byCategory, byCategory.get(category))]);
    }
    return found;
  }

  private async read(tx: Asks, words: readonly string[], now: Date): Promise<WordRead[]> {
    if (!words.length) return [];
    const demands = demandOf(words, await this.searched(tx, now), searchWordsOf);
    const supplies = await suppliesOf(tx, words, now);
    return demands.map((demand, at) => ({
      demand,
      byCategory: supplies[at] ?? new Map<Category, SupplySums>(),
    }));
  }

  private async searched(tx: Asks, now: Date): Promise<SearchedText[]> {
    const day = lastWholeDay(now);
    if (this.kept && this.kept.day === day && now.getTime() - this.kept.at < keptMs) return this.kept.texts;
    const texts = await tx.query<SearchedText[]>(textsSql, [day]);
    this.kept = { day, at: now.getTime(), texts };
    return texts;
  }
}

interface WordRead {
  demand: WordDemand;
  byCategory: ReadonlyMap<Category, SupplySums>;
}

const withSupply = (
  demand: WordDemand,
  byCategory: ReadonlyMap<Category, SupplySums>,
  supply: SupplySums = noSupply,
): ReadWord => ({
  ...demand,
  supply,
  perNote: demandPerNote(demand, supply),
  notesBy: Object.fromEntries([...byCategory].map(([category, { notes }]) => [category, notes])),
});

const sumOf = (byCategory: ReadonlyMap<Category, SupplySums>): SupplySums =>
  [...byCategory.values()].reduce(addSupply, noSupply);

/** Texts that are looked at for topics of all categories together. */
const candidatesMost = 1_200;

const noSupply: SupplySums = {
  notes: 0,
  impressions: 0,
  reads: 0,
  readsSquared: 0,
  readsByImpressions: 0,
  impressionsSquared: 0,
};

const addSupply = (one: SupplySums, other: SupplySums): SupplySums => ({
  notes: one.notes + other.notes,
  impressions: one.impressions + other.impressions,
  reads: one.reads + other.reads,
  readsSquared: one.readsSquared + other.readsSquared,
  readsByImpressions: one.readsByImpressions + other.readsByImpressions,
  impressionsSquared: one.impressionsSquared + other.impressionsSquared,
});

/** The last day of Shanghai that is over. */
export const lastWholeDay = (now: Date): string => shiftDay(dayInShanghai(now), -1);

/** From when to when notes count as supply. */
export function supplyInstants(now: Date): [from: Date, until: Date] {
  const day = lastWholeDay(now);
  return [shanghaiMidnight(shiftDay(day, 1 - demandDays)), shanghaiMidnight(shiftDay(day, 1))];
}

/** Shanghai keeps UTC+8 all year. */
export const shanghaiMidnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** The words of a text as a query that a note holds all of; the empty query meets nothing. */
export const holdsAll = (text: string): string =>
  searchWordsOf(text)
    .slice(0, 12)
    .map((word) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`)
    .join(' & ');

async function suppliesOf(
  tx: Asks,
  words: readonly string[],
  now: Date,
): Promise<Map<Category, SupplySums>[]> {
  const rows = await tx.query<(SupplySums & { at: number; category: Category })[]>(supplySql, [
    words.map(holdsAll),
    ...supplyInstants(now),
  ]);
  const found = words.map(() => new Map<Category, SupplySums>());
  for (const { at, category, ...sums } of rows) found[at]?.set(category, sums);
  return found;
}

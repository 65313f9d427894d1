import { foldQuery } from '../campaigns/match-search';
import { dayInShanghai } from '../pools/traffic-clock';
import { shiftDay } from '../reports/periods';
import type { RateChange, WordDemand } from './search-demand';
import { type NoteSums, topicPerformance } from './topic-performance';

/** A tag that a note can bear has no more signs than these. */
export const topicTagMost = 30;
/** Topics of one category in one week. */
export const topicsPerCategory = 5;
/** What fewer readers searched for in four weeks is nobody's topic [P]. */
export const topicSearchesLeast = 20;
/** Weeks for which what was a topic counts as said [P]. */
export const noveltyWeeks = 3;

/** What may become a topic of a category. */
export interface TopicCandidate extends WordDemand {
  /** its words as the house cuts them */
  parts: readonly string[];
  supply: NoteSums;
}

/** What a topic stands on: all that is said of it is said from these. */
export interface TopicFigures {
  searches: number;
  searchesBefore: number;
  weeks: number[];
  change: RateChange | null;
  notes: number;
  /** reads of those notes each; null without a note */
  readsPerNote: number | null;
  performance: RateChange | null;
  /** see `crowdingIndex` */
  crowding: number;
  texts: { text: string; searches: number }[];
}

export interface ChosenTopic {
  tag: string;
  figures: TopicFigures;
  score: number;
}

/** What a category is held against. */
export interface TopicSetting {
  /** reads per impression of the notes of the category */
  categoryRate: number;
  /** tags of the weeks before, how many weeks ago each was a topic last */
  earlier: readonly { tag: string; weeksAgo: number }[];
}

/** Notes for each search that somebody made, with half a note added so that a topic nobody wrote on is ordered by its demand. */
const supplyOverDemand = ({ notes, searches }: { notes: number; searches: number }): number =>
  (notes + 0.5) / (searches + 0.5);

/**
 * The crowding index: notes per search over the median of the category. 1 is as usual; at 2 twice as many notes stand against each
 * search, at 0.5 half as many.
 * @param median `crowdingMedian` of the category
 */
export const crowdingIndex = (of: { notes: number; searches: number }, median: number): number =>
  median > 0 ? supplyOverDemand(of) / median : 1;

/** The median of notes per search over what is searched for in a category; 0 of nothing. */
export function crowdingMedian(all: readonly { notes: number; searches: number }[]): number {
  const sorted = all.map(supplyOverDemand).sort((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return below === undefined || above === undefined ? 0 : (below + above) / 2;
}

export const crowdingLevels = ['open', 'usual', 'crowded'] as const;
export type CrowdingLevel = (typeof crowdingLevels)[number];
/** A third less or half more than usual is said in a word [P]. */
export const crowdingLevel = (index: number): CrowdingLevel =>
  index < 2 / 3 ? 'open' : index > 1.5 ? 'crowded' : 'usual';

/** What counts for how much on the log scale [P]: demand is spread over decades, the others are ratios around 1. */
const weights = { demand: 0.5, trend: 1, performance: 1, crowding: 0.5, said: 0.5 };

/** The figures of a candidate within its category; `median` by `crowdingMedian`. */
export function topicFigures(
  { supply, searches, searchesBefore, weeks, change, texts }: Omit<TopicCandidate, 'parts'>,
  { categoryRate }: Pick<TopicSetting, 'categoryRate'>,
  median: number,
): TopicFigures {
  const { notes, reads } = supply;
  return {
    searches,
    searchesBefore,
    weeks: [...weeks],
    change,
    notes,
    readsPerNote: notes > 0 ? reads / notes : null,
    performance: topicPerformance(supply, categoryRate),
    crowding: crowdingIndex({ notes, searches }, median),
    texts,
  };
}

/**
 * The topics of a category for a week, best first.
 *
 * score = 0.5 ln searches + ln trend + ln performance - 0.5 ln crowding - 0.5 for each of the last weeks in which it was said.
 * Trend counts with the end of its interval that is nearer to no change, and not at all where the interval holds 1: a leap of few
 * searches moves nobody. Of several that share a word, one is chosen; what was last week's topic waits a week.
 */
export function chooseTopics(
  candidates: readonly TopicCandidate[],
  setting: TopicSetting,
  most = topicsPerCategory,
): ChosenTopic[] {
  const median = crowdingMedian(
    candidates.map(({ searches, supply }) => ({ searches, notes: supply.notes })),
  );
  const ranked = candidates
    .filter(({ searches, word }) => searches >= topicSearchesLeast && isTag(word))
    .map((candidate) => {
      const figures = topicFigures(candidate, setting, median);
      const ago = setting.earlier.find(({ tag }) => holdsOther(tag, candidate.word))?.weeksAgo ?? null;
      return { candidate, ago, topic: { tag: candidate.word, figures, score: scoreOf(figures, ago) } };
    })
    .filter(({ ago }) => ago !== 1)
    .sort((a, b) => b.topic.score - a.topic.score || (a.topic.tag < b.topic.tag ? -1 : 1));
  const chosen: typeof ranked = [];
  for (const one of ranked) {
    if (chosen.length === most) break;
    if (!chosen.some(({ candidate }) => alike(candidate, one.candidate))) chosen.push(one);
  }
  return chosen.map(({ topic }) => topic);
}

function scoreOf({ searches, change, performance, crowding }: TopicFigures, weeksAgo: number | null): number {
  const said = weeksAgo !== null && weeksAgo <= noveltyWeeks ? noveltyWeeks + 1 - weeksAgo : 0;
  return (
    weights.demand * Math.log(searches) +
    weights.trend * Math.log(surelyOf(change)) +
    weights.performance * Math.log(performance?.mid ?? 1) -
    weights.crowding * Math.log(crowding) -
    weights.said * said
  );
}

/** The end of an interval that is nearer to 1; 1 where the interval holds it. A trend counts fourfold at most. */
function surelyOf(change: RateChange | null): number {
  if (!change) return 1;
  if (change.low > 1) return Math.min(4, change.low);
  return change.high < 1 ? Math.max(1 / 4, change.high) : 1;
}

const isTag = (word: string): boolean =>
  word.length <= topicTagMost && /\p{L}/u.test(word) && !/\d{5}/.test(word);

/** Whether one text stands within the other, however they are written. */
function holdsOther(one: string, other: string): boolean {
  const [a, b] = [foldQuery(one), foldQuery(other)];
  return a.includes(b) || b.includes(a);
}

/** One holds the other, or half of their words are the same. */
function alike(one: TopicCandidate, other: TopicCandidate): boolean {
  if (holdsOther(one.word, other.word)) return true;
  const shared = one.parts.filter((part) => other.parts.includes(part)).length;
  return shared > 0 && shared * 2 >= Math.min(one.parts.length, other.parts.length);
}

/** The Monday of the week that a day lies in, `YYYY-MM-DD`. Weeks of topics begin on Monday in Shanghai. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return shiftDay(day, -((weekday + 6) % 7));
}
/** The week of topics that an instant lies in. */
export const topicWeek = (now: Date): string => mondayOf(dayInShanghai(now));

import { categories, topicComparisons, topicTagMost } from '@poolrise/domain';
import { z } from 'zod';
import { instant, line } from './text';

const day = z.iso.date();
const count = z.int().min(0);
/** A ratio with its 95 % interval; an end that is open has null. */
const ratio = z.object({ low: z.number(), mid: z.number().nullable(), high: z.number().nullable() });
export type TopicRatio = z.infer<typeof ratio>;

/** A note on the topic that did well. `own` may be opened from the desk that asks. */
const EvidenceNote = z.object({
  id: z.uuid(),
  title: z.string(),
  creator: z.string(),
  impressions: count,
  reads: count,
  own: z.boolean(),
});

/** What a topic stands on: every sentence about it is made of these. */
const figures = {
  searches: count,
  searchesBefore: count,
  /** searches by weeks of seven days up to the day it was computed, the oldest first */
  weeks: z.array(count),
  change: ratio.nullable(),
  /** notes of the category on it */
  notes: count,
  readsPerNote: z.number().nullable(),
  performance: ratio.nullable(),
  crowding: z.number(),
  texts: z.array(z.object({ text: z.string(), searches: count })),
  best: z.array(EvidenceNote),
};

export const TopicOutcome = z
  .object({
    notes: count,
    reads: count,
    /** of the notes whose first pool has ended, those that passed it */
    judged: count,
    passed: count,
    /** notes of the category and week without the tag */
    others: z.object({ notes: count, reads: count, judged: count, passed: count }),
    ratio: ratio.nullable(),
    comparison: z.enum(topicComparisons),
  })
  .meta({ id: 'TopicOutcome' });
export type TopicOutcome = z.infer<typeof TopicOutcome>;

const topic = {
  id: z.uuid(),
  week: day,
  category: z.enum(categories),
  tag: z.string(),
  /** null: the tag is its title */
  titleZh: z.string().nullable(),
  titleEn: z.string().nullable(),
  pinned: z.boolean(),
  ...figures,
  computedAt: instant,
  /** frozen two days after the week; null before */
  outcome: TopicOutcome.nullable(),
};

/** A topic as a creator's desk sees it. */
export const WeeklyTopic = z
  .object({
    ...topic,
    fit: z.object({ words: z.array(z.object({ word: z.string(), notes: count })), category: z.boolean() }),
    /** notes of this desk that took part */
    mine: z.object({ notes: count, reads: count }),
  })
  .meta({ id: 'WeeklyTopic' });
export type WeeklyTopic = z.infer<typeof WeeklyTopic>;

export const TopicsQuery = z.strictObject({
  /** a Monday; without one the present week */
  week: day.optional(),
});
export type TopicsQuery = z.infer<typeof TopicsQuery>;

export const TopicsView = z
  .object({
    week: day,
    /** weeks that have topics, the latest first; twelve at most */
    weeks: z.array(day),
    /** categories of the creator, whose topics come first; empty where the desk speaks for nobody */
    ownCategories: z.array(z.enum(categories)),
    topics: z.array(WeeklyTopic),
    asOf: instant,
  })
  .meta({ id: 'TopicsView' });
export type TopicsView = z.infer<typeof TopicsView>;

export const topicStates = ['proposed', 'published', 'hidden'] as const;
export const topicOrigins = ['computed', 'operator'] as const;

/** A topic as the platform's people see it. */
export const DeskTopic = z
  .object({
    ...topic,
    origin: z.enum(topicOrigins),
    state: z.enum(topicStates),
    publishAt: instant,
    publishedAt: instant.nullable(),
    curatedBy: z.string().nullable(),
    curatedAt: instant.nullable(),
    taken: z.object({ notes: count, creators: count }),
  })
  .meta({ id: 'DeskTopic' });
export type DeskTopic = z.infer<typeof DeskTopic>;

export const TopicDeskView = z
  .object({
    week: day,
    weeks: z.array(day),
    present: day,
    topics: z.array(DeskTopic),
    asOf: instant,
  })
  .meta({ id: 'TopicDeskView' });
export type TopicDeskView = z.infer<typeof TopicDeskView>;

const title = line(40).nullable();

/** Adds a topic of one's own to this week or the next; a tag that is there already is shown again. */
export const AddTopic = z
  .strictObject({
    week: day,
    category: z.enum(categories),
    tag: line(topicTagMost),
    titleZh: title.default(null),
    titleEn: title.default(null),
  })
  .meta({ id: 'AddTopic' });
export type AddTopic = z.infer<typeof AddTopic>;

/** How a topic is to stand from now on; to take it back, send how it stood. */
export const CurateTopic = z
  .strictObject({
    state: z.enum(topicStates),
    pinned: z.boolean(),
    titleZh: title,
    titleEn: title,
  })
  .meta({ id: 'CurateTopic' });
export type CurateTopic = z.infer<typeof CurateTopic>;

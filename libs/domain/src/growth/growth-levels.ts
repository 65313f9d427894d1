import type { Mark } from '../metrics/mark';
import type { Bilingual } from '../notes/note';

/** What a level asks about. `violations` may be at most so many, every other figure at least. */
export const growthRules = [
  'notesPassed',
  'reachedPool1',
  'reachedPool2',
  'reachedPool3',
  'naturalReads',
  'activeDays',
  'violations',
] as const;
export type GrowthRule = (typeof growthRules)[number];

/**
 * The figures of a desk over the last `growthDays` days. Notes are those that it published within them and that passed the
 * audit; a pool counts as reached once a note stands in it or above; natural reads are those of the rails that a verdict
 * counts, so that bought ones raise nobody; active days are days in Shanghai with a note that passed; violations are notes
 * that the audit limited or rejected within them.
 */
export type GrowthFacts = Readonly<Record<GrowthRule, number>>;

/** Whole days that the figures look back. */
export const growthDays = 90;
/** Whole days that a level is kept after its rules are no longer met. */
export const growthGraceDays = 30;
/**
 * Levels, rules, window and grace are ours. Of the platform only folklore is known (levels named after potatoes, reached by
 * likes and collects of single notes [D, bijike.com]) and that orders carry a `currentLevel` [B], without its rule.
 */
export const growthMark: Mark = 'P';

export interface GrowthLevel {
  level: number;
  name: Bilingual;
  rules: Readonly<Partial<Record<GrowthRule, number>>>;
}

/**
 * The levels from the lowest on, each with what it asks over the last 90 days; every desk has the first. What a level asks the
 * next asks too, and as much or more, so that nobody meets a level without the one below. None asks for followers or for paid
 * orders: a small account rises by its notes alone.
 *
 * Units: notes, natural reads, days, notes found fault with. Source: our own proposal [P].
 */
export const growthLevels: readonly GrowthLevel[] = [
  { level: 1, name: { zh: '萌芽', en: 'Sprout' }, rules: {} },
  { level: 2, name: { zh: '展叶', en: 'Leaf' }, rules: { notesPassed: 2 } },
  {
    level: 3,
    name: { zh: '抽枝', en: 'Branch' },
    rules: { notesPassed: 4, reachedPool1: 2, naturalReads: 1_000, activeDays: 3, violations: 3 },
  },
  {
    level: 4,
    name: { zh: '含苞', en: 'Bud' },
    rules: {
      ...{ notesPassed: 8, reachedPool1: 4, reachedPool2: 2 },
      ...{ naturalReads: 5_000, activeDays: 6, violations: 2 },
    },
  },
  {
    level: 5,
    name: { zh: '盛放', en: 'Bloom' },
    rules: {
      ...{ notesPassed: 20, reachedPool1: 12, reachedPool2: 8, reachedPool3: 4 },
      ...{ naturalReads: 50_000, activeDays: 15, violations: 1 },
    },
  },
  {
    level: 6,
    name: { zh: '成林', en: 'Grove' },
    rules: {
      ...{ notesPassed: 40, reachedPool1: 30, reachedPool2: 20, reachedPool3: 15 },
      ...{ naturalReads: 300_000, activeDays: 30, violations: 0 },
    },
  },
];
export const growthLevelMost = growthLevels.length;

/** The level of this number. Throws for a number that is none: whoever asks has checked. */
export function growthLevel(level: number): GrowthLevel {
  const found = growthLevels[level - 1];
  if (!found) throw new Error(`there is no growth level ${level}`);
  return found;
}

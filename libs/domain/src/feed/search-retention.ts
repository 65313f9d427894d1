import type { Mark } from '../metrics/mark';

/** A text is its typist's own until so many searched for it: from then on it is shown [P]. */
export const searchShownFrom = 3;

/** How long it is known what readers searched for, from a day on. Days of Shanghai, today with them. */
export interface SearchRetentionRule {
  /** of what was searched for, by the day */
  queryDays: number;
  /** of where notes stood by themselves; where a boost stood is kept with the boost that paid for it */
  organicDays: number;
  /** `YYYY-MM-DD` in Shanghai */
  from: string;
  mark: Mark;
  source: string;
}

/** Every rule as it is known to have been; a later row takes the place of the earlier ones. */
export const searchRetentionRules: readonly SearchRetentionRule[] = [
  {
    queryDays: 90,
    organicDays: 90,
    from: '2020-01-01',
    mark: 'P',
    source:
      'the law asks for the shortest time that the purpose needs (PIPL art. 19) and names no number; screens read seven days, and a quarter to look back on is a default of this product',
  },
];

/**
 * The rule in force on a day.
 * @param day `YYYY-MM-DD`
 * @throws RangeError when no rule has begun by then
 */
export function searchRetentionOn(
  day: string,
  rules: readonly SearchRetentionRule[] = searchRetentionRules,
): SearchRetentionRule {
  const rule = rules.findLast(({ from }) => from <= day);
  if (!rule) throw new RangeError(`No rule for what is kept of searches had begun on ${day}`);
  return rule;
}

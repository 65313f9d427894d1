import type { Mark } from '../metrics/mark';
import type { PaidPlaces } from './blend-paid';

/** Where paid notes stand on a page of a search, from a day on. */
export interface SearchPlaceRule {
  /** counted from 1 on every page; the first and one in the middle of what is seen at once */
  positions: readonly number[];
  /** `YYYY-MM-DD` in Shanghai */
  from: string;
  mark: Mark;
  source: string;
}

/** Every rule as it is known to have been; a later row takes the place of the earlier ones. */
export const searchPlaceRules: readonly SearchPlaceRule[] = [
  {
    positions: [1, 6],
    from: '2020-01-01',
    mark: 'P',
    source:
      'search ads stand at the top and in the middle (domain notes 1.2 [C]); which places these are is published nowhere: the first and the sixth are a default of this product',
  },
];

/**
 * The places in force on a day, as `blendPaid` asks for them. The positions alone limit how much of a page is paid: the reader's
 * load is counted in discovery, where nobody asked for anything.
 * @param day `YYYY-MM-DD`
 * @throws RangeError when no rule has begun by then
 */
export function searchPlacesOn(
  day: string,
  rules: readonly SearchPlaceRule[] = searchPlaceRules,
): PaidPlaces {
  const rule = rules.findLast(({ from }) => from <= day);
  if (!rule) throw new RangeError(`No rule for the paid places of a search had begun on ${day}`);
  return { positions: rule.positions, max: 1, ofPage: true, inPlaceOfOrganic: true };
}

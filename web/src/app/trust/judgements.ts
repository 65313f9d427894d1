import type { CalibrationView, ConservationView, FairnessView } from '@poolrise/contracts';

/** Intervals are as good as stated when they hold within three points of it. */
const tolerance = 0.03;

/** What the coverage says in a word; `unknown` while there are too few forecasts to say anything. */
export function calibrationJudgement({
  intervals,
  stated,
  enoughFrom,
}: Pick<CalibrationView, 'intervals' | 'stated' | 'enoughFrom'>) {
  const { share, trials, low, high } = intervals;
  if (share === null || trials < enoughFrom) return 'unknown' as const;
  // Within three points, or not to be told apart from what was stated with so few forecasts.
  if (Math.abs(share - stated) <= tolerance || (low <= stated && high >= stated))
    return 'calibrated' as const;
  return share < stated ? ('tooSure' as const) : ('tooTimid' as const);
}

/** Whether small creators are shown less than their notes deserve; the aim is .95 to 1.05 (metric definition). */
export function parityJudgement({ parity }: Pick<FairnessView, 'parity'>) {
  if (!parity) return 'unknown' as const;
  const even = Math.abs(parity.value - 1) <= 0.05 || (parity.low <= 1 && parity.high >= 1);
  if (even) return 'even' as const;
  return parity.value < 1 ? ('less' as const) : ('more' as const);
}

/** How many checks compared something, and how many of those do not agree. */
export function checksOf({ identities }: Pick<ConservationView, 'identities'>): {
  made: number;
  differ: number;
} {
  const made = identities.filter(({ compared }) => compared > 0);
  return { made: made.length, differ: made.filter(({ different }) => different > 0).length };
}

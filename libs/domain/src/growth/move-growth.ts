import { growthGraceDays } from './growth-levels';

/** The level a desk holds. Epoch milliseconds. */
export interface GrowthStanding {
  level: number;
  reachedAt: number;
  /** since when the figures no longer reach it; null while they do */
  belowSince: number | null;
}

/**
 * What happened to a level: first judged, risen, no longer reached (it is kept for now), reached again within that time, or
 * fallen after it.
 */
export const growthSteps = ['begun', 'rose', 'warned', 'recovered', 'fell'] as const;
export type GrowthStep = (typeof growthSteps)[number];

const dayMs = 86_400_000;

/** When a level is lost that was no longer reached from `belowSince` on; epoch milliseconds. */
export const growthFallsAt = (belowSince: number): number => belowSince + growthGraceDays * dayMs;

/**
 * What a desk holds after its figures were judged to reach the level `reached`. It rises at once; it falls only when the
 * figures did not reach the held level at any judgement of the days of grace, and then to what they reach. Judged twice at the
 * same moment it changes nothing more.
 *
 * Units: epoch milliseconds. Source: `growthGraceDays` [P].
 */
export function moveGrowth(
  held: GrowthStanding | null,
  reached: number,
  now: number,
): { standing: GrowthStanding; step: GrowthStep | null } {
  const anew = { level: reached, reachedAt: now, belowSince: null };
  if (!held) return { standing: anew, step: 'begun' };
  if (reached > held.level) return { standing: anew, step: 'rose' };
  if (reached === held.level)
    return {
      standing: { ...held, belowSince: null },
      step: held.belowSince === null ? null : 'recovered',
    };
  if (held.belowSince === null) return { standing: { ...held, belowSince: now }, step: 'warned' };
  return now >= growthFallsAt(held.belowSince)
    ? { standing: anew, step: 'fell' }
    : { standing: held, step: null };
}

import type { SpillDay } from '@poolrise/domain';
import { RandomStream } from '../random';

/** How bought impressions are handed out over a note's days. */
export const spillSchedules = ['switched', 'with-the-decay', 'when-it-rises', 'once', 'always'] as const;
export type SpillSchedule = (typeof spillSchedules)[number];

export interface SpillWorld {
  /** Natural impressions that one bought impression truly brings. */
  spill: number;
  days: number;
  schedule: SpillSchedule;
  /** Standard deviation of the logarithm of a day's noise, and how much of it the next day keeps. */
  noise: number;
  keeps: number;
  /** Bought impressions of a day that has any, beside the natural ones of a middling day. */
  dose: number;
  /** Natural figures are rounded to multiples of this; 1 is exact. */
  roundedTo: number;
}

export const usualSpillWorld: SpillWorld = {
  spill: 0,
  days: 28,
  schedule: 'switched',
  noise: 0.25,
  keeps: 0.4,
  dose: 1,
  roundedTo: 1,
};

/** Days of one note with known truth: a decay that the peers know only roughly, noise that lingers, bought days. */
export function spillDays(seed: string, note: number, world: SpillWorld): SpillDay[] {
  const random = new RandomStream(seed, 'spill', note);
  const half = 5 + 10 * random.next();
  const start = 800 * random.around1(0.6);
  // Peers are no twins: their decay is somewhat faster or slower than the note's own.
  const believed = half * random.around1(0.2);
  const usual = start * Math.pow(0.5, world.days / 2 / half);
  const noise = lingering(random, world);
  return schedule(random, world, noise).map((on, day) => {
    const alone = start * Math.pow(0.5, day / half) * Math.exp(noise[day] ?? 0);
    const paid = on > 0 ? Math.round(on * world.dose * usual * random.around1(0.2)) : 0;
    const natural = Math.max(0, random.poisson(alone) + Math.round(world.spill * paid));
    return {
      day: new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10),
      natural: rounded(natural, world.roundedTo),
      paid: { low: paid, high: paid },
      expected: Math.pow(0.5, day / believed),
    };
  });
}

/** Noise of every day, of which the next day keeps a part. */
function lingering(random: RandomStream, { days, keeps, noise }: SpillWorld): number[] {
  let last = noise * random.normal();
  return Array.from({ length: days }, () => {
    last = keeps * last + Math.sqrt(1 - keeps ** 2) * noise * random.normal();
    return last;
  });
}

function rounded(value: number, to: number): { low: number; high: number } {
  if (to <= 1) return { low: value, high: value };
  const middle = Math.round(value / to) * to;
  return { low: Math.max(0, middle - to / 2), high: middle + to / 2 };
}

/** For every day how much is bought, 1 being usual. */
function schedule(
  random: RandomStream,
  { days, schedule: kind }: SpillWorld,
  noise: readonly number[],
): number[] {
  const all = Array.from({ length: days }, (_, day) => day);
  if (kind === 'always') return all.map(() => 1);
  if (kind === 'once') return all.map((day) => (day >= days / 2 ? 1 : 0));
  // As a marketer does who buys while the note is new and less as it fades, with a day off in between.
  if (kind === 'with-the-decay')
    return all.map((day) => (day === 3 || day > 0.6 * days ? 0 : 2 * Math.pow(0.5, (4 * day) / days)));
  // As one does who pays for what does well by itself. No design can tell that from a spill.
  if (kind === 'when-it-rises') return all.map((day) => ((noise[day] ?? 0) > 0 ? 1 : 0));
  let on = random.chance(0.5);
  let left = random.between(2, 4);
  return all.map(() => {
    if (left-- === 0) [on, left] = [!on, random.between(1, 3)];
    return on ? 1 : 0;
  });
}

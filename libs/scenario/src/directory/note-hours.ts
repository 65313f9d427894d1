import { defaultTrafficClock, sumOf } from '@poolrise/domain';
import type { RandomStream } from '../random';
import { hourOfDay } from './days';

/** Share of a note's interactions that come in its first hours, and how soon that burst is over [P]. */
const burst = { least: 0.2, most: 0.65, fadesInHours: 5 };

/** When a creator's readers are awake, by hour in Shanghai; 24 shares that sum to 1. */
export function readerClock(utcOffset: number | null): readonly number[] {
  if (utcOffset === null) return defaultTrafficClock;
  // Half of the readers of somebody abroad live where she does.
  return defaultTrafficClock.map(
    (share, hour) => 0.5 * share + 0.5 * (defaultTrafficClock[(hour + 48 - 8 + utcOffset) % 24] ?? 0),
  );
}

/** How interactions with one note are spread over the hours of a day: the readers' clock, and a burst after publishing. */
export function hourShares(random: RandomStream, clock: readonly number[], publishedAt: Date): number[] {
  const first = hourOfDay(publishedAt);
  const early = clock.map(
    (share, hour) => share * Math.exp(-((hour - first + 24) % 24) / burst.fadesInHours),
  );
  const earlySum = sumOf(early);
  const part = burst.least + (burst.most - burst.least) * random.next();
  const mixed = clock.map(
    (share, hour) => ((1 - part) * share + (part * (early[hour] ?? 0)) / earlySum) * random.around1(0.2),
  );
  const sum = sumOf(mixed);
  return mixed.map((share) => share / sum);
}

/**
 * A moment that draws honest readers together: somebody larger mentions the note, or a raffle ends. Up to six interactions
 * of ten come in its hour and the next [P], so that a burst alone proves nothing.
 */
export function withMoment(random: RandomStream, shares: readonly number[], at: number): number[] {
  const part = 0.15 + 0.45 * random.next();
  const inFirst = 0.5 + 0.3 * random.next();
  return shares.map(
    (share, hour) =>
      (1 - part) * share + part * (hour === at ? inFirst : hour === (at + 1) % 24 ? 1 - inFirst : 0),
  );
}

/** So many counts spread over shares that sum to 1; the parts sum to the count. */
export function spread(random: RandomStream, count: number, shares: readonly number[]): number[] {
  let left = count;
  let shareLeft = 1;
  return shares.map((share, at) => {
    const part =
      at === shares.length - 1 || shareLeft <= 0
        ? left
        : random.binomial(left, Math.min(1, share / shareLeft));
    left -= part;
    shareLeft -= share;
    return part;
  });
}

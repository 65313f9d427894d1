import type { PoolPolicy } from './pool-policy';

/** China has one time zone and no summer time. */
export const shanghaiOffsetMs = 8 * 3_600_000;

/** The day by the clock of Shanghai, as `YYYY-MM-DD`. */
export const dayInShanghai = (at: Date): string =>
  new Date(at.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10);

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Share of a day's traffic by hour of the day: peaks at 7-9, 12-14, 18-20 and 20-23, a quiet night.
 * Source: the peaks are 09mi.com's figures [D] (domain notes 3.2); the hours between them are filled in by us.
 */
export const defaultTrafficClock: readonly number[] = [
  0.035, 0.035, 0.006, 0.004, 0.004, 0.006, 0.012, 0.08, 0.08, 0.018, 0.016, 0.018, 0.085, 0.085, 0.016,
  0.014, 0.014, 0.018, 0.08, 0.08, 0.094, 0.096, 0.09, 0.014,
];

/**
 * Time measured in traffic instead of hours: days of traffic since the epoch. The difference of two readings is the
 * traffic that passed between them; a night hour counts little, an evening hour much.
 *
 * `at` is in epoch milliseconds; the clock has 24 shares that sum to 1.
 * Source: traffic-weighted clock of the recommender course (domain notes 2.2).
 */
export function trafficTime(clock: readonly number[], at: number, offsetMs = shanghaiOffsetMs): number {
  const local = at + offsetMs;
  const day = Math.floor(local / dayMs);
  const inDay = local - day * dayMs;
  const hour = Math.floor(inDay / hourMs);
  let passed = 0;
  for (let h = 0; h < hour; h++) passed += clock[h] ?? 0;
  return day + passed + ((clock[hour] ?? 0) * (inDay - hour * hourMs)) / hourMs;
}

/** `trafficTime` on the clock of a policy. */
export function trafficClock(
  policy: Pick<PoolPolicy, 'trafficClock'>,
  at: number,
  offsetMs = shanghaiOffsetMs,
): number {
  return trafficTime(policy.trafficClock, at, offsetMs);
}

/**
 * How much of the traffic between two instants has passed by now, 0 to 1. When there is no traffic between them it
 * falls back to plain time.
 */
export function trafficShare(
  clock: readonly number[],
  span: { startsAt: number; endsAt: number; now: number },
  offsetMs = shanghaiOffsetMs,
): number {
  const { startsAt, endsAt, now } = span;
  if (now <= startsAt) return 0;
  if (now >= endsAt) return 1;
  const start = trafficTime(clock, startsAt, offsetMs);
  const whole = trafficTime(clock, endsAt, offsetMs) - start;
  if (!(whole > 0)) return (now - startsAt) / (endsAt - startsAt);
  return Math.min(1, (trafficTime(clock, now, offsetMs) - start) / whole);
}

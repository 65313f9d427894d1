/**
 * The value that a share of all has reached, when some never reach it: `null` stands for never, and is the answer when
 * too many are. Order does not matter; `share` 0.5 is the median. The smallest value that serves (Hyndman and Fan 1996,
 * definition 1).
 */
export function reachedBy(times: readonly (number | null)[], share: number): number | null {
  const sorted = times.map((time) => time ?? Infinity).sort((a, b) => a - b);
  const time = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  return time === undefined || time === Infinity ? null : time;
}

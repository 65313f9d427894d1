/**
 * The reach at which a note is shown next: the one with the best forecast among those that its level opens. It spreads
 * wider only when its core is so used to it that a wider audience responds better; of equal ones the narrower is taken.
 *
 * `forecasts[r]` is the expected response at reach r, narrowest first; `widest` is the widest that the level allows.
 * Source: adaptive widening, the second largest gain in pools.md section 2.
 */
export function chooseReach(forecasts: ArrayLike<number>, widest: number): number {
  let best = 0;
  const last = Math.min(widest, forecasts.length - 1);
  for (let reach = 1; reach <= last; reach++)
    if ((forecasts[reach] as number) > (forecasts[best] as number)) best = reach;
  return best;
}

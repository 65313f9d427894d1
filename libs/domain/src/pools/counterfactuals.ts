import type { EngagementCounts } from '../metrics/engagement';

/**
 * The smallest number of opens whose absence would have denied the pass, all else equal; null when it would have
 * passed without any. Between none and the opens there were, passing must not be lost by a further open; the specs of
 * `decidePool` prove that for the rule, and a gate that divides by reads only ever ends a stretch of passing.
 */
export function sparedOpens(
  { clicks }: EngagementCounts,
  passesWith: (clicks: number) => boolean,
): number | null {
  if (passesWith(0)) return null;
  return clicks - smallest(0, clicks, passesWith) + 1;
}

/**
 * The smallest number of further opens that would have passed; null when not even every reader opening would do.
 * The steps double until one passes. A gate that divides by reads may end the stretch of passing between two steps;
 * the answer is null then, though a number would have passed.
 */
export function addedOpens(
  { clicks, impressions }: EngagementCounts,
  passesWith: (clicks: number) => boolean,
): number | null {
  let failed = clicks;
  for (let step = 1; failed < impressions; step *= 2) {
    const tried = Math.min(clicks + step, impressions);
    if (passesWith(tried)) return smallest(failed, tried, passesWith) - clicks;
    failed = tried;
  }
  return null;
}

/** The smallest whole number above `no` that passes, knowing that `no` does not and `yes` does. */
function smallest(no: number, yes: number, passes: (clicks: number) => boolean): number {
  let below = no;
  let above = yes;
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (passes(middle)) above = middle;
    else below = middle;
  }
  return above;
}

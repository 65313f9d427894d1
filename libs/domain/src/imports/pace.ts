/** What a step has done since its worker began. */
export interface StepSoFar {
  /** for how long the worker has been at it */
  readonly seconds: number;
  /** rows it did in that time */
  readonly rows: number;
  /** how much of the whole step was done when it began, 0 to 1 */
  readonly shareBegan: number;
  /** how much is done now, 0 to 1 */
  readonly share: number;
}

export interface StepPace {
  /** null before anything is done */
  readonly rowsPerSecond: number | null;
  /** null while too little is done to tell */
  readonly secondsLeft: number | null;
}

/** Below this the beginning, which is slower than the rest, is most of what was seen. Ours. */
const shareToTell = 0.02;

/**
 * How fast a step goes, and how long it goes on at the pace it has had since its worker began. What an earlier worker did counts as
 * done and says nothing of the pace.
 *
 * Units: seconds; shares from 0 to 1.
 */
export function paceOf({ seconds, rows, shareBegan, share }: StepSoFar): StepPace {
  const gained = share - shareBegan;
  return {
    rowsPerSecond: seconds > 0 && rows > 0 ? rows / seconds : null,
    secondsLeft: seconds > 0 && gained >= shareToTell ? ((1 - share) * seconds) / gained : null,
  };
}

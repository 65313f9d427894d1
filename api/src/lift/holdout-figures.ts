import type { HoldoutPlan } from '@poolrise/domain';

/** What a refusal says of a holdout that could never tell: how many readers there would be, and what they would show. */
export const holdoutFigures = ({
  readersExpected,
  readersNeeded,
  smallestEffect,
}: HoldoutPlan): Record<string, number> => ({
  readersExpected,
  readersNeeded,
  ...(smallestEffect === null ? {} : { smallestEffect }),
});

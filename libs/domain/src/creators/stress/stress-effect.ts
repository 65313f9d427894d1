import { pairedEffect, type PairedEffect, shortDraws } from './stress-figures';
import type { StressRun, StressVariant, StressWorld } from './stress-world';

/** What one change does: readers more, and how much more often the plan is short. */
export interface StressEffect {
  readers: PairedEffect;
  short: PairedEffect;
}

/** What a change of the variant does to the plan on the same luck. */
export function effectOf(world: StressWorld, base: StressRun, changed: StressVariant): StressEffect {
  const { line } = world.ask;
  const after = world.run(changed);
  return {
    readers: pairedEffect(base.readers, after.readers),
    short: pairedEffect(shortDraws(base.readers, line), shortDraws(after.readers, line)),
  };
}

import type { QuarantineState, QuarantineVerdict } from '@poolrise/contracts';

/** The answer behind a state, or null while nobody has answered. */
export const verdictOf = (state: QuarantineState): QuarantineVerdict | null =>
  state === 'open' ? null : state === 'discarded' ? 'discard' : 'release';

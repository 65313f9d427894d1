import type { LiftStep } from './portfolio-ask';
import type { PortfolioProblem } from './portfolio-problem';

/** Boost steps taken for some of the picks. */
export interface BoostChoice {
  cents: number;
  readers: number;
  /** candidate and how many of her steps */
  steps: ReadonlyMap<number, number>;
}

const none: BoostChoice = { cents: 0, readers: 0, steps: new Map() };

/**
 * Spends money on boosts of those who are taken: the step with the most readers per yuan first, and of those that can be paid.
 *
 * With steps that bring less and less for their money this is the best there is up to the last step that does not fit
 * (Dantzig 1957); the single chain that brings most by itself is held against it, which keeps it above half of the best.
 */
export function chooseBoosts(
  problem: PortfolioProblem,
  taken: ReadonlySet<number>,
  leftCents: number,
): BoostChoice {
  const boosted = problem.withLift.filter((candidate) => taken.has(candidate));
  if (boosted.length === 0 || leftCents <= 0) return none;
  const alone = boosted.map((candidate) => spend(problem, [candidate], leftCents));
  return [spend(problem, boosted, leftCents), ...alone].reduce((best, one) =>
    one.readers > best.readers ? one : best,
  );
}

/** The step with the most readers per cent among those that come next and can be paid. */
export function nextBoost(
  problem: PortfolioProblem,
  boosted: Iterable<number>,
  steps: ReadonlyMap<number, number>,
  leftCents: number,
): { candidate: number; step: LiftStep } | null {
  let best: { candidate: number; step: LiftStep } | null = null;
  for (const candidate of boosted) {
    const step = problem.candidates[candidate]?.lift?.[steps.get(candidate) ?? 0];
    if (!step || step.cents > leftCents) continue;
    if (!best || step.readers * best.step.cents > best.step.readers * step.cents) best = { candidate, step };
  }
  return best && best.step.readers > 0 ? best : null;
}

function spend(problem: PortfolioProblem, boosted: readonly number[], leftCents: number): BoostChoice {
  const steps = new Map<number, number>();
  let [cents, readers] = [0, 0];
  for (;;) {
    const next = nextBoost(problem, boosted, steps, leftCents - cents);
    if (!next) return { cents, readers, steps };
    steps.set(next.candidate, (steps.get(next.candidate) ?? 0) + 1);
    cents += next.step.cents;
    readers += next.step.readers;
  }
}

import type { RankedStep } from './portfolio-boosts';

/**
 * The most readers that boosts bring for so much money, by looking at every number of steps of everybody; branches that even
 * the best rate could not save are left out. `steps` are ranked (`rankSteps`).
 */
export function exactBoostReaders(steps: readonly RankedStep[], leftCents: number): number {
  const chains = [...new Set(steps.map(({ candidate }) => candidate))].map((candidate) =>
    steps.filter((step) => step.candidate === candidate),
  );
  let best = 0;
  const look = (chain: number, cents: number, readers: number): void => {
    best = Math.max(best, readers);
    const rate = chains[chain]?.[0]?.rate;
    if (rate === undefined || readers + rate * cents <= best) return;
    let [spent, brought] = [0, 0];
    const choices = [{ spent, brought }];
    for (const step of chains[chain] ?? []) {
      spent += step.cents;
      brought += step.readers;
      if (spent > cents) break;
      choices.push({ spent, brought });
    }
    for (const choice of choices.reverse()) look(chain + 1, cents - choice.spent, readers + choice.brought);
  };
  look(0, leftCents, 0);
  return best;
}

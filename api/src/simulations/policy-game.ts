import { compareRuleSets, type PoolPolicy, sumOf, worldOfHistory } from '@poolrise/domain';
import { type FeedHistory, mostNotes, warmUpHours } from './history.queries';
import { digest, type SimulationGame } from './simulation-game';

/** Worlds drawn from the posterior; four feeds are played in each. */
const worlds = 10;

/** Plays a rule set against the one in force, in worlds like the last days. The same history gives the same result. */
export function* policyGame(
  { history, from, to, cut }: FeedHistory,
  rules: { inForce: PoolPolicy; candidate: PoolPolicy },
): SimulationGame {
  const found = yield* compareRuleSets({
    worldOf: (seed) => ({ ...worldOfHistory(history, seed), scoredFromHour: warmUpHours }),
    seeds: Array.from({ length: worlds }, (_, at) => at + 1),
    ...rules,
  });
  return {
    ...found,
    notes: history.notes.length,
    bound: mostNotes,
    cut,
    impressions: sumOf(history.capacity),
    from: from.toISOString(),
    to: to.toISOString(),
    hashes: {
      inForce: digest(found.hashes.map(({ inForce }) => inForce)),
      candidate: digest(found.hashes.map(({ candidate }) => candidate)),
    },
  };
}

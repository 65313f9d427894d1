import {
  addNestedSums,
  learnNestedSpread,
  nestedContribution,
  noNestedSums,
  shrinkWithin,
  worthOfShowing,
  type NestedSpread,
} from '@poolrise/domain';
import { promiseTo } from './ladder-rules';
import { byTest, type Contender, type Market, talliesOf } from './market';

/** So many impressions until the worth is asked again. */
const step = 50;

interface Rated {
  contender: Contender;
  worth: number;
}

/**
 * Our rule on recorded tests: the first pool to all; what it shows of the spread between stories and inside them is added
 * to that of the weeks before; then step by step to whoever is worth most, shrunk within the story.
 *
 * It is made of the engine's own functions and knows nothing of the archive: spread and mean are learnt as it goes.
 */
export function poolriseRule() {
  let sums = noNestedSums();
  return (market: Market): void => {
    promiseTo(market);
    const mean = market.meanRate;
    if (mean === 0) return spendInTurn(market);
    const tests = [...byTest(market.contenders).values()];
    for (const members of tests) sums = addNestedSums(sums, nestedContribution(talliesOf(members, mean)));
    showBestFirst(market, tests, mean, learnNestedSpread(sums));
  };
}

function showBestFirst(market: Market, tests: Contender[][], mean: number, spread: NestedSpread): void {
  const stories = tests.map((members) => members.map((contender): Rated => ({ contender, worth: 0 })));
  const storyOf = new Map(stories.flatMap((story) => story.map((rated) => [rated, story] as const)));
  for (const story of stories) rate(story, mean, spread);
  const all = stories.flat();
  while (market.left > 0) {
    const best = all.reduce<Rated | undefined>(
      (top, rated) => (rated.worth > (top?.worth ?? 0) ? rated : top),
      undefined,
    );
    if (!best) return;
    market.show(best.contender, step);
    // Only its own story has learnt anything.
    rate(storyOf.get(best) ?? [], mean, spread);
  }
}

function rate(story: readonly Rated[], mean: number, spread: NestedSpread): void {
  const members = story.map(({ contender }) => contender);
  const estimates = shrinkWithin(talliesOf(members, mean), spread);
  for (const [index, estimate] of estimates.entries()) {
    const rated = story[index] as Rated;
    const remaining = rated.contender.capacity - rated.contender.seen;
    rated.worth = remaining > 0 ? worthOfShowing(estimate, mean * remaining) : 0;
  }
}

/** Without a single click in the first pool nobody is better than anybody. */
function spendInTurn(market: Market): void {
  for (const contender of market.open) market.show(contender, contender.capacity);
}

import {
  exactPortfolio,
  isPortfolioRefusal,
  planBoosted,
  planPortfolio,
  type PortfolioAsk,
  portfolioFrontier,
  PortfolioProblem,
  searchPortfolio,
  tierMixPresets,
} from '@poolrise/domain';
import { readFlags, runCommand, WrongUse } from '../command';
import { columns } from './columns';
import { stressRows } from './stress-rows';
import { boostOffer, portfolioAsk, smallPortfolioAsk, usualPortfolioWorld } from './portfolio-world';

const usage = `npm run bench -- portfolio [options]

How long a plan of creators takes and what it gains over simple greedy; and on worlds so small that every set can be looked
at, how near both come to the best.

  --creators N   candidates of a large world (default ${usualPortfolioWorld.creators})
  --budget YUAN  budget of a large world (default 50000)
  --worlds N     large worlds (default 3)
  --small N      small worlds (default 200)
  --seed TEXT    other worlds
`;

/** As many clicks as published, and so many times as many that boosts compete with creators. */
const clickTimes = [1, 6] as const;

await runCommand(() => {
  const options = readArguments(process.argv.slice(2));
  console.log(`${options.creators} candidates, ${options.budget} yuan\n`);
  const head = [
    'world',
    'make-up',
    'plan ms',
    'of CPU',
    'frontier ms',
    'of CPU',
    'picks',
    'net reach',
    '95 %',
    'over greedy',
  ];
  const rows = seedsOf(options.seed, options.worlds).flatMap((seed) => largeRows(seed, options));
  console.log(`${columns([head, ...rows])}\n`);
  console.log('the same worlds with boosts, which may have half of the budget\n');
  const boostHead = [
    'world',
    'make-up',
    'clicks',
    'plan ms',
    'of CPU',
    'frontier ms',
    'of CPU',
    'picks',
    'boosts',
    'net reach',
  ];
  const boosted = seedsOf(options.seed, options.worlds).flatMap((seed) =>
    clickTimes.flatMap((times) => boostedRows(seed, options, times)),
  );
  console.log(`${columns([[...boostHead, 'creators alone', 'verdict'], ...boosted])}\n`);
  console.log(
    'a stress test of a plan of 60 creators with 20 in reserve: its shocks, the heaviest three and the remedies\n',
  );
  console.log(`${columns(stressRows(seedsOf(options.seed, options.worlds), timed))}\n`);
  console.log(`${options.small} small worlds of 8 to 14 candidates, share of the best plan there is\n`);
  console.log(columns(smallRows(seedsOf(`${options.seed}-small`, options.small))));
});

interface Options {
  creators: number;
  budget: number;
  worlds: number;
  small: number;
  seed: string;
}

function readArguments(args: string[]): Options {
  const text = { type: 'string' } as const;
  const names = { creators: text, budget: text, worlds: text, small: text, seed: text };
  const { values } = readFlags({ args: [...args], options: names }, usage);
  const whole = (name: keyof typeof names, usual: number): number => {
    const value = Number(values[name] ?? usual);
    if (!Number.isInteger(value) || value < 1) throw new WrongUse(`--${name} is a whole number from 1.`);
    return value;
  };
  return {
    creators: whole('creators', usualPortfolioWorld.creators),
    budget: whole('budget', 50_000),
    worlds: whole('worlds', 3),
    small: whole('small', 200),
    seed: values.seed ?? 'portfolio',
  };
}

function largeRows(seed: string, { creators, budget }: Options): string[][] {
  const ask = portfolioAsk(seed, { ...usualPortfolioWorld, creators }, budget * 100);
  const [makeUp] = tierMixPresets;
  return [ask, { ...ask, ...(makeUp && { mix: makeUp }) }].map((one) => largeRow(seed, one));
}

function largeRow(seed: string, ask: PortfolioAsk): string[] {
  const [plan, ...planMs] = timed(() => planPortfolio(ask));
  const [, ...frontierMs] = timed(() => portfolioFrontier(ask));
  const times = [...planMs, ...frontierMs].map((ms) => ms.toFixed(0));
  const name = ask.mix ? 'official' : 'free';
  if (isPortfolioRefusal(plan)) return [seed, name, ...times, plan.refusal];
  const { people, low, high } = plan.netReach;
  return [
    seed,
    name,
    ...times,
    String(plan.picks.length),
    people.toFixed(0),
    `${low.toFixed(0)}\u2013${high.toFixed(0)}`,
    `+${(100 * plan.overGreedy).toFixed(2)} %`,
  ];
}

function boostedRows(seed: string, { creators, budget }: Options, times: number): string[][] {
  const ask = portfolioAsk(seed, { ...usualPortfolioWorld, creators }, budget * 100);
  const offer = boostOffer(seed, ask, times);
  const [makeUp] = tierMixPresets;
  return [ask, { ...ask, ...(makeUp && { mix: makeUp }) }].map((one) => {
    const [found, ...planMs] = timed(() => planBoosted(one, offer));
    const name = one.mix ? 'official' : 'free';
    if (isPortfolioRefusal(found)) return [seed, name, `\u00d7${times}`, found.refusal];
    const [, ...frontierMs] = timed(() => portfolioFrontier(found.ask));
    const { plan, without, worth } = found;
    return [
      seed,
      name,
      `\u00d7${times}`,
      ...[...planMs, ...frontierMs].map((ms) => ms.toFixed(0)),
      String(plan.picks.length),
      `\u00a5${(plan.boostCents / 100).toFixed(0)}`,
      plan.netReach.people.toFixed(0),
      without.netReach.people.toFixed(0),
      worth.verdict,
    ];
  });
}

function smallRows(seeds: readonly string[]): string[][] {
  const ratios = { greedy: [] as number[], ours: [] as number[] };
  for (const seed of seeds) {
    const problem = new PortfolioProblem(smallPortfolioAsk(seed));
    const found = searchPortfolio(problem);
    const best = exactPortfolio(problem)?.readers ?? 0;
    // A budget below every quote buys nothing, and compares nothing.
    if (!('best' in found) || best === 0) continue;
    ratios.greedy.push(found.greedy.readers / best);
    ratios.ours.push(found.best.readers / best);
  }
  return [
    ['', 'worlds', 'worst', 'mean', 'the best itself'],
    ...Object.entries(ratios).map(([name, shares]) => [
      name,
      String(shares.length),
      Math.min(...shares).toFixed(4),
      (shares.reduce((sum, share) => sum + share, 0) / shares.length).toFixed(4),
      String(shares.filter((share) => share > 1 - 1e-9).length),
    ]),
  ];
}

/** An answer, the milliseconds on the clock, and those of the processor, which a busy machine does not lengthen. */
function timed<T>(act: () => T): [answer: T, ms: number, cpuMs: number] {
  const from = performance.now();
  const before = process.cpuUsage();
  const answer = act();
  const { user, system } = process.cpuUsage(before);
  return [answer, performance.now() - from, (user + system) / 1_000];
}

function seedsOf(word: string, many: number): string[] {
  return Array.from({ length: many }, (_, at) => `${word}-${at + 1}`);
}

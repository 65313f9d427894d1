import { ladderRule, measureRun, type RunMeasures, runSimulation, type ServingRule } from '@poolrise/domain';
import { thompsonBeta, uniform } from './bandits';
import type { WorldParameters } from './parameters';
import { oracle, ours, plainTuned, plainBestFirst, plainBy5, referenceRules } from './rules';
import { referenceWorld } from './world';

const small = { days: 8, perDay: 120 };
const seeds = [101, 102];

/** A world and a rule are played once, whoever asks. */
const played = new Map<string, RunMeasures[]>();
function measures(rule: ServingRule, changes: Partial<WorldParameters> = {}): RunMeasures[] {
  const name = JSON.stringify([rule.name, changes]);
  const known = played.get(name);
  if (known) return known;
  const runs = seeds.map((seed) => {
    const world = referenceWorld(seed, { ...small, ...changes });
    return measureRun(world, runSimulation({ world, rule, seed }), rule.firstPool);
  });
  played.set(name, runs);
  return runs;
}

const mean = (runs: readonly RunMeasures[], name: keyof RunMeasures): number =>
  runs.reduce((sum, one) => sum + one[name], 0) / runs.length;

function gapOf(rule: ServingRule, changes: Partial<WorldParameters> = {}): number {
  const [low, high, value] = [uniform, oracle, rule].map((one) => mean(measures(one, changes), 'value')) as [
    number,
    number,
    number,
  ];
  return (value - low) / (high - low);
}

it('orders the rules as the published tables do', () => {
  const values = [uniform, plainBy5, plainTuned, plainBestFirst, ours, oracle].map((rule) =>
    mean(measures(rule), 'value'),
  );
  expect([...values].sort((a, b) => a - b)).toEqual(values);
});

it('closes most of the gap to the oracle, and the plain rule with best-first much less', () => {
  expect(gapOf(ours)).toBeGreaterThan(0.9);
  expect(gapOf(plainBestFirst)).toBeLessThan(0.82);
});

it('finds out that everything it believed of its places is wrong', () => {
  const wrong = { tauEst: 1 / 3, satEst: 0.3, affErr: 0.45, topicErr: 0.3, slotErr: 0.3 };
  expect(gapOf(ours, wrong)).toBeGreaterThan(0.84);
  expect(gapOf(ladderRule({ reading: null }, 'nothing learnt'), wrong)).toBeLessThan(
    gapOf(ours, wrong) - 0.03,
  );
  const world = referenceWorld(101, { ...small, ...wrong });
  const { freshnessHours, readers } = runSimulation({ world, rule: ours, seed: 101 }).ruleSummary;
  expect(freshnessHours).toBeGreaterThan(1.5 * world.believed.freshnessHours);
  expect(readers).toBeGreaterThan(1.5 * world.believed.readers);
});

it('collapses without the capacity factor, as an average of survivors must', () => {
  const [run] = measures(ladderRule({ capacity: null }, 'literal'));
  expect(run?.unfilled).toBeGreaterThan(0.3);
});

it('gives every note its first pool under every rule', () => {
  const world = referenceWorld(5, { days: 7, perDay: 20 });
  for (const rule of referenceRules) {
    const run = runSimulation({ world, rule, seed: 5 });
    expect(measureRun(world, run, rule.firstPool).promiseKept).toBe(1);
  }
});

it('tells every rule by a name of its own', () => {
  expect(new Set(referenceRules.map(({ name }) => name)).size).toBe(referenceRules.length);
});

it('states intervals that hold the true lift about as often as they say', () => {
  const world = referenceWorld(103, small);
  const stated = runSimulation({ world, rule: ours, seed: 103 }).lives.flatMap(({ rulings }) =>
    rulings.flatMap(({ stated: said, trueLift }) =>
      said && trueLift !== null ? [{ ...said, trueLift }] : [],
    ),
  );
  const held =
    stated.filter(({ low, high, trueLift }) => low <= trueLift && trueLift <= high).length / stated.length;
  expect(stated.length).toBeGreaterThan(800);
  // Of a thousand or so, three standard errors are 4 %.
  expect(held).toBeGreaterThan(0.76);
  expect(held).toBeLessThan(0.85);
});

it('draws from a beta distribution where Thompson asks for it', () => {
  const [run] = measures(thompsonBeta);
  expect(run?.value).toBeGreaterThan(mean(measures(plainTuned), 'value'));
});

import type { PoolPolicy } from '../pools/pool-policy';
import { platformStated } from '../pools/presets';
import { aWorld } from './a-world';
import { compareRuleSets, ruleSetFigures, type RuleSetsComparison } from './compare-rule-sets';

const levels = platformStated.levels.slice(0, 3).map((level, at) => ({
  ...level,
  target: [60, 240, 960][at] as number,
}));
const inForce: PoolPolicy = { ...platformStated, levels };
/** Passes nobody who is held against an average: certainty is not to be had. */
const strict: PoolPolicy = {
  ...inForce,
  levels: levels.map(({ passAt: _own, ...level }) => level),
  verdict: { ...inForce.verdict, passAt: 1, clearStopAt: 0.99, clearPassAt: 1 },
};
const worldOf = (seed: number) =>
  aWorld({ seed, noteCount: 120, capacity: new Float64Array(72).fill(1_000), scoredFromHour: 6 });

function compare(candidate: PoolPolicy, seeds = [1, 2, 3, 4]): RuleSetsComparison & { steps: number[] } {
  const game = compareRuleSets({ worldOf, seeds, inForce, candidate });
  const steps: number[] = [];
  for (;;) {
    const step = game.next();
    if (step.done) return { ...step.value, steps };
    steps.push(step.value);
  }
}

it('finds no difference whatever where nothing was changed', () => {
  const found = compare(inForce);
  expect([found.worlds, found.equal]).toEqual([4, 4]);
  expect(found.measured).toBeGreaterThan(50);
  for (const name of ruleSetFigures)
    if (Number.isFinite(found.arms.inForce[name].value))
      expect(found.difference[name]).toEqual({ value: 0, half: 0, visible: false });
  expect(found.arms.candidate).toEqual(found.arms.inForce);
});

it('shows that good notes are stopped early under strict rules, between showing at random and knowing everything', () => {
  const { arms, difference, equal } = compare(strict, [1, 2, 3, 4, 5, 6, 7, 8]);
  expect(equal).toBe(0);
  expect(difference.falseStops.value).toBeCloseTo(
    arms.candidate.falseStops.value - arms.inForce.falseStops.value,
    12,
  );
  expect(difference.falseStops).toMatchObject({ visible: true });
  expect(difference.falseStops.value).toBeGreaterThan(0);
  expect(arms.uniform.gapClosed.value).toBeCloseTo(0, 12);
  expect(arms.oracle.gapClosed.value).toBeCloseTo(1, 12);
  expect(arms.inForce.value.value).toBeGreaterThan(arms.uniform.value.value);
  expect(arms.inForce.value.value).toBeLessThan(arms.oracle.value.value);
  expect(difference.gapClosed.value).toBeCloseTo(
    arms.candidate.gapClosed.value - arms.inForce.gapClosed.value,
    12,
  );
});

it('counts value in one unit, also under a rule set that weighs otherwise', () => {
  const weighsOtherwise = { ...inForce, weights: { ...inForce.weights, click: 20 } };
  const { arms } = compare(weighsOtherwise, [1, 2]);
  // In its own weights, in which the open is nearly all, the oracle of the others would be far from it.
  expect(arms.candidate.value.value).toBeLessThan(arms.oracle.value.value);
  expect(arms.candidate.value.value).toBeGreaterThan(0.6 * arms.inForce.value.value);
});

it('says how far it is, always forward, and gives no interval to one world', () => {
  const { steps, difference } = compare(strict, [1]);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(steps.at(-1)).toBeCloseTo(1, 12);
  expect(difference.value).toMatchObject({ half: NaN, visible: false });
});

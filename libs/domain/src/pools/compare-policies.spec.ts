import { comparePolicies } from './compare-policies';
import { numberAt, policyFields, withNumberAt } from './policy-fields';
import { measured, platformStated, presets } from './presets';

describe('the differences of two rule sets', () => {
  it('are none between a rule set and itself under another number', () => {
    expect(comparePolicies(platformStated, { ...platformStated, version: 9, source: 'custom' })).toEqual([]);
  });

  it('name the field, the old and the new value', () => {
    const changed = withNumberAt(platformStated, 'verdict.passAt', 0.42);
    expect(comparePolicies(platformStated, changed)).toEqual([
      { path: 'verdict.passAt', before: platformStated.verdict.passAt, after: 0.42 },
    ]);
  });

  it('say what one of them does not have', () => {
    const lower = { ...platformStated, levels: platformStated.levels.slice(0, -1) };
    const last = platformStated.levels.length - 1;
    expect(comparePolicies(platformStated, lower)).toContainEqual({
      path: `levels[${last}].target`,
      before: platformStated.levels[last]?.target,
      after: null,
    });
  });

  it.each(policyFields.filter(({ optional }) => !optional).map(({ path }) => path))(
    'every rule set has a number at %s',
    (path) => {
      for (const preset of presets) expect(typeof numberAt(preset, path)).toBe('number');
    },
  );

  it('an object goes with its last number', () => {
    const without = withNumberAt(
      withNumberAt({ ...measured, capacity: { demandTarget: 2, gain: 0.1 } }, 'capacity.gain', undefined),
      'capacity.demandTarget',
      undefined,
    );
    expect('capacity' in without).toBe(false);
  });
});

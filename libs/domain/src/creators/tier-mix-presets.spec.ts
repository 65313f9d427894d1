import { tierMixPresets } from './tier-mix-presets';
import { tierSchemes } from './tier-schemes';

describe('the official mixes', () => {
  it.each(tierMixPresets)(
    '$id gives away the whole, among tiers of its scheme, each once',
    ({ scheme, shares }) => {
      const keys = tierSchemes.find(({ id }) => id === scheme)?.tiers.map(({ key }) => key) ?? [];
      const named = shares.flatMap(({ tierKeys }) => tierKeys);
      expect(new Set(named).size).toBe(named.length);
      for (const key of named) expect(keys).toContain(key);
      const sum = (of: 'shareOfCreators' | 'shareOfSpend'): number =>
        shares.reduce((all, share) => all + (share[of] ?? 0), 0);
      expect(sum('shareOfCreators')).toBeCloseTo(1, 12);
      if (shares.some(({ shareOfSpend }) => shareOfSpend !== undefined))
        expect(sum('shareOfSpend')).toBeCloseTo(1, 12);
    },
  );
});

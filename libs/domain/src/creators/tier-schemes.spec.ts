import { tierOf, tierSchemes } from './tier-schemes';

describe('tier schemes', () => {
  it.each(tierSchemes)('$id covers every number of followers, in rising order', ({ tiers }) => {
    const bounds = tiers.map(({ from }) => from);
    expect(bounds[0]).toBe(0);
    expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b));
  });

  it('puts a creator at a bound into the tier that begins there', () => {
    const [newrank] = tierSchemes;
    if (!newrank) throw new Error('no scheme');
    expect([0, 4_999, 5_000, 49_999, 50_000, 500_000].map((n) => tierOf(newrank, n).key)).toEqual([
      'nano',
      'nano',
      'junior',
      'junior',
      'waist',
      'head',
    ]);
  });
});

import { followerTiers, type ServingRule } from '@poolrise/domain';
import { uniform } from '../reference/bandits';
import { ours } from '../reference/rules';
import { runFairness } from './run-fairness';
import { twinWorld } from './twin-world';

const tiny = { days: 8, perDay: 8 };
const run = (rule: ServingRule, changes: object = {}) =>
  runFairness({ seeds: [1, 2, 3], changes: { ...tiny, ...changes }, rule });

describe('a world of twins', () => {
  it('has each note once for every tier, equally good', () => {
    const { notes } = twinWorld(7, tiny);
    expect(notes).toHaveLength(8 * 8 * followerTiers.length);
    for (let at = 0; at < notes.length; at += followerTiers.length) {
      const twins = notes.slice(at, at + followerTiers.length);
      expect(new Set(twins.map(({ quality }) => quality)).size).toBe(1);
      expect(twins.map(({ tier }) => tier)).toEqual([...followerTiers]);
    }
  });
});

describe('the fairness run', () => {
  it('finds each tier shown alike by a rule that does not look at who wrote a note', () => {
    for (const { value } of run(uniform).all) expect(Math.abs(value - 1)).toBeLessThan(0.05);
  });

  it('finds small creators within a twentieth of proportional under our rule where followers open alike', () => {
    const [small] = run(ours, { halo: 1, days: 10, perDay: 20 }).all;
    expect(Math.abs((small?.value ?? 0) - 1)).toBeLessThan(0.05);
  });

  it('sees a rule that favours the large, by as much as it does', () => {
    const favouring: ServingRule = {
      ...uniform,
      name: 'favouring',
      start: (platform) => {
        const rule = uniform.start(platform);
        const wanted = rule.wanted.bind(rule);
        rule.wanted = (play, hour) => wanted(play, hour) * (play.note.followers < 1_000 ? 0.25 : 1);
        return rule;
      },
    };
    const { all, asThePlatform } = run(favouring, { impPerNote: 3_000 });
    expect(all[0]?.value).toBeLessThan(0.8);
    // Where four of five notes are of small creators they are most of what there is to share.
    expect(asThePlatform.value).toBeGreaterThan(all[0]?.value ?? 1);
    expect(asThePlatform.value).toBeLessThan(0.98);
  });
});

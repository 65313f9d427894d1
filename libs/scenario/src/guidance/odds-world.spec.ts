import { fitOdds } from '@poolrise/domain';
import { type MeasuredOdds, measureOdds, plainWorld } from './odds-world';

const mean = (runs: readonly MeasuredOdds[], of: (run: MeasuredOdds) => number): number =>
  runs.reduce((sum, run) => sum + of(run), 0) / runs.length;

describe('odds of the first pool in worlds whose chances are known', () => {
  const worlds = {
    plain: plainWorld,
    'few notes': { ...plainWorld, notes: 800 },
    'creators alike': { ...plainWorld, creatorSpread: 0 },
    'creators far apart': { ...plainWorld, creatorSpread: 1 },
  };
  for (const [name, world] of Object.entries(worlds))
    it(`hold the true chance in four of five cases: ${name}`, () => {
      const runs = Array.from({ length: 6 }, (_, seed) => measureOdds(world, `${name} ${seed}`));
      const coverage = mean(runs, (run) => run.coverage);
      expect(coverage).toBeGreaterThan(0.75);
      expect(coverage).toBeLessThan(name === 'creators alike' ? 0.95 : 0.85);
      expect(mean(runs, ({ record }) => record.brier ?? 1)).toBeLessThan(
        mean(runs, ({ record }) => record.baseBrier),
      );
    });

  it('are not told from a handful of verdicts', () => {
    expect(fitOdds([])).toBeNull();
  });
});

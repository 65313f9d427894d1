import fc from 'fast-check';
import { seeded } from '../feed/a-candidate';
import { noCounts } from '../metrics/engagement';
import { aRun, countsOf } from './a-run';
import { decidePool } from './decide-pool';
import { forecastPass } from './forecast-pass';
import type { PoolPolicy } from './pool-policy';
import { folkCes, platformStated } from './presets';

/** Only opens count, so that the model's Poisson is the world's. */
const opensOnly: PoolPolicy = {
  ...platformStated,
  weights: { click: 1, like: 0, collect: 0, comment: 0, share: 0, follow: 0 },
  verdict: { ...platformStated.verdict, clearPassAt: 1, clearStopAt: 0 },
};

function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; product *= random()) count += 1;
  return count;
}

/** A gamma variable of whole shape, as a sum of waiting times. */
function gamma(shape: number, random: () => number): number {
  let sum = 0;
  for (let k = 0; k < shape; k++) sum -= Math.log(1 - random());
  return sum;
}

describe('the chance to pass', () => {
  it('comes true as often as it says, in a world of its own kind', () => {
    const random = seeded(20_261_123);
    // 120 impressions of prior at 10 %: gamma shape 12.
    const peers = { ...aRun().peers, meanRate: 0.1, clickRate: 0.1, dispersion: 1, strength: 120 };
    const bins = Array.from({ length: 5 }, () => ({ said: 0, came: 0, runs: 0 }));
    for (let world = 0; world < 4_000; world++) {
      const rate = (0.1 * gamma(12, random)) / 12;
      const seen = { ...noCounts(), impressions: 150, clicks: poisson(150 * rate, random) };
      const run = aRun({ level: 1, peers, counts: seen });
      const said = forecastPass(run, opensOnly);
      const clicks = seen.clicks + poisson(350 * rate, random);
      const end = { ...run, counts: { ...noCounts(), impressions: 500, clicks } };
      const bin = bins[Math.min(4, Math.floor(said * 5))];
      if (!bin) continue;
      bin.said += said;
      bin.came += decidePool(end, opensOnly).outcome === 'pass' ? 1 : 0;
      bin.runs += 1;
    }
    for (const { said, came, runs } of bins) {
      expect(runs).toBeGreaterThan(100);
      expect(Math.abs(came - said) / runs).toBeLessThan(0.06);
    }
  });

  it('is certain once the verdict is there', () => {
    expect(forecastPass(aRun({ counts: countsOf(2_000, 1.4) }), platformStated)).toBe(1);
    expect(forecastPass(aRun({ counts: countsOf(2_000, 0.7) }), platformStated)).toBe(0);
  });

  it('grows with every open', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 990 }), fc.nat(120), (impressions, clicks) => {
        const run = (more: number) =>
          aRun({ counts: { ...noCounts(), impressions, clicks: Math.min(impressions, clicks) + more } });
        expect(forecastPass(run(1), platformStated)).toBeGreaterThanOrEqual(
          forecastPass(run(0), platformStated) - 1e-6,
        );
      }),
    );
  });

  it('looks past the audit, but not past its refusal', () => {
    const counts = countsOf(600, 1.3);
    const passed = forecastPass(aRun({ counts }), platformStated);
    expect(passed).toBeGreaterThan(0.7);
    expect(forecastPass(aRun({ counts, auditState: 'pending' }), platformStated)).toBe(passed);
    expect(forecastPass(aRun({ counts, auditState: 'limited' }), platformStated)).toBe(0);
    expect(forecastPass(aRun({ counts, auditState: 'rejected' }), platformStated)).toBe(0);
  });

  it('is none at the top, where there is nothing to pass', () => {
    expect(forecastPass(aRun({ level: 6, counts: countsOf(600, 2) }), platformStated)).toBe(0);
  });

  it('knows that a small audience leaves little chance to recover', () => {
    const counts = countsOf(900, 0.9);
    const open = forecastPass(aRun({ counts }), platformStated);
    const closing = forecastPass(aRun({ counts, audienceLeft: 40 }), platformStated);
    expect(closing).toBeLessThan(open / 2);
  });

  it('is no better than the hardest gate of the folk rule', () => {
    const dull = { ...countsOf(1_500, 1.6), clicks: 100 };
    expect(forecastPass(aRun({ counts: dull }, folkCes), folkCes)).toBeLessThan(0.2);
  });
});

import fc from 'fast-check';
import { type EngagementCounts, noCounts } from '../metrics/engagement';
import { type PeerSums, addPeers, learnPeers, noPeers, peerContribution, priorPeers } from './peers';
import { platformStated } from './presets';

const { prior } = platformStated;

/** Runs whose true lifts are spread evenly around 1 with the given standard deviation; opens without luck. */
function runsWithSpread(runs: number, impressions: number, deviation: number): EngagementCounts[] {
  const halfWidth = deviation * Math.sqrt(3);
  return Array.from({ length: runs }, (_, index) => {
    const lift = 1 - halfWidth + (2 * halfWidth * (index + 0.5)) / runs;
    return { ...noCounts(), impressions, clicks: Math.round(0.1 * impressions * lift) };
  });
}

function sumsOf(runs: readonly EngagementCounts[]): PeerSums {
  return runs.map((run) => peerContribution(run, platformStated)).reduce(addPeers, noPeers());
}

describe('peers', () => {
  it('are the policy’s idea of the category before any run has ended', () => {
    const food = priorPeers(platformStated, 'food');
    expect(food).toMatchObject({ runs: 0, clickRate: 0.095, strength: 45, windowDays: 14, source: 'prior' });
    expect(food.meanRate).toBeCloseTo(0.095 * (0.5 + 0.05 + 0.035 + 4 * 0.018 + 4 * 0.01 + 8 * 0.01), 9);
    expect(priorPeers(platformStated, 'knitting').clickRate).toBe(0.08);
    expect(priorPeers(platformStated, 'toString').clickRate).toBe(0.08);
  });

  it('are believed about their mean little by little, and about their spread once there are enough', () => {
    const few = learnPeers([sumsOf(runsWithSpread(3, 500, 0.4))], platformStated, 'food');
    const many = learnPeers([sumsOf(runsWithSpread(400, 500, 0.4))], platformStated, 'food');
    expect(few.source).toBe('blend');
    expect(few.strength).toBe(prior.strengthImpressions);
    expect(few.clickRate).toBeGreaterThan(0.095);
    expect(few.clickRate).toBeLessThan(0.1);
    expect(many.source).toBe('peers');
    expect(many.clickRate).toBeCloseTo(0.1, 3);
  });

  it('weigh as much as the spread of their true lifts says, the hook and the content apart', () => {
    // Sums of an infinite crowd: clicks with mean m and between-run variance (m tau)² plus chance; the content of as
    // many clicks with mean s C, its own spread, and chance of dispersion phi.
    const [runs, impressions, tauHook, tauContent, phi] = [10_000, 1_000, 0.2, 0.5, 3];
    const clicks = 100;
    const content = 0.4 * clicks;
    const clicksSquared = clicks ** 2 * (1 + tauHook ** 2) + clicks;
    const sums: PeerSums = {
      runs,
      impressions: runs * impressions,
      exposure: runs * impressions,
      clicks: runs * clicks,
      value: runs * (0.5 * clicks + content),
      squaredWeights: runs * (0.25 * clicks + phi * content),
      clicksSquared: runs * clicksSquared,
      clicksExposure: runs * clicks * impressions,
      exposureSquared: runs * impressions ** 2,
      contentSquared: runs * (0.16 * clicksSquared * (1 + tauContent ** 2) + phi * content),
      contentClicks: runs * 0.4 * clicksSquared,
    };
    const learned = learnPeers([sums], platformStated, 'food');
    // The hook: 1 / (0.04 x 0.1) = 250 impressions. The content: phi / (0.4 x 0.25) = 30 opens.
    expect(learned.strength).toBeCloseTo(250, -1);
    expect(learned.contentOpens).toBeCloseTo(30, 0);
  });

  it('that are all alike weigh the most that the policy allows, and no more', () => {
    const alike = learnPeers([sumsOf(runsWithSpread(100, 500, 0))], platformStated, 'food');
    expect(alike.strength).toBe(prior.maxStrengthImpressions);
    const wild = learnPeers([sumsOf(runsWithSpread(100, 5_000, 0.57))], platformStated, 'food');
    expect(wild.strength).toBe(prior.strengthImpressions);
  });

  it('are the same whether the days are summed one by one or at once', () => {
    const counts = fc.record({
      impressions: fc.nat(10_000),
      clicks: fc.nat(900),
      likes: fc.nat(90),
      follows: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 40 }), fc.nat(40), (runs, cut) => {
        const all = runs.map((run) => ({ ...noCounts(), ...run }));
        const inDays = [sumsOf(all.slice(0, cut)), sumsOf(all.slice(cut))];
        const byDay = learnPeers(inDays, platformStated, 'food');
        const atOnce = learnPeers([sumsOf([...all].reverse())], platformStated, 'food');
        expect(byDay.runs).toBe(atOnce.runs);
        expect(byDay.meanRate).toBeCloseTo(atOnce.meanRate, 9);
        expect(byDay.strength / atOnce.strength).toBeCloseTo(1, 6);
        expect(byDay.strength).toBeGreaterThanOrEqual(prior.strengthImpressions);
        expect(byDay.strength).toBeLessThanOrEqual(prior.maxStrengthImpressions);
      }),
    );
  });

  it('do not count a run that nobody saw', () => {
    expect(peerContribution(noCounts(), platformStated)).toEqual(noPeers());
  });
});

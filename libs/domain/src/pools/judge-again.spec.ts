import { aRun, countsOf } from './a-run';
import { decidePool } from './decide-pool';
import { judgeAgain } from './judge-again';
import { folkCes, platformStated, presets } from './presets';
import type { PoolPolicy } from './pool-policy';

const target = platformStated.levels[2]?.target ?? 0;
const judged = aRun({ counts: countsOf(target, 1.5), target });
const weighing = (factor: number): PoolPolicy => ({
  ...platformStated,
  weights: Object.fromEntries(
    Object.entries(platformStated.weights).map(([kind, weight]) => [kind, weight * factor]),
  ) as unknown as PoolPolicy['weights'],
});

describe('judging again', () => {
  it.each(presets)('gives the verdict that was given under the same rules: $name', (policy) => {
    const run = aRun({ counts: countsOf(target, 0.7), target: policy.levels[2]?.target ?? 0 }, policy);
    expect(judgeAgain(run, policy, policy)).toEqual(decidePool(run, policy));
  });

  it('does not mind in what unit the weights are', () => {
    const before = decidePool(judged, platformStated);
    const after = judgeAgain(judged, platformStated, weighing(10));
    expect(after?.estimate.lift).toBeCloseTo(before.estimate.lift, 9);
    expect(after?.estimate.probabilityAbove).toBeCloseTo(before.estimate.probabilityAbove, 6);
  });

  it('stops under a stricter threshold what has passed', () => {
    const chance = decidePool(judged, platformStated).estimate.probabilityAbove;
    expect(decidePool(judged, platformStated).outcome).toBe('pass');
    const strict = {
      ...platformStated,
      levels: platformStated.levels.map((level) => ({ ...level, passAt: (1 + chance) / 2 })),
    };
    expect(judgeAgain(judged, platformStated, strict)).toMatchObject({
      outcome: 'stop',
      reason: 'BELOW_PEERS',
    });
  });

  it('waits where a larger sample is asked for than was seen', () => {
    const patient: PoolPolicy = {
      ...platformStated,
      verdict: { ...platformStated.verdict, clearPassAt: 1, clearStopAt: 0 },
      levels: platformStated.levels.map((level) => ({ ...level, target: level.target * 3 })),
    };
    expect(judgeAgain(judged, platformStated, patient)).toMatchObject({
      outcome: 'wait',
      target: target * 3,
    });
  });

  it('is held against the peers’ average under rules that follow no capacity', () => {
    expect(
      judgeAgain({ ...judged, poolAverage: 1.4, capacityFactor: 1.2 }, platformStated, folkCes)?.bar,
    ).toBe(1);
  });

  it('has nothing to say about a level that the candidate does not have', () => {
    const short = { ...platformStated, levels: platformStated.levels.slice(0, 2) };
    expect(judgeAgain(judged, platformStated, short)).toBeNull();
  });

  it('scales the promise of the first pool as the quotas are scaled', () => {
    const promised = aRun({ level: 0, target: 200, counts: countsOf(200, 1) });
    const { coldStart } = platformStated;
    const generous = {
      ...platformStated,
      coldStart: {
        ...coldStart,
        baseQuota: coldStart.baseQuota * 2,
        qualityQuota: coldStart.qualityQuota * 2,
        creatorQuota: coldStart.creatorQuota * 2,
      },
    };
    expect(judgeAgain(promised, platformStated, generous)).toMatchObject({ outcome: 'wait', target: 400 });
  });
});

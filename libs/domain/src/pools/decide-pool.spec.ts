import { addCounts } from '../metrics/engagement';
import { aRun, countsOf } from './a-run';
import { decidePool } from './decide-pool';
import { learnPeers, noPeers } from './peers';
import type { PoolEvidence } from './pool-evidence';
import type { PoolPolicy } from './pool-policy';
import { folkCes, platformStated, textbook } from './presets';

const hourMs = 3_600_000;

function verdict(run: PoolEvidence, policy: PoolPolicy = platformStated) {
  const { outcome, reason, trigger, toLevel } = decidePool(run, policy);
  return { outcome, reason, trigger, toLevel };
}

describe('a pool, while it runs', () => {
  it('waits and says when it will look again', () => {
    const early = decidePool(aRun({ counts: countsOf(300, 1.1) }), platformStated);
    expect(early).toMatchObject({ outcome: 'wait', reason: 'QUOTA_RUNNING', toLevel: 2, nextCheckAt: 400 });
    const later = decidePool(aRun({ counts: countsOf(1_250, 1.05) }), platformStated);
    expect(later).toMatchObject({ outcome: 'wait', sample: 1_250, target: 2_000, nextCheckAt: 1_400 });
  });

  it('passes a note early that is clearly above its peers, and stops one clearly below', () => {
    expect(verdict(aRun({ counts: countsOf(1_180, 1.5) }))).toEqual({
      outcome: 'pass',
      reason: 'ABOVE_PEERS',
      trigger: 'evidence-clear',
      toLevel: 3,
    });
    expect(verdict(aRun({ counts: countsOf(1_180, 0.6) }))).toMatchObject({
      outcome: 'stop',
      reason: 'BELOW_PEERS',
      trigger: 'evidence-clear',
      toLevel: 2,
    });
  });

  it('looks at no evidence before a tenth of the sample is there, however clear', () => {
    expect(verdict(aRun({ counts: countsOf(190, 3) })).outcome).toBe('wait');
    expect(verdict(aRun({ counts: countsOf(210, 3) })).outcome).toBe('pass');
  });

  it('never passes early under the textbook, which found it to widen too soon', () => {
    expect(verdict(aRun({ counts: countsOf(1_900, 3) }, textbook), textbook).outcome).toBe('wait');
  });
});

describe('a pool, when its sample is complete', () => {
  it.each([
    [1.3, 'pass', 'ABOVE_PEERS', 3],
    [0.9, 'stop', 'BELOW_PEERS', 2],
  ])('decides on a lift of %p: %s, %s', (lift, outcome, reason, toLevel) => {
    const complete = verdict(aRun({ counts: countsOf(2_000, lift) }));
    expect(complete).toEqual({ outcome, reason, toLevel, trigger: 'sample-complete' });
  });

  it('holds a note to its own quota when it was promised more than the level gives', () => {
    const promised = { level: 0, target: 400, counts: countsOf(399, 2) };
    expect(verdict(aRun(promised)).outcome).toBe('wait');
    expect(verdict(aRun({ ...promised, counts: countsOf(400, 2) }))).toMatchObject({
      outcome: 'pass',
      toLevel: 1,
    });
  });

  it('gives every note the whole of its guarantee, and lets all but the clearly poor on', () => {
    expect(verdict(aRun({ level: 0, counts: countsOf(99, 0) })).outcome).toBe('wait');
    expect(verdict(aRun({ level: 0, counts: countsOf(99, 4) })).outcome).toBe('wait');
    expect(verdict(aRun({ level: 0, counts: countsOf(100, 0.85) }))).toMatchObject({
      outcome: 'pass',
      toLevel: 1,
    });
    expect(verdict(aRun({ level: 0, counts: countsOf(100, 0.3) })).outcome).toBe('stop');
  });

  it('says which of hook and content held a note back', () => {
    const shortOfOpens = { ...countsOf(2_000, 1), clicks: 90 };
    const shortOfContent = {
      ...countsOf(2_000, 1),
      likes: 2,
      collects: 1,
      comments: 0,
      shares: 0,
      follows: 0,
    };
    expect(decidePool(aRun({ counts: shortOfOpens }), platformStated).weakest).toBe('hook');
    expect(decidePool(aRun({ counts: shortOfContent }), platformStated).weakest).toBe('content');
    expect(decidePool(aRun({ counts: countsOf(2_000, 1.4) }), platformStated).weakest).toBeNull();
  });

  it('compares with a higher bar when the feed is full', () => {
    const run = aRun({ counts: countsOf(2_000, 1.3) });
    expect(verdict(run).outcome).toBe('pass');
    expect(verdict({ ...run, capacityFactor: 1.6 })).toMatchObject({
      outcome: 'stop',
      reason: 'BELOW_PEERS',
    });
  });

  it('ends at the last level with its own reason, however good the note', () => {
    const top = aRun({ level: 6, counts: countsOf(1_000_000, 2) });
    expect(verdict(top)).toMatchObject({ outcome: 'stop', reason: 'TOP_LEVEL', toLevel: 6 });
    expect(verdict(aRun({ level: 6, counts: countsOf(700_000, 2) })).outcome).toBe('wait');
  });
});

describe('a pool that ends before its sample', () => {
  const window = 73 * hourMs;

  it('is judged at the end of its window on what it has', () => {
    const run = aRun({ counts: countsOf(1_400, 1.2) });
    const ended = { ...run, now: run.enteredAt + window };
    expect(verdict(run).outcome).toBe('wait');
    expect(verdict(ended)).toMatchObject({ outcome: 'pass', trigger: 'window-ended' });
    expect(verdict({ ...ended, counts: countsOf(1_400, 0.95) })).toMatchObject({ reason: 'BELOW_PEERS' });
  });

  it('is not passed on a handful of impressions', () => {
    const run = aRun({ counts: countsOf(150, 2) });
    const ended = { ...run, now: run.enteredAt + window };
    expect(verdict(ended)).toMatchObject({
      outcome: 'stop',
      reason: 'TOO_FEW_DATA',
      trigger: 'window-ended',
    });
  });

  it('is stopped for being below its peers when that is clear, however few have seen it', () => {
    const run = aRun({ counts: countsOf(180, 0.1) });
    expect(verdict({ ...run, now: run.enteredAt + window })).toMatchObject({ reason: 'BELOW_PEERS' });
  });

  it('keeps the promise of the first pool beyond its window', () => {
    const run = aRun({ level: 0, counts: countsOf(30, 0.2) });
    expect(verdict({ ...run, now: run.enteredAt + window }).outcome).toBe('wait');
  });

  it('stops a good note whose audience is used up, and says that it was not its fault', () => {
    const spent = { audienceLeft: 0, counts: countsOf(1_500, 1.6) };
    expect(verdict(aRun(spent))).toMatchObject({
      outcome: 'stop',
      reason: 'AUDIENCE_EXHAUSTED',
      trigger: 'audience-exhausted',
    });
    expect(verdict(aRun({ ...spent, counts: countsOf(1_500, 0.9) }))).toMatchObject({
      reason: 'BELOW_PEERS',
    });
  });

  it('lets go of a note after thirty days', () => {
    const old = aRun({ hoursSincePublished: 720, counts: countsOf(1_500, 2) });
    expect(verdict(old)).toMatchObject({ outcome: 'stop', reason: 'AGED_OUT', trigger: 'aged-out' });
  });

  it('takes a note out that readers hide, but not because of two of them', () => {
    const hidden = (impressions: number, hides: number) =>
      verdict(aRun({ counts: { ...countsOf(impressions, 1), hides } }));
    expect(hidden(1_000, 60)).toMatchObject({ outcome: 'stop', reason: 'NEGATIVE_FEEDBACK' });
    expect(hidden(1_000, 33).outcome).toBe('wait');
    expect(hidden(10, 1).outcome).toBe('wait');
  });
});

describe('the audit', () => {
  it.each([
    ['pending', 2, 2_000, 'wait', 'AUDIT_PENDING'],
    ['human_review', 2, 2_000, 'wait', 'AUDIT_PENDING'],
    ['rejected', 0, 10, 'stop', 'AUDIT_REJECTED'],
    ['limited', 0, 60, 'wait', 'AUDIT_LIMITED'],
    ['limited', 0, 100, 'stop', 'AUDIT_LIMITED'],
    ['limited', 3, 8_000, 'stop', 'AUDIT_LIMITED'],
  ] as const)('%s at level %p with %p impressions: %s, %s', (auditState, level, seen, outcome, reason) => {
    const run = aRun({ auditState, level, counts: countsOf(seen, 2) });
    expect(verdict(run)).toMatchObject({ outcome, reason, trigger: 'audit', toLevel: level });
  });
});

describe('a promised pool that hardly anybody saw', () => {
  const late = { level: 0, enteredAt: 0, now: 80 * hourMs };

  it('waits for half of its sample once its window has ended, and no longer for all of it', () => {
    expect(decidePool(aRun({ ...late, counts: countsOf(20, 1) }), platformStated)).toMatchObject({
      outcome: 'wait',
      nextCheckAt: 50,
    });
    expect(verdict(aRun({ ...late, counts: countsOf(50, 1.2) }))).toMatchObject({
      outcome: 'pass',
      trigger: 'window-ended',
    });
  });

  it('is given up when the note has aged out of the feed, also for a limited note', () => {
    for (const auditState of ['passed', 'limited'] as const)
      expect(
        verdict(aRun({ ...late, auditState, hoursSincePublished: 800, counts: countsOf(20, 1) })).outcome,
      ).toBe('stop');
  });
});

describe('what would have changed the verdict', () => {
  const withOpens = (run: PoolEvidence, more: number): PoolEvidence => ({
    ...run,
    counts: { ...run.counts, clicks: run.counts.clicks + more },
  });

  it('is the exact number of opens fewer for a pass', () => {
    const run = aRun({ counts: countsOf(2_000, 1.3) });
    const opens = decidePool(run, platformStated).counterfactuals.opensToStop ?? Number.NaN;
    expect(opens).toBeGreaterThan(1);
    expect(verdict(withOpens(run, -opens)).outcome).toBe('stop');
    expect(verdict(withOpens(run, 1 - opens)).outcome).toBe('pass');
  });

  it('is the exact number of opens more for a stop', () => {
    const run = aRun({ counts: countsOf(2_000, 0.8) });
    const opens = decidePool(run, platformStated).counterfactuals.opensToPass ?? Number.NaN;
    expect(opens).toBeGreaterThan(1);
    expect(verdict(withOpens(run, opens)).outcome).toBe('pass');
    expect(verdict(withOpens(run, opens - 1)).outcome).toBe('stop');
  });

  it('is nothing while a pool waits, and where no number of opens would help', () => {
    const none = { opensToStop: null, opensToPass: null };
    const of = (run: PoolEvidence, policy = platformStated) => decidePool(run, policy).counterfactuals;
    expect(of(aRun({ counts: countsOf(1_200, 1) }))).toEqual(none);
    expect(of(aRun({ hoursSincePublished: 800, counts: countsOf(2_000, 0.5) }))).toEqual(none);
    expect(of(aRun({ auditState: 'limited', counts: countsOf(2_000, 2) }))).toEqual(none);
  });
});

describe('the folk rule', () => {
  it('stops a note at its threshold by a single open, which is why it is labelled as folklore', () => {
    const run = (clicks: number) =>
      aRun({ counts: { ...countsOf(2_000, 1.2), clicks, likes: 20, collects: 9 } }, folkCes);
    expect(verdict(run(160), folkCes)).toMatchObject({ outcome: 'pass' });
    expect(decidePool(run(159), folkCes)).toMatchObject({
      outcome: 'stop',
      reason: 'GATE_MISSED',
      gatesMissed: [{ metric: 'ctr', value: 0.0795, atLeast: 0.08 }],
      counterfactuals: { opensToPass: 1 },
    });
  });

  it('asks the interaction gate of image notes only', () => {
    const dull = {
      counts: { ...countsOf(2_000, 1), clicks: 400, likes: 8, collects: 4, comments: 4, follows: 9 },
    };
    expect(verdict(aRun({ ...dull, noteType: 'image' }, folkCes), folkCes).reason).toBe('GATE_MISSED');
    expect(verdict(aRun({ ...dull, noteType: 'video' }, folkCes), folkCes).reason).toBe('ABOVE_PEERS');
  });
});

describe('evidence', () => {
  it('is compared with the peers of the day, so the same note can pass among weaker ones', () => {
    const counts = countsOf(2_000, 0.9);
    const sums = {
      ...noPeers(),
      runs: 40,
      impressions: 80_000,
      exposure: 80_000,
      clicks: 5_000,
      value: 4_000,
      squaredWeights: 7_000,
      clicksSquared: 680_000,
      clicksExposure: 10_000_000,
      exposureSquared: 160_000_000,
      contentSquared: 62_000,
      contentClicks: 190_000,
    };
    const peers = learnPeers([sums], platformStated, 'food');
    expect(verdict(aRun({ counts })).outcome).toBe('stop');
    expect(verdict(aRun({ counts, peers })).outcome).toBe('pass');
  });

  it('throws for a level that the rule set does not have', () => {
    expect(() => decidePool(aRun({ level: 9 }), platformStated)).toThrow(RangeError);
  });

  it('shows paid counts beside the verdict without adding them', () => {
    const organic = countsOf(1_200, 1);
    const boosted = aRun({ counts: organic, paidCounts: countsOf(50_000, 3) });
    expect(decidePool(boosted, platformStated).sample).toBe(1_200);
    const mixed = aRun({ counts: addCounts(organic, countsOf(50_000, 3)) });
    expect(decidePool(mixed, platformStated).outcome).toBe('pass');
  });
});

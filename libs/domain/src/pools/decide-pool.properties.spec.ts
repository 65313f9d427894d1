import fc from 'fast-check';
import { type EngagementCounts, noCounts } from '../metrics/engagement';
import { auditStates, noteTypes } from '../notes/note';
import { decidePool } from './decide-pool';
import { type PeerSums, learnPeers } from './peers';
import type { PoolEvidence } from './pool-evidence';
import { finalLevel } from './pool-policy';
import { platformStated, presets, textbook } from './presets';

const gateless = [platformStated, textbook];
const rank = { stop: 0, wait: 1, pass: 2 };

/** Counts as they can be: nobody opens what was not shown, nobody likes what was not opened. */
const counts: fc.Arbitrary<EngagementCounts> = fc
  .record({
    impressions: fc.oneof(fc.nat(300), fc.nat(12_000), fc.nat(1_200_000)),
    click: fc.double({ min: 0, max: 0.4, noNaN: true }),
    likes: fc.nat(40),
    collects: fc.nat(40),
    comments: fc.nat(20),
    shares: fc.nat(10),
    follows: fc.nat(10),
    hides: fc.nat(8),
  })
  .map(({ impressions, click, ...others }) => {
    const clicks = Math.floor(impressions * click);
    const capped = Object.fromEntries(Object.entries(others).map(([key, n]) => [key, Math.min(n, clicks)]));
    return { ...noCounts(), ...capped, impressions, clicks };
  });

const peerSums: fc.Arbitrary<PeerSums> = fc
  .record({ runs: fc.nat(60), mean: fc.nat(400) })
  .map(({ runs, mean }) => ({
    runs,
    impressions: runs * 2_000,
    exposure: runs * 2_000,
    clicks: runs * 150,
    value: runs * (75 + mean),
    squaredWeights: runs * (37.5 + mean * 3),
    clicksSquared: runs * 150 * 150 * 1.2,
    clicksExposure: runs * 150 * 2_000,
    exposureSquared: runs * 4_000_000,
    contentSquared: runs * mean * mean * 1.5,
    contentClicks: runs * mean * 150,
  }));

const evidence: fc.Arbitrary<PoolEvidence> = fc
  .record({
    level: fc.nat(6),
    category: fc.constantFrom('food', 'beauty', 'pets'),
    noteType: fc.constantFrom(...noteTypes),
    auditState: fc.oneof(
      { weight: 6, arbitrary: fc.constant('passed' as const) },
      fc.constantFrom(...auditStates),
    ),
    counts,
    paidCounts: counts,
    sums: peerSums,
    hoursInLevel: fc.nat(400),
    hoursSincePublished: fc.nat(800),
    audienceLeft: fc.option(fc.nat(5_000)),
    exposurePerImpression: fc.double({ min: 0.3, max: 1.6, noNaN: true }),
    poolAverage: fc.double({ min: 0.5, max: 3, noNaN: true }),
    capacityFactor: fc.double({ min: 0.5, max: 2, noNaN: true }),
    outlook: fc.double({ min: 0.2, max: 1.2, noNaN: true }),
  })
  .map(({ sums, hoursInLevel, exposurePerImpression, ...rest }) => ({
    noteId: 'a-note',
    ...rest,
    exposure: rest.counts.impressions * exposurePerImpression,
    peers: learnPeers([sums], platformStated, rest.category),
    enteredAt: 1_800_000_000_000,
    now: 1_800_000_000_000 + hoursInLevel * 3_600_000,
  }));

const policy = fc.constantFrom(...presets);
const positive = ['clicks', 'likes', 'collects', 'comments', 'shares', 'follows'] as const;

describe('for any evidence', () => {
  it('more of any positive engagement never makes a pass less likely', () => {
    fc.assert(
      fc.property(
        evidence,
        fc.constantFrom(...gateless),
        fc.constantFrom(...positive),
        fc.integer({ min: 1, max: 500 }),
        (run, rules, kind, more) => {
          const { impressions, clicks } = run.counts;
          fc.pre(run.counts[kind] + more <= (kind === 'clicks' ? impressions : clicks));
          const better = { ...run, counts: { ...run.counts, [kind]: run.counts[kind] + more } };
          const before = decidePool(run, rules);
          const after = decidePool(better, rules);
          // An open without a like is a little news against the content, too: a thousandth at the most, and only
          // where the note is far below its bar anyway; it never turns a verdict.
          expect(after.estimate.probabilityAbove).toBeGreaterThanOrEqual(
            before.estimate.probabilityAbove - 1e-3,
          );
          expect(rank[after.outcome]).toBeGreaterThanOrEqual(rank[before.outcome]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('money buys no verdict: paid evidence changes nothing at all', () => {
    fc.assert(
      fc.property(evidence, counts, policy, (run, bought, rules) => {
        expect(decidePool({ ...run, paidCounts: bought }, rules)).toEqual(decidePool(run, rules));
      }),
    );
  });

  it('a replay from storage gives the very same verdict', () => {
    fc.assert(
      fc.property(evidence, policy, (run, rules) => {
        const stored: unknown = JSON.parse(JSON.stringify({ run, rules }));
        const { run: again, rules: then } = stored as { run: PoolEvidence; rules: typeof rules };
        const verdict = decidePool(run, rules);
        expect(decidePool(again, then)).toEqual(verdict);
        expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
      }),
    );
  });

  it('a note climbs one level at a time, never back, never beyond the last', () => {
    fc.assert(
      fc.property(evidence, policy, (run, rules) => {
        const { outcome, toLevel } = decidePool(run, rules);
        expect(toLevel).toBe(outcome === 'pass' ? run.level + 1 : run.level);
        expect(toLevel).toBeLessThanOrEqual(finalLevel(rules));
      }),
    );
  });

  it('a note that is limited, rejected or not yet audited never passes', () => {
    const heldBack = fc.constantFrom(...auditStates.filter((state) => state !== 'passed'));
    fc.assert(
      fc.property(evidence, heldBack, policy, (run, auditState, rules) => {
        expect(decidePool({ ...run, auditState }, rules).outcome).not.toBe('pass');
      }),
    );
  });

  it('the interval lies around the lift and a running pool is looked at again', () => {
    fc.assert(
      fc.property(evidence, policy, (run, rules) => {
        const { estimate, outcome, nextCheckAt, sample, target } = decidePool(run, rules);
        expect(estimate.low).toBeLessThanOrEqual(estimate.high);
        expect(estimate.probabilityAbove).toBeGreaterThanOrEqual(0);
        expect(estimate.probabilityAbove).toBeLessThanOrEqual(1);
        if (outcome !== 'wait') expect(nextCheckAt).toBeNull();
        else expect(nextCheckAt).toBeLessThanOrEqual(Math.max(target, sample));
      }),
    );
  });

  it('the counterfactual of a verdict really is the other verdict', () => {
    fc.assert(
      fc.property(evidence, fc.constantFrom(...gateless), (run, rules) => {
        const { outcome, counterfactuals } = decidePool(run, rules);
        const change =
          outcome === 'pass' ? -(counterfactuals.opensToStop ?? 0) : (counterfactuals.opensToPass ?? 0);
        if (change === 0) return;
        const imagined = { ...run, counts: { ...run.counts, clicks: run.counts.clicks + change } };
        expect(decidePool(imagined, rules).outcome === 'pass').toBe(outcome !== 'pass');
      }),
      { numRuns: 500 },
    );
  });
});

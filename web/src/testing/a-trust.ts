import type { CalibrationView, ConservationView, FairnessView, IdentityView } from '@poolrise/contracts';

const shareOf = (successes: number, trials: number) => ({
  trials,
  successes,
  share: trials > 0 ? successes / trials : null,
  low: Math.max(0, successes / Math.max(1, trials) - 0.02),
  high: Math.min(1, successes / Math.max(1, trials) + 0.02),
});
const asOf = '2026-11-24T08:00:00Z';

export function aCalibration(changes: Partial<CalibrationView> = {}): CalibrationView {
  return {
    asOf,
    days: 30,
    stated: 0.8,
    limits: { verdicts: 5_000, boosts: 500, chances: 2_000 },
    enoughFrom: 30,
    intervals: shareOf(983, 1_240),
    groups: [
      {
        ...shareOf(620, 800),
        kind: 'lift',
        level: 0,
        levelName: { zh: '保量池', en: 'Guaranteed' },
        drift: 0.93,
      },
      { ...shareOf(9, 12), kind: 'boost-reads', level: null, levelName: null, drift: null },
    ],
    curve: [
      { ...shareOf(496, 1_240), stated: 0.4 },
      { ...shareOf(983, 1_240), stated: 0.8 },
    ],
    scores: [
      { kind: 'lift', forecasts: 620, crps: 0.225, naive: 0.306, skill: 0.265 },
      { kind: 'hook', forecasts: 620, crps: 0.154, naive: 0.279, skill: 0.448 },
    ],
    chances: {
      forecasts: 400,
      score: 0.098,
      reliability: 0.013,
      resolution: 0.155,
      uncertainty: 0.24,
      bins: [
        { ...shareOf(0, 0), from: 0, to: 0.1, stated: null },
        { ...shareOf(30, 40), from: 0.7, to: 0.8, stated: 0.75 },
      ],
    },
    told: {
      told: 320,
      passed: 150,
      brier: 0.221,
      baseBrier: 0.249,
      bins: [{ ...shareOf(64, 100), from: 0.6, to: 0.7, stated: 0.65 }],
      held: { bins: 1, inside: 1 },
    },
    ...changes,
  };
}

export function aFairness(changes: Partial<FairnessView> = {}): FairnessView {
  return {
    asOf,
    days: 30,
    limit: 20_000,
    notes: 5_000,
    creators: 1_876,
    impressions: 42_411,
    gini: 0.888,
    lorenz: [
      { share: 0, got: 0 },
      { share: 0.5, got: 0.02 },
      { share: 1, got: 1 },
    ],
    smallShare: 0.872,
    claimedSmallShare: 0.5,
    smallNotesShare: 0.894,
    parity: { value: 0.98, low: 0.89, high: 1.08, notes: 484 },
    judgedNotes: 4_838,
    bands: [
      { band: 4, group: 'small', notes: 860, ratio: 0.991 },
      { band: 4, group: 'head', notes: 12, ratio: 1.21 },
    ],
    groups: [
      {
        dimension: 'followers',
        group: 'small',
        notes: 4_318,
        impressions: 36_000,
        exposureShare: 0.872,
        meritShare: 0.893,
        ratio: 0.976,
      },
      {
        dimension: 'followers',
        group: 'waist',
        notes: 6,
        impressions: 14,
        exposureShare: 0.001,
        meritShare: 0.002,
        ratio: 0.29,
      },
      {
        dimension: 'cityTier',
        group: 'new_tier1',
        notes: 900,
        impressions: 9_000,
        exposureShare: 0.2,
        meritShare: 0.2,
        ratio: 1,
      },
    ],
    promise: shareOf(4_800, 4_838),
    hoursToFirst100: { half: 14.2, mostly: 23.9 },
    newNoteCtr: 0.081,
    ...changes,
  };
}

export const anIdentity = (changes: Partial<IdentityView> = {}): IdentityView => ({
  key: 'runs',
  compared: 120,
  left: 37_000,
  right: 37_000,
  different: 0,
  examples: [],
  ...changes,
});

export function aConservation(changes: Partial<ConservationView> = {}): ConservationView {
  return {
    asOf,
    from: '2026-11-17T08:00:00Z',
    days: 7,
    impressions: 37_000,
    flow: [
      { rail: 'guaranteed', level: 0, fate: 'pass', impressions: 7_000 },
      { rail: 'organic', level: 1, fate: 'stop', impressions: 20_000 },
      { rail: 'paid', level: 1, fate: 'open', impressions: 10_000 },
    ],
    levels: [
      { level: 0, name: { zh: '保量池', en: 'Guaranteed' } },
      { level: 1, name: { zh: '初始流量池', en: 'First pool' } },
      { level: 2, name: { zh: '千级流量池', en: 'Thousand' } },
    ],
    slots: { pages: 2_000, served: 20_000, seen: 14_000, held: 0, unseen: 5_900, open: 100 },
    limits: { pages: 2_000, notes: 5_000 },
    identities: [anIdentity({ key: 'slots' }), anIdentity()],
    ...changes,
  };
}

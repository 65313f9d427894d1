import type {
  PlanForecastView,
  RewardDeskClaim,
  RewardDeskPlan,
  RewardPlanOutlook,
} from '@poolrise/contracts';
import { hence } from './an-order';

const likely = (middle: number) => ({
  low: Math.round(middle * 0.7),
  middle,
  high: Math.round(middle * 1.4),
});
const mean = (value: number, half: number | null = 1) => ({ value, half });

export const aForecast: PlanForecastView = {
  creators: 2_000,
  eligible: likely(900),
  enrolled: likely(270),
  achieved: likely(120),
  issued: likely(100),
  costs: [
    { kind: 'cash', cents: likely(800_000) },
    { kind: 'voucher-impressions', cents: likely(180_000) },
  ],
  totalCents: likely(980_000),
  mostCents: 2_200_000,
  runsOut: { chance: 0.32, day: { low: 9, middle: 11, high: 13 } },
  course: [
    { day: 7, issued: likely(30) },
    { day: 14, issued: likely(100) },
  ],
};

export const anOutlook: RewardPlanOutlook = {
  forecast: aForecast,
  abuse: {
    withoutHolds: {
      honest: mean(90),
      abusers: [
        { kind: 'follower-farm', issued: mean(4) },
        { kind: 'note-spam', issued: mean(9) },
      ],
      abuseCents: mean(130_000),
      abuseShare: mean(0.126, 0.02),
    },
    withHolds: {
      honest: mean(89),
      abusers: [
        { kind: 'follower-farm', issued: mean(1) },
        { kind: 'note-spam', issued: mean(8) },
      ],
      abuseCents: mean(90_000),
      abuseShare: mean(0.091, 0.02),
    },
    honestHeld: mean(0.031, 0.004),
    honestRefused: mean(0.002, 0.001),
    abuseHeld: mean(0.4, 0.05),
    steps: [
      { key: 'ask-reads', value: 450, savedCents: mean(70_000), honestLost: mean(3) },
      { key: 'tie-account', value: 1, savedCents: mean(0), honestLost: mean(2) },
    ],
  },
  pastPlans: 0,
  asOf: hence(0),
};

export const aDeskPlan = (changes: Partial<RewardDeskPlan> = {}): RewardDeskPlan => ({
  id: '99999999-0000-4000-8000-0000000000d1',
  name: { zh: '冬日热饮冲刺', en: 'Winter drinks sprint' },
  state: 'open',
  opensAt: hence(-48),
  closesAt: hence(24 * 12),
  quota: 200,
  issued: 12,
  held: 2,
  enrolled: 60,
  costCents: 110_000,
  expectedCents: likely(980_000),
  version: 3,
  terms: {
    name: { zh: '冬日热饮冲刺', en: 'Winter drinks sprint' },
    summary: { zh: '两篇热饮笔记', en: 'Two notes about hot drinks' },
    opensAt: hence(-48),
    closesAt: hence(24 * 12),
    lateHours: 48,
    claimDays: 7,
    quota: 200,
    eligibility: {
      followersMin: 300,
      followersMax: null,
      categories: ['food'],
      notesInDays: { notes: 2, days: 30 },
      noViolationDays: 30,
      growthLevelMin: null,
      accountTied: true,
    },
    tasks: [
      { kind: 'publish', notes: 2, topicTag: '热饮' },
      { kind: 'reads', total: 800 },
    ],
    rewards: [{ kind: 'cash', cents: 8_000 }],
  },
  begun: 40,
  achieved: 20,
  claimed: 15,
  refused: 1,
  revoked: 0,
  forecast: aForecast,
  forecastAt: hence(-48),
  createdBy: 'Ops',
  asOf: hence(0),
  ...changes,
});

export const aDeskClaim = (changes: Partial<RewardDeskClaim> = {}): RewardDeskClaim => ({
  id: '99999999-0000-4000-8000-0000000000d2',
  planId: '99999999-0000-4000-8000-0000000000d1',
  planName: { zh: '冬日热饮冲刺', en: 'Winter drinks sprint' },
  deskName: '阿茶的工作台',
  creatorId: '99999999-0000-4000-8000-000000000009',
  creatorName: '阿茶',
  followers: 8_600,
  state: 'held',
  holdReasons: ['quarantined-traffic', 'few-readers', 'shared-person'],
  claimedAt: hence(-3),
  worthCents: 11_000,
  evidence: { notes: 2, reads: 900, quarantined: 100, opened: 900, readers: 210, sharedDesks: 3 },
  reason: null,
  decidedBy: null,
  decidedAt: null,
  ...changes,
});

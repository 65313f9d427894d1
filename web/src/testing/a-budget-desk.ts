import { bodyExamples, type BudgetDesk, type BudgetPlanView } from '@poolrise/contracts';
import { type BudgetReport, budgetSources, budgetAssumptionKinds } from '@poolrise/domain';

const creatorId = '4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11';
const noteId = '5cc1c1b6-2d0c-4c58-8f43-0d2d5a3f8e12';
const [creator, boost] = [`creator ${creatorId}`, `boost ${noteId}`];

export const aBudgetReport = (changes: Partial<BudgetReport['plan']> = {}): BudgetReport => ({
  plan: {
    budgetCents: 1_000_000,
    spentCents: 998_000,
    leftCents: 2_000,
    giftCents: 5_000,
    value: 14_210,
    bound: 14_500,
    rails: { creators: 200_000, boosts: 798_000, search: 0 },
    options: [
      {
        id: creator,
        rail: 'creators',
        group: 'koc',
        cents: 200_000,
        giftCents: 0,
        value: 9_000,
        low: 2_400,
        high: 18_000,
        perHundred: 450,
        state: 'full',
      },
      {
        id: boost,
        rail: 'boosts',
        group: null,
        cents: 798_000,
        giftCents: 5_000,
        value: 5_210,
        low: 3_800,
        high: 6_900,
        perHundred: 31,
        state: 'in',
      },
      {
        id: 'search 冷泡茶',
        rail: 'search',
        group: null,
        cents: 0,
        giftCents: 0,
        value: 0,
        low: 0,
        high: 0,
        perHundred: 12,
        state: 'out',
      },
    ],
    shadows: {
      budget: 31,
      rails: [{ rail: 'creators', bound: 'max', cents: 200_000, perHundred: 44 }],
      tiers: [],
      ceilingTenth: null,
    },
    next: { id: boost, rail: 'boosts', perHundred: 31, savesForCents: null },
    ...changes,
  },
  frontier: [
    {
      budgetCents: 500_000,
      value: 12_000,
      bound: 12_100,
      rails: { creators: 200_000, boosts: 300_000, search: 0 },
      creators: 1,
      enters: [creator],
    },
    {
      budgetCents: 1_000_000,
      value: 14_210,
      bound: 14_500,
      rails: { creators: 200_000, boosts: 798_000, search: 0 },
      creators: 1,
      enters: [],
    },
  ],
  sureness: {
    draws: 500,
    seed: 1,
    low: 8_100,
    middle: 12_900,
    high: 22_400,
    regret: { mean: 640, worst: 2_050, share: 0.04 },
    stays: [
      { id: creator, share: 0.92 },
      { id: boost, share: 1 },
      { id: 'search 冷泡茶', share: 0.08 },
    ],
  },
});

export const aBudgetPlan = (campaignId: string, changes: Partial<BudgetPlanView> = {}): BudgetPlanView => ({
  id: '6dd1c1b6-2d0c-4c58-8f43-0d2d5a3f8e13',
  campaignId,
  state: 'done',
  asked: bodyExamples.askBudgetPlan,
  requestedAt: '2036-03-01T04:00:00.000Z',
  requestedBy: 'Lin',
  finishedAt: '2036-03-01T04:00:02.000Z',
  report: aBudgetReport(),
  refusal: null,
  options: [
    { id: creator, name: '小满', creatorId, noteId: null, tier: { zh: '素人', en: 'Nano' } },
    { id: boost, name: '一杯好茶的早晨', creatorId: null, noteId, tier: null },
    { id: 'search 冷泡茶', name: '冷泡茶', creatorId: null, noteId, tier: null },
  ],
  budgetCents: 1_200_000,
  goneOut: { creators: 150_000, boosts: 50_000, search: 0 },
  counted: {
    people: 5_000,
    days: 9.5,
    creators: 2,
    withoutReads: 1,
    notes: 1,
    keywords: 1,
    tooQuiet: 0,
    vouchers: 1,
  },
  stale: [],
  change: {
    rails: {
      creators: { before: 900_000, after: 350_000 },
      boosts: { before: 300_000, after: 855_000 },
      search: { before: 0, after: 0 },
    },
    flights: [{ before: 1_200_000, after: 1_205_000 }],
    giftCents: 5_000,
    left: { cents: 2_000, rail: 'boosts' },
  },
  version: 3,
  appliedAt: null,
  ...changes,
});

export const aBudgetDesk = (changes: Partial<BudgetDesk> = {}): BudgetDesk => ({
  asOf: '2036-03-01T04:00:00.000Z',
  usual: bodyExamples.askBudgetPlan,
  people: 5_000,
  sources: budgetAssumptionKinds.map((kind) => {
    const { mark, ...source } = budgetSources[kind];
    return { kind, mark, source };
  }),
  portfolios: [{ id: creatorId, name: '冷泡茶', candidates: 60, requestedAt: '2036-03-01T04:00:00.000Z' }],
  tiers: [{ key: 'koc', name: { zh: '素人', en: 'Nano' } }],
  plan: null,
  ...changes,
});

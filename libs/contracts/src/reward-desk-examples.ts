import type { z } from 'zod';
import type { rewardDeskOperations } from './operations/reward-desk-operations';

type Told = typeof rewardDeskOperations;
type BodyOf<Id extends keyof Told> = Told[Id] extends { body: infer Body extends z.ZodType }
  ? z.input<Body>
  : never;

const terms = {
  name: { zh: '新手成长计划', en: 'First steps' },
  summary: {
    zh: '两周内发布三篇笔记，累计 1,000 次自然阅读，即可领取曝光券。',
    en: 'Publish three notes within two weeks and reach 1,000 organic reads for a voucher of impressions.',
  },
  opensAt: '2026-12-01T02:00:00.000Z',
  closesAt: '2026-12-15T02:00:00.000Z',
  quota: 500,
  eligibility: { followersMax: 5_000, notesInDays: { notes: 2, days: 30 }, noViolationDays: 30 },
  tasks: [
    { kind: 'publish' as const, notes: 3 },
    { kind: 'reads' as const, total: 1_000 },
  ],
  rewards: [{ kind: 'voucher-impressions' as const, impressions: 2_000, validDays: 30 }],
};

/** Bodies for the documentation. */
export const rewardDeskExamples = {
  forecastRewardPlan: { terms },
  draftRewardPlan: { terms, requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d57' },
  changeRewardPlan: { terms: { ...terms, quota: 800 }, version: 1 },
  moveRewardPlan: { move: 'launch', version: 2 },
  widenRewardPlan: { quota: 1_000, closesAt: '2026-12-14T02:00:00.000Z', version: 3 },
  answerRewardClaim: { verdict: 'release', reason: 'The reads came from a mention in a podcast.' },
  revokeRewardClaim: { reason: 'The account was sold after the claim.' },
} satisfies {
  [Id in keyof Told as BodyOf<Id> extends never ? never : Id]: BodyOf<Id>;
};

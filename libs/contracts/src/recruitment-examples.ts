import type { z } from 'zod';
import type { deskOperations } from './operations/desk-operations';
import type { recruitmentOperations } from './operations/recruitment-operations';

type Told = typeof deskOperations & typeof recruitmentOperations;
type BodyOf<Id extends keyof Told> = Told[Id] extends { body: infer Body extends z.ZodType }
  ? z.input<Body>
  : never;

const requestKey = '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d21';

/** Bodies for the documentation. */
export const recruitmentExamples = {
  claimCreator: {
    creatorId: '4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11',
    words: '主页简介里写了 PR-8342。The bio of the home page says PR-8342.',
    requestKey,
  },
  answerDeskClaim: { verdict: 'approved', reason: '主页简介与申请一致 The bio says so' },
  publishRecruitment: {
    name: '冷泡茶夏日 Cold brew in summer',
    brief: '写一杯带出门的冷泡茶，不写功效。A cold brew to take along; no health claims.',
    noteType: 'image',
    category: 'food',
    language: 'zh',
    quoteLeastCents: 80_000,
    quoteMostCents: 150_000,
    wanted: 3,
    applyUntil: '2036-03-10T10:00:00+08:00',
    draftDays: 10,
    withOutline: true,
    protectionDays: 30,
    requirements: {
      followersLeast: 1_000,
      followersMost: 100_000,
      categories: ['food', 'lifestyle'],
      health: 'ordinary',
      withoutUnusual: true,
    },
    requestKey,
  },
  answerApplication: { kind: 'shortlist', version: 1, words: '先看看样稿 a sketch first, please' },
  applyToRecruitment: {
    quoteCents: 120_000,
    words: '我常写早晨的茶。I often write about tea in the morning.',
  },
} satisfies {
  [Id in keyof Told as BodyOf<Id> extends never ? never : Id]: BodyOf<Id>;
};

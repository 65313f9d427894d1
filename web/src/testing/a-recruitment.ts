import type { ApplicantRow, BoardView, DeskClaimRow, RecruitmentView } from '@poolrise/contracts';
import { aCreator } from './a-found-creator';
import { hence, orderRules } from './an-order';

/** Three creators are wanted for 800 to 1,500 yuan; one waits for an answer. */
export function aRecruitment(changes: Partial<RecruitmentView> = {}): RecruitmentView {
  return {
    id: '55555555-0000-4000-8000-000000000001',
    name: '下午三点的茶',
    brandName: 'Lin’s Tea',
    noteType: 'image',
    category: 'food',
    quoteLeastCents: 80_000,
    quoteMostCents: 150_000,
    wanted: 3,
    selected: 0,
    waiting: 1,
    applied: 1,
    state: 'open',
    closedBecause: null,
    applyUntil: hence(5 * 24),
    selectUntil: hence(8 * 24),
    publishedAt: hence(-20),
    brief: '写一杯办公室里的冷泡茶。',
    language: 'zh',
    terms: {
      withSample: false,
      withOutline: true,
      withAdAudit: false,
      effectMode: false,
      protectionDays: 30,
      draftDays: 10,
    },
    requirements: {
      followersLeast: 1_000,
      followersMost: null,
      categories: ['food'],
      health: 'ordinary',
      withoutUnusual: true,
    },
    rules: orderRules,
    cashCents: 200_000,
    asOf: hence(0),
    ...changes,
  };
}

export const anApplicant = (changes: Partial<ApplicantRow> = {}): ApplicantRow => ({
  id: '55555555-0000-4000-8000-00000000000a',
  state: 'applied',
  quoteCents: 100_000,
  totalCents: 110_000,
  words: '我常写早晨的茶',
  answerWords: null,
  appliedAt: hence(-3),
  changedAt: hence(-3),
  version: 1,
  orderId: null,
  unusual: [],
  creator: aCreator({ name: '小满' }),
  ...changes,
});

/** The same as a creator reads it who has not applied. */
export function onBoard(changes: Partial<BoardView> = {}): BoardView {
  const view = aRecruitment();
  return {
    ...{ id: view.id, name: view.name, brandName: view.brandName, noteType: view.noteType },
    ...{ category: view.category, quoteLeastCents: view.quoteLeastCents, wanted: view.wanted },
    ...{ quoteMostCents: view.quoteMostCents, state: view.state, closedBecause: view.closedBecause },
    ...{ applyUntil: view.applyUntil, selectUntil: view.selectUntil, publishedAt: view.publishedAt },
    ...{ brief: view.brief, language: view.language, terms: view.terms, rules: view.rules },
    ...{ requirements: view.requirements, asOf: view.asOf, own: null, unfit: [], ownPriceCents: 90_000 },
    brandVerified: false,
    ...changes,
  };
}

export const aClaim = (changes: Partial<DeskClaimRow> = {}): DeskClaimRow => ({
  id: '55555555-0000-4000-8000-00000000000c',
  state: 'waiting',
  creator: {
    id: '88888888-0000-4000-8000-000000000001',
    name: '小满',
    redId: 'xiaoman_tea',
    platformId: null,
    followers: 8_600,
    categories: ['food'],
    taken: false,
  },
  words: '主页简介里写了 PR-8342',
  askedAt: hence(-5),
  answeredAt: null,
  reason: null,
  deskId: '55555555-0000-4000-8000-00000000000d',
  deskName: '小满的茶桌',
  askedBy: '阿满',
  rivals: 0,
  openOrders: 0,
  ...changes,
});

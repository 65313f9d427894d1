import { platformStated, rulesOf } from '@poolrise/domain';
import type { z } from 'zod';
import { accountExamples } from './account-examples';
import { agencyExamples } from './agency-examples';
import { boostExamples } from './boost-examples';
import { campaignExamples } from './campaign-examples';
import { complianceExamples } from './compliance-examples';
import { guidanceExamples } from './guidance-examples';
import { mediaKitExamples } from './media-kit-examples';
import { noteDraftExamples } from './note-draft-examples';
import { orderExamples } from './order-examples';
import { appealExamples } from './appeal-examples';
import { earningExamples } from './earning-examples';
import { approvalExamples } from './approval-examples';
import { professionalExamples } from './professional-examples';
import { raceExamples } from './race-examples';
import { rewardDeskExamples } from './reward-desk-examples';
import { rewardExamples } from './reward-examples';
import { ruleExamples } from './rule-examples';
import { recruitmentExamples } from './recruitment-examples';
import { reportExamples } from './report-examples';
import { weights, wishes } from './brief-examples';
import type { OperationId, operations } from './operations';
import { budgetExamples } from './budget-examples';
import { stressExamples } from './stress-examples';

type BodyOf<Id extends OperationId> = (typeof operations)[Id] extends { body: infer Body extends z.ZodType }
  ? z.input<Body>
  : never;

/** A ladder of two levels, so that the documentation can show it whole. */
const stated = rulesOf(platformStated);
const rules = {
  ...stated,
  citations: [],
  levels: stated.levels.slice(0, 2),
  gates: [],
  prior: { ...stated.prior, categoryRates: { default: stated.prior.categoryRates.default } },
} as never;

/** One good body for every operation that takes one; the documentation shows it, and specs make bad ones out of it. */
export const bodyExamples: { [Id in OperationId as BodyOf<Id> extends never ? never : Id]: BodyOf<Id> } = {
  ...accountExamples,
  feed: {
    placement: 'discovery',
    reader: {
      id: 'reader-7f3a',
      ageBand: '25-34',
      gender: 'female',
      cityTier: 'tier1',
      interests: ['food', 'travel'],
    },
    size: 10,
  },
  engagements: {
    events: [
      {
        id: '6a1d4cf2-5f0e-4d3a-9a53-0c1f7f7d1b10',
        token: 'the token that came with the slot',
        kind: 'impression',
      },
    ],
  },
  publishNote: {
    creatorId: '4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11',
    type: 'image',
    title: '春茶开箱｜明前龙井怎么泡',
    body: '八十度水，先闻香再出汤。新手也能泡出豆花香。',
    topics: ['春茶', '龙井'],
    category: 'food',
    language: 'zh',
    disclosure: 'own_brand',
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d01',
  },
  createCreatorList: { name: '春茶候选', purpose: '四月明前茶投放，初级达人为主' },
  changeCreatorList: { name: '春茶候选（二轮）', purpose: '已报价' },
  addToCreatorList: {
    entries: [
      { creatorId: '4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11', note: '档期四月中', tags: ['茶', '已联系'] },
    ],
  },
  removeFromCreatorList: { creatorIds: ['4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11'] },
  annotateListEntry: { note: '报价含一次修改', tags: ['已报价'] },
  markCreator: {
    favourite: true,
    blacklistedReason: '两次延期交付',
    note: '沟通走 MCN',
    tags: ['茶'],
  },
  saveSearch: {
    name: '初级茶饮博主',
    query: 'category=food&subCategory=drinks&followers=5000..50000&sort=readsMedian',
    shared: true,
  },
  chooseTierScheme: { schemeId: 'newrank' },
  answerReview: {
    verdict: 'limited',
    reason: '“根治” is a medical promise; fine among friends, not in the feed.',
  },
  answerQuarantine: { verdict: 'release', reason: 'A livestream: everybody opened the one note it showed.' },
  ...boostExamples,
  ...appealExamples,
  ...earningExamples,
  ...approvalExamples,
  ...raceExamples,
  ...agencyExamples,
  ...ruleExamples,
  topUp: {
    cents: 50_000,
    reference: 'Bank transfer 2026-11-23',
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d03',
  },
  refuseTopUp: { reason: 'The bank statement shows another amount' },
  setApprovalLimit: { approvalAboveCents: 5_000_000, commitAboveCents: 1_000_000 },
  setInvoiceBuyer: {
    name: '杭州林家茶业有限公司',
    taxNumber: '91330106MA2CFL8X4K',
    address: '杭州市西湖区龙井路 18 号',
  },
  takeStatement: { from: '2026-11-01', to: '2026-11-30', format: 'xlsx', language: 'zh-CN' },
  writePolicy: {
    basedOnId: '7c0d9a12-5b1e-4f0c-8f53-5d2a1e4b6f31',
    document: rules,
    why: 'Little more than even odds are enough',
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d04',
  },
  previewPolicy: { document: rules, days: 7 },
  askPolicyReplay: { document: rules, days: 7, requestKey: '9c1f7a52-3c1d-4e0b-8a55-6d2a1e4b6f47' },
  activatePolicy: {
    inForceId: '7c0d9a12-5b1e-4f0c-8f53-5d2a1e4b6f31',
    why: 'Passed more good notes on a tenth of them',
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d05',
    confirmStops: 120,
  },
  rollBackPolicy: {
    inForceId: '7c0d9a12-5b1e-4f0c-8f53-5d2a1e4b6f31',
    why: 'Too few notes pass',
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d06',
  },
  startCanary: {
    share: 0.1,
    why: 'Try it on a tenth first',
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d07',
  },
  endCanary: { outcome: 'ended', why: 'Nothing seen after a week', confirmStops: 120 },
  foundClient: { name: '青屿咖啡', category: 'food', brands: ['青屿 Islet'] },
  letIntoClient: { personId: '5d2a1e4b-6f31-4c0f-8f53-7c0d9a125b1e', role: 'marketer' },
  addContact: {
    creatorId: '4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11',
    imageCents: 280_000,
    videoCents: 420_000,
    rebateBasisPoints: 1_500,
    validFrom: '2026-10-01',
    validTo: '2026-12-31',
    state: 'negotiating',
    ownerId: null,
    note: 'Prefers a draft a week ahead.',
  },
  changeContact: {
    imageCents: 260_000,
    videoCents: null,
    rebateBasisPoints: 2_000,
    validFrom: null,
    validTo: '2027-03-31',
    state: 'agreed',
    ownerId: null,
    note: 'Agreed for the whole season.',
  },
  addCooperation: {
    day: '2026-10-08',
    clientName: '林家茶',
    priceCents: 250_000,
    result: '18,400 reads, on time',
  },
  writeProposal: {
    name: '春季新品 Spring launch',
    message: 'Six creators for the first wave.',
    items: [
      {
        creatorId: '4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11',
        kind: 'image',
        notes: 1,
        priceCents: 320_000,
        note: 'With two pictures of the cup.',
      },
    ],
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d08',
  },
  previewProposal: {
    items: [
      {
        creatorId: '4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11',
        kind: 'video',
        notes: 2,
        priceCents: 640_000,
        note: '',
      },
    ],
  },
  writeProposalVersion: {
    basedOn: 1,
    message: 'One creator replaced as you asked.',
    items: [
      {
        creatorId: '4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11',
        kind: 'image',
        notes: 2,
        priceCents: 600_000,
        note: 'A second note in May.',
      },
    ],
    share: true,
  },
  shareProposalVersion: { version: 2 },
  archiveProposal: { archived: true },
  creatorTerms: { creatorIds: ['4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11'] },
  printSharedProposal: {
    token: 'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c',
    password: 'islet-coffee',
    version: 2,
    language: 'zh-CN',
  },
  openProposalLink: { days: 14, password: 'islet-coffee' },
  seeSharedProposal: { token: 'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c', password: 'islet-coffee' },
  answerProposal: {
    token: 'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c',
    password: 'islet-coffee',
    version: 2,
    itemId: '9d7b3c52-1f64-4a3b-8a53-7c2a1e4b6f20',
    seen: 0,
    verdict: 'replace',
    comment: 'Somebody with more readers in Chengdu, please.',
    name: 'Su Qing',
  },
  commentProposal: {
    token: 'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c',
    password: 'islet-coffee',
    version: 2,
    comment: 'The budget is fine with us.',
    name: 'Su Qing',
  },
  writeBrief: { wishes, requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d08' },
  changeBrief: { wishes, version: 1 },
  matches: { weights, offset: 0, limit: 20 },
  lift: { weights, place: 1 },
  askPortfolio: {
    wishes: {
      budgetCents: 5_000_000,
      top: 200,
      creatorIds: null,
      mixPreset: 'make-up-2022',
      ownMix: null,
      mixTolerance: 0.1,
      mustHaveIds: [],
      excludedIds: [],
      maxCreators: 20,
      maxPerCategory: 10,
      counting: 'followers',
      boosts: null,
    },
    requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d09',
  },
  ...stressExamples,
  ...budgetExamples,
  reach: {
    creatorIds: ['4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11'],
    target: { genders: ['female'], ages: ['18-24'] },
  },
  mapImport: {
    mapping: {
      sheets: [
        {
          sheet: 'Sheet1',
          headerRows: [2],
          mapping: {
            kind: 'P1',
            record: 'note-snapshot',
            columns: [
              { position: 0, header: '笔记ID', use: 'field', field: 'noteId', options: {} },
              { position: 1, header: '曝光量', use: 'field', field: 'impressions', options: {} },
              { position: 2, header: '博主昵称', use: 'dropped', field: 'nickname', options: {} },
            ],
            constants: {},
          },
        },
      ],
      dataDay: '2036-03-20',
      capturedAt: null,
      noteId: null,
    },
  },
  chooseCreator: {
    observedCreatorId: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d12',
    creatorId: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d13',
    sameAs: null,
  },
  dropCreatorChoice: { nameKey: 'vendor\u001fV1\u001f88121' },
  dropChoice: { nameKey: '春茶开箱\u001f2026-10-05' },
  chooseNote: { nameKey: '一杯好茶的早晨\u001f2036-03-02', noteId: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d11' },
  keepImport: { keptUntil: '2037-03-31' },
  setImportRetention: { months: 24 },
  keepImportTemplate: { importId: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d10', name: '每月投后表 Monthly sheet' },
  ...reportExamples,
  ...complianceExamples,
  ...guidanceExamples,
  ...noteDraftExamples,
  ...mediaKitExamples,
  ...orderExamples,
  ...campaignExamples,
  ...recruitmentExamples,
  ...professionalExamples,
  ...rewardExamples,
  ...rewardDeskExamples,
  addTopic: {
    week: '2036-03-10',
    category: 'food',
    tag: '冷泡茶',
    titleZh: '一杯冷泡茶',
    titleEn: 'A cup of cold brew',
  },
  curateTopic: { state: 'published', pinned: true, titleZh: '一杯冷泡茶', titleEn: 'A cup of cold brew' },
  askReplay: {
    change: { kind: 'verdict', level: 2, ruling: 'pass' },
    requestKey: '5b1d4c1e-8f5e-4d0c-9f60-3b7a0c9d2e11',
  },
  askOneMoreVoucher: {
    noteId: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d11',
    voucherId: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d14',
    startsInHours: 0,
    durationHours: 24,
    worlds: 400,
    seed: 1,
    assumed: [],
    requestKey: '5b1d4c1e-8f5e-4d0c-9f60-3b7a0c9d2e12',
  },
};

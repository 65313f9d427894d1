import type { z } from 'zod';
import type { briefTemplateOperations } from './operations/brief-template-operations';
import type { orderOperations } from './operations/order-operations';
import type { voucherDeskOperations } from './operations/voucher-desk-operations';

type Operations = typeof orderOperations & typeof briefTemplateOperations & typeof voucherDeskOperations;

type BodyOf<Id extends keyof Operations> = Operations[Id] extends {
  body: infer Body extends z.ZodType;
}
  ? z.input<Body>
  : never;

const requestKey = '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d20';

const template = {
  goal: '写一个用冷泡茶开始的早晨。',
  sellingPoints: ['冷泡不涩'],
  must: ['写明水温和时长'],
  mustNot: ['功效'],
  components: ['comment-search' as const],
  disclosure: '标注合作',
  category: 'food' as const,
  language: 'zh' as const,
  noteType: 'image' as const,
  withSample: true,
  withOutline: false,
  withAdAudit: false,
  effectMode: false,
  protectionDays: 30,
  revisionsMost: 2,
  rights: null,
};

/** Bodies for the documentation. */
export const orderExamples = {
  inviteCreator: {
    creatorId: '4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11',
    name: '春茶上新 Spring tea',
    brief: '一杯茉莉冷泡茶，从早晨写起；不写功效。A morning with cold-brewed jasmine tea; no health claims.',
    noteType: 'image',
    category: 'food',
    language: 'zh',
    quoteCents: 300_000,
    withOutline: true,
    protectionDays: 30,
    rights: { channels: ['platform-ads', 'own-media'], territory: 'mainland', editsAllowed: true, days: 180 },
    draftDueAt: '2036-03-10T10:00:00+08:00',
    requestKey,
  },
  moveOrder: {
    kind: 'counter',
    quoteCents: 360_000,
    version: 1,
    words: '含二次剪辑 with one re-cut',
    requestKey,
  },
  handInDraft: {
    title: '一杯好茶的早晨',
    body: '六点半，水刚好凉到八十度。',
    topics: ['冷泡茶'],
    version: 3,
    requestKey,
  },
  giveSampleAddress: {
    address: {
      recipient: '周小满',
      phone: '13800001234',
      province: 'zhejiang',
      street: '杭州市西湖区龙井路 1 号',
    },
    version: 2,
    requestKey,
  },
  commentDraft: {
    draftVersion: 1,
    anchor: { field: 'body', from: 0, to: 3 },
    words: '时间再早一点更像清晨 earlier, please',
    requestKey,
  },
  writeBriefTemplate: { name: '春茶图文 Spring tea', content: template, requestKey },
  changeBriefTemplate: { name: '春茶图文 Spring tea', content: template, version: 1 },
  grantVouchers: {
    workspaceIds: ['4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11'],
    name: '新客满减 First boost',
    kind: 'fixed',
    faceCents: 5_000,
    minimumBudgetCents: 10_000,
    validFrom: '2036-03-01T00:00:00+08:00',
    expiresAt: '2036-03-31T23:59:59+08:00',
    reason: '新客礼 Welcome',
    requestKey,
  },
  revokeVoucher: { reason: '误发 Granted by mistake' },
  judgeOrder: { kind: 'pass-audit', version: 4, requestKey },
} satisfies {
  [Id in keyof Operations as BodyOf<Id> extends never ? never : Id]: BodyOf<Id>;
};

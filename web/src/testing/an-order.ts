import type { DraftComment, OrderDraft, OrderRow, OrderStep, OrderView } from '@poolrise/contracts';
import { extensionRulesOn, orderRulesOn, priceOrder } from '@poolrise/domain';

const hourMs = 3_600_000;
export const hence = (hours: number): string => new Date(Date.now() + hours * hourMs).toISOString();

export const orderRules = orderRulesOn('2026-11-26');

/** An invitation of 5,000 yuan that waits for the creator. */
export function anOrderRow(changes: Partial<OrderRow> = {}): OrderRow {
  return {
    id: '77777777-0000-4000-8000-000000000001',
    name: '春茶上新',
    mode: 'custom',
    state: 'invited',
    side: 'brand',
    brandName: 'Lin’s Tea',
    creatorId: '88888888-0000-4000-8000-000000000001',
    creatorName: '小满',
    noteType: 'image',
    price: priceOrder(500_000, { effectMode: false }, orderRules),
    waitsFor: 'creator',
    dueAt: hence(70),
    draftDueAt: hence(7 * 24),
    protectionEndsAt: null,
    rejections: 0,
    sampleTrouble: null,
    changedAt: hence(-2),
    version: 1,
    ...changes,
  };
}

export function anOrderStep(changes: Partial<OrderStep> = {}): OrderStep {
  return {
    at: hence(-2),
    actor: 'brand',
    by: '林晓',
    kind: 'invite',
    words: '',
    quoteCents: null,
    protectionDays: null,
    terms: null,
    until: null,
    day: null,
    creatorBasisPoints: null,
    state: 'invited',
    ...changes,
  };
}

export function anOrder(changes: Partial<OrderView> = {}): OrderView {
  return {
    ...anOrderRow(),
    verified: { brand: true, creator: false },
    brief: '写清回甘和冲泡方法，不提功效。',
    category: 'food',
    language: 'zh',
    terms: {
      withSample: false,
      withOutline: false,
      withAdAudit: false,
      effectMode: false,
      centsPerThousandReads: null,
      rights: null,
      revisionsMost: 3,
    },
    rules: orderRules,
    offer: { by: 'brand', quoteCents: 500_000, protectionDays: 30 },
    heldCents: 550_000,
    publishedAt: null,
    rightsUntil: null,
    extension: null,
    extensions: [],
    sample: null,
    extensionRules: extensionRulesOn('2026-11-26'),
    campaign: null,
    request: null,
    mayRemove: false,
    note: null,
    payment: null,
    drafts: [],
    comments: [],
    findings: null,
    history: [anOrderStep({ quoteCents: 500_000, protectionDays: 30 })],
    legal: ['withdraw'],
    ...changes,
  };
}

export const aDraft = (changes: Partial<OrderDraft> = {}): OrderDraft => ({
  version: 1,
  kind: 'draft',
  title: '清晨的第一杯春茶',
  body: '这款茶三天见效。入口很香，回甘持久。',
  topics: ['春茶'],
  media: [],
  cover: null,
  at: hence(-5),
  by: '小满',
  answer: null,
  ...changes,
});

export const aDraftComment = (changes: Partial<DraftComment> = {}): DraftComment => ({
  id: '99999999-0000-4000-8000-00000000000a',
  draftVersion: 1,
  anchor: { field: 'body', from: 0, to: 8 },
  quoted: '这款茶三天见效。',
  words: '不要写功效',
  at: hence(-3),
  by: '林晓',
  side: 'brand',
  ...changes,
});

/** The second draft waits for the brand; the first was sent back with a comment. */
export function anOrderInReview(changes: Partial<OrderView> = {}): OrderView {
  return anOrder({
    state: 'brand-review',
    waitsFor: 'brand',
    rejections: 1,
    version: 8,
    drafts: [
      aDraft({ answer: 'sent-back' }),
      aDraft({ version: 2, body: '这款茶入口很香，回甘持久。', at: hence(-1) }),
    ],
    comments: [aDraftComment()],
    history: [
      anOrderStep({ at: hence(-60), quoteCents: 500_000, protectionDays: 30 }),
      anOrderStep({ at: hence(-50), kind: 'counter', actor: 'creator', by: '小满', quoteCents: 600_000 }),
      anOrderStep({ at: hence(-40), kind: 'accept', state: 'draft-due' }),
      anOrderStep({
        at: hence(-30),
        kind: 'submit-draft',
        actor: 'creator',
        by: '小满',
        state: 'platform-audit',
      }),
      anOrderStep({ at: hence(-29), kind: 'pass-audit', actor: 'platform', by: null, state: 'brand-review' }),
      anOrderStep({ at: hence(-20), kind: 'send-back', words: '去掉功效', state: 'draft-due' }),
      anOrderStep({
        at: hence(-2),
        kind: 'submit-draft',
        actor: 'creator',
        by: '小满',
        state: 'platform-audit',
      }),
      anOrderStep({ at: hence(-1), kind: 'pass-audit', actor: 'platform', by: null, state: 'brand-review' }),
    ],
    legal: ['approve', 'send-back', 'cancel', 'dispute'],
    ...changes,
  });
}

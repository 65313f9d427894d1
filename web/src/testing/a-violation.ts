import type { AppealOutcomes, AppealRow, AppealView, ViolationRow } from '@poolrise/contracts';
import { violationRules } from '@poolrise/domain';

const id = '55555555-0000-4000-8000-000000000001';

export const anAppeal = (changes: Partial<AppealView> = {}): AppealView => ({
  id,
  state: 'open',
  reason: '说的是店名，不是联系方式',
  askedAt: new Date(Date.now() - 3_600_000).toISOString(),
  dueAt: new Date(Date.now() + 71 * 3_600_000).toISOString(),
  answer: null,
  decidedAt: null,
  decidedAlone: false,
  ...changes,
});

export const aViolation = (changes: Partial<ViolationRow> = {}): ViolationRow => ({
  noteId: '44444444-0000-4000-8000-000000000001',
  title: '想要教程的加微信',
  language: 'zh',
  coverHue: 120,
  coverUrl: null,
  publishedAt: new Date(Date.now() - 7_200_000).toISOString(),
  foundAt: new Date(Date.now() - 7_200_000).toISOString(),
  kind: 'off-platform',
  words: ['加微信'],
  rule: violationRules['off-platform'],
  verdict: 'limited',
  reviewReason: null,
  appealUntil: new Date(Date.now() + 14 * 86_400_000).toISOString(),
  appeal: null,
  ...changes,
});

export const anAppealRow = (changes: Partial<AppealRow> = {}): AppealRow => ({
  ...anAppeal(),
  noteId: '44444444-0000-4000-8000-000000000001',
  title: '想要教程的加微信',
  body: '教程在主页',
  topics: [],
  language: 'zh',
  coverHue: 120,
  coverUrl: null,
  workspaceName: '小满的茶桌',
  creator: { id, name: '小满', redId: 'xiaoman', followers: 1200 },
  kind: 'off-platform',
  words: ['加微信'],
  rule: violationRules['off-platform'],
  verdict: 'limited',
  foundAt: new Date(Date.now() - 7_200_000).toISOString(),
  reviewer: null,
  mayDecide: true,
  alone: false,
  decidedBy: null,
  ...changes,
});

export const someOutcomes = (changes: Partial<AppealOutcomes> = {}): AppealOutcomes => ({
  asOf: '2026-11-26T08:00:00Z',
  from: '2025-11-26T08:00:00Z',
  sampleMin: 20,
  hoursMedian: 18.5,
  kinds: [
    { kind: 'off-platform', decided: 5, upheld: 2, open: 1, share: 0.4, low: 0.12, high: 0.77 },
    { kind: 'by-person', decided: 0, upheld: 0, open: 0, share: null, low: 0, high: 1 },
  ],
  ...changes,
});

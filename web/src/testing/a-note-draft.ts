import type { NoteDraftRow, NoteDraftView } from '@poolrise/contracts';

export const draftId = '55555555-0000-4000-8000-000000000001';

/** A draft as its editor gets it; what matters to a test is said by it. */
export const aNoteDraft = (changes: Partial<NoteDraftView> = {}): NoteDraftView => ({
  id: draftId,
  state: 'draft',
  type: 'text',
  title: '一杯好茶的早晨',
  body: '六点半，水刚好凉到八十度。',
  topics: ['冷泡茶'],
  category: 'food',
  language: 'zh',
  disclosure: 'none',
  aiLabel: 'none',
  products: [],
  media: [],
  cover: null,
  weeklyTopicId: null,
  version: 3,
  changedBy: 'Xiaoman',
  changedAt: '2026-11-26T04:03:00Z',
  scheduledFor: null,
  failure: null,
  noteId: null,
  publishedAt: null,
  creator: { name: '小满', followers: 1240 },
  firstPoolTarget: 500,
  ...changes,
});

/** A row of the list. */
export const aNoteDraftRow = (changes: Partial<NoteDraftRow> = {}): NoteDraftRow => {
  const { id, state, type, title, category, scheduledFor, failure, noteId, publishedAt, changedAt } =
    aNoteDraft();
  return {
    ...{ id, state, type, title, category, scheduledFor, failure, noteId, publishedAt, changedAt },
    ...{ excerpt: '六点半', coverUrl: null, pictures: 0 },
    ...changes,
  };
};

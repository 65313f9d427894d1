import type { NoteRow } from '@poolrise/contracts';

/** A row of the notes list; what matters to a test is said by it. */
export function aNote(changes: Partial<NoteRow> = {}): NoteRow {
  return {
    id: '33333333-0000-4000-8000-000000000001',
    title: '夏日低糖冷泡茶',
    type: 'image',
    category: 'food',
    language: 'zh',
    coverHue: 24,
    coverUrl: null,
    creator: { id: '44444444-0000-4000-8000-000000000001', name: '小满', redId: 'red1', followers: 1240 },
    publishedAt: '2026-11-20T00:10:00Z',
    disclosure: 'none',
    aiLabel: 'none',
    auditState: 'passed',
    state: 'climbing',
    level: 3,
    levelName: { zh: '万级池', en: 'Ten thousand' },
    levels: 6,
    organicImpressions: 6180,
    paidImpressions: 0,
    reads: 640,
    ctr: 0.1036,
    interactionsLccs: 58,
    lift: 1.28,
    boosted: false,
    ...changes,
  };
}

export function noteId(n: number): string {
  return `33333333-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

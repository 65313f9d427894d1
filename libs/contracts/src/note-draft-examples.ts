import type { z } from 'zod';
import type { noteDraftOperations } from './operations/note-draft-operations';

type Told = typeof noteDraftOperations;
type BodyOf<Id extends keyof Told> = Told[Id] extends { body: infer Body extends z.ZodType }
  ? z.input<Body>
  : never;

const requestKey = '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d21';

/** Bodies for the documentation. */
export const noteDraftExamples = {
  startNoteDraft: { type: 'image', category: 'food', language: 'zh', topics: ['冷泡茶'], requestKey },
  saveNoteDraft: {
    version: 1,
    type: 'text',
    title: '一杯好茶的早晨',
    body: '六点半，水刚好凉到八十度。',
    topics: ['冷泡茶', '早晨'],
    category: 'food',
    language: 'zh',
    disclosure: 'gifted',
    aiLabel: 'none',
    products: [
      {
        title: '茉莉冷泡茶 12 包',
        url: 'https://shop.example.com/tea/12',
        priceCents: 4_900,
        commissionPermyriad: 800,
      },
    ],
    mediaIds: [],
    coverId: null,
  },
  publishNoteDraft: { version: 2, requestKey },
  scheduleNoteDraft: { version: 2, at: '2036-03-01T19:30:00+08:00' },
} satisfies {
  [Id in keyof Told as BodyOf<Id> extends never ? never : Id]: BodyOf<Id>;
};

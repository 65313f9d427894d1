import type { z } from 'zod';
import type { CreateCampaign } from './campaigns';
import type { campaignOperations } from './operations/campaign-operations';

type BodyOf<Id extends keyof typeof campaignOperations> = (typeof campaignOperations)[Id] extends {
  body: infer Body extends z.ZodType;
}
  ? z.input<Body>
  : never;

const plan = {
  name: '春茶上新 Spring tea',
  goal: 'seeding',
  flights: [
    {
      name: '预热 Warm-up',
      from: '2036-02-20T00:00:00+08:00',
      to: '2036-03-01T00:00:00+08:00',
      budgetCents: 600_000,
    },
    {
      name: '3.8 爆发 Peak',
      from: '2036-03-01T00:00:00+08:00',
      to: '2036-03-09T00:00:00+08:00',
      budgetCents: 400_000,
    },
  ],
  rails: { creators: 700_000, boosts: 300_000, search: 0 },
  audience: { genders: ['female'] },
  keywords: [
    { text: '冷泡茶', match: 'phrase' },
    { text: 'iced tea', match: 'broad' },
  ],
  negatives: ['奶茶'],
  kpis: [{ metric: 'clicks', comparison: 'at-least', target: 50_000 }],
  guards: [{ metric: 'noteCpe', comparison: 'at-most', bound: 500, afterImpressions: 1_000 }],
} satisfies Omit<z.input<typeof CreateCampaign>, 'requestKey'>;
const holdout = { share: 0.1, metric: 'readers', minimumEffect: 0.02 } as const;
const boostIds = ['0b9d0f6a-6f4a-4a57-9d0b-2a6c3f1e7b10'];
const orderIds = ['4bb1c1b6-2d0c-4c58-8f43-0d2d5a3f8e11'];
/** Bodies for the documentation. */
export const campaignExamples = {
  createCampaign: { ...plan, requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d21' },
  changeCampaign: { ...plan, version: 1 },
  moveCampaign: { move: 'plan', version: 1 },
  previewHoldout: holdout,
  registerHoldout: holdout,
  previewItemChanges: { action: 'tie', boostIds, orderIds },
  changeItems: { action: 'tie', boostIds, orderIds },
  readCampaignAlerts: { alertIds: ['7c3d6d52-06c8-4f0c-a0fe-2a9c1c9ad1c5'] },
} satisfies {
  [Id in keyof typeof campaignOperations as BodyOf<Id> extends never ? never : Id]: BodyOf<Id>;
};

import type { z } from 'zod';
import type { rewardOperations } from './operations/reward-operations';

type Told = typeof rewardOperations;
type BodyOf<Id extends keyof Told> = Told[Id] extends { body: infer Body extends z.ZodType }
  ? z.input<Body>
  : never;

/** Bodies for the documentation. */
export const rewardExamples = {
  claimReward: { requestKey: '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d56' },
} satisfies {
  [Id in keyof Told as BodyOf<Id> extends never ? never : Id]: BodyOf<Id>;
};

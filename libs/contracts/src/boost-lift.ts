import { liftMetrics } from '@poolrise/domain';
import { z } from 'zod';
import { boostStates } from './boosts';
import { liftFields, registrationFields } from './lift';

export const BoostLiftView = z
  .object({
    ...liftFields,
    boostId: z.uuid(),
    noteId: z.uuid(),
    noteTitle: z.string(),
    state: z.enum(boostStates),
    registration: registrationFields(z.enum(liftMetrics)),
  })
  .meta({ id: 'BoostLiftView' });
export type BoostLiftView = z.infer<typeof BoostLiftView>;

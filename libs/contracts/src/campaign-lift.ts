import { campaignLiftMetrics, campaignStates } from '@poolrise/domain';
import { z } from 'zod';
import { holdoutAskOf, HoldoutPlanView, liftFields, registrationFields } from './lift';
import { instant } from './text';

/** Readers who are shown nothing that the campaign pays for. */
export const RegisterHoldout = holdoutAskOf(campaignLiftMetrics).meta({ id: 'RegisterHoldout' });
export type RegisterHoldout = z.infer<typeof RegisterHoldout>;

/** What a holdout would find out, and what stands in its way; changes nothing. */
export const CampaignHoldoutPreview = z
  .object({
    asOf: instant,
    refusal: z.object({ code: z.string(), remedy: z.string() }).nullable(),
    /** what feed and search of the plan buy together */
    impressions: z.int(),
    windowHours: z.int(),
    /** null while the campaign itself is refused */
    plan: HoldoutPlanView.nullable(),
  })
  .meta({ id: 'CampaignHoldoutPreview' });
export type CampaignHoldoutPreview = z.infer<typeof CampaignHoldoutPreview>;

export const CampaignLiftView = z
  .object({
    ...liftFields,
    campaignId: z.uuid(),
    name: z.string(),
    state: z.enum(campaignStates),
    registration: registrationFields(z.enum(campaignLiftMetrics)).extend({
      /** when the flights were to end as it was registered */
      endsAt: instant,
    }),
    /** when readers were no longer taken in; before `endsAt` when somebody ended the campaign early */
    endedAt: instant.nullable(),
    endedEarly: z.boolean(),
    /** notes that the campaign pays for, so far */
    notes: z.int(),
  })
  .meta({ id: 'CampaignLiftView' });
export type CampaignLiftView = z.infer<typeof CampaignLiftView>;

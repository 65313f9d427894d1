import { z } from 'zod';

/** A campaign by its name, for pages of what belongs to it. */
export const CampaignLink = z.object({ id: z.uuid(), name: z.string() });
export type CampaignLink = z.infer<typeof CampaignLink>;

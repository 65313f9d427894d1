import { planOf, type RegisterHoldout } from '@poolrise/contracts';
import { type CampaignLiftRegistration, campaignLiftTerms, hasBegun } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import type { KeptCampaign } from './kept-campaign.entity';

/** What a campaign has registered, and whether its last reader is still to be taken in or followed. */
export interface KeptHoldout {
  registration: CampaignLiftRegistration;
  startsAt: Date;
  endsAt: Date;
  open: boolean;
}

/** The holdout of a campaign; null without one. */
export async function keptHoldout(
  tx: EntityManager,
  campaignId: string,
  now: Date,
): Promise<KeptHoldout | null> {
  const [kept] = await tx.query<KeptHoldout[]>(
    `select registration, starts_at as "startsAt", ends_at as "endsAt",
            coalesce(ended_at, ends_at) + make_interval(hours => $3) > $2 as open
       from campaign_holdout where campaign_id = $1`,
    [campaignId, now, campaignLiftTerms.windowHours],
  );
  return kept ?? null;
}

/** What was asked for with it, as a screen says it. */
export function askedOf(kept: KeptHoldout | null): RegisterHoldout | null {
  if (!kept) return null;
  const { share, metric, minimumEffect } = kept.registration;
  return { share, metric, minimumEffect };
}

/** Whether one of the campaign's boosts has been shown to readers, or could have been. */
export async function boostBegun(tx: EntityManager, campaignId: string, now: Date): Promise<boolean> {
  const found = await tx.query<unknown[]>(
    `select from boost where campaign_id = $1 and starts_at <= $2 and coalesce(ended_at, $2) > starts_at limit 1`,
    [campaignId, now],
  );
  return found.length > 0;
}

/** Whether readers have been shown something of the campaign, or could have been. */
export const begunOf = async (tx: EntityManager, campaign: KeptCampaign, now: Date): Promise<boolean> =>
  hasBegun(
    {
      state: campaign.state,
      flights: planOf(campaign).flights,
      boostBegun: await boostBegun(tx, campaign.id, now),
    },
    now.getTime(),
  );

import type { CampaignState } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';

/**
 * What boosts and orders ask of campaigns, which themselves know boosts and orders: it stands apart, so that slices do not go in
 * circles.
 *
 * Names the campaign that a new boost or order is to belong to; null when none was named. It is looked at again at once, since
 * there is money now that was not there before.
 * @throws Refused not-found, campaign-ended
 */
export async function joinCampaign(
  tx: EntityManager,
  workspaceId: string,
  campaignId: string | undefined,
  now: Date,
): Promise<string | null> {
  if (campaignId === undefined) return null;
  const field = '/campaignId';
  // The engine's hat sees every workspace, so whose it is is asked here and not left to the walls.
  const [campaign] = await tx.query<{ state: CampaignState }[]>(
    'select state from campaign where id = $1 and workspace_id = $2',
    [campaignId, workspaceId],
  );
  if (!campaign) throw new Refused('not-found', { field });
  if (campaign.state === 'ended') throw new Refused('campaign-ended', { field });
  await lookSoon(tx, campaignId, now);
  return campaignId;
}

/** Has the watch look at a campaign, unless it is a draft. */
export const lookSoon = (tx: EntityManager, campaignId: string, now: Date): Promise<unknown> =>
  tx.query(`update campaign set next_look_at = $2 where id = $1 and state <> 'draft'`, [campaignId, now]);

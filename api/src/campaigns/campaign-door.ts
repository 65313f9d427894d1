import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';
import { KeptCampaign } from './kept-campaign.entity';

/**
 * A campaign of a workspace, whichever hat the caller wears. One of another workspace is not there.
 * @throws Refused not-found
 */
export async function findCampaign(
  tx: EntityManager,
  workspaceId: string,
  campaignId: string,
): Promise<KeptCampaign> {
  const campaign = await tx.findOneBy(KeptCampaign, { id: campaignId, workspaceId });
  if (!campaign) throw new Refused('not-found', { field: 'path.campaignId' });
  return campaign;
}

/** The same, held until the transaction ends. @throws Refused not-found */
export async function lockCampaign(
  tx: EntityManager,
  workspaceId: string,
  campaignId: string,
): Promise<KeptCampaign> {
  const campaign = await tx.findOne(KeptCampaign, {
    where: { id: campaignId, workspaceId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!campaign) throw new Refused('not-found', { field: 'path.campaignId' });
  return campaign;
}

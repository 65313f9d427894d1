import type { LaunchBoost } from '@poolrise/contracts';
import type { BoostPlacement, CampaignKeyword } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';

interface Placed {
  placement: BoostPlacement;
  keywords: CampaignKeyword[] | null;
  negatives: string[] | null;
}

/**
 * Where a boost stands, and by which words: its own, or those that its campaign has now. They are copied, so that a later change
 * of the campaign does not rewrite what was paid for.
 * @throws Refused boost-without-keywords
 */
export async function wordsFor(
  tx: EntityManager,
  campaignId: string | null,
  { placement = 'feed', keywords, negatives = [] }: LaunchBoost,
): Promise<Placed> {
  if (placement === 'feed') return { placement, keywords: null, negatives: null };
  if (keywords?.length) return { placement, keywords, negatives };
  const [campaign] = await tx.query<{ keywords: CampaignKeyword[]; negatives: string[] }[]>(
    'select keywords, negatives from campaign where id = $1',
    [campaignId],
  );
  if (!campaign?.keywords.length) throw new Refused('boost-without-keywords', { field: '/keywords' });
  return { placement, ...campaign };
}

import type { CampaignState } from './move-campaign';

export const bulkActions = ['tie', 'untie', 'stop-boosts'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** A boost or an order, as far as it can be tied to a campaign. */
export interface TieableItem {
  kind: 'boost' | 'order';
  campaignId: string | null;
  /** it has come to its end */
  ended: boolean;
}

export const bulkRefusals = [
  'campaign-ended',
  'tied-elsewhere',
  'not-tied-here',
  'not-a-boost',
  'boost-ended',
] as const;
export type BulkRefusal = (typeof bulkRefusals)[number];
export type BulkVerdict = 'change' | 'unchanged' | BulkRefusal;

/**
 * What an action would do to one item, or why it would be refused. Tying takes nothing away from another campaign: it is
 * untied there first, by somebody who sees what that campaign loses. What has ended may be tied, since its money counts.
 */
export function judgeBulk(
  action: BulkAction,
  item: TieableItem,
  campaign: { id: string; state: CampaignState },
): BulkVerdict {
  const here = item.campaignId === campaign.id;
  switch (action) {
    case 'tie':
      if (here) return 'unchanged';
      if (campaign.state === 'ended') return 'campaign-ended';
      return item.campaignId === null ? 'change' : 'tied-elsewhere';
    case 'untie':
      return here ? 'change' : item.campaignId === null ? 'unchanged' : 'tied-elsewhere';
    case 'stop-boosts':
      if (item.kind !== 'boost') return 'not-a-boost';
      if (!here) return 'not-tied-here';
      return item.ended ? 'boost-ended' : 'change';
  }
}

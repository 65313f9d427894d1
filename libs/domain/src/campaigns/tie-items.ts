import type { CampaignState } from './move-campaign';

export const bulkActions = ['tie', 'untie', 'stop-boosts'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** A boost or an order, as far as it can be tied to a campaign. */
export interface TieableItem {
  kind: 'boost' | 'order';
  campaignId: string | null;
  /** it has come to its end */
  ended: boolean;
  /** its note is part of another trial that is not over */
  underTrial: boolean;
}

export const bulkRefusals = [
  'campaign-ended',
  'tied-elsewhere',
  'under-other-holdout',
  'kept-by-holdout',
  'not-tied-here',
  'not-a-boost',
  'boost-ended',
] as const;
export type BulkRefusal = (typeof bulkRefusals)[number];
export type BulkVerdict = 'change' | 'unchanged' | BulkRefusal;

/**
 * What an action would do to one item, or why it would be refused. Tying takes nothing away from another campaign: it is
 * untied there first, by somebody who sees what that campaign loses. What has ended may be tied, since its money counts.
 *
 * `holdout` of the campaign: `open` until its last reader is counted, `begun` from its first on. Then a boost does not leave any
 * more: readers who were not to see it would be shown it after all.
 */
export function judgeBulk(
  action: BulkAction,
  item: TieableItem,
  campaign: { id: string; state: CampaignState; holdout: { open: boolean; begun: boolean } },
): BulkVerdict {
  const here = item.campaignId === campaign.id;
  const { open, begun } = campaign.holdout;
  switch (action) {
    case 'tie':
      if (here) return 'unchanged';
      if (campaign.state === 'ended') return 'campaign-ended';
      if (item.campaignId !== null) return 'tied-elsewhere';
      return open && item.underTrial ? 'under-other-holdout' : 'change';
    case 'untie':
      if (!here) return item.campaignId === null ? 'unchanged' : 'tied-elsewhere';
      return open && begun && item.kind === 'boost' ? 'kept-by-holdout' : 'change';
    case 'stop-boosts':
      if (item.kind !== 'boost') return 'not-a-boost';
      if (!here) return 'not-tied-here';
      return item.ended ? 'boost-ended' : 'change';
  }
}

import type { BoostTerms } from '../boosts/boost-terms';
import { impressionsFor } from '../boosts/boost-terms';
import type { CampaignLiftMetric } from '../lift/holdout';
import { campaignSpan, type CampaignPlan } from './campaign';
import type { CampaignState } from './move-campaign';

export const campaignHoldoutRefusals = [
  'campaign-holdout-registered',
  'campaign-begun',
  'campaign-holdout-unplanned',
  'holdout-running',
] as const;
export type CampaignHoldoutRefusal = (typeof campaignHoldoutRefusals)[number];

/** A campaign as far as it decides on whether it may still be measured by whom it is kept from. */
export interface MeasuredCampaign extends Pick<CampaignPlan, 'flights' | 'rails' | 'keywords'> {
  state: CampaignState;
  /** it has a holdout already */
  registered: boolean;
  /** one of its boosts has been shown to readers, so that they cannot be told apart any more */
  boostBegun: boolean;
  /** a note of it is part of another trial in that time */
  otherTrial: boolean;
}

/**
 * Why a campaign may not register a holdout now; null when it may. Only one that has not begun may: whoever registers later has
 * seen what comes of it. It has a first and a last instant, and money that readers would see something of. `now` in epoch
 * milliseconds.
 */
export function refuseCampaignHoldout(
  campaign: MeasuredCampaign,
  metric: CampaignLiftMetric,
  now: number,
): CampaignHoldoutRefusal | null {
  if (campaign.registered) return 'campaign-holdout-registered';
  if (hasBegun(campaign, now)) return 'campaign-begun';
  const { boosts, search } = campaign.rails;
  const wordless = metric === 'searchers' && campaign.keywords.length === 0;
  if (!campaign.flights.length || boosts + search <= 0 || wordless) return 'campaign-holdout-unplanned';
  return campaign.otherTrial ? 'holdout-running' : null;
}

/** From then on its holdout stays as it is: started by somebody or by the clock, or one of its boosts was shown. */
export function hasBegun(
  { state, flights, boostBegun }: Pick<MeasuredCampaign, 'state' | 'flights' | 'boostBegun'>,
  now: number,
): boolean {
  const span = campaignSpan(flights);
  const waits = state === 'draft' || state === 'planned';
  return !waits || boostBegun || (span !== null && span.from <= now);
}

/** Impressions that the paid rails of a plan buy, rounded down; creators are paid for notes and not for impressions. */
export const plannedImpressions = (
  { rails }: Pick<CampaignPlan, 'rails'>,
  { centsPerThousand }: Pick<BoostTerms, 'centsPerThousand'>,
): number => impressionsFor(rails.boosts + rails.search, centsPerThousand);

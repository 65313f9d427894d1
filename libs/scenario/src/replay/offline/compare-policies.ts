import {
  evaluateOffPolicy,
  itemRates,
  estimateMean,
  observedPolicy,
  rewardsUnder,
  uniformPolicy,
  unsupportedShare,
  type EstimatedMean,
  type LoggedItem,
  type OffPolicyEstimate,
  type OffPolicyRefusal,
  type TabularPolicy,
} from '@poolrise/domain';
import type { RecommendationLog } from './read-recommendations';

/** One rule judged by the log of another, beside what it really got when it ran. */
export interface PolicyComparison {
  campaign: string;
  loggedBy: string;
  evaluated: string;
  /** Clicks per impression in the evaluated rule's own log: the truth that the estimates should meet. */
  onPolicy: EstimatedMean;
  answer: OffPolicyEstimate | OffPolicyRefusal;
}

/** Every pair of different rules of a campaign, in both directions, campaigns by name. */
export function comparePolicies(logs: readonly RecommendationLog[]): PolicyComparison[] {
  const campaigns = [...new Set(logs.map(({ campaign }) => campaign))].sort();
  return campaigns.flatMap((campaign) => {
    const own = logs.filter((log) => log.campaign === campaign);
    return own.flatMap((logged) =>
      own.filter((other) => other !== logged).map((evaluated) => compare(campaign, logged, evaluated, own)),
    );
  });
}

function compare(
  campaign: string,
  logged: RecommendationLog,
  evaluated: RecommendationLog,
  all: readonly RecommendationLog[],
): PolicyComparison {
  const policy = policyOf(
    evaluated.impressions,
    all.flatMap(({ impressions }) => impressions),
  );
  const rewards = rewardsUnder(logged.impressions, policy, itemRates(logged.impressions));
  return {
    campaign,
    loggedBy: logged.policy,
    evaluated: evaluated.policy,
    onPolicy: estimateMean(evaluated.impressions.map(({ clicked }) => (clicked ? 1 : 0))),
    answer: evaluateOffPolicy(rewards, unsupportedShare(logged.impressions, policy)),
  };
}

/**
 * A rule whose every choice had the same probability chose evenly among all items of the campaign, and is known
 * exactly; any other is known by what it showed.
 */
function policyOf(own: readonly LoggedItem[], campaign: readonly LoggedItem[]): TabularPolicy {
  const first = own[0]?.propensity ?? 0;
  const even = own.every(({ propensity }) => Math.abs(propensity - first) < 1e-9);
  if (!even) return observedPolicy(own);
  const distinct = (of: (impression: LoggedItem) => string): string[] => [...new Set(campaign.map(of))];
  return uniformPolicy(
    distinct(({ item }) => item),
    distinct(({ position }) => position),
  );
}

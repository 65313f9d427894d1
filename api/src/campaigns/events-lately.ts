import { type RegisterHoldout, searchDays } from '@poolrise/contracts';
import { campaignLiftTerms, interactions, noCounts } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { matchAll, searchedOfWeek } from '../search-words/searched';
import type { KeptCampaign } from './kept-campaign.entity';

const { windowHours } = campaignLiftTerms;
type Summed = Record<'clicks' | 'likes' | 'collects' | 'comments' | 'shares' | 'follows', number>;

/**
 * How often readers lately did, within as long as one of them is followed, what a campaign is to be measured by and nobody had paid
 * for: with all notes of the brand, by the index of its hours; or searched for what the keywords meet.
 */
export async function eventsLately(
  tx: EntityManager,
  { workspaceId, keywords, negatives }: KeptCampaign,
  metric: RegisterHoldout['metric'],
  now: Date,
): Promise<number> {
  if (metric === 'searchers') {
    const met = matchAll(await searchedOfWeek(tx, now), { keywords, negatives });
    const searches = met.reduce((sum, { of, match }) => sum + (match.shown ? of.searches : 0), 0);
    return (searches * windowHours) / (24 * searchDays);
  }
  const [sums] = await tx.query<Summed[]>(
    `select coalesce(sum(clicks), 0)::float8 as clicks, coalesce(sum(likes), 0)::float8 as likes,
            coalesce(sum(collects), 0)::float8 as collects, coalesce(sum(comments), 0)::float8 as comments,
            coalesce(sum(shares), 0)::float8 as shares, coalesce(sum(follows), 0)::float8 as follows
       from engagement_hour where workspace_id = $1 and hour > $2::timestamptz - make_interval(hours => $3) and rail < 3`,
    [workspaceId, now, windowHours],
  );
  if (!sums) return 0;
  if (metric === 'readers') return sums.clicks;
  return metric === 'followers' ? sums.follows : interactions({ ...noCounts(), ...sums }, 'LCCSF');
}

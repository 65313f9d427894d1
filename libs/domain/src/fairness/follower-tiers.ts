/** From here on a creator is no longer small: the bound of the platform's own claim [A by report]. */
export const smallBelowFollowers = 1_000;

/**
 * What the platform says of itself: about half of the traffic goes to creators with fewer than 1,000 followers.
 * Source: Vice president Xu Lei, as reported at ismes.cn/knowledge/1191 [A by report].
 */
export const claimedShareOfSmall = 0.5;

/**
 * Tiers by followers. Schemes disagree; these are Newrank's of 2021 (m.wenkunet.com/p-22586744 [C]), the one with a
 * method: 5,000, 50,000 and 500,000. The smallest creators of the platform's claim stand apart in front.
 */
export const followerTiers = ['small', 'nano', 'junior', 'waist', 'head'] as const;
export type FollowerTier = (typeof followerTiers)[number];

export function followerTierOf(followers: number): FollowerTier {
  if (followers < smallBelowFollowers) return 'small';
  if (followers < 5_000) return 'nano';
  if (followers < 50_000) return 'junior';
  return followers < 500_000 ? 'waist' : 'head';
}

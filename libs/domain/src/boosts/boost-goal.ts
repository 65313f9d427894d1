/**
 * What a boost is to bring: reads, likes and collects, or follows.
 * Source: Shutiao operation deck, April 2024 (fxbaogao.com/detail/4293715) [A].
 */
export const boostGoals = ['reads', 'likes-collects', 'follows'] as const;
export type BoostGoal = (typeof boostGoals)[number];

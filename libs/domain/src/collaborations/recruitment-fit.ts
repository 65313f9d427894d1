import { healthLevels, type CreatorNoteKind, type HealthLevel } from '../creators/creator-words';
import type { Category } from '../notes/categories';

/** What a brand asks of those who apply. Null and empty ask nothing. */
export interface RecruitmentRequirements {
  followersLeast: number | null;
  followersMost: number | null;
  /** one of these among the creator's own */
  categories: readonly Category[];
  /** at least this level; abnormal accounts take no orders at all */
  health: Exclude<HealthLevel, 'abnormal'>;
  /** no test of credibility finds anything unusual */
  withoutUnusual: boolean;
}

/** What the directory knows of a creator that requirements are about. */
export interface RecruitedCreator {
  followers: number;
  categories: readonly Category[];
  health: HealthLevel;
  acceptsImage: boolean;
  acceptsVideo: boolean;
  /** tests of credibility that found something unusual */
  unusualTests: number;
}

export const unfitReasons = ['followers', 'category', 'health', 'kind', 'credibility'] as const;
export type UnfitReason = (typeof unfitReasons)[number];

/** Everything that keeps a creator from applying, not the first alone; empty when they fit. Health is a gate, domain notes 1.1. */
export function unfitFor(
  { followersLeast, followersMost, categories, health, withoutUnusual }: RecruitmentRequirements,
  noteType: CreatorNoteKind,
  creator: RecruitedCreator,
): UnfitReason[] {
  const reasons: UnfitReason[] = [];
  if (creator.followers < (followersLeast ?? 0) || creator.followers > (followersMost ?? Infinity))
    reasons.push('followers');
  if (categories.length && !categories.some((one) => creator.categories.includes(one)))
    reasons.push('category');
  // The levels stand from the best to the worst.
  if (healthLevels.indexOf(creator.health) > healthLevels.indexOf(health)) reasons.push('health');
  if (!(noteType === 'image' ? creator.acceptsImage : creator.acceptsVideo)) reasons.push('kind');
  if (withoutUnusual && creator.unusualTests > 0) reasons.push('credibility');
  return reasons;
}

import type { Category } from '@poolrise/domain';
import type { RandomStream } from '../random';
import { anyAccount } from './population';

/** As many as the platform shows under a note at once. */
export const commentersShown = 60;

export interface CommentScene {
  /** what the creator mostly writes about */
  subject: Category;
  /** accounts that come back under many notes of this creator */
  fans: readonly number[];
  /** the creator's circle, if she has one */
  friends: readonly number[];
  /** people who comment everywhere */
  regulars: readonly number[];
}

/** Shares of comments by who wrote them; the rest are strangers from the discovery page, most of them of the subject [P]. */
const parts = { fans: 0.12, regulars: 0.04, ofSubject: 0.5, friendComes: 0.15 };

/** Whose comments stand under a note with so many comments, each account once. */
export function commentersOf(random: RandomStream, scene: CommentScene, comments: number): number[] {
  const accounts = new Set<number>();
  const most = Math.min(commentersShown, comments);
  for (const friend of scene.friends)
    if (accounts.size < most && random.chance(parts.friendComes)) accounts.add(friend);
  // One comment in five is an answer, or by somebody who has commented already.
  const wanted = Math.min(commentersShown, accounts.size + random.binomial(most - accounts.size, 0.8));
  while (accounts.size < wanted) {
    const who = random.next();
    if (who < parts.fans) accounts.add(random.pick(scene.fans));
    else if (who < parts.fans + parts.regulars) accounts.add(random.pick(scene.regulars));
    else accounts.add(anyAccount(random, random.chance(parts.ofSubject) ? scene.subject : undefined));
  }
  return [...accounts];
}

/** So many of the fans of a creator come back; more of them where more follow. */
export function fansOf(random: RandomStream, subject: Category, followers: number): number[] {
  const count = Math.round(Math.min(400, 12 + 2 * Math.sqrt(followers)));
  return Array.from({ length: count }, () => anyAccount(random, subject));
}

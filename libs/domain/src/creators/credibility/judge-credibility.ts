import type { FollowersOnDay, ObservedNote } from '../observed-note';
import { type CommenterIndex, commentPods } from './comment-pods';
import { commentShare, commentShareLog } from './comment-share';
import { engagedFollowers, engagedLog } from './engaged-followers';
import type { Evidence } from './evidence';
import { followerSteps } from './follower-steps';
import { impossibleReads } from './impossible-reads';
import { likeCollectLog, likeCollectRatio } from './like-collect-ratio';
import { nightBurst } from './night-burst';
import { type Norm, normOf } from './norm';

/** What is usual among the peers of a creator; null where there are no peers. */
export interface CredibilityNorms {
  /** of `engagedLog`, over creators of the same tier and category */
  engaged: Norm | null;
  /** of `likeCollectLog`, over the notes of creators of the same category */
  likeCollect: Norm | null;
  /** of `commentShareLog`, over the same notes */
  commentShare: Norm | null;
}

/** What the tests look at of a note. */
export type JudgedNote = Pick<
  ObservedNote,
  | 'id'
  | 'publishedAt'
  | 'readsNatural'
  | 'readsAll'
  | 'likes'
  | 'collects'
  | 'comments'
  | 'shares'
  | 'interactionsByHour'
  | 'commenters'
>;

export interface CredibilityAsk {
  creatorId: string;
  followersByDay: readonly FollowersOnDay[];
  engagedFollowerShare: number | null;
  notes: readonly JudgedNote[];
  norms: CredibilityNorms;
  commenters: CommenterIndex;
}

/** All tests, in the order of `credibilityTests`. No sum is made of them: a creator has evidence, and no grade. */
export const judgeCredibility = (ask: CredibilityAsk): Evidence[] => [
  followerSteps(ask.followersByDay, ask.notes),
  engagedFollowers(ask.engagedFollowerShare, ask.norms.engaged),
  likeCollectRatio(ask.notes, ask.norms.likeCollect),
  commentShare(ask.notes, ask.norms.commentShare),
  nightBurst(ask.notes),
  impossibleReads(ask.notes),
  commentPods(ask.creatorId, ask.notes, ask.commenters),
];

/** The norms of a group: engaged shares of creators of one tier and category, and notes of one category. */
export const credibilityNorms = (
  engagedShares: readonly number[],
  notes: readonly ObservedNote[],
): CredibilityNorms => ({
  engaged: normOf(engagedShares.map(engagedLog)),
  likeCollect: normOf(notes.flatMap((note) => likeCollectLog(note) ?? [])),
  commentShare: normOf(notes.flatMap((note) => commentShareLog(note) ?? [])),
});

import type { CreatorNoteKind } from './creator-words';

/** A note of a creator as the platform shows it: counts so far, not a stream of events. */
export interface ObservedNote {
  id: string;
  publishedAt: Date;
  kind: CreatorNoteKind;
  /** made for a brand (合作笔记), else a daily note */
  cooperation: boolean;
  /** for whom a cooperation note was made, where the platform says so */
  brand?: string;
  title: string;
  impressionsNatural: number;
  /** natural and paid together */
  impressionsAll: number;
  readsNatural: number;
  readsAll: number;
  /** all reads by where they came from, in the order of `trafficSources`; they sum to `readsAll` */
  readsBySource: readonly number[];
  likes: number;
  collects: number;
  comments: number;
  shares: number;
  /** likes, collects, comments and shares together by hour of day in Shanghai, from midnight; 24 numbers */
  interactionsByHour: readonly number[];
  /** whose comments stand under it: ids of accounts, the same person has the same number everywhere; at most 60 */
  commenters: readonly number[];
}

/** Likes, collects, comments and shares. */
export const interactionsOf = (
  note: Pick<ObservedNote, 'likes' | 'collects' | 'comments' | 'shares'>,
): number => note.likes + note.collects + note.comments + note.shares;

/** Followers of a creator at the end of one day. */
export interface FollowersOnDay {
  /** `YYYY-MM-DD` in Shanghai */
  day: string;
  followers: number;
}

import type { Keyword } from '../notes/weigh-keywords';
import type { AudienceDimension, AudiencePortrait } from './audience-bands';
import type { CreatorNoteKind, HealthLevel } from './creator-words';

/** A share of a creator's followers that should be in a band. */
export interface AudienceWish {
  dimension: AudienceDimension;
  value: string;
  /** 0 to 1 */
  share: number;
}

/** What a brand is looking for. */
export interface MatchBrief {
  category: string;
  /** empty when there are none */
  keywords: readonly Keyword[];
  /** empty when everybody will do */
  audience: readonly AudienceWish[];
  kind: CreatorNoteKind;
  budgetPerNoteCents?: number;
  followersFrom?: number;
  followersTo?: number;
  tierKeys?: readonly string[];
  /** when the notes are to be published */
  window: { from: Date; to: Date };
  excludedIds?: readonly string[];
  /** brands whose work within so many days of the window rules a creator out */
  competitors?: { brandIds: readonly string[]; withinDays: number };
  /** the lowest health level that will do */
  requiredHealth?: HealthLevel;
  /** whether cooperation has to be marked as such */
  disclosureRequired?: boolean;
}

/** Creators of the same tier and category. Both rising; the notes are of the kind that is asked about. */
export interface MatchPeers {
  quoteCents: readonly number[];
  centsPerInteraction: readonly number[];
}

/**
 * What is known of a creator. Null is not known, and never stands for 0. Percentiles are shares of her peers whom she is
 * ahead of, 0 to 1.
 */
export interface MatchFigures {
  creatorId: string;
  followers: number;
  tierKey: string;
  health: HealthLevel;
  /** why the workspace wants nothing to do with her; null when it has nothing against her */
  blacklistReason: string | null;
  /** share of her cooperation notes that are marked as such, 0 to 1 */
  disclosedShare: number | null;
  /** what she asks for a note of a kind; null when she does not make it */
  quoteCents: Readonly<Record<CreatorNoteKind, number | null>>;
  activeOrders: number;
  /** orders she takes at a time */
  ordersMax: number | null;
  /** brands she worked or will work for, by the day on which the note is published */
  brandWork: readonly { brandId: string; on: Date }[];
  /** share of her notes by category, 0 to 1 */
  categoryShares: Readonly<Record<string, number>> | null;
  /** share of her notes that carry a word, 0 to 1 */
  wordShares: ReadonlyMap<string, number> | null;
  audience: AudiencePortrait | null;
  engagementPercentile: number | null;
  commentsPercentile: number | null;
  /** notes of the last 30 days */
  notesIn30Days: number | null;
  /** cooperation notes of the last 180 days */
  cooperationsIn180Days: number | null;
  /** quartiles of the reads of her recent notes */
  reads: { p25: number; median: number; p75: number } | null;
  /** median of likes, collects, comments and shares of her recent notes of the kind */
  interactionsMedian: number | null;
  peers: MatchPeers | null;
}

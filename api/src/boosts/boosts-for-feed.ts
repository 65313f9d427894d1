import type { BoostAudience, NoteProduct } from '@poolrise/contracts';
import {
  type BoostGoal,
  type BoostPlacement,
  type CampaignKeyword,
  type Category,
  type Language,
  type NoteType,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

/** A boost with impressions left to deliver: what changes while it runs, and little else, since all are read every second. */
export interface RunningBoost {
  boostId: string;
  placement: BoostPlacement;
  noteId: string;
  level: number;
  goal: BoostGoal;
  plannedImpressions: number;
  deliveredImpressions: number;
  startsAt: Date;
  endsAt: Date;
  audience: BoostAudience;
}

/** What a slot shows of a boosted note and ranks it by: it may have stopped, and the feed's index holds notes in motion. */
export interface BoostedNote {
  noteId: string;
  workspaceId: string;
  title: string;
  noteType: NoteType;
  category: Category;
  creatorId: string;
  creatorName: string;
  language: Language;
  words: string[];
  wordWeights: number[];
  links: NoteProduct[];
}

/** Boosts with impressions left to deliver now, of all workspaces: the caller wears the engine's hat. */
export function runningForFeed(tx: EntityManager, now = new Date()): Promise<RunningBoost[]> {
  // Every running boost has a next settlement, and that index holds no ended one.
  return tx.query<RunningBoost[]>(
    `select b.id as "boostId", b.placement, b.note_id as "noteId", n.level, b.goal, b.planned_impressions as "plannedImpressions",
            b.delivered_impressions as "deliveredImpressions", b.starts_at as "startsAt", b.ends_at as "endsAt", b.audience
       from boost b join note n on n.id = b.note_id
      where b.next_settle_at is not null and b.state = 'running'
        and b.ends_at > $1 and b.delivered_impressions < b.planned_impressions
        and n.audit_state = 'passed'
      order by b.id`,
    [now],
  );
}

/** The notes of boosts that the feed has not met before. */
export function boostedNotes(tx: EntityManager, noteIds: readonly string[]): Promise<BoostedNote[]> {
  return tx.query<BoostedNote[]>(
    `select n.id as "noteId", n.workspace_id as "workspaceId", n.title, n.type as "noteType", n.category, n.creator_id as "creatorId", c.name as "creatorName",
            n.language, n.keywords as words, n.keyword_weights as "wordWeights", n.products as links
       from note n join creator c on c.id = n.creator_id where n.id = any($1::uuid[])`,
    [noteIds],
  );
}

/** The words of boosts in search; they stay as they are from the launch on, so they are read once. */
export interface BoostWords {
  boostId: string;
  keywords: CampaignKeyword[];
  negatives: string[];
}

export function wordsOfBoosts(tx: EntityManager, boostIds: readonly string[]): Promise<BoostWords[]> {
  return tx.query<BoostWords[]>(
    `select id as "boostId", keywords, negatives from boost where id = any($1::uuid[]) and placement = 'search'`,
    [boostIds],
  );
}

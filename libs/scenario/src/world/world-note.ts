import type { AuditState, EngagementCounts, PoolEvidence, PoolVerdict } from '@poolrise/domain';
import type { CastNote } from '../cast/notes';
import type { NoteText } from '../writing/write-note';

/** A note with its text and where it stands at the end of the history. Times are epoch milliseconds. */
export interface WorldNote extends CastNote, NoteText {
  publishedAt: number;
  auditState: AuditState;
  /** When the audit is due; null once it has answered. */
  auditDueAt: number | null;
  state: 'pending' | 'climbing' | 'stopped' | 'limited' | 'rejected';
  level: number;
}

/** A note on a level. */
export interface WorldRun {
  /** Index of the note in the world. */
  note: number;
  level: number;
  target: number;
  enteredAt: number;
  windowEndsAt: number;
  nextCheckAt: number;
  closedAt: number | null;
  outcome: 'pass' | 'stop' | null;
  organic: EngagementCounts;
  paid: EngagementCounts;
  guaranteedImpressions: number;
  searchImpressions: number;
}

export interface WorldDecision {
  id: string;
  note: number;
  level: number;
  at: number;
  evidence: PoolEvidence;
  verdict: PoolVerdict;
}

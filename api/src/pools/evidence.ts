import type { EngagementCounts, PeerStats, PoolEvidence } from '@poolrise/domain';
import type { LiveBar } from './pool-bars.service';
import { countsOf, exposureOf, type RunRow } from './run-row';

const hourMs = 3_600_000;

/** What a verdict reads of the note. */
export interface JudgedNote {
  category: string;
  type: PoolEvidence['noteType'];
  auditState: PoolEvidence['auditState'];
  publishedAt: Date;
}

/** What a run is held against. */
export interface Yardstick {
  peers: PeerStats;
  bar: LiveBar;
  audienceLeft: number | null;
}

/** Everything that a verdict on the run reads at this moment. */
export function evidenceOf(run: RunRow, note: JudgedNote, yardstick: Yardstick, now: Date): PoolEvidence {
  const counts: EngagementCounts = countsOf(run, 'organic');
  return {
    noteId: run.note_id,
    level: run.level,
    category: note.category,
    noteType: note.type,
    auditState: note.auditState,
    counts,
    paidCounts: countsOf(run, 'paid'),
    peers: yardstick.peers,
    enteredAt: run.entered_at.getTime(),
    now: now.getTime(),
    hoursSincePublished: (now.getTime() - (run.fresh_from ?? note.publishedAt).getTime()) / hourMs,
    target: run.target,
    audienceLeft: yardstick.audienceLeft,
    exposure: exposureOf(run),
    ...yardstick.bar,
  };
}

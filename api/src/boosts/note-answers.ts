import type { BoostOffer } from '@poolrise/contracts';
import { noCounts, type NoteEvidence } from '@poolrise/domain';

/** How readers answered to a note so far, organic for the eye and paid for the forecast, never added up. */
export interface NoteAnswers {
  organic: BoostOffer['noteEvidence'];
  evidence: NoteEvidence;
}

export const noAnswers: NoteAnswers = {
  organic: { organicImpressions: 0, organicReads: 0, organicLikes: 0, organicCollects: 0, organicFollows: 0 },
  evidence: { paidCounts: noCounts(), hookLift: null },
};

interface AnswersRow {
  note_id: string;
  impressions: number;
  reads: number;
  likes: number;
  collects: number;
  follows: number;
  paid_impressions: number;
  paid_clicks: number;
  paid_likes: number;
  paid_collects: number;
  paid_comments: number;
  paid_shares: number;
  paid_follows: number;
  hook_lift: number | null;
}

/** By note; those that never were in a pool are left out. By the indexes of runs and decisions of a note. */
export async function answersOf(
  tx: { query<Rows>(sql: string, parameters?: unknown[]): Promise<Rows> },
  noteIds: readonly string[],
): Promise<Map<string, NoteAnswers>> {
  const rows = await tx.query<AnswersRow[]>(
    `select run.note_id, coalesce(sum(impressions), 0)::int as impressions, coalesce(sum(clicks), 0)::int as reads,
            coalesce(sum(likes), 0)::int as likes, coalesce(sum(collects), 0)::int as collects,
            coalesce(sum(follows), 0)::int as follows,
            coalesce(sum(paid_impressions), 0)::int as paid_impressions, coalesce(sum(paid_clicks), 0)::int as paid_clicks,
            coalesce(sum(paid_likes), 0)::int as paid_likes, coalesce(sum(paid_collects), 0)::int as paid_collects,
            coalesce(sum(paid_comments), 0)::int as paid_comments, coalesce(sum(paid_shares), 0)::int as paid_shares,
            coalesce(sum(paid_follows), 0)::int as paid_follows,
            (select (d.verdict -> 'hook' ->> 'lift')::float8 from pool_decision d
              where d.note_id = run.note_id order by d.decided_at desc limit 1) as hook_lift
       from pool_run run where run.note_id = any($1) group by run.note_id`,
    [noteIds],
  );
  return new Map(rows.map((sums) => [sums.note_id, answersIn(sums)]));
}

const answersIn = (sums: AnswersRow): NoteAnswers => ({
  organic: {
    organicImpressions: sums.impressions,
    organicReads: sums.reads,
    organicLikes: sums.likes,
    organicCollects: sums.collects,
    organicFollows: sums.follows,
  },
  evidence: {
    paidCounts: {
      ...noCounts(),
      impressions: sums.paid_impressions,
      clicks: sums.paid_clicks,
      likes: sums.paid_likes,
      collects: sums.paid_collects,
      comments: sums.paid_comments,
      shares: sums.paid_shares,
      follows: sums.paid_follows,
    },
    hookLift: sums.hook_lift,
  },
});

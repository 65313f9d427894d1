import type { RewardTaskTerms } from '@poolrise/contracts';
import { type CountedNote, measureProgress, type RewardProgress } from '@poolrise/domain';

/** Asks the database; in whose transaction is the caller's business. */
export type Asks = <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>;

interface MeasuredRow {
  id: string;
  planId: string;
  opensAt: number;
  closesAt: number;
  tasks: RewardTaskTerms[];
  notes: CountedNote[] | null;
}

/**
 * Notes published in the window by whom the enrolment is for, with their organic readers of the window: by the index of the desk's notes,
 * and of each note by the key of its hours. The window lies on full hours, so that no hour is half inside.
 */
const notesSql = `
  select e.id, p.id as "planId", (extract(epoch from p.opens_at) * 1000)::float8 as "opensAt",
         (extract(epoch from p.closes_at) * 1000)::float8 as "closesAt", p.tasks, counted.notes
    from reward_enrolment e join reward_plan p on p.id = e.plan_id
    cross join lateral (
      select json_agg(json_build_object('type', n.type, 'topics', n.topics, 'passed', true, 'level', n.level,
               'publishedAt', (extract(epoch from n.published_at) * 1000)::float8,
               'reads', coalesce(h.reads, 0), 'interactions', coalesce(h.interactions, 0))) as notes
        from note n
        left join lateral (
          select sum(clicks)::int as reads, sum(likes + collects + comments + shares)::int as interactions
            from engagement_hour where note_id = n.id and hour >= p.opens_at and hour < p.closes_at and rail < 3) h on true
       where n.workspace_id = e.workspace_id and n.published_at >= p.opens_at and n.published_at < p.closes_at
         and n.audit_state = 'passed' and (e.creator_id is null or n.creator_id = e.creator_id)) counted
   where e.id = any($1::uuid[])`;

/** How far each of these enrolments is, from what is counted now. The caller holds their rows. */
export async function measureEnrolments(
  rows: Asks,
  ids: readonly string[],
): Promise<(RewardProgress & { id: string })[]> {
  const found = await rows<MeasuredRow>(notesSql, [ids]);
  return found.map(({ id, notes, ...plan }) => ({ id, ...measureProgress(plan, notes ?? []) }));
}

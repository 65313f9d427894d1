import type { TopicOutcome } from '@poolrise/contracts';
import { comparisonOf, type NoteSums, shiftDay, topicOutcome } from '@poolrise/domain';
import type { Asks } from '../matching/match-candidates';
import { keptRatio } from './kept-topic';
import { shanghaiMidnight } from './search-demand';

/** Days after its week when what came of a topic is written down: the last notes have been through their first pool [P]. */
const outcomeAfterDays = 2;

interface OutcomeRow extends NoteSums {
  id: string;
  part: boolean;
  judged: number;
  passed: number;
}

/** Notes of the week, those that bear the tag and those of its category that do not; each note is read once, by its time. */
const outcomeSql = `
  with ended as (
    select id, category, tag from weekly_topic where week = $1::date and outcome is null and state <> 'proposed' for update
  ), written as materialized (
    select note.id, note.category, note.topics, coalesce(run.impressions, 0)::float8 as impressions, coalesce(run.reads, 0)::float8 as reads, run.judged, run.passed
      from note cross join lateral (
        select sum(impressions) as impressions, sum(clicks) as reads, count(*) filter (where level = 1 and outcome is not null) as judged,
               count(*) filter (where level = 1 and outcome = 'pass') as passed from pool_run where note_id = note.id) run
     where note.published_at >= $2 and note.published_at < $3 and note.audit_state = 'passed'
  )
  select ended.id, written.topics @> array[ended.tag] as part, count(*)::int as notes, sum(impressions)::float8 as impressions, sum(reads)::float8 as reads,
         sum(judged)::int as judged, sum(passed)::int as passed, sum(reads * reads)::float8 as "readsSquared",
         sum(reads * impressions)::float8 as "readsByImpressions", sum(impressions * impressions)::float8 as "impressionsSquared"
    from ended join written on written.category = ended.category or written.topics @> array[ended.tag]
   group by 1, 2`;

const none = {
  notes: 0,
  impressions: 0,
  reads: 0,
  judged: 0,
  passed: 0,
  readsSquared: 0,
  readsByImpressions: 0,
  impressionsSquared: 0,
};

/** Writes down what came of the topics of weeks that are over. Returns how many. */
export async function freezeOutcomes(tx: Asks, now: Date): Promise<number> {
  const weeks = await tx.query<{ week: string }[]>(
    `select distinct week::text from weekly_topic where outcome is null and state <> 'proposed' and week <= $1::date`,
    [shiftDay(now.toISOString().slice(0, 10), -7)],
  );
  let frozen = 0;
  for (const { week } of weeks) {
    const ends = shanghaiMidnight(shiftDay(week, 7));
    if (shanghaiMidnight(shiftDay(week, 7 + outcomeAfterDays)) > now) continue;
    const rows = await tx.query<OutcomeRow[]>(outcomeSql, [week, shanghaiMidnight(week), ends]);
    const ids = await tx.query<{ id: string }[]>(
      `select id from weekly_topic where week = $1::date and outcome is null and state <> 'proposed' order by id`,
      [week],
    );
    const outcomes = ids.map(({ id }) => {
      const of = (part: boolean) => rows.find((row) => row.id === id && row.part === part) ?? none;
      return outcomeOf(of(true), of(false));
    });
    await tx.query(
      `with frozen as (update weekly_topic set outcome = told.outcome, outcome_at = $1
          from unnest($2::uuid[], $3::jsonb[]) as told(id, outcome) where weekly_topic.id = told.id and weekly_topic.outcome is null returning 1)
       select count(*) from frozen`,
      [now, ids.map(({ id }) => id), outcomes.map((outcome) => JSON.stringify(outcome))],
    );
    frozen += ids.length;
  }
  return frozen;
}

function outcomeOf(
  part: Omit<OutcomeRow, 'id' | 'part'>,
  others: Omit<OutcomeRow, 'id' | 'part'>,
): TopicOutcome {
  const ratio = topicOutcome(part, others);
  const counts = ({ notes, reads, judged, passed }: typeof part) => ({ notes, reads, judged, passed });
  return {
    ...counts(part),
    others: counts(others),
    ratio: keptRatio(ratio),
    comparison: comparisonOf(ratio),
  };
}

import { dayInShanghai, judgeGrowth, moveGrowth } from '@poolrise/domain';
import { liveChannel } from '../live/announce';
import type { Asks } from '../matching/match-candidates';
import { growthFactsSql, growthHeldSql, type GrowthRow } from './growth-facts';

interface Due extends GrowthRow {
  workspaceId: string;
}

/**
 * Judges up to `most` desks that were not judged for this day, and writes down what became of their levels. Returns how many.
 *
 * A desk is judged once a day and never for a day before the last one, so that a job that comes twice or late adds no step and
 * turns none round. Desks that another worker holds are left to it.
 */
export async function judgeDesks(tx: Asks, most: number, now: Date): Promise<number> {
  const day = dayInShanghai(now);
  await tx.query(
    `insert into growth_standing (workspace_id)
       select id from workspace w where kind = 'creator' and not exists (select from growth_standing where workspace_id = w.id)
        order by id limit $1 on conflict do nothing`,
    [most],
  );
  const due = await tx.query<Due[]>(
    `with due as materialized (
       select * from growth_standing where judged_on is null or judged_on < $1
        order by judged_on nulls first, workspace_id limit $2 for update skip locked)
     select due.workspace_id as "workspaceId", ${growthHeldSql('due')} as held,
            ${growthFactsSql('due.workspace_id', '$3::timestamptz')} as facts from due`,
    [day, most, now],
  );
  const moved = due.map(({ workspaceId, held, facts }) => {
    const { standing, step } = moveGrowth(held, judgeGrowth(facts).level, now.getTime());
    const at = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
    return {
      workspaceId,
      level: standing.level,
      reachedAt: at(standing.reachedAt),
      belowSince: at(standing.belowSince),
      step,
      fromLevel: held?.level ?? null,
      facts,
    };
  });
  await tx.query(
    `with moved as (select * from jsonb_to_recordset($1) as m("workspaceId" uuid, level smallint, "reachedAt" timestamptz,
                      "belowSince" timestamptz, step text, "fromLevel" smallint, facts jsonb)),
          kept as (update growth_standing s set level = m.level, reached_at = m."reachedAt", below_since = m."belowSince",
                          judged_on = $2, judged_at = $3 from moved m where s.workspace_id = m."workspaceId"),
          told as (insert into growth_step (workspace_id, day, step, from_level, to_level, facts, at)
                   select "workspaceId", $2, step, "fromLevel", level, facts, $3 from moved where step is not null
                   returning workspace_id)
     select pg_notify('${liveChannel}', told.workspace_id || ' ' || topic)
       from told cross join unnest(array['growth', 'rewards']) as topic`,
    [JSON.stringify(moved), day, now],
  );
  return due.length;
}

import { dayInShanghai, judgeGrowth, moveGrowth, offsetOfZone, shiftDay, startOfDay } from '@poolrise/domain';
import type pg from 'pg';
import { growthFactsSql, type GrowthRow } from '../growth/growth-facts';
import { insert } from './write-rows';

/** Whole days through which the demo's desks were judged. */
const daysJudged = 45;
/** Minutes after midnight at which the worker judges. */
const afterMidnightMs = 10 * 60_000;
const shanghai = offsetOfZone('Asia/Shanghai');

interface Judged {
  desk: string;
  day: string;
  facts: GrowthRow['facts'];
}

/** Judges every desk day by day as the worker would have, so that its level has a history. After the notes and what the audit found. */
export async function writeGrowth(client: pg.Client, now: number): Promise<void> {
  // The worker sums totals later; levels are judged by them now.
  await client.query(
    `update note_totals t set reads = run.reads
       from (select note_id, sum(clicks) as reads from pool_run group by note_id) run, note n, workspace w
      where run.note_id = t.note_id and n.id = t.note_id and w.id = n.workspace_id and w.kind = 'creator'`,
  );
  const today = dayInShanghai(new Date(now));
  const days = Array.from({ length: daysJudged }, (_, back) => shiftDay(today, back + 1 - daysJudged));
  const at = (day: string): Date => new Date(Math.min(now, startOfDay(day, shanghai) + afterMidnightMs));
  const { rows } = await client.query<Judged>(
    `select w.id as desk, asked.day, ${growthFactsSql('w.id', 'asked.at')} as facts
       from workspace w cross join unnest($1::text[], $2::timestamptz[]) as asked(day, at)
      where w.kind = 'creator' and w.created_at <= asked.at order by w.id, asked.day`,
    [days, days.map(at)],
  );
  for (const desk of new Set(rows.map((row) => row.desk))) {
    const judged = rows.filter((row) => row.desk === desk);
    let held: GrowthRow['held'] = null;
    for (const { day, facts } of judged) {
      const { standing, step } = moveGrowth(held, judgeGrowth(facts).level, at(day).getTime());
      if (step)
        await insert(client, 'growth_step', {
          workspace_id: desk,
          day,
          step,
          from_level: held?.level ?? null,
          to_level: standing.level,
          facts,
          at: at(day),
        });
      held = standing;
    }
    const last = judged.at(-1)?.day;
    if (!held || last === undefined) continue;
    await insert(client, 'growth_standing', {
      workspace_id: desk,
      level: held.level,
      reached_at: new Date(held.reachedAt),
      below_since: held.belowSince === null ? null : new Date(held.belowSince),
      judged_on: last,
      judged_at: at(last),
    });
  }
}

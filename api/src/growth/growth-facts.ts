import { growthDays, type GrowthFacts, type GrowthStanding } from '@poolrise/domain';

/**
 * The figures of a desk at a moment, as one JSON value: SQL expressions for the desk's id and for the time. Reads are those of the
 * rails that a verdict counts, summed by the note's totals. Violations go by when they were found, of notes however old.
 */
export const growthFactsSql = (desk: string, now: string): string => `
  (select json_build_object(
      'notesPassed', count(*), 'reachedPool1', count(*) filter (where n.level >= 1),
      'reachedPool2', count(*) filter (where n.level >= 2), 'reachedPool3', count(*) filter (where n.level >= 3),
      'naturalReads', coalesce(sum(t.reads), 0),
      'activeDays', count(distinct (n.published_at at time zone 'Asia/Shanghai')::date),
      'violations', (select count(*) from note bad where bad.workspace_id = ${desk} and bad.audit_state in ('limited', 'rejected')
                        and coalesce(bad.audited_at, bad.published_at) > ${now} - interval '${growthDays} days'
                        and coalesce(bad.audited_at, bad.published_at) <= ${now}))
     from note n left join note_totals t on t.note_id = n.id
    where n.workspace_id = ${desk} and n.audit_state = 'passed' and n.published_at <= ${now}
      and n.published_at > ${now} - interval '${growthDays} days')`;

/** The level that a row of `growth_standing` holds, as one JSON value under the names of the domain; null before it is judged. */
export const growthHeldSql = (standing: string): string => `
  case when ${standing}.level is not null then json_build_object('level', ${standing}.level,
    'reachedAt', (extract(epoch from ${standing}.reached_at) * 1000)::float8,
    'belowSince', (extract(epoch from ${standing}.below_since) * 1000)::float8) end`;

export interface GrowthRow {
  held: GrowthStanding | null;
  facts: GrowthFacts;
}

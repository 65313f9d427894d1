import type { MigrationInterface, QueryRunner } from 'typeorm';

const events = ['click', 'like', 'collect', 'comment', 'share', 'follow'] as const;
const weight = (event: string): string => `(policy.document->'weights'->>'${event}')::float8`;
const count = (event: string): string => `(evidence->'counts'->>'${event}s')::float8`;
const valueOf = (of: readonly string[], power: 1 | 2): string =>
  of.map((event) => `${count(event)} * ${weight(event)} ^ ${power}`).join(' + ');

/** The sums of finished runs are kept for each type of note. Days that cannot be told apart any more stay whole. */
export class PeersByType1763856000028 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table peer_day add column note_type text not null default 'all'
        constraint peer_day_note_type_known check (note_type in ('image', 'video', 'text', 'all'));
      alter table peer_day alter column note_type drop default;
      alter table peer_day drop constraint peer_day_pkey;
      alter table peer_day add constraint peer_day_pkey primary key (policy_id, level, peer_group, day, note_type);

      -- What each verdict added to its day stands in its evidence. Only days that a rule set still looks back to are told apart.
      create temporary table told on commit drop as
      select policy_id, level, peer_group, day, note_type, count(*) as runs, sum(clicks) as clicks, jsonb_build_object(
          'runs', count(*), 'impressions', sum(impressions), 'exposure', sum(exposure), 'clicks', sum(clicks),
          'value', sum(value), 'squaredWeights', sum(squares),
          'clicksSquared', sum(clicks * clicks), 'clicksExposure', sum(clicks * exposure), 'exposureSquared', sum(exposure * exposure),
          'contentSquared', sum(content * content), 'contentClicks', sum(content * clicks)) as sums
      from (
        select decision.policy_id, decision.level, run.peer_group, evidence->>'noteType' as note_type,
          (decided_at at time zone 'Asia/Shanghai')::date as day,
          ${count('impression')} as impressions, ${count('click')} as clicks,
          coalesce((evidence->>'exposure')::float8, ${count('impression')}) as exposure,
          ${valueOf(events, 1)} as value, ${valueOf(events.slice(1), 1)} as content, ${valueOf(events, 2)} as squares
        from pool_decision decision
        join pool_run run on run.note_id = decision.note_id and run.level = decision.level and run.peer_group not like 'group:%'
        join pool_policy policy on policy.id = decision.policy_id
        where decided_at > now() - (select max((document->>'peerWindowDays')::integer) + 1 from pool_policy) * interval '1 day'
          and reason <> 'FOUND_BY_SEARCH' and ${count('impression')} > 0
      ) judged group by 1, 2, 3, 4, 5;

      -- A day is told apart when its verdicts are all there, and stays whole when they are not.
      delete from told where not exists (
        select from peer_day whole
        join told part using (policy_id, level, peer_group, day)
        where policy_id = told.policy_id and level = told.level and peer_group = told.peer_group and day = told.day
        group by whole.sums
        having sum(part.runs) = (whole.sums->>'runs')::float8 and sum(part.clicks) = (whole.sums->>'clicks')::float8);
      delete from peer_day using told
      where told.policy_id = peer_day.policy_id and told.level = peer_day.level and told.peer_group = peer_day.peer_group and told.day = peer_day.day;
      insert into peer_day (policy_id, level, peer_group, day, note_type, sums)
      select policy_id, level, peer_group, day, note_type, sums from told;
      drop table told;
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      create temporary table whole on commit drop as
      select policy_id, level, peer_group, day, jsonb_object_agg(name, total) as sums
      from (
        select policy_id, level, peer_group, day, name, sum(part::float8) as total
        from peer_day, jsonb_each(sums) as each (name, part) group by 1, 2, 3, 4, 5
      ) added group by 1, 2, 3, 4;
      delete from peer_day;
      alter table peer_day drop constraint peer_day_pkey;
      alter table peer_day drop column note_type;
      alter table peer_day add constraint peer_day_pkey primary key (policy_id, level, peer_group, day);
      insert into peer_day (policy_id, level, peer_group, day, sums) select policy_id, level, peer_group, day, sums from whole;
      drop table whole;
    `);
  }
}

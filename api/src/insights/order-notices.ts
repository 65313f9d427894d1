import { orderNews } from '@poolrise/domain';

const kinds = `('${orderNews.join("', '")}')`;

/** What one side, or the clock, did is told to the other; by the index of news of that side. */
const newsOf = (column: 'workspace_id' | 'desk_id', other: 'brand' | 'creator'): string => `
  select 'order:' || s.order_id || ':' || s.number, s.at, 'order-' || s.kind, s.order_id, o.name, null, null, null::bigint,
    null, ${other === 'brand' ? 'o.brand_name' : '(select name from creator where id = o.creator_id)'}, null, null::jsonb, false
  from order_step s join cooperation_order o on o.id = s.order_id
  where s.${column} = app_workspace() and s.at > now() - interval '30 days' and s.kind in ${kinds} and s.actor in ('${other}', 'clock')`;

/**
 * What is late about samples, from the moment that it is: to the creator that an answer is wanted, to the brand all of it. What
 * a campaign that is under way says of its orders is not said twice.
 */
const late = `
  select 'sample-' || alarm.kind || ':' || o.id || ':' || alarm.mark, to_timestamp(alarm.at / 1000),
    case when o.workspace_id = app_workspace() then 'sample-' || alarm.kind else 'sample-answer-wanted' end, o.id, o.name,
    null, null, null::bigint, null, null, null, null::jsonb, false
  from cooperation_order o cross join jsonb_to_recordset(o.sample_alarms) as alarm (kind text, at float8, mark text)
  where o.sample_alarms is not null and app_workspace() in (o.workspace_id, o.desk_id) and alarm.at <= extract(epoch from now()) * 1000
    and case when o.workspace_id = app_workspace()
             then not exists (select from campaign where campaign.id = o.campaign_id and campaign.state <> 'draft')
             else alarm.kind = 'unanswered' end`;

/** Notices about cooperation orders, as the other sources of the bell name their columns. */
export const saidOfOrders = [newsOf('workspace_id', 'creator'), newsOf('desk_id', 'brand'), late]
  .map((sql) => `\n  union all${sql}`)
  .join('');

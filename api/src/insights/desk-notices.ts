/** The topics of a week once, with the one that most is asked of: among those of the desk's categories, or of all where it has none. */
const topics = `
  union all
  select 'topics:' || topic.week, min(topic.published_at), 'topics-published', (array_agg(topic.id order by topic.score desc, topic.id))[1],
    '#' || (array_agg(topic.tag order by topic.score desc, topic.id))[1], null, null, null, null, null, count(*)::integer, null, false
  from workspace desk left join creator on creator.id = desk.creator_id
  join weekly_topic topic on topic.state = 'published' and topic.week > current_date - 30
    and (coalesce(creator.categories, '{}') = '{}' or topic.category = any(creator.categories))
  where desk.id = app_workspace() and desk.kind = 'creator' group by topic.week`;

/** What can be claimed, until it is; and what the platform's people decided of a claim. The plan is named by whoever asks. */
const rewards = `
  union all
  select 'reward:' || e.id, e.achieved_at, 'reward-claimable', e.plan_id, '', null, null, null, null, null, null, null, false
  from reward_enrolment e join reward_plan p on p.id = e.plan_id
  where e.workspace_id = app_workspace() and e.achieved_at > now() - interval '30 days'
    and now() < p.closes_at + make_interval(hours => p.late_hours, days => p.claim_days)
    and not exists (select from reward_claim where enrolment_id = e.id)
  union all
  select 'reward:' || c.id || ':' || c.state, c.decided_at, 'reward-' || c.state, c.plan_id, '', null, null, null, c.reason, null, null, null, false
  from reward_claim c where c.workspace_id = app_workspace() and c.decided_at > now() - interval '30 days' and c.state <> 'held'`;

/** Notices of a creator's own desk, as the other sources of the bell name their columns. */
export const saidToDesks = topics + rewards;

/** In both languages what a reward's notice is about. */
export const plansName = `(select plan.name from reward_plan plan where plan.id = notice.subject_id and notice.kind like 'reward-%')`;

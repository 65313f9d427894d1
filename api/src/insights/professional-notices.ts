import { professionalAlarmDays } from '@poolrise/domain';

/**
 * What the platform said of a licence, when a verification ends, and to the platform's people that a licence waits: by a line of
 * their own trail, since the application stands behind the walls of whoever applied.
 */
export const saidOfProfessionals = `
  union all
  select 'professional:' || p.id || ':' || p.state, p.decided_at, 'professional-' || p.state, p.id, '', null, null, null, p.reason, null, null, null, false
  from professional_application p
  where p.workspace_id = app_workspace() and p.decided_at > now() - interval '30 days' and p.state in ('verified', 'refused', 'suspended')
  union all
  select 'professional-end:' || p.id || ':' || alarm.days, p.until - make_interval(days => alarm.days),
    case alarm.days when 0 then 'professional-ended' else 'professional-ending' end, p.id, '', null, null, null, null, null, alarm.days, null, false
  from professional_application p cross join (values (${professionalAlarmDays.join('), (')})) as alarm (days)
  where p.workspace_id = app_workspace() and p.state = 'verified'
    and p.until - make_interval(days => alarm.days) between now() - interval '30 days' and now()
  union all
  select 'licence:' || asked.id, asked.at, 'professional-waiting', asked.subject_id, asked.detail ->> 'workspace', null, null, null, null, null, null, null, false
  from audit_event asked
  where asked.workspace_id = app_workspace() and asked.at > now() - interval '30 days' and asked.action = 'professional.applied' and asked.detail ? 'workspace'`;

import { Injectable } from '@nestjs/common';
import {
  type Ability,
  abilityToDecide,
  can,
  type NoticePage,
  type NoticeView,
  type Role,
} from '@poolrise/contracts';
import { rightsAlarmDays } from '@poolrise/domain';
import { z } from 'zod';
import { Db } from '../db/db';
import { decodeCursor, pageFrom } from '../http/paging';
import { plansName, saidToDesks } from './desk-notices';
import { saidOfOrders } from './order-notices';
import { saidOfProfessionals } from './professional-notices';

interface NoticeRecord {
  id: string;
  at: Date;
  at_key: string;
  kind: NoticeView['kind'];
  subject_id: string;
  title: string;
  name: NoticeView['name'];
  level: number | null;
  level_name: NoticeView['levelName'];
  cents: string | null;
  reason: string | null;
  who: string | null;
  count: number | null;
  detail: NoticeView['detail'];
  unread: boolean;
  unread_total: number;
}

/** What the person may be told of. */
interface Sees {
  wallet: boolean;
  proposals: boolean;
  campaigns: boolean;
  orders: boolean;
  approvals: boolean;
  limits: boolean;
  desk: boolean;
}

/**
 * Notices are not written down: they are read from what happened, so none can be missing or stale. What vouchers are worth
 * and what comes back to the wallet is left out for those who may not see the wallet.
 * $1 is the person: what a client says to a proposal is told to those who made it.
 */
const happened = ({ wallet, proposals, campaigns, orders, approvals, limits, desk }: Sees): string => `
  select 'verdict:' || d.id as id, d.decided_at as at, case d.outcome when 'pass' then 'note-passed' else 'note-stopped' end as kind, d.note_id as subject_id, note.title,
    d.level::integer, policy.document -> 'levels' -> d.level::integer -> 'name' as level_name, null::bigint as cents, null as reason, null as who, null::integer as count, null::jsonb as detail, false as read
  from pool_decision d join note on note.id = d.note_id join pool_policy policy on policy.id = d.policy_id
  where d.workspace_id = app_workspace() and d.decided_at > now() - interval '30 days'
  union all
  select 'boost:' || boost.id, boost.ended_at, case boost.state when 'stopped' then 'boost-stopped' else 'boost-completed' end, boost.id, note.title, null, null, ${wallet ? 'boost.refunded_cents' : 'null'}, null, null, null, null, false
  from boost join note on note.id = boost.note_id where boost.ended_at is not null and boost.ended_at > now() - interval '30 days'
  union all
  select 'race:' || race.id, race.ended_at, 'race-ended', race.id, race.name, null, null, null::bigint, null, note.title, null, null, false
  from race left join note on note.id = race.leader_note_id where race.workspace_id = app_workspace() and race.ended_at > now() - interval '30 days'
  union all
  select 'race-money:' || race.id || ':' || race.round, race.waiting_since, 'race-waiting', race.id, race.name, null, null, ${wallet ? 'race.missing_cents' : 'null::bigint'}, null, null, null, null, false
  from race where race.workspace_id = app_workspace() and race.waiting_since is not null
  union all
  select 'review:' || review.note_id, review.decided_at, 'review-' || review.verdict, review.note_id, note.title, null, null, null, review.reason, null, null, null, false
  from note_review review join note on note.id = review.note_id
  where review.workspace_id = app_workspace() and review.decided_at > now() - interval '30 days'
  union all
  select 'schedule:' || draft.id || ':' || extract(epoch from draft.failed_at)::bigint, draft.failed_at, 'schedule-failed', draft.id, draft.title,
    null, null, null, left(draft.failure_detail, 140), null, null, null, false
  from note_draft draft where draft.workspace_id = app_workspace() and draft.failed_at > now() - interval '30 days'
  union all
  select 'appeal:' || a.id, a.decided_at, 'appeal-' || a.state, a.note_id, note.title, null, null, null, a.answer, null, null, null, false
  from note_appeal a join note on note.id = a.note_id
  where a.workspace_id = app_workspace() and a.decided_at > now() - interval '30 days'
  union all
  select 'appealed:' || asked.id, asked.at, 'appeal-waiting', asked.subject_id, asked.detail ->> 'title', null, null, null, null, null, null, null, false
  from audit_event asked
  where asked.workspace_id = app_workspace() and asked.at > now() - interval '30 days' and asked.action = 'appeal.asked' and asked.detail ? 'title'
  union all
  select 'traffic:' || alarm.id, alarm.at, 'traffic-quarantined', alarm.subject_id, alarm.detail ->> 'application', null, null, null, null, null, null, null, false
  from audit_event alarm
  where alarm.workspace_id = app_workspace() and alarm.at > now() - interval '30 days' and alarm.action = 'traffic.quarantined'${saidOfProfessionals}${wallet ? expiring : ''}${proposals ? saidOfProposals : ''}${campaigns ? noticed : ''}${orders ? saidOfRecruitments + saidOfOrders : ''}${approvals ? secondPersons(limits) : ''}${campaigns ? foundByRules : ''}${desk ? saidToDesks : ''}`;
const expiring = `
  union all
  select 'voucher:' || id, expires_at - interval '3 days', 'voucher-expiring', id, name, null, null, remaining_cents, null, null, null, null, false
  from voucher where expires_at - interval '3 days' <= now() and expires_at > now() and revoked_at is null and used_at is null`;

/** Read on the campaign is read here. Verdicts of notes tell of their gates already. */
const noticed = `
  union all
  select 'campaign:' || alert.id, alert.at, 'campaign-' || alert.kind, campaign.id, campaign.name, null, null, null, null, null, null, alert.detail, alert.read_at is not null
  from campaign_alert alert join campaign on campaign.id = alert.campaign_id
  where alert.workspace_id = app_workspace() and alert.at > now() - interval '30 days' and alert.kind <> 'gate-passed'`;

/** To everybody else who may decide while it waits, and to whoever asked once it is decided. */
const secondPersons = (limits: boolean): string => `
  union all
  select 'approval:' || r.id || ':' || r.state, coalesce(r.decided_at, r.asked_at),
    'approval-' || r.state, r.id, r.title, null, null, r.commits_cents,
    nullif(r.reason, ''), case r.state when 'waiting' then asker.name else decider.name end, null, null, false
  from approval_request r left join person asker on asker.id = r.asked_by left join person decider on decider.id = r.decided_by
  where r.workspace_id = app_workspace() and r.state <> 'withdrawn' and coalesce(r.decided_at, r.asked_at) > now() - interval '30 days'
    and (r.state = 'waiting') = (r.asked_by is distinct from $1)${limits ? '' : " and (r.state <> 'waiting' or r.kind <> 'loosen-limit')"}`;

/** What rules did or told of, not what they would have done; one piece of news for each rule and hour. */
const foundByRules = `
  union all
  select 'rule:' || hit.rule_id || ':' || extract(epoch from hit.hour)::bigint, max(hit.at),
    case rule.action when 'notify' then 'rule-found' else 'rule-stopped' end, rule.id, rule.name, null, null, null, null, null, count(*)::integer, null, false
  from automation_hit hit join automation_rule rule on rule.id = hit.rule_id
  where hit.workspace_id = app_workspace() and hit.at > now() - interval '30 days' and hit.outcome = 'done'
  group by hit.rule_id, hit.hour, rule.id, rule.action, rule.name`;

const sayingMax = 140;
/** Whoever wrote a version of it or opened a link to it. */
const madeByThem = `$1 in (select created_by union all select written_by from proposal_version where proposal_id = proposal.id
    union all select created_by from proposal_link where proposal_id = proposal.id)`;
/** Verdicts of one client in one hour are one piece of news; answers repeated under a newer version are none. */
const saidOfProposals = `
  union all
  select 'answers:' || proposal.id || ':' || (extract(epoch from date_trunc('hour', answer.at)) / 3600)::bigint || ':' || left(md5(answer.name), 6),
    max(answer.at), 'proposal-answered', proposal.id, proposal.name, null, null, null,
    case when count(*) = 1 then nullif(left(max(answer.comment), ${sayingMax}), '') end, answer.name, count(distinct answer.item_id)::integer, null, false
  from proposal join proposal_answer answer on answer.proposal_id = proposal.id and answer.verdict is not null
  where proposal.workspace_id = app_workspace() and proposal.changed_at > now() - interval '30 days'
    and answer.at > now() - interval '30 days' and answer.carried_from is null and ${madeByThem}
  group by proposal.id, proposal.name, date_trunc('hour', answer.at), answer.name
  union all
  select 'comment:' || answer.id, answer.at, 'proposal-commented', proposal.id, proposal.name, null, null, null,
    left(answer.comment, ${sayingMax}), answer.name, null, null, false
  from proposal join proposal_answer answer on answer.proposal_id = proposal.id and answer.item_id is null
  where proposal.workspace_id = app_workspace() and proposal.changed_at > now() - interval '30 days'
    and answer.at > now() - interval '30 days' and answer.carried_from is null and ${madeByThem}`;

/** To a brand: who applied in one hour is one piece of news. To a creator's desk: what became of its applications and claims. */
const saidOfRecruitments = `
  union all
  select 'rights:' || o.id || ':' || alarm.days || ':' || jsonb_array_length(o.extensions), o.rights_until - make_interval(days => alarm.days),
    case alarm.days when 0 then 'rights-expired' else 'rights-ending' end, o.id, o.name, null, null, null, null, null, alarm.days, null, false
  from cooperation_order o cross join (values (${rightsAlarmDays.join('), (')})) as alarm (days)
  where app_workspace() in (o.workspace_id, o.desk_id) and o.rights_until between now() - interval '30 days' and now() + interval '30 days'
    and o.rights_until - make_interval(days => alarm.days) between greatest(o.published_at, to_timestamp((o.extensions -> -1 ->> 'at')::float8 / 1000), now() - interval '30 days') and now()
  union all
  select 'applied:' || r.id || ':' || (extract(epoch from date_trunc('hour', a.applied_at)) / 3600)::bigint, max(a.applied_at),
    'recruitment-applied', r.id, r.name, null, null, null, null, null, count(*)::integer, null, false
  from recruitment_application a join recruitment r on r.id = a.recruitment_id
  where a.workspace_id = app_workspace() and a.applied_at > now() - interval '30 days' and a.state <> 'withdrawn'
  group by r.id, r.name, date_trunc('hour', a.applied_at)
  union all
  select 'ap:' || a.id || ':' || a.state, a.changed_at, 'application-' || a.state, coalesce(a.order_id, r.id), r.name, null, null, null,
    left(a.answer_words, ${sayingMax}), r.brand_name, null, null, false
  from recruitment_application a join recruitment r on r.id = a.recruitment_id
  where a.desk_id = app_workspace() and a.changed_at > now() - interval '30 days' and a.state in ('selected', 'declined', 'unselected')
  union all
  select 'claim:' || claim.id || ':' || claim.state, claim.answered_at, 'claim-' || claim.state, claim.creator_id, creator.name,
    null, null, null, claim.reason, null, null, null, false
  from desk_claim claim join creator on creator.id = claim.creator_id
  where claim.workspace_id = app_workspace() and claim.answered_at > now() - interval '30 days'
    and claim.state in ('approved', 'refused', 'superseded', 'undone')`;

@Injectable()
export class NoticesQueries {
  constructor(private readonly db: Db) {}

  async notices(
    workspaceId: string,
    person: { id: string; role: Role } | null,
    query: { cursor?: string | undefined; limit: number },
  ): Promise<NoticePage> {
    const cursor = decodeCursor(query.cursor, z.iso.datetime(), z.string().max(60), z.literal('notices'));
    const may = (what: Ability) => person !== null && can(person.role, what);
    const sees = {
      wallet: may('read:wallet'),
      proposals: may('read:proposals'),
      campaigns: may('read:campaigns'),
      orders: may('read:orders'),
      approvals: may('decide:approvals'),
      limits: may(abilityToDecide('loosen-limit')),
      desk: may('read:rewards') && may('read:topics'),
    };
    const rows = await this.db.read<NoticeRecord>(
      workspaceId,
      `with notice as (${happened(sees)}), seen as (select coalesce(max(notices_seen_at), '-infinity') as at from member where person_id = $1)
       select notice.*, ${plansName} as name, to_char(notice.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_key, not notice.read and notice.at > seen.at as unread,
         (select count(*)::integer from (select from notice where at > seen.at and not read limit 100) fresh) as unread_total
       from notice, seen ${cursor ? 'where (notice.at, notice.id) < ($3::timestamptz, $4)' : ''}
       order by notice.at desc, notice.id desc limit $2`,
      [person?.id ?? null, query.limit + 1, ...(cursor?.slice(0, 2) ?? [])],
    );
    const page = pageFrom(rows, query.limit, noticeView, (row) => [row.at_key, row.id, 'notices']);
    return { ...page, unread: rows[0]?.unread_total ?? 0 };
  }

  /** Everything up to now is read. */
  async markSeen(workspaceId: string, personId: string): Promise<void> {
    await this.db.inWorkspace(workspaceId, (tx) =>
      tx.query('update member set notices_seen_at = now() where person_id = $1', [personId]),
    );
  }
}

const noticeView = (row: NoticeRecord): NoticeView => ({
  id: row.id,
  at: row.at.toISOString(),
  kind: row.kind,
  subjectId: row.subject_id,
  title: row.title,
  name: row.name,
  level: row.level,
  levelName: row.level_name,
  cents: row.cents === null ? null : Number(row.cents),
  reason: row.reason,
  who: row.who,
  count: row.count,
  detail: row.detail,
  unread: row.unread,
});

import { Injectable } from '@nestjs/common';
import { can, type NoticePage, type NoticeView, type Role } from '@poolrise/contracts';
import { z } from 'zod';
import { Db } from '../db/db';
import { decodeCursor, pageFrom } from '../http/paging';

interface NoticeRecord {
  id: string;
  at: Date;
  at_key: string;
  kind: NoticeView['kind'];
  subject_id: string;
  title: string;
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

/**
 * Notices are not written down: they are read from what happened, so none can be missing or stale. What vouchers are worth
 * and what comes back to the wallet is left out for those who may not see the wallet.
 * $1 is the person: what a client says to a proposal is told to those who made it.
 */
const happened = (seesWallet: boolean, seesProposals: boolean, seesCampaigns: boolean): string => `
  select 'verdict:' || d.id as id, d.decided_at as at, case d.outcome when 'pass' then 'note-passed' else 'note-stopped' end as kind, d.note_id as subject_id, note.title,
    d.level::integer, policy.document -> 'levels' -> d.level::integer -> 'name' as level_name, null::bigint as cents, null as reason, null as who, null::integer as count, null::jsonb as detail, false as read
  from pool_decision d join note on note.id = d.note_id join pool_policy policy on policy.id = d.policy_id
  where d.workspace_id = app_workspace() and d.decided_at > now() - interval '30 days'
  union all
  select 'boost:' || boost.id, boost.ended_at, case boost.state when 'stopped' then 'boost-stopped' else 'boost-completed' end, boost.id, note.title, null, null, ${seesWallet ? 'boost.refunded_cents' : 'null'}, null, null, null, null, false
  from boost join note on note.id = boost.note_id where boost.ended_at is not null and boost.ended_at > now() - interval '30 days'
  union all
  select 'review:' || review.note_id, review.decided_at, 'review-' || review.verdict, review.note_id, note.title, null, null, null, review.reason, null, null, null, false
  from note_review review join note on note.id = review.note_id
  where review.workspace_id = app_workspace() and review.decided_at > now() - interval '30 days'
  union all
  select 'traffic:' || alarm.id, alarm.at, 'traffic-quarantined', alarm.subject_id, alarm.detail ->> 'application', null, null, null, null, null, null, null, false
  from audit_event alarm
  where alarm.workspace_id = app_workspace() and alarm.at > now() - interval '30 days' and alarm.action = 'traffic.quarantined'${seesWallet ? expiring : ''}${seesProposals ? saidOfProposals : ''}${seesCampaigns ? noticed : ''}`;
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

@Injectable()
export class NoticesQueries {
  constructor(private readonly db: Db) {}

  async notices(
    workspaceId: string,
    person: { id: string; role: Role } | null,
    query: { cursor?: string | undefined; limit: number },
  ): Promise<NoticePage> {
    const cursor = decodeCursor(query.cursor, z.iso.datetime(), z.string().max(60), z.literal('notices'));
    const seesWallet = person !== null && can(person.role, 'read:wallet');
    const seesCampaigns = person !== null && can(person.role, 'read:campaigns');
    const seesProposals = person !== null && can(person.role, 'read:proposals');
    const rows = await this.db.read<NoticeRecord>(
      workspaceId,
      `with notice as (${happened(seesWallet, seesProposals, seesCampaigns)}), seen as (select coalesce(max(notices_seen_at), '-infinity') as at from member where person_id = $1)
       select notice.*, to_char(notice.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_key, not notice.read and notice.at > seen.at as unread,
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
  level: row.level,
  levelName: row.level_name,
  cents: row.cents === null ? null : Number(row.cents),
  reason: row.reason,
  who: row.who,
  count: row.count,
  detail: row.detail,
  unread: row.unread,
});

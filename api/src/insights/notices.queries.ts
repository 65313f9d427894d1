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
  unread: boolean;
  unread_total: number;
}

/**
 * Notices are not written down: they are read from what happened, so none can be missing or stale. What vouchers are worth
 * and what comes back to the wallet is left out for those who may not see the wallet.
 * $1 is the person: what a client says to a proposal is told to those who made it.
 */
const happened = (seesWallet: boolean, seesProposals: boolean): string => `
  select 'verdict:' || d.id as id, d.decided_at as at, case d.outcome when 'pass' then 'note-passed' else 'note-stopped' end as kind, d.note_id as subject_id, note.title,
    d.level::integer, policy.document -> 'levels' -> d.level::integer -> 'name' as level_name, null::bigint as cents, null as reason, null as who, null::integer as count
  from pool_decision d join note on note.id = d.note_id join pool_policy policy on policy.id = d.policy_id
  where d.workspace_id = app_workspace() and d.decided_at > now() - interval '30 days'
  union all
  select 'boost:' || boost.id, boost.ended_at, case boost.state when 'stopped' then 'boost-stopped' else 'boost-completed' end, boost.id, note.title, null, null, ${seesWallet ? 'boost.refunded_cents' : 'null'}, null, null, null
  from boost join note on note.id = boost.note_id where boost.ended_at is not null and boost.ended_at > now() - interval '30 days'
  union all
  select 'race:' || race.id, race.ended_at, 'race-ended', race.id, race.name, null, null, null::bigint, null, note.title, null
  from race left join note on note.id = race.leader_note_id where race.workspace_id = app_workspace() and race.ended_at > now() - interval '30 days'
  union all
  select 'race-money:' || race.id || ':' || race.round, race.waiting_since, 'race-waiting', race.id, race.name, null, null, ${seesWallet ? 'race.missing_cents' : 'null::bigint'}, null, null, null
  from race where race.workspace_id = app_workspace() and race.waiting_since is not null
  union all
  select 'review:' || review.note_id, review.decided_at, 'review-' || review.verdict, review.note_id, note.title, null, null, null, review.reason, null, null
  from note_review review join note on note.id = review.note_id
  where review.workspace_id = app_workspace() and review.decided_at > now() - interval '30 days'
  union all
  select 'traffic:' || alarm.id, alarm.at, 'traffic-quarantined', alarm.subject_id, alarm.detail ->> 'application', null, null, null, null, null, null
  from audit_event alarm
  where alarm.workspace_id = app_workspace() and alarm.at > now() - interval '30 days' and alarm.action = 'traffic.quarantined'${seesWallet ? expiring : ''}${seesProposals ? saidOfProposals : ''}`;
const expiring = `
  union all
  select 'voucher:' || id, expires_at - interval '3 days', 'voucher-expiring', id, name, null, null, remaining_cents, null, null, null
  from voucher where expires_at - interval '3 days' <= now() and expires_at > now() and revoked_at is null and used_at is null`;

const sayingMax = 140;
/** Whoever wrote a version of it or opened a link to it. */
const madeByThem = `$1 in (select created_by union all select written_by from proposal_version where proposal_id = proposal.id
    union all select created_by from proposal_link where proposal_id = proposal.id)`;
/** Verdicts of one client in one hour are one piece of news; answers repeated under a newer version are none. */
const saidOfProposals = `
  union all
  select 'answers:' || proposal.id || ':' || (extract(epoch from date_trunc('hour', answer.at)) / 3600)::bigint || ':' || left(md5(answer.name), 6),
    max(answer.at), 'proposal-answered', proposal.id, proposal.name, null, null, null,
    case when count(*) = 1 then nullif(left(max(answer.comment), ${sayingMax}), '') end, answer.name, count(distinct answer.item_id)::integer
  from proposal join proposal_answer answer on answer.proposal_id = proposal.id and answer.verdict is not null
  where proposal.workspace_id = app_workspace() and proposal.changed_at > now() - interval '30 days'
    and answer.at > now() - interval '30 days' and answer.carried_from is null and ${madeByThem}
  group by proposal.id, proposal.name, date_trunc('hour', answer.at), answer.name
  union all
  select 'comment:' || answer.id, answer.at, 'proposal-commented', proposal.id, proposal.name, null, null, null,
    left(answer.comment, ${sayingMax}), answer.name, null
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
    const seesProposals = person !== null && can(person.role, 'read:proposals');
    const rows = await this.db.read<NoticeRecord>(
      workspaceId,
      `with notice as (${happened(seesWallet, seesProposals)}), seen as (select coalesce(max(notices_seen_at), '-infinity') as at from member where person_id = $1)
       select notice.*, to_char(notice.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_key, notice.at > seen.at as unread,
         (select count(*)::integer from (select from notice where at > seen.at limit 100) fresh) as unread_total
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
  unread: row.unread,
});

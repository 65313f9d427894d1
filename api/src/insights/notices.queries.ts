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
  unread: boolean;
  unread_total: number;
}

/**
 * Notices are not written down: they are read from what happened, so none can be missing or stale. What vouchers are worth
 * and what comes back to the wallet is left out for those who may not see the wallet.
 */
const happened = (seesWallet: boolean): string => `
  select 'verdict:' || d.id as id, d.decided_at as at, case d.outcome when 'pass' then 'note-passed' else 'note-stopped' end as kind, d.note_id as subject_id, note.title,
    d.level::integer, policy.document -> 'levels' -> d.level::integer -> 'name' as level_name, null::bigint as cents, null as reason
  from pool_decision d join note on note.id = d.note_id join pool_policy policy on policy.id = d.policy_id
  where d.workspace_id = app_workspace() and d.decided_at > now() - interval '30 days'
  union all
  select 'boost:' || boost.id, boost.ended_at, case boost.state when 'stopped' then 'boost-stopped' else 'boost-completed' end, boost.id, note.title, null, null, ${seesWallet ? 'boost.refunded_cents' : 'null'}, null
  from boost join note on note.id = boost.note_id where boost.ended_at is not null and boost.ended_at > now() - interval '30 days'
  union all
  select 'review:' || review.note_id, review.decided_at, 'review-' || review.verdict, review.note_id, note.title, null, null, null, review.reason
  from note_review review join note on note.id = review.note_id
  where review.workspace_id = app_workspace() and review.decided_at > now() - interval '30 days'
  union all
  select 'traffic:' || alarm.id, alarm.at, 'traffic-quarantined', alarm.subject_id, alarm.detail ->> 'application', null, null, null, null
  from audit_event alarm
  where alarm.workspace_id = app_workspace() and alarm.at > now() - interval '30 days' and alarm.action = 'traffic.quarantined'${seesWallet ? expiring : ''}`;
const expiring = `
  union all
  select 'voucher:' || id, expires_at - interval '3 days', 'voucher-expiring', id, name, null, null, remaining_cents, null
  from voucher where expires_at - interval '3 days' <= now() and expires_at > now() and revoked_at is null and used_at is null`;

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
    const rows = await this.db.read<NoticeRecord>(
      workspaceId,
      `with notice as (${happened(seesWallet)}), seen as (select coalesce(max(notices_seen_at), '-infinity') as at from member where person_id = $1)
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
  unread: row.unread,
});

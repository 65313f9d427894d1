import { Injectable } from '@nestjs/common';
import type { Page, PageQuery, QuarantineRow, QuarantineState } from '@poolrise/contracts';
import { engagementKinds, type TrafficFinding } from '@poolrise/domain';
import { z } from 'zod';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { verdictOf } from './quarantine-answer';

interface QuarantineRecord {
  id: string;
  application_name: string | null;
  key_prefix: string | null;
  workspace_name: string | null;
  reader: string | null;
  state: QuarantineState;
  opened_at: string;
  last_event_at: string | null;
  evidence: TrafficFinding;
  others: number | null;
  held_events: number;
  held_impressions: number;
  held_paid_impressions: number;
  held_clicks: number;
  held_likes: number;
  counted_events: number;
  repeated_events: number;
  orphaned_events: number;
  reason: string | null;
  decided_by: string | null;
  decided_at: string | null;
  sample: { kind: number; note_title: string; at: string; received_at: string }[];
}

/** Counters of traffic_window by the kind that a finding speaks of. */
const columnOf: Partial<Record<TrafficFinding['kind'] & string, string>> = {
  click: 'clicks',
  like: 'likes',
  collect: 'collects',
  follow: 'follows',
  comment: 'comments',
  share: 'shares',
  dwell: 'dwells',
  purchase: 'purchases',
};
const sampleSize = 5;

/** What operators see of held traffic; under the engine's hat, for it belongs to no workspace of theirs. */
@Injectable()
export class QuarantineQueries {
  constructor(private readonly db: Db) {}

  /** What waits for a decision; the latest first. */
  held(workspaceId: string, query: PageQuery): Promise<Page<QuarantineRow>> {
    return this.list(workspaceId, query, 'held', `q.state = 'open'`);
  }

  /** What was decided in the last 30 days; the latest first. */
  decided(workspaceId: string, query: PageQuery): Promise<Page<QuarantineRow>> {
    const lately = `q.state <> 'open' and q.opened_at > now() - interval '30 days'`;
    return this.list(workspaceId, query, 'decided', lately);
  }

  private async list(
    workspaceId: string,
    query: PageQuery,
    name: 'held' | 'decided',
    which: string,
  ): Promise<Page<QuarantineRow>> {
    const cursor = decodeCursor(query.cursor, cursorInstant, z.uuid(), z.literal(name));
    const rows = await asPlatform(this.db, workspaceId, async (tx) => {
      return tx.query<QuarantineRecord[]>(
        `select q.id, api_key.name as application_name, api_key.prefix as key_prefix, workspace.name as workspace_name,
           lpad(to_hex(q.reader), 8, '0') as reader, q.state, ${isoInstant('q.opened_at')} as opened_at, ${isoInstant('q.last_event_at')} as last_event_at,
           q.evidence, usual.share as others, q.held_events, q.held_impressions, q.held_paid_impressions, q.held_clicks, q.held_likes,
           q.counted_events, q.repeated_events, q.orphaned_events, q.reason, person.name as decided_by, ${isoInstant('q.decided_at')} as decided_at,
           latest.sample
         from quarantine q
         left join api_key on api_key.id = q.api_key_id
         left join workspace on workspace.id = api_key.workspace_id
         left join person on person.id = q.reviewer_id
         cross join lateral (
           select sum(case q.evidence ->> 'kind' ${Object.entries(columnOf)
             .map(([kind, column]) => `when '${kind}' then ${column}`)
             .join(' ')} end)::float8 / nullif(sum(impressions), 0) as share
           from traffic_window where window_at > now() - interval '24 hours' and api_key_id <> q.api_key_id
         ) usual
         cross join lateral (
           select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'note_title', title, 'at', at, 'received_at', received_at)), '[]') as sample from (
             select held.kind, coalesce(note.title, '') as title, ${isoInstant('held.at')} as at, ${isoInstant('held.received_at')} as received_at
             from (select * from quarantined_event where quarantine_id = q.id
                   order by page_id desc, position desc, kind desc, event_key desc limit ${sampleSize}) held
             left join note on note.id = held.note_id
           ) shown
         ) latest
         where ${which}
           ${cursor ? 'and (q.opened_at, q.id) < ($2::timestamptz, $3::uuid)' : ''}
         order by q.opened_at desc, q.id desc limit $1`,
        [query.limit + 1, ...(cursor?.slice(0, 2) ?? [])],
      );
    });
    return pageFrom(rows, query.limit, rowView, (row) => [row.opened_at, row.id, name]);
  }
}

function rowView(row: QuarantineRecord): QuarantineRow {
  const verdict = verdictOf(row.state);
  return {
    id: row.id,
    applicationName: row.application_name ?? '',
    keyPrefix: row.key_prefix ?? '',
    workspaceName: row.workspace_name ?? '',
    reader: row.reader,
    state: row.state,
    openedAt: row.opened_at,
    lastEventAt: row.last_event_at,
    evidence: row.evidence,
    others: row.others,
    held: {
      events: row.held_events,
      impressions: row.held_impressions,
      paidImpressions: row.held_paid_impressions,
      clicks: row.held_clicks,
      likes: row.held_likes,
    },
    released: {
      counted: row.counted_events,
      repeated: row.repeated_events,
      orphaned: row.orphaned_events,
    },
    answer: verdict && {
      verdict,
      reason: row.reason ?? '',
      decidedBy: row.decided_by ?? '',
      decidedAt: row.decided_at ?? row.opened_at,
    },
    sample: row.sample.map(({ kind, note_title, at, received_at }) => ({
      kind: engagementKinds[kind] ?? 'impression',
      noteTitle: note_title,
      at,
      receivedAt: received_at,
    })),
  };
}

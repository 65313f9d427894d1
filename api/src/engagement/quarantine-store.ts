import type { TrafficFinding } from '@poolrise/domain';
import type pg from 'pg';
import type { ReadEvent } from './read-batch';
import { eventColumns } from './record-events';
import { liveChannel } from '../live/announce';
import { windowMs } from './traffic-counts';

/** A quarantine that holds traffic, or whose answer still matters. */
export interface KnownQuarantine {
  id: string;
  api_key_id: string;
  /** 32 bits of the reader's key; null for the whole application */
  reader: number | null;
  state: 'open' | 'releasing' | 'released' | 'discarded';
  decided_at: Date | null;
}

const kindColumns = [
  'impressions',
  'clicks',
  'likes',
  'collects',
  'comments',
  'shares',
  'follows',
  'dwells',
  'hides',
  'purchases',
] as const;
/** How long an operator's release is believed: so long the application, or the reader, is not judged. */
const trustHours = 24;

/** Open quarantines, and those decided while the decision matters. */
export async function knownQuarantines(pool: pg.Pool): Promise<KnownQuarantine[]> {
  const { rows } = await pool.query<KnownQuarantine>(
    `select id, api_key_id, reader::float8 as reader, state, decided_at from quarantine where state = 'open'
     union all
     select id, api_key_id, reader::float8, state, decided_at from quarantine
     where state <> 'open' and decided_at > now() - interval '${trustHours} hours'`,
  );
  return rows;
}

/** Opens a quarantine, or finds the one that another batch opened at the same moment, and tells the platform's people. */
export async function openQuarantine(
  pool: pg.Pool,
  applicationId: string,
  reader: number | null,
  finding: TrafficFinding,
): Promise<string> {
  for (;;) {
    const { rows } = await pool.query<{ id: string }>(
      `with opened as (
         insert into quarantine (api_key_id, reader, evidence, opened_at) values ($1, $2, $3, now())
         on conflict (api_key_id, coalesce(reader, -1)) where state = 'open' do nothing returning id
       ), trail as (
         insert into audit_event (workspace_id, action, subject_id, detail)
         select workspace.id, 'traffic.quarantined', opened.id, jsonb_build_object('application', api_key.name, 'rule', $3::jsonb ->> 'rule')
         from opened, workspace, api_key where workspace.kind = 'platform' and api_key.id = $1
       ), told as (
         select pg_notify($4, workspace.id || ' ' || topic) from opened, workspace, unnest('{quarantine,notices}'::text[]) as topic
         where workspace.kind = 'platform'
       )
       select id from opened where (select count(*) from told) >= 0
       union all
       select id from quarantine where state = 'open' and api_key_id = $1 and coalesce(reader, -1) = coalesce($2, -1::bigint)
       limit 1`,
      [applicationId, reader, JSON.stringify(finding), liveChannel],
    );
    // None: it was opened by another after this statement began, or answered before it ended.
    if (rows[0]) return rows[0].id;
  }
}

/**
 * Holds events, once each. The quarantine's row is the lock: an answer comes before this batch or after it.
 *
 * @returns how many were held already; null when the quarantine is answered, and nothing was held
 */
export async function holdEvents(
  pool: pg.Pool,
  quarantineId: string,
  events: readonly ReadEvent[],
  now: Date,
): Promise<number | null> {
  const { rows } = await pool.query<{ open: boolean; held: number }>({
    name: 'hold-events',
    text: `with opened as materialized (select id from quarantine where id = $17 and state = 'open' for update),
     held as (
       insert into quarantined_event (quarantine_id, page_id, position, kind, event_key, note_id, level, rail, value, boost_id, at, exposure, query_key, keyword, leads, received_at)
       select opened.id, e.page_id, e.position, e.kind, e.event_key, e.note_id, e.level, e.rail, e.value, e.boost_id, e.at, e.exposure, e.query_key, e.keyword, e.leads, $11::timestamptz
       from opened, unnest($1::bigint[], $2::smallint[], $3::smallint[], $4::uuid[], $5::uuid[], $6::smallint[], $7::smallint[], $8::integer[], $9::uuid[], $10::boolean[], $12::timestamptz[], $13::float8[], $14::bigint[], $15::smallint[], $16::boolean[])
         as e(page_id, position, kind, event_key, note_id, level, rail, value, boost_id, proven, at, exposure, query_key, keyword, leads)
       order by e.page_id, e.position, e.kind, e.event_key
       on conflict on constraint held_once do nothing returning kind, boost_id
     ), sums as (
       select count(*) as events, count(*) filter (where kind = 0) as impressions, count(*) filter (where kind = 1) as clicks,
         count(*) filter (where kind = 2) as likes, count(*) filter (where kind = 0 and boost_id is not null) as paid from held
     ), counted as (
       update quarantine q set held_events = q.held_events + sums.events, held_impressions = q.held_impressions + sums.impressions,
         held_clicks = q.held_clicks + sums.clicks, held_likes = q.held_likes + sums.likes,
         held_paid_impressions = q.held_paid_impressions + sums.paid, last_event_at = $11::timestamptz
       from sums, opened where q.id = opened.id
     )
     select exists (select from opened) as open, (select events from sums)::integer as held`,
    values: [...eventColumns(events, now), quarantineId],
  });
  const answer = rows[0];
  return answer?.open ? events.length - answer.held : null;
}

/** Which of the events are recorded already, so that an honest repeat is not taken for a burst. */
export async function knownEvents(
  pool: pg.Pool,
  events: readonly ReadEvent[],
  now: Date,
): Promise<Set<number>> {
  const { rows } = await pool.query<{ ordinal: number }>(
    `select e.ordinal::integer from unnest($1::bigint[], $2::smallint[], $3::smallint[], $4::uuid[])
       with ordinality as e(page_id, position, kind, event_key, ordinal)
     join engagement_event known on known.page_id = e.page_id and known.position = e.position and known.kind = e.kind and known.event_key = e.event_key`,
    eventColumns(events, now).slice(0, 4),
  );
  return new Set(rows.map(({ ordinal }) => ordinal - 1));
}

/** Counts that this process made since it last told, by application and window. */
export interface WindowCounts {
  applicationId: string;
  window: number;
  kinds: readonly number[];
}

/** Adds counts to those of all processes, and answers what all of them have counted. Rows in one order: processes do it at once. */
export async function addToWindows(pool: pg.Pool, counts: readonly WindowCounts[]): Promise<WindowCounts[]> {
  if (!counts.length) return [];
  const added = [...counts].sort((a, b) =>
    a.applicationId === b.applicationId ? a.window - b.window : a.applicationId < b.applicationId ? -1 : 1,
  );
  const { rows } = await pool.query<{ id: string; window: number; kinds: number[] }>(
    `insert into traffic_window (api_key_id, window_at, ${kindColumns.join(', ')})
     select * from unnest($1::uuid[], $2::timestamptz[], ${kindColumns.map((_, kind) => `$${kind + 3}::integer[]`).join(', ')})
     on conflict on constraint traffic_window_pkey do update set
       ${kindColumns.map((name) => `${name} = traffic_window.${name} + excluded.${name}`).join(', ')}
     returning api_key_id as id, extract(epoch from window_at)::float8 * 1000 / ${windowMs} as window, array[${kindColumns.join(', ')}] as kinds`,
    [
      added.map(({ applicationId }) => applicationId),
      added.map(({ window }) => new Date(window * windowMs)),
      ...kindColumns.map((_, kind) => added.map(({ kinds }) => kinds[kind] ?? 0)),
    ],
  );
  return rows.map(({ id, window, kinds }) => ({ applicationId: id, window: Math.round(window), kinds }));
}

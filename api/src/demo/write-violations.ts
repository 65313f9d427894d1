import { type Cast, workspaceOf } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { insert } from './write-rows';

const hourMs = 3_600_000;

interface Told {
  title: string;
  body: string;
  verdict: 'limited' | 'rejected';
  kind: string;
  words: string[];
  hoursAgo: number;
  appeal?: { hoursAgo: number; reason: string; answer?: { state: 'upheld' | 'dismissed'; words: string } };
}

/** The notes that Xiaoman's desk had trouble with: one whose appeal is open, one dismissed, one that may still be appealed. */
const told: readonly Told[] = [
  {
    title: '茶桌布置清单，扫码看尺寸',
    body: '桌布一米二，茶盘三十公分。杂志背面有二维码，我扫码看的就是上面的尺寸表，图里能看到那一页。',
    verdict: 'limited',
    kind: 'off-platform',
    words: ['扫码'],
    hoursAgo: 60,
    appeal: {
      hoursAgo: 50,
      reason:
        '「扫码」说的是杂志上的尺寸表，图里没有任何码，也没有引到站外。“Scanned” speaks of the magazine’s own table; there is no code in the pictures.',
    },
  },
  {
    title: '茶友群想进的加微信',
    body: '想一起拼茶的朋友不少，加微信拉群。',
    verdict: 'limited',
    kind: 'off-platform',
    words: ['加微信'],
    hoursAgo: 200,
    appeal: {
      hoursAgo: 190,
      reason: '只是茶友之间交流，不卖东西。Only friends of tea; nothing is sold.',
      answer: {
        state: 'dismissed',
        words: '留了站外联系方式，与是否售卖无关 It leads readers off the platform, sold or not',
      },
    },
  },
  {
    title: '收藏的茶具，有人喊我刷单',
    body: '最近总收到刷单的私信，写下来提醒大家别信。',
    verdict: 'rejected',
    kind: 'forbidden-trade',
    words: ['刷单'],
    hoursAgo: 20,
  },
];

export async function writeViolations(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const desk = workspaceOf(cast, 'xiaoman');
  const platform = workspaceOf(cast, 'platform');
  const { rows } = await client.query<{ person_id: string; workspace_id: string }>(
    `select person_id, workspace_id from member where workspace_id = any($1::uuid[]) and role in ('owner', 'operator', 'creator')
      order by workspace_id, role, person_id`,
    [[desk.id, platform.id]],
  );
  const personOf = (id: string) => rows.find(({ workspace_id }) => workspace_id === id)?.person_id ?? null;
  // Notes that were limited as hers are, and what their first pool showed.
  const { rows: donors } = await client.query<{ id: string }>(
    `select note.id from note join pool_run run on run.note_id = note.id
      where note.audit_state = 'limited' and note.category = 'food' and note.workspace_id = $1 and run.closed_at - run.entered_at < interval '1 day'
      order by run.impressions desc, note.id limit 2`,
    [platform.id],
  );
  const at = (hoursAgo: number) => new Date(now - hoursAgo * hourMs);
  for (const [index, note] of told.entries()) {
    const noteId = await insert(client, 'note', {
      ...{ workspace_id: desk.id, creator_id: cast.xiaoman.id, request_key: randomUUID(), type: 'image' },
      ...{ title: note.title, body: note.body, topics: ['茶桌'], category: 'food', language: 'zh' },
      ...{ disclosure: 'none', cover_hue: 40 + 90 * index, keywords: ['茶桌'], keyword_weights: [1] },
      ...{ audit_state: note.verdict, state: note.verdict },
      ...{ published_at: at(note.hoursAgo), audited_at: at(note.hoursAgo - 0.01) },
    });
    await client.query(
      `insert into note_search (note_id, workspace_id, words) values ($1, $2, to_tsvector('simple', '茶桌'))`,
      [noteId, desk.id],
    );
    if (note.verdict === 'limited')
      await showFirst(client, noteId, donors[index % donors.length]?.id, at(note.hoursAgo));
    const { appeal } = note;
    if (!appeal) continue;
    await insert(client, 'note_appeal', {
      ...{ workspace_id: desk.id, note_id: noteId, request_key: randomUUID(), verdict: note.verdict },
      ...{ kind: note.kind, words: note.words, found_at: at(note.hoursAgo - 0.01), reason: appeal.reason },
      ...{
        asked_by: personOf(desk.id),
        asked_at: at(appeal.hoursAgo),
        state: appeal.answer?.state ?? 'open',
      },
      ...(appeal.answer && {
        answer: appeal.answer.words,
        decided_by: personOf(platform.id),
        decided_at: at(appeal.hoursAgo - 30),
      }),
    });
  }
}

const counted = `impressions + 2 * clicks + likes + collects + comments + shares + follows + hides + purchases`;
const shifted = (by: 'exactly' | 'by_hours', ...columns: string[]): string =>
  columns.map((column) => `'${column}', of.${column} + shift.${by}`).join(', ');

/** A limited note is shown in its first pool and never beyond: hers went as another one did, hour by hour. */
async function showFirst(
  client: pg.Client,
  noteId: string,
  like: string | undefined,
  at: Date,
): Promise<void> {
  if (like === undefined) return;
  const own = `'note_id', own.id, 'workspace_id', own.workspace_id`;
  const tables = {
    pool_run: shifted('exactly', 'entered_at', 'window_ends_at', 'closed_at'),
    pool_decision: `'id', gen_random_uuid(), ${shifted('exactly', 'decided_at')}`,
    engagement_hour: shifted('by_hours', 'hour'),
  };
  for (const [table, moved] of Object.entries(tables))
    await client.query(
      `insert into ${table} select (jsonb_populate_record(of, jsonb_build_object(${own}, ${moved}))).*
         from ${table} of join note own on own.id = $1
         cross join (select $3::timestamptz - published_at as exactly, date_trunc('hour', $3::timestamptz) - date_trunc('hour', published_at) as by_hours
                       from note where id = $2) shift
        where of.note_id = $2`,
      [noteId, like, at],
    );
  await client.query(
    `update history_import set impressions = history_import.impressions + told.impressions, events = history_import.events + told.events
       from (select sum(impressions) as impressions, sum(${counted}) as events from engagement_hour where note_id = $1) told`,
    [noteId],
  );
}

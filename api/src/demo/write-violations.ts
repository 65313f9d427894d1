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

import { type Cast, workspaceOf } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { MediaStore } from '../media/media-store';
import type { PictureName } from './draw-pictures';
import { writeNoteMedia } from './write-drafts';
import { DemoPictures } from './write-media';
import { linkFor, productOf } from './write-product-links';
import { insert } from './write-rows';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What is drunk, in the words of titles. */
const drinks = '茶|咖啡|拿铁';

interface OwnNote {
  id: string;
  type: string;
  title: string;
  body: string;
  topics: string[];
  category: string;
  language: string;
  published_at: Date;
}

/** Xiaoman writes at her desk: one draft, one that publishes itself tomorrow evening, and two of her notes that came from there. */
export async function writeOwnNotes(
  client: pg.Client,
  cast: Cast,
  store: MediaStore | null,
  now: number,
): Promise<void> {
  const deskId = workspaceOf(cast, 'xiaoman').id;
  const pictures = new DemoPictures(client, store);
  const writer =
    cast.people.find(({ memberships }) => memberships.some(({ workspace }) => workspace === 'xiaoman'))?.id ??
    null;
  const at = new Date(now - 3 * hourMs);
  const [still = null] = await pictures.of(deskId, ['greenGlass'], at);
  const desk = { workspace_id: deskId, changed_by: writer, category: 'food', language: 'zh' };

  await insert(client, 'note_draft', {
    ...{ ...desk, request_key: randomUUID(), type: 'image', version: 4, created_at: at, changed_at: at },
    title: '下班路上的一杯冷泡茶',
    body: '地铁上站了四十分钟，最想喝的不是奶茶。\n早上出门前丢一包茶进瓶子，下班刚好。品牌方寄来的这款，我留着周五喝。',
    ...{ topics: ['冷泡茶', '通勤'], disclosure: 'none', ai_label: 'none', products: '[]' },
    ...{ media_ids: still ? [still] : [], cover_id: null, state: 'draft' },
  });
  await insert(client, 'note_draft', {
    ...{ ...desk, request_key: randomUUID(), type: 'text', version: 3, created_at: at, changed_at: at },
    title: '周末想慢一点的三个小习惯',
    body: '一，醒来先烧水，不看手机。\n二，茶凉了再续，一壶喝一上午。\n三，出门走一条没走过的路。',
    ...{ topics: ['周末', '慢生活'], disclosure: 'none', ai_label: 'assisted', products: '[]' },
    ...{ media_ids: [], cover_id: null, state: 'scheduled', scheduled_for: tomorrowEvening(now) },
  });

  // One on what is drunk, with a link to what it is made with, and one on something to eat.
  const { rows } = await client.query<OwnNote>(
    `select id, type, title, body, topics, category, language, published_at from note
      where workspace_id = $1 and audit_state = 'passed' and type = 'image' and category = 'food'
      order by row_number() over (partition by title ~ $2 order by published_at desc, id), title ~ $2 desc limit 2`,
    [deskId, drinks],
  );
  for (const [index, note] of rows.entries()) {
    const cover = coverOf(note.title);
    const pictured = await pictures.of(deskId, [cover], note.published_at);
    const products = index === 0 ? linkFor(note.title).map(productOf) : [];
    const says = {
      disclosure: index === 0 ? 'gifted' : 'none',
      ai_label: index === 0 ? 'none' : 'assisted',
      products: JSON.stringify(products),
    };
    await client.query('update note set disclosure = $2, ai_label = $3, products = $4 where id = $1', [
      note.id,
      says.disclosure,
      says.ai_label,
      says.products,
    ]);
    const { rows: shown } = await client.query('select from note_media where note_id = $1', [note.id]);
    if (shown.length === 0)
      await writeNoteMedia(
        client,
        pictures,
        { id: note.id, workspaceId: deskId },
        [cover],
        note.published_at,
      );
    const { type, title, body, topics, category, language } = note;
    await insert(client, 'note_draft', {
      ...{ workspace_id: deskId, changed_by: writer, request_key: randomUUID(), version: 5, ...says },
      ...{ type, title, body, topics, category, language },
      ...{ media_ids: pictured, cover_id: pictured[0] ?? null, state: 'published', note_id: note.id },
      ...{ published_at: note.published_at, created_at: note.published_at, changed_at: note.published_at },
    });
  }
}

function coverOf(title: string): PictureName {
  if (/茶/.test(title)) return 'brightGlass';
  return new RegExp(drinks).test(title) ? 'cup' : 'bowl';
}

/** Half past seven in Shanghai. */
function tomorrowEvening(now: number): Date {
  const day = new Date(now + dayMs).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  return new Date(`${day}T19:30:00+08:00`);
}

import { randomUUID } from 'node:crypto';
import { event, type Engine } from './engine';
import type { TestDatabase } from './database';
import { pageLifeMs } from '@poolrise/domain';

/** An application whose key is stored, with what it can send. */
export async function aReaderApplication(database: TestDatabase, engine: Engine, workspaceId: string) {
  const keyId = randomUUID();
  await database.owner(
    `insert into api_key (id, workspace_id, name, prefix, secret_hash, scopes) values ($1, $2, '读者端', 'pr_live_abcd', '\\x00', '{engagements:write}')`,
    [keyId, workspaceId],
  );
  let made = 0;
  /** Slots of pages that were really served, a reader each unless said; ten slots a page. */
  const slots = async (noteId: string, count: number, reader?: number, boostId: string | null = null) => {
    const expiresAt = Math.floor((Date.now() + pageLifeMs) / 1000) - 5;
    const rail = boostId ? 3 : 1;
    const [{ first } = { first: '0' }] = await database.owner<{ first: string }>(
      `with page as (
         insert into feed_page (id, application_id, reader_key, placement, served_at, expires_at, note_ids, rails, levels, boost_ids)
         select nextval('feed_page_id'), $1, 1, 0, to_timestamp($2) - interval '30 minutes', to_timestamp($2), array_fill($3::uuid, '{10}'),
           array_fill($4::smallint, '{10}'), array_fill(1::smallint, '{10}'), array_fill($5::uuid, '{10}')
         from generate_series(1, $6) returning id
       ) select min(id) as first from page`,
      [keyId, expiresAt, noteId, rail, boostId, Math.ceil(count / 10)],
    );
    return Array.from({ length: count }, (_, at) =>
      engine.slot(
        noteId,
        {
          pageId: Number(first) + Math.floor(at / 10),
          position: 1 + (at % 10),
          rail,
          boostId,
          expiresAt,
          reader: reader ?? 1 + ((made += at % 10 === 0 ? 1 : 0) % 1_000_000),
        },
        keyId,
      ),
    );
  };
  const send = (events: object[], of: Engine = engine) => of.engagement.ingest(keyId, { events });
  return { keyId, slots, send };
}

/** Impressions that are all opened and liked, as no reader does. */
export const aBurst = (tokens: string[]) =>
  tokens.flatMap((token) => [event('impression', token), event('click', token), event('like', token)]);

/** Impressions of which every tenth is opened. */
export const aUsualDay = (tokens: string[]) =>
  tokens.flatMap((token, at) => [
    event('impression', token),
    ...(at % 10 === 0 ? [event('click', token)] : []),
  ]);

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { copyIn } from './copy-in';
import { closedLoop, post } from './load';
import type { Stage } from './stage';

const rows = 200_000;

/** Rows a second by raw logged COPY into a table of the same columns without any index: the server's own ceiling. */
export async function rawCopy(stage: Stage): Promise<number> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
  await client.connect();
  try {
    await client.query(
      'drop table if exists bench_copy; create table bench_copy as select * from engagement_event with no data',
    );
    const lines: string[] = [];
    for (let at = 0; at < rows; at++)
      lines.push(
        [
          at,
          1 + (at % 20),
          0,
          '00000000-0000-0000-0000-000000000000',
          stage.noteIds[at % stage.noteIds.length],
          1,
          1,
          '\\N',
          0,
          '2026-11-23 08:00:00+00',
        ].join('\t'),
      );
    const text = Buffer.from(`${lines.join('\n')}\n`);
    const sql =
      'copy bench_copy (page_id, position, kind, event_key, note_id, level, rail, boost_id, value, at) from stdin';
    await copyIn(client, sql, text);
    const began = performance.now();
    for (let round = 0; round < 3; round++) await copyIn(client, sql, text);
    return (3 * rows * 1000) / (performance.now() - began);
  } finally {
    await client.query('drop table if exists bench_copy');
    await client.end();
  }
}

/** Events a second that were acknowledged through HTTP in batches of `size`. */
export async function ingest(stage: Stage, size: number, batches: number, clients: number) {
  const bodies = Array.from({ length: batches }, () => JSON.stringify({ events: someEvents(stage, size) }));
  const load = await closedLoop(bodies, clients, async (body) => {
    const answer = await post(`${stage.api}/api/v1/engagements`, body, {
      authorization: `Bearer ${stage.key}`,
    });
    return answer.status === 200 && (JSON.parse(answer.body) as { accepted: number }).accepted === size;
  });
  return { ...load, perSecond: load.perSecond * size };
}

/**
 * Notes as a feed shows them: the n-th most shown gets 1/n of the first one's impressions (Zipf), since pools widen what is liked.
 */
function aNote(stage: Stage): string {
  const rank = Math.floor(Math.exp(Math.random() * Math.log(stage.noteIds.length)));
  return stage.noteIds[Math.min(rank, stage.noteIds.length) - 1] ?? '';
}

/** Impressions, and for every eighth what a reader does after opening: the mix of a usual feed. */
function someEvents(stage: Stage, size: number) {
  const events: { id: string; token: string; kind: string; value?: number }[] = [];
  for (let at = 0; events.length < size; at++) {
    const token = stage.token(aNote(stage));
    events.push({ id: randomUUID(), token, kind: 'impression' });
    if (at % 8 === 0)
      for (const kind of ['click', 'like'])
        if (events.length < size) events.push({ id: randomUUID(), token, kind });
  }
  return events;
}

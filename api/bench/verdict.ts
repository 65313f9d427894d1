import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { figures, post } from './load';
import { aSignedInPerson, get } from './person';
import type { Stage } from './stage';

const rounds = 60;

/** Milliseconds from sending the events that make a verdict due until the climb view, told by the live stream, shows it. */
export async function verdictOnScreen(stage: Stage) {
  const { cookie, close, changed } = await aWatchingPerson(stage);
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const noteId = stage.noteIds[round] as string;
    await stage.owner.query(`update pool_run set target = 200, next_check_at = 200 where note_id = $1`, [
      noteId,
    ]);
    const already =
      (
        await stage.owner.query<{ impressions: number }>(
          'select impressions from pool_run where note_id = $1 and level = 1',
          [noteId],
        )
      ).rows[0]?.impressions ?? 0;
    const events = Array.from({ length: Math.max(1, 200 - already) }, () => stage.token(noteId)).flatMap(
      (token, at) => [
        { id: randomUUID(), token, kind: 'impression' },
        ...(at % 3 === 0
          ? [
              { id: randomUUID(), token, kind: 'click' },
              { id: randomUUID(), token, kind: 'like' },
            ]
          : []),
      ],
    );
    const began = performance.now();
    await post(`${stage.api}/api/v1/engagements`, JSON.stringify({ events }), {
      authorization: `Bearer ${stage.key}`,
    });
    for (;;) {
      const seen = changed();
      const view = JSON.parse(
        await get(`${stage.api}/api/v1/notes/${noteId}/climb`, { cookie, 'x-workspace': stage.workspaceId }),
      ) as { verdicts: unknown[] };
      if (view.verdicts.length) break;
      if (performance.now() - began > 15_000) throw new Error('no verdict within 15 s');
      await seen;
    }
    took.push(performance.now() - began);
  }
  close();
  return figures(
    took,
    took.reduce((a, b) => a + b, 0),
  );
}

/** Somebody of the benchmark's workspace who is signed in and has the page open. */
async function aWatchingPerson(stage: Stage) {
  const { cookie } = await aSignedInPerson(stage.owner, stage.workspaceId);
  let wake = () => undefined as void;
  let next = new Promise<void>((resolve) => (wake = resolve));
  const stream = http.get(
    `${stage.api}/api/v1/live?workspace=${stage.workspaceId}`,
    { headers: { cookie } },
    (answer) => {
      answer.on('data', () => {
        wake();
        next = new Promise<void>((resolve) => (wake = resolve));
      });
    },
  );
  await new Promise((resolve) => stream.once('response', resolve));
  return { cookie, close: () => stream.destroy(), changed: () => next };
}

import type { ImportView } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { aSignedInPerson, get } from './person';
import { required } from './stage';

/** How long each part took in milliseconds, as somebody who waits for it sees it. */
export interface ThroughProduct {
  rows: number;
  uploadMs: number;
  previewMs: number;
  takeOverMs: number;
  takeBackMs: number;
}

const pollMs = 50;

/** Brings a file in through the API as a person does, and takes it back: the worker does the work. */
export async function throughProduct(path: string, name: string): Promise<ThroughProduct> {
  const api = required('API_URL');
  const owner = new pg.Pool({ connectionString: required('DATABASE_URL'), max: 1 });
  try {
    const { rows } = await owner.query<{ id: string }>(
      `insert into workspace (kind, name) values ('brand', 'Bench of imports ' || $1) returning id`,
      [randomUUID()],
    );
    const headers = {
      ...(await aSignedInPerson(owner, rows[0]?.id ?? '')),
      'x-requested-with': 'poolrise',
    };
    const bytes = await readFile(path);
    const send = async (where: string, body?: Buffer): Promise<ImportView> => {
      const answer = await fetch(`${api}/api/v1/imports${where}`, {
        method: 'POST',
        headers: { ...headers, ...(body && { 'content-type': 'application/octet-stream' }) },
        ...(body && { body: new Uint8Array(body) }),
      });
      if (!answer.ok) throw new Error(`${where} answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as ImportView;
    };
    const until = async (id: string, state: ImportView['state']): Promise<ImportView> => {
      for (;;) {
        const view = JSON.parse(await get(`${api}/api/v1/imports/${id}`, headers)) as ImportView;
        if (view.state === state) return view;
        if (['refused', 'failed', 'asks'].includes(view.state))
          throw new Error(`the file is ${view.state}: ${JSON.stringify(view.refusal)}`);
        await new Promise((resolve) => setTimeout(resolve, pollMs));
      }
    };
    const clock = stopwatch();
    const { id } = await send(`?name=${encodeURIComponent(name)}`, bytes);
    const uploadMs = clock();
    const { counts } = await until(id, 'ready');
    const previewMs = clock();
    await send(`/${id}/commit`);
    await until(id, 'done');
    const takeOverMs = clock();
    await send(`/${id}/undo`);
    await until(id, 'undone');
    return { rows: counts?.new ?? 0, uploadMs, previewMs, takeOverMs, takeBackMs: clock() };
  } finally {
    await owner.end();
  }
}

/** Milliseconds since it was asked last. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const since = now - last;
    last = now;
    return since;
  };
}

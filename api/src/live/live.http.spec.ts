import http from 'node:http';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand, aMember, browserOf } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';
import { announce } from './announce';

let database: TestDatabase;
let server: TestServer;
let address: string;

beforeAll(async () => {
  database = await freshDatabase();
  server = await startServer(database);
  address = await server.listen();
});
afterAll(async () => {
  await server.close();
  await database.close();
});

/** A page of this person that listens: what it heard, and when the line was closed. */
async function listening(headers: Record<string, string>, workspaceId: string) {
  let heard = '';
  let closed = false;
  const request = http.get(`${address}/api/v1/live?workspace=${workspaceId}`, {
    headers: { cookie: headers['cookie'] ?? '' },
  });
  const answer = await new Promise<http.IncomingMessage>((resolve) => request.once('response', resolve));
  answer.setEncoding('utf8').on('data', (part: string) => (heard += part));
  answer.on('close', () => (closed = true));
  return { heard: () => heard, closed: () => closed, hangUp: () => request.destroy() };
}

async function until(happened: () => boolean, secondsMax: number): Promise<void> {
  for (const end = Date.now() + secondsMax * 1000; !happened();) {
    if (Date.now() > end) throw new Error(`it did not happen within ${secondsMax} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('tells a page which topic of its workspace changed, and nothing of another workspace', async () => {
  const lin = await aBrand(database.db);
  const other = await aBrand(database.db);
  const page = await listening(await browserOf(database.db, lin), lin.workspaceId);
  await database.db.inWorkspace(other.workspaceId, (tx) => announce(tx, other.workspaceId, 'wallet'));
  await database.db.inWorkspace(lin.workspaceId, (tx) => announce(tx, lin.workspaceId, 'pools'));
  await until(() => page.heard().includes('event: pools'), 5);
  expect(page.heard()).not.toContain('wallet');
  page.hangUp();
});

it('says nothing of a transaction that was rolled back', async () => {
  const lin = await aBrand(database.db);
  const page = await listening(await browserOf(database.db, lin), lin.workspaceId);
  await database.db
    .inWorkspace(lin.workspaceId, async (tx) => {
      await announce(tx, lin.workspaceId, 'boosts');
      throw new Error('changed our mind');
    })
    .catch(() => undefined);
  await database.db.inWorkspace(lin.workspaceId, (tx) => announce(tx, lin.workspaceId, 'notes'));
  await until(() => page.heard().includes('event: notes'), 5);
  expect(page.heard()).not.toContain('boosts');
  page.hangUp();
});

it('ends the line within five seconds when the person signs out', async () => {
  const lin = await aBrand(database.db);
  const headers = await browserOf(database.db, lin);
  const page = await listening(headers, lin.workspaceId);
  const signedOut = await server.inject({ method: 'DELETE', url: '/api/v1/session', headers });
  expect(signedOut.statusCode).toBe(204);
  await until(page.closed, 5);
});

it.each([
  ['is removed from the workspace', 'DELETE', '', undefined],
  ['gets another role', 'POST', '/role', { role: 'analyst' }],
] as const)('ends the line within five seconds when the person %s', async (_, method, path, payload) => {
  const lin = await aBrand(database.db);
  const mei = await aMember(database.db, lin.workspaceId, 'marketer');
  const page = await listening(await browserOf(database.db, mei), lin.workspaceId);
  const url = `/api/v1/members/${mei.id}${path}`;
  const answer = await server.inject({ method, url, payload, headers: await browserOf(database.db, lin) });
  expect(answer.statusCode).toBeLessThan(300);
  await until(page.closed, 5);
});

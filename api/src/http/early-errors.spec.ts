import { Problem } from '@poolrise/contracts';
import net from 'node:net';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { startServer, type TestServer } from '../../test/server';

/** Through a socket, since these are requests that no client library would send. */
describe('a request that is hardly HTTP', () => {
  let database: TestDatabase;
  let server: TestServer;
  let port: number;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
    port = Number(new URL(await server.listen()).port);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  /** Sends bytes and returns everything that comes back until the line closes. */
  function say(...bytes: (string | Buffer)[]): Promise<string> {
    return new Promise((resolve) => {
      let heard = '';
      const socket = net.connect(port, '127.0.0.1', () => bytes.forEach((part) => socket.write(part)));
      socket.setTimeout(5_000, () => socket.destroy());
      socket.on('data', (data) => (heard += data.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(heard));
    });
  }

  const close = 'host: poolrise.test\r\nconnection: close\r\n';

  it.each([
    ['is no HTTP', 'HELLO\r\n\r\n', 400],
    ['has an unknown verb', `BREW /api/v1/notes HTTP/1.1\r\n${close}\r\n`, 400],
    ['has a NUL in its address', `GET /api/v1/notes\u0000 HTTP/1.1\r\n${close}\r\n`, 400],
    ['has a NUL in a header', `GET /api/v1/notes HTTP/1.1\r\n${close}x-workspace: a\u0000b\r\n\r\n`, 400],
    [
      'has too many headers',
      `GET /api/v1/notes HTTP/1.1\r\n${close}x-long: ${'x'.repeat(40_000)}\r\n\r\n`,
      400,
    ],
    [
      'says two lengths',
      `POST /api/v1/session HTTP/1.1\r\n${close}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`,
      400,
    ],
    [
      'hides a second request in its body',
      `POST /api/v1/session HTTP/1.1\r\n${close}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /livez HTTP/1.1\r\n\r\n`,
      400,
    ],
    [
      'sends rubbish in chunks',
      `POST /api/v1/session HTTP/1.1\r\n${close}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`,
      400,
    ],
  ])('gets a problem document when it %s', async (_, bytes, status) => {
    const [head = '', body = ''] = (await say(bytes)).split('\r\n\r\n');
    expect(head.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(Problem.parse(JSON.parse(body)).status).toBe(status);
  });

  it('gets a problem document when its body grows past the limit without having said so', async () => {
    const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`;
    const answer = await say(
      `POST /api/v1/session HTTP/1.1\r\n${close}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
      ...Array.from({ length: 64 }, () => chunk),
    );
    expect(answer).toContain('"code":"body-too-large"');
  });

  it('does not take the server down: the next request is answered', async () => {
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  });
});

import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

const password = 'spring-tea-2026';
const proxy = '10.0.0.5';

describe('signing in behind a proxy', () => {
  let database: TestDatabase;
  let server: TestServer;

  beforeAll(async () => (database = await freshDatabase()));
  afterEach(async () => {
    delete process.env['TRUST_PROXY'];
    await server.close();
  });
  afterAll(() => database.close());

  const serve = async (trusted?: string) => {
    if (trusted) process.env['TRUST_PROXY'] = trusted;
    server = await startServer(database);
  };
  const signIn = async (email: string, client: string, remoteAddress = proxy) =>
    (
      await server.inject({
        method: 'POST',
        url: '/api/v1/session',
        remoteAddress,
        headers: { 'x-requested-with': 'poolrise', 'x-forwarded-for': client },
        payload: { email, password: 'a guess' },
      })
    ).statusCode;
  const lin = () => aBrand(database.db, { password });

  it.each(['1', '10.0.0.0/8'])('counts by the client’s address when TRUST_PROXY is %s', async (trusted) => {
    await serve(trusted);
    const { email } = await lin();
    for (let n = 1; n <= 5; n++) await signIn(email, '203.0.113.1');
    expect(await signIn(email, '203.0.113.1')).toBe(429);
    expect(await signIn(email, '203.0.113.2')).toBe(401);
    // What the client itself wrote into the header stands further left, and is believed by nobody.
    expect(await signIn(email, '198.51.100.9, 203.0.113.1')).toBe(429);
  });

  it('counts by the connection when no proxy is trusted, whatever the header says', async () => {
    await serve();
    const { email } = await lin();
    for (let n = 1; n <= 5; n++) await signIn(email, `203.0.113.${n}`);
    expect(await signIn(email, '203.0.113.77')).toBe(429);
  });

  it('counts by the connection when another than the trusted proxy writes the header', async () => {
    await serve('10.0.0.5');
    const { email } = await lin();
    for (let n = 1; n <= 5; n++) await signIn(email, `203.0.113.${n}`, '192.0.2.7');
    expect(await signIn(email, '203.0.113.77', '192.0.2.7')).toBe(429);
  });
});

import { freshDatabase, type TestDatabase } from '../../test/database';
import { aBrand, aMember, type BrowserHeaders, browserOf, type Someone } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

interface ListPage {
  items: { personId?: string; id?: string; name: string }[];
  nextCursor: string | null;
}

describe('members and keys of a workspace', () => {
  let database: TestDatabase;
  let server: TestServer;
  let lin: Someone;
  let headers: BrowserHeaders;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
  });
  beforeEach(async () => {
    lin = await aBrand(database.db, { name: 'Lin' });
    headers = await browserOf(database.db, lin);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const post = (url: string, payload: object) =>
    server.inject({ method: 'POST', url: `/api/v1/${url}`, headers, payload });
  const trail = async () =>
    (
      await database.owner<{ action: string }>(
        'select action from audit_event where workspace_id = $1 order by at',
        [lin.workspaceId],
      )
    ).map(({ action }) => action);
  /** Every page of a list, one row at a time. */
  async function walk(list: string): Promise<ListPage['items']> {
    const items: ListPage['items'] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: ListPage = (
        await server.inject({ url: `/api/v1/${list}?limit=1${cursor ? `&cursor=${cursor}` : ''}`, headers })
      ).json();
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  it('are listed page by page, each once, in the order they came', async () => {
    const names = ['Mei', 'Chen', 'Wu'];
    for (const name of names) await aMember(database.db, lin.workspaceId, 'analyst', { name });
    // Joined in the same microsecond, as a seeded workspace has them: the id decides, and nobody is lost.
    await database.owner('update member set joined_at = $2 where workspace_id = $1 and person_id <> $3', [
      lin.workspaceId,
      '2026-11-01T08:00:00.123456Z',
      lin.id,
    ]);
    const items = await walk('members');
    expect(items.map(({ name }) => name).sort()).toEqual(['Chen', 'Lin', 'Mei', 'Wu']);
    expect(items.at(-1)?.name).toBe('Lin');
  });

  it('show the secret of a key once, and keep only its hash', async () => {
    const created = await post('keys', { name: 'Reader app', scopes: ['feed:read', 'feed:read'] });
    expect(created.statusCode).toBe(201);
    const { secret, ...key } = created.json<{ secret: string; id: string; prefix: string }>();
    expect(secret.startsWith(key.prefix)).toBe(true);
    expect(key).toMatchObject({ scopes: ['feed:read'], lastUsedAt: null, revokedAt: null });
    expect(await walk('keys')).toMatchObject([{ id: key.id, name: 'Reader app' }]);
    const [row] = await database.owner<{ kept: string }>(
      `select row_to_json(api_key)::text || (select json_agg(audit_event)::text from audit_event) as kept from api_key where id = $1`,
      [key.id],
    );
    expect(row?.kept).not.toContain(secret.slice(20));
    expect(await walk('keys')).not.toContainEqual(expect.objectContaining({ secret }));
  });

  it('revoke a key for good; doing it again changes nothing', async () => {
    const { id } = (await post('keys', { name: 'Old app', scopes: ['notes:write'] })).json<{ id: string }>();
    const revoke = () => server.inject({ method: 'DELETE', url: `/api/v1/keys/${id}`, headers });
    expect((await revoke()).statusCode).toBe(204);
    const before = await database.owner('select * from api_key where id = $1', [id]);
    expect((await revoke()).statusCode).toBe(204);
    expect(await database.owner('select * from api_key where id = $1', [id])).toEqual(before);
    expect(await trail()).toEqual(['key.created', 'key.revoked']);
  });

  it('cannot touch the keys of another brand', async () => {
    const { id } = (await post('keys', { name: 'Ours', scopes: ['feed:read'] })).json<{ id: string }>();
    const stranger = await browserOf(database.db, await aBrand(database.db));
    const answer = await server.inject({ method: 'DELETE', url: `/api/v1/keys/${id}`, headers: stranger });
    expect(answer.json()).toMatchObject({ code: 'not-found' });
    expect(await walk('keys')).toMatchObject([{ id, revokedAt: null }]);
  });

  it('refuse a key that would have expired yesterday', async () => {
    const answer = await post('keys', {
      name: 'Late',
      scopes: ['feed:read'],
      expiresAt: '2020-01-01T00:00:00Z',
    });
    expect(answer.json()).toMatchObject({ code: 'invalid-input', field: '/expiresAt' });
  });
});

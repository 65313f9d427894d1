import type { ContactView } from '@poolrise/contracts';
import { aCaller, aClient, anAgency, type Caller } from '../../test/agencies';
import { aCreator } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { startServer, type TestServer } from '../../test/server';

describe('the resource pool of an agency', () => {
  let database: TestDatabase;
  let server: TestServer;
  let zhou: Caller;
  let mei: Caller;
  let tea: string;
  let creatorId: string;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
  });
  beforeEach(async () => {
    zhou = await anAgency(database.db);
    mei = await aCaller(database.db, zhou.workspaceId, 'marketer', 'Mei');
    tea = await aClient(server, zhou, '林家茶');
    creatorId = await aCreator(database.db, { name: '小满' });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const post = async (url: string, payload: object, headers = mei.headers) =>
    await server.inject({ method: 'POST', url: `/api/v1/${url}`, headers, payload });
  const add = async (about: object = {}) =>
    (
      await post('contacts', { creatorId, imageCents: 200_000, rebateBasisPoints: 1_500, ...about })
    ).json<ContactView>();
  const list = async (headers: Caller['headers'], query = '') =>
    (await server.inject({ url: `/api/v1/contacts${query}`, headers })).json<{
      code?: string;
      items?: { id: string; cooperations: number }[];
    }>();

  it('keeps rates, rebate, state and who speaks with a creator', async () => {
    const contact = await add({ ownerId: mei.id, state: 'contacted' });
    expect(contact).toMatchObject({
      creator: { id: creatorId, name: '小满' },
      imageCents: 200_000,
      videoCents: null,
      rebateBasisPoints: 1_500,
      owner: { name: 'Mei' },
      history: [],
    });
    expect((await post('contacts', { creatorId })).json()).toMatchObject({ code: 'contact-exists' });
    const changed = await post(`contacts/${contact.id}`, { state: 'agreed', imageCents: 180_000 });
    expect(changed.json()).toMatchObject({ state: 'agreed', imageCents: 180_000, owner: null });
    expect((await list(zhou.headers, '?state=agreed')).items).toHaveLength(1);
    expect((await list(zhou.headers, '?state=refused')).items).toEqual([]);
    expect((await list(zhou.headers, `?q=${encodeURIComponent("小满' or %")}`)).items).toEqual([]);
  });

  it('keeps the days on which rates hold, and refuses those that are turned round', async () => {
    const { id } = await add({ validFrom: '2026-10-01', validTo: '2026-12-31' });
    const [row] = (await list(mei.headers)).items ?? [];
    expect(row).toMatchObject({ validFrom: '2026-10-01', validTo: '2026-12-31' });
    const turned = await post(`contacts/${id}`, { validFrom: '2026-12-31', validTo: '2026-10-01' });
    expect(turned.json()).toMatchObject({ code: 'invalid-input', field: '/validTo' });
    const open = await post(`contacts/${id}`, { validTo: '2027-01-31' });
    expect(open.json()).toMatchObject({ validFrom: null, validTo: '2027-01-31' });
  });

  it('writes no cooperation down that lies ahead', async () => {
    const { id } = await add();
    const ahead = { day: '2999-01-01', clientName: '林家茶', priceCents: null };
    expect((await post(`contacts/${id}/cooperations`, ahead)).json()).toMatchObject({
      code: 'invalid-input',
      field: '/day',
    });
  });

  it('takes only creators who are there, and people of its own', async () => {
    const nobody = '5d2a1e4b-6f31-4c0f-8f53-7c0d9a125b1e';
    expect((await post('contacts', { creatorId: nobody })).json()).toMatchObject({
      code: 'not-found',
      field: '/creatorId',
    });
    expect((await post('contacts', { creatorId, ownerId: nobody })).json()).toMatchObject({
      code: 'not-of-agency',
    });
  });

  it('is read in a client’s room by people of the agency, and written at home', async () => {
    await add();
    expect((await list(zhou.in(tea))).items).toHaveLength(1);
    expect((await post('contacts', { creatorId }, zhou.in(tea))).json()).toMatchObject({
      code: 'agency-only',
    });
  });

  it('is closed to the client’s own people in the same room, and to everybody elsewhere', async () => {
    await add();
    for (const role of ['client_viewer', 'marketer', 'owner'] as const) {
      const { headers } = await aCaller(database.db, tea, role);
      expect((await list(headers)).code).toBe(role === 'client_viewer' ? 'role-too-low' : 'agency-only');
    }
    const elsewhere = await anAgency(database.db);
    expect((await list(elsewhere.headers)).items).toEqual([]);
    expect((await list(elsewhere.in(tea))).code).toBe('workspace-foreign');
  });

  it('shows what was done for a client to those alone who were let into that room', async () => {
    const contact = await add();
    const url = `contacts/${contact.id}/cooperations`;
    const day = { day: '2026-10-08', priceCents: 250_000, result: '18,400 reads' };
    await post(url, { ...day, clientName: '路过的品牌' });
    // Mei was not let in, so she cannot name that client either.
    expect((await post(url, { ...day, clientId: tea })).json()).toMatchObject({ code: 'not-found' });
    const written = (await post(url, { ...day, clientId: tea }, zhou.headers)).json<ContactView>();
    expect(written.history.map(({ clientName }) => clientName).sort()).toEqual(['林家茶', '路过的品牌']);

    const seen = await server.inject({ url: `/api/v1/contacts/${contact.id}`, headers: mei.headers });
    expect(seen.json()).toMatchObject({ cooperations: 1, history: [{ clientName: '路过的品牌' }] });
    const hidden = written.history.find(({ clientName }) => clientName === '林家茶')?.id ?? '';
    const strikeOut = { method: 'DELETE', url: `/api/v1/${url}/${hidden}` } as const;
    expect((await server.inject({ ...strikeOut, headers: mei.headers })).statusCode).toBe(404);
    expect((await server.inject({ ...strikeOut, headers: zhou.headers })).statusCode).toBe(204);
  });
});

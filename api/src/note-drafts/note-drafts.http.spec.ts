import type { MediaView, NoteDraftView, Problem } from '@poolrise/contracts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { anImage } from '../../test/media-files';
import { aDesk, aStart, aText } from '../../test/note-drafts';
import { aMember, type BrowserHeaders, browserOf } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

describe('writing through HTTP', () => {
  let database: TestDatabase;
  let server: TestServer;
  let folder: string;
  let browser: BrowserHeaders;
  let workspaceId: string;
  let id: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'poolrise-writing-spec-'));
    process.env['DATA_DIR'] = folder;
    database = await freshDatabase();
    server = await startServer(database);
    const desk = await aDesk(database.db);
    workspaceId = desk.workspaceId;
    browser = await browserOf(database.db, { id: desk.person.id, email: '', workspaceId });
    ({ id } = (await ask<NoteDraftView>('', aStart()))[1]);
  });
  afterAll(async () => {
    delete process.env['DATA_DIR'];
    await server.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function ask<T = Problem>(place: string, payload: object, headers = browser): Promise<[number, T]> {
    const url = `/api/v1/note-drafts${place}`;
    const answer = await server.inject({ method: 'POST', url, headers: { ...headers }, payload });
    return [answer.statusCode, answer.json<T>()];
  }
  const upload = async (bytes: Buffer): Promise<MediaView> => {
    const headers = { ...browser, 'content-type': 'application/octet-stream' };
    const url = '/api/v1/media?name=tea.jpg';
    return (await server.inject({ method: 'POST', url, headers, payload: bytes })).json<MediaView>();
  };

  it.each([
    ['a title of 10,000 characters', { title: '茶'.repeat(10_000) }, '/title'],
    ['a text of 10,000 characters', { body: '茶'.repeat(10_000) }, '/body'],
    ['eleven topics', { topics: Array.from({ length: 11 }, (_, n) => `茶${n}`) }, '/topics'],
    [
      'a link that runs a script',
      { products: [{ title: '茶', url: 'javascript:alert(1)', priceCents: null, commissionPermyriad: 0 }] },
      '/products/0/url',
    ],
    [
      'more than half of a purchase',
      { products: [{ title: '茶', url: 'https://a.example', priceCents: 1, commissionPermyriad: 5_001 }] },
      '/products/0/commissionPermyriad',
    ],
    ['six links', { products: Array(6).fill({ title: '茶', url: 'https://a.example' }) }, '/products'],
  ])('refuses %s and names the field', async (_, change, field) => {
    const [status, problem] = await ask(`/${id}`, { ...aText(), ...change });
    expect([status, problem]).toMatchObject([400, { code: 'invalid-input', field }]);
  });

  it('refuses a time in the past, and says from when', async () => {
    const [status, problem] = await ask(`/${id}/schedule`, { version: 1, at: '2020-01-01T08:00:00+08:00' });
    expect([status, problem]).toMatchObject([422, { code: 'schedule-out-of-reach', field: '/at' }]);
    expect(problem.detail).toContain('is past');
    expect(problem.remedy).toMatch(/^Choose a time from 20/);
  });

  it('knows nothing of a draft for another desk, and gives analysts none', async () => {
    const other = await aDesk(database.db);
    const theirs = await browserOf(database.db, {
      id: other.person.id,
      email: '',
      workspaceId: other.workspaceId,
    });
    expect((await ask(`/${id}`, aText(), theirs))[0]).toBe(404);
    const analyst = await browserOf(database.db, await aMember(database.db, workspaceId, 'analyst'));
    expect(await ask('', aStart(), analyst)).toMatchObject([403, { code: 'role-too-low' }]);
  });

  it('sees the mark in a file that AI made, before making it anew takes the mark away, and asks for the label', async () => {
    const mark = Buffer.from('<xmp digitalSourceType="trainedAlgorithmicMedia"/>');
    const made = await upload(Buffer.concat([await anImage({ width: 200, height: 200 }), mark]));
    const photo = await upload(await anImage({ width: 210, height: 200 }));
    expect([made.aiMarked, photo.aiMarked]).toEqual([true, false]);
    const begun = (await ask<NoteDraftView>('', aStart()))[1];
    const note = aText({ type: 'image', mediaIds: [photo.id, made.id], coverId: made.id });
    const [, { version, cover }] = await ask<NoteDraftView>(`/${begun.id}`, note);
    expect(cover?.id).toBe(made.id);
    const requestKey = '0f0c8a4e-9a53-4f1a-8b1e-3f5f4b1c2d21';
    const [status, problem] = await ask(`/${begun.id}/publish`, { version, requestKey });
    expect([status, problem]).toMatchObject([
      422,
      { code: 'compliance-blocks', field: '/mediaIds/1', fields: [{ field: '/mediaIds/1' }] },
    ]);
    const [, labelled] = await ask<NoteDraftView>(`/${begun.id}`, { ...note, version, aiLabel: 'generated' });
    const [done, published] = await ask<NoteDraftView>(`/${begun.id}/publish`, {
      version: labelled.version,
      requestKey,
    });
    expect([done, published.state]).toEqual([200, 'published']);
    expect(await ask(`/${begun.id}/publish`, { version: labelled.version, requestKey })).toMatchObject([
      200,
      { noteId: published.noteId },
    ]);
  });
});

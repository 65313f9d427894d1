import type { ProposalItemAsk, ProposalView, SharedProposal } from '@poolrise/contracts';
import { randomBytes } from 'node:crypto';
import {
  aCaller,
  aClient,
  aLink,
  anAgency,
  anItem,
  aProposal,
  type Caller,
  visitorOf,
} from '../../test/agencies';
import { aCreator } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { holdBack } from '../../test/hold-back';
import type { BrowserHeaders } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

describe('a link to a proposal', () => {
  let database: TestDatabase;
  let server: TestServer;
  let zhou: Caller;
  let room: string;
  let headers: BrowserHeaders;
  let xiaoman: string;
  let ayuan: string;
  let proposal: ProposalView;
  let visitor: ReturnType<typeof visitorOf>;
  let address = 0;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
    xiaoman = await aCreator(database.db, { name: '小满', redId: '600001', imageCents: 99_900 });
    ayuan = await aCreator(database.db, { name: '阿远', redId: '600002' });
  });
  beforeEach(async () => {
    zhou = await anAgency(database.db);
    room = await aClient(server, zhou, '青屿咖啡');
    headers = zhou.in(room);
    proposal = await aProposal(server, headers, [anItem(xiaoman), anItem(ayuan)]);
    visitor = visitorOf(server, `203.0.113.${++address}`);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const open = (ask: { days?: number; password?: string } = {}) => aLink(server, headers, proposal.id, ask);
  const see = async (token: string, password?: string) => await visitor('proposal', { token, password });
  const seen = async (token: string) => (await see(token)).json<SharedProposal>();
  const edit = (basedOn: number, items: ProposalItemAsk[], share = true) =>
    server.inject({
      method: 'POST',
      url: `/api/v1/proposals/${proposal.id}/versions`,
      headers,
      payload: { basedOn, items, share, message: '换了一位' },
    });
  const answer = async (token: string, itemId: string | undefined, verdict: string, more: object = {}) =>
    await visitor('answers', { token, version: 1, itemId, seen: 0, verdict, name: '苏青', ...more });
  const trail = async () =>
    (
      await database.owner<{ action: string; person: string | null }>(
        `select action, person_id as person from audit_event where workspace_id = $1 and action like 'proposal.%' order by at`,
        [room],
      )
    ).map(({ action, person }) => [action, person === zhou.id ? 'zhou' : person]);

  it('opens the shared version without any cookie, and shows nothing of where it comes from', async () => {
    await database.owner(
      `insert into creator_contact (workspace_id, creator_id, image_cents, rebate_basis_points, state, note, changed_at)
       values ($1, $2, 123456, 1234, 'agreed', 'the agency’s own price', now())`,
      [zhou.workspaceId, xiaoman],
    );
    const { token } = await open();
    const answered = await see(token);
    expect(answered.statusCode).toBe(200);
    expect(answered.headers['set-cookie']).toBeUndefined();
    expect(answered.headers['cache-control']).toBe('no-store');
    expect(answered.json()).toMatchObject({
      name: '春季方案',
      workspace: '青屿咖啡',
      ofClient: true,
      version: 1,
      items: [
        { creator: { name: '小满' }, priceCents: 300_000, verdict: null },
        { creator: { name: '阿远' } },
      ],
    });
    for (const secret of [
      room,
      zhou.workspaceId,
      zhou.id,
      xiaoman,
      proposal.id,
      '123456',
      '1234',
      '99900',
      '山海',
    ])
      expect(answered.body).not.toContain(secret);
  });

  it('opens nothing, and says nothing of what it was, once it is revoked, expired or made up', async () => {
    const [revoked, expired, good] = [await open(), await open({ days: 1 }), await open()];
    await server.inject({
      method: 'DELETE',
      url: `/api/v1/proposals/${proposal.id}/links/${revoked.id}`,
      headers,
    });
    await database.owner(`update proposal_link set expires_at = now() where id = $1`, [expired.id]);
    const madeUp = randomBytes(32).toString('base64url');
    const bodies = [];
    for (const token of [revoked.token, expired.token, madeUp]) {
      const answered = await see(token);
      expect(answered.statusCode).toBe(410);
      bodies.push({ ...answered.json<object>(), requestId: undefined });
      expect((await answer(token, proposal.items[0]?.id, 'approve')).json()).toMatchObject({
        code: 'link-not-open',
      });
    }
    expect(bodies[0]).toMatchObject({ code: 'link-not-open' });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    expect((await see(good.token)).statusCode).toBe(200);
    expect(await database.owner('select from proposal_answer where workspace_id = $1', [room])).toEqual([]);
  });

  it('asks for its password, and slows down whoever guesses without locking out others', async () => {
    const { token } = await open({ password: 'islet-coffee' });
    expect((await see(token)).json()).toMatchObject({ status: 403, code: 'link-password-needed' });
    for (let tries = 0; tries < 5; tries++)
      expect((await see(token, 'guess')).json()).toMatchObject({ status: 403, code: 'link-password-wrong' });
    const sixth = await see(token, 'islet-coffee');
    expect(sixth.json()).toMatchObject({ status: 429, code: 'too-many-attempts' });
    expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(0);

    const elsewhere = visitorOf(server, '198.51.100.9');
    expect((await elsewhere('proposal', { token, password: 'islet-coffee' })).statusCode).toBe(200);
    expect(
      (
        await elsewhere('answers', {
          token,
          version: 1,
          itemId: proposal.items[0]?.id,
          seen: 0,
          verdict: 'approve',
          name: 'S',
        })
      ).json(),
    ).toMatchObject({ code: 'link-password-needed' });
    const [stored] = await database.owner<{ password_hash: string; token_hash: Buffer }>(
      `select password_hash, token_hash from proposal_link where workspace_id = $1`,
      [room],
    );
    expect(stored?.password_hash).toMatch(/^\$argon2id\$/);
    expect(stored?.token_hash.toString()).not.toContain(token);
  });

  it('carries the client’s answers to the team and into the trail, a visit once an hour', async () => {
    const { token } = await open();
    for (let visit = 0; visit < 3; visit++) await see(token);
    const [first, second] = (await seen(token)).items;
    await answer(token, first?.id, 'approve', { comment: '很合适' });
    await answer(token, second?.id, 'replace', { comment: '想要成都的' });
    await visitor('comments', { token, version: 1, comment: '预算没问题', name: '苏青' });

    const view = (
      await server.inject({ url: `/api/v1/proposals/${proposal.id}`, headers })
    ).json<ProposalView>();
    expect(view.items.map(({ verdict, answers }) => [verdict, answers[0]?.comment])).toEqual([
      ['approve', '很合适'],
      ['replace', '想要成都的'],
    ]);
    expect(view.comments).toMatchObject([{ comment: '预算没问题', name: '苏青', verdict: null }]);
    expect(view.links).toMatchObject([{ views: 1, withPassword: false, revokedAt: null }]);
    expect(await trail()).toEqual([
      ['proposal.written', 'zhou'],
      ['proposal.shared', 'zhou'],
      ['proposal.link-opened', 'zhou'],
      ['proposal.viewed', null],
      ['proposal.answered', null],
      ['proposal.answered', null],
      ['proposal.commented', null],
    ]);
  });

  it('keeps answers about what stays the same when the planner replaces a creator', async () => {
    const { token } = await open();
    const [first, second] = proposal.items;
    await answer(token, first?.id, 'approve', { comment: '很合适' });
    await answer(token, second?.id, 'replace');
    const nana = await aCreator(database.db, { name: '娜娜' });
    await edit(1, [anItem(xiaoman), anItem(nana)]);
    const next = await seen(token);
    expect(next.version).toBe(2);
    expect(
      next.items.map(({ creator, verdict, answers }) => [creator.name, verdict, answers.length]),
    ).toEqual([
      ['小满', 'approve', 1],
      ['娜娜', null, 0],
    ]);
    expect(next.items[0]?.answers[0]).toMatchObject({ comment: '很合适', carried: true });
    // Changed terms are something else to decide about.
    await edit(2, [anItem(xiaoman, { priceCents: 400_000 }), anItem(nana)]);
    expect((await seen(token)).items.map(({ verdict }) => verdict)).toEqual([null, null]);
  });

  it('keeps what the client says to the old version while the next one is being written', async () => {
    const { token } = await open();
    await edit(1, [anItem(xiaoman), anItem(ayuan, { notes: 2 })], false);
    expect((await seen(token)).version).toBe(1);
    expect((await answer(token, proposal.items[0]?.id, 'approve')).statusCode).toBe(200);
    await server.inject({
      method: 'POST',
      url: `/api/v1/proposals/${proposal.id}/share`,
      headers,
      payload: { version: 2 },
    });
    const next = await seen(token);
    expect([next.version, ...next.items.map(({ verdict }) => verdict)]).toEqual([2, 'approve', null]);
    expect(next.items[0]?.answers).toHaveLength(1);
  });

  it('tells who answers an old version that there is a newer one', async () => {
    const { token } = await open();
    await edit(1, [anItem(xiaoman)]);
    const late = await answer(token, proposal.items[0]?.id, 'approve');
    expect(late.json()).toMatchObject({
      status: 409,
      code: 'proposal-moved-on',
      field: '/version',
      figures: { yours: 1, latest: 2 },
    });
    expect((await visitor('comments', { token, version: 1, comment: '好', name: 'S' })).statusCode).toBe(409);
    expect((await answer(token, proposal.items[0]?.id, 'approve', { version: 2 })).json()).toMatchObject({
      code: 'not-found',
      field: '/itemId',
    });
  });

  it('takes one of two answers that are given at the same moment, and tells the other', async () => {
    const { token } = await open();
    await see(token);
    const letGo = await holdBack(database, 'proposal_answer');
    const both = [
      answer(token, proposal.items[0]?.id, 'approve', { name: '苏青' }),
      answer(token, proposal.items[0]?.id, 'reject', { name: '老板' }),
    ];
    await letGo(both.length);
    const answers = await Promise.all(both);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const told = answers.find(({ statusCode }) => statusCode === 409);
    expect(told?.json()).toMatchObject({ code: 'answered-meanwhile', figures: { seen: 0, answers: 1 } });
    expect((await seen(token)).items[0]?.answers).toHaveLength(1);
  });

  it('shows a creator who has left the platform as gone, with what was proposed', async () => {
    const { token } = await open();
    const nana = await aCreator(database.db, { name: '娜娜' });
    await edit(1, [anItem(xiaoman), anItem(nana)]);
    await database.owner('delete from creator where id = $1', [nana]);
    expect((await seen(token)).items[1]).toMatchObject({
      gone: true,
      creator: { name: '娜娜' },
      priceCents: 300_000,
    });
    expect((await seen(token)).items[0]?.gone).toBe(false);
  });

  it('is refused to another site’s page, and in forms that no link has', async () => {
    const { token } = await open();
    const foreign = await visitor('proposal', { token }, { headers: { origin: 'https://elsewhere.test' } });
    expect(foreign.json()).toMatchObject({ code: 'cross-site-request' });
    for (const bad of ['', `${token}x`, `${token.slice(0, 42)}'`, '../'.repeat(14) + 'x'])
      expect((await see(bad)).json()).toMatchObject({ status: 400, code: 'invalid-input', field: '/token' });
  });

  it('is seen by the client’s viewer in the room as well, who sees nothing that was not shared', async () => {
    const su = await aCaller(database.db, room, 'client_viewer', 'Su');
    const shared = async () =>
      (await server.inject({ url: '/api/v1/shared-proposals', headers: su.headers })).json<{
        items: object[];
      }>();
    const one = () => server.inject({ url: `/api/v1/shared-proposals/${proposal.id}`, headers: su.headers });
    expect((await shared()).items).toEqual([]);
    expect((await one()).statusCode).toBe(404);
    await open();
    expect((await shared()).items).toMatchObject([{ id: proposal.id, creators: 2, unanswered: 2 }]);
    expect((await one()).json()).toMatchObject({ version: 1, openUntil: null });
    await edit(1, [anItem(ayuan)], false);
    expect((await one()).json()).toMatchObject({ version: 1 });
  });
});

import type { ProposalItemAsk, ProposalView, SharedProposal } from '@poolrise/contracts';
import { readerFormats } from '@poolrise/domain';
import type { InjectOptions } from 'light-my-request';
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
import { pagesOf, squeezed } from '../../test/pdf-text';
import type { BrowserHeaders } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

describe('a proposal as a PDF', () => {
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
    xiaoman = await aCreator(database.db, { name: '小满🍵𰻝', redId: '600001', imageCents: 99_900 });
    ayuan = await aCreator(database.db, { name: '阿远', redId: '600002' });
  });
  beforeEach(async () => {
    zhou = await anAgency(database.db);
    room = await aClient(server, zhou, '青屿咖啡');
    headers = zhou.in(room);
    proposal = await aProposal(server, headers, [anItem(xiaoman), anItem(ayuan, { note: '主推新品' })]);
    visitor = visitorOf(server, `203.0.113.${++address}`);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const get = async (query = '', by: InjectOptions['headers'] = headers, id = proposal.id) =>
    await server.inject({ url: `/api/v1/proposals/${id}/pdf${query}`, headers: by });
  const print = async (token: string, more: object = {}) =>
    await visitor('pdf', { token, version: 1, language: 'zh-CN', ...more });
  const printed = async (answer: { rawPayload: Buffer }) => (await pagesOf(answer.rawPayload)).join('');
  const edit = (basedOn: number, items: ProposalItemAsk[], share = true) =>
    server.inject({
      method: 'POST',
      url: `/api/v1/proposals/${proposal.id}/versions`,
      headers,
      payload: { basedOn, items, share, message: '换了一位' },
    });

  it.each(['zh-CN', 'en'] as const)(
    'holds every creator and the figures of the API, in %s',
    async (language) => {
      await aLink(server, headers, proposal.id);
      const answered = await get(`?language=${language}`);
      expect(answered.headers).toMatchObject({
        'content-type': 'application/pdf',
        'cache-control': 'no-store',
      });
      const text = await printed(answered);
      const format = readerFormats(language);
      const words =
        language === 'en'
          ? ['Preparedfor青屿咖啡', 'Version1', 'Howtoread']
          : ['为青屿咖啡准备', '第1版', '数据说明'];
      for (const known of [
        ...words,
        '春季方案',
        '第一波人选',
        '小满□□',
        '600001',
        '阿远',
        '主推新品',
        format.roundMoney(proposal.figures.priceCents),
        format.compact(proposal.figures.reads?.expected ?? null),
      ])
        expect(text).toContain(squeezed(known));
    },
  );

  it('is called what the proposal is called, whatever the script', async () => {
    const odd = await aProposal(server, headers, [anItem(xiaoman)], '双十一"/预热\\:🎉');
    const { headers: answered } = await get('', headers, odd.id);
    const name = encodeURIComponent('双十一 预热 🎉 第1版.pdf');
    expect(answered['content-disposition']).toBe(
      `attachment; filename="proposal-v1.pdf"; filename*=UTF-8''${name}`,
    );
  });

  it('prints the version that is named, and says when the client has not seen it', async () => {
    await edit(1, [anItem(ayuan)], false);
    expect(await printed(await get('?version=1'))).toContain('小满');
    const latest = await printed(await get());
    expect(latest).not.toContain('小满');
    expect(latest).toContain('尚未分享给客户');
    expect((await get('?version=3')).json()).toMatchObject({ code: 'not-found', field: 'query.version' });
    expect((await get('?language=fr')).json()).toMatchObject({
      code: 'invalid-input',
      field: 'query.language',
    });
  });

  it('prints through a link what the client said, and nothing that the page does not show', async () => {
    await database.owner(
      `insert into creator_contact (workspace_id, creator_id, image_cents, rebate_basis_points, state, note, changed_at)
       values ($1, $2, 123456, 1234, 'agreed', 'the agency’s own price', now())`,
      [zhou.workspaceId, xiaoman],
    );
    const { token } = await aLink(server, headers, proposal.id);
    const said = { token, version: 1, name: '苏青' };
    const itemId = proposal.items[0]?.id;
    await visitor('answers', { ...said, itemId, seen: 0, verdict: 'replace', comment: '想要成都的' });
    await visitor('comments', { ...said, comment: '预算没问题' });
    const answered = await print(token);
    expect(answered.headers['set-cookie']).toBeUndefined();
    const text = await printed(answered);
    for (const known of ['更换·苏青', '想要成都的', '预算没问题', '待答复']) expect(text).toContain(known);
    for (const secret of [room, zhou.workspaceId, xiaoman, '1,234', '¥999', '山海'])
      expect(text).not.toContain(squeezed(secret));
  });

  it('answers like the page when the link is closed, locked or behind', async () => {
    const [revoked, locked, open] = [
      await aLink(server, headers, proposal.id),
      await aLink(server, headers, proposal.id, { password: 'islet-coffee' }),
      await aLink(server, headers, proposal.id),
    ];
    await server.inject({
      method: 'DELETE',
      url: `/api/v1/proposals/${proposal.id}/links/${revoked.id}`,
      headers,
    });
    expect((await print(revoked.token)).json()).toMatchObject({ status: 410, code: 'link-not-open' });
    expect((await print(locked.token)).json()).toMatchObject({ code: 'link-password-needed' });
    expect((await print(locked.token, { password: 'guess' })).json()).toMatchObject({
      code: 'link-password-wrong',
    });
    expect((await print(locked.token, { password: 'islet-coffee' })).statusCode).toBe(200);
    await edit(1, [anItem(ayuan)]);
    expect((await print(open.token)).json()).toMatchObject({
      code: 'proposal-moved-on',
      figures: { latest: 2 },
    });
    expect((await print(open.token, { version: 2 })).statusCode).toBe(200);
  });

  it('is not drawn for one address as often as it likes, however many links it has', async () => {
    const [one, other] = [
      await aLink(server, headers, proposal.id),
      await aLink(server, headers, proposal.id),
    ];
    await database.owner(
      `insert into sign_in_attempt (subject, failures, window_started_at) values ($1, 59, now())`,
      [`link-files:ip:203.0.113.${address}`],
    );
    expect((await print(one.token)).statusCode).toBe(200);
    expect((await print(other.token)).json()).toMatchObject({ status: 429, code: 'too-many-attempts' });
    expect((await visitor('proposal', { token: one.token })).statusCode).toBe(200);
  });

  it('stays inside the room, and shows the client’s viewer what was shared and no more', async () => {
    const other = await aClient(server, zhou);
    for (const by of [zhou.in(other), (await anAgency(database.db)).headers])
      expect((await get('', by)).statusCode).toBe(404);
    const su = await aCaller(database.db, room, 'client_viewer', 'Su');
    expect((await get('', su.headers)).json()).toMatchObject({ code: 'role-too-low' });
    const shared = () =>
      server.inject({ url: `/api/v1/shared-proposals/${proposal.id}/pdf`, headers: su.headers });
    expect((await shared()).statusCode).toBe(404);
    await aLink(server, headers, proposal.id);
    await edit(1, [anItem(ayuan)], false);
    expect(await printed(await shared())).toContain('小满');
  });

  it('leaves a line in the trail for each copy, with who took it', async () => {
    const { token, id: linkId } = await aLink(server, headers, proposal.id);
    await get('?language=en');
    await print(token);
    const trail = await database.owner<{ person: string | null; detail: object }>(
      `select person_id as person, detail from audit_event where workspace_id = $1 and action = 'proposal.downloaded' order by at`,
      [room],
    );
    expect(trail).toEqual([
      { person: zhou.id, detail: { version: 1, language: 'en' } },
      { person: null, detail: { linkId, version: 1, language: 'zh-CN' } },
    ]);
  });

  it('holds two hundred creators on pages that each have the head of the table', async () => {
    const ids = await Promise.all(
      Array.from({ length: 200 }, (_, index) => aCreator(database.db, { name: `博主${index + 1}号` })),
    );
    const big = await aProposal(
      server,
      headers,
      ids.map((id, index) => anItem(id, { priceCents: (index + 1) * 100_00 })),
    );
    const { token } = await aLink(server, headers, big.id);
    const seen = (await visitor('proposal', { token })).json<SharedProposal>();
    expect(seen.items).toHaveLength(200);
    const pages = await pagesOf((await print(token)).rawPayload);
    const text = pages.join('');
    const { roundMoney } = readerFormats('zh-CN');
    for (const { creator, priceCents } of seen.items) {
      expect(text).toContain(creator.name);
      expect(text).toContain(roundMoney(priceCents));
    }
    expect(text).toContain(roundMoney(seen.figures.priceCents));
    for (const page of pages.slice(0, -1)) expect(page).toContain('博主形式单篇中位数预估阅读报价答复');
  });
});

import type { ProposalItemAsk, ProposalPreview, ProposalRow, ProposalView } from '@poolrise/contracts';
import { sketchAudience, sketchToBytes } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { aCaller, anItem, aProposal, type Caller } from '../../test/agencies';
import { aCreator, anObservedNote } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aWorkspace } from '../../test/people';
import { startServer, type TestServer } from '../../test/server';

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();

describe('proposals', () => {
  let database: TestDatabase;
  let server: TestServer;
  let mei: Caller;
  let xiaoman: string;
  let ayuan: string;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
  });
  beforeEach(async () => {
    mei = await aCaller(database.db, await aWorkspace(database.db), 'marketer', 'Mei');
    xiaoman = await aCreator(database.db, { name: '小满', redId: randomUUID(), followers: 8_600 });
    ayuan = await aCreator(database.db, { name: '阿远', followers: 120_000, categories: ['tech'] });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const post = (url: string, payload: object) =>
    server.inject({ method: 'POST', url: `/api/v1/${url}`, headers: mei.headers, payload });
  const read = async (id: string, query = '') =>
    (
      await server.inject({ url: `/api/v1/proposals/${id}${query}`, headers: mei.headers })
    ).json<ProposalView>();
  const edit = (id: string, basedOn: number, items: ProposalItemAsk[], more: object = {}) =>
    post(`proposals/${id}/versions`, { basedOn, message: '第二版', items, ...more });
  const notesOf = async (creatorId: string, reads: number[]) => {
    for (const [index, each] of reads.entries())
      await anObservedNote(database.db, creatorId, {
        publishedAt: day(index + 1),
        reads: [each, each],
        impressions: [each * 10, each * 10],
      });
  };
  const audienceOf = (creatorId: string, from: number, to: number) => {
    const people = Array.from({ length: to - from }, (_, index) => from + index);
    const sketch = Buffer.from(sketchToBytes(sketchAudience(people)));
    return database.owner(`insert into creator_reach values ($1, 'female', '18-24', $2)`, [
      creatorId,
      sketch,
    ]);
  };

  it('freeze creators with price, forecast and mix as they stand', async () => {
    await notesOf(xiaoman, [100, 200, 300, 400, 1_000]);
    const proposal = await aProposal(server, mei.headers, [
      anItem(xiaoman, { notes: 4, priceCents: 400_00 }),
      anItem(ayuan, { kind: 'video', priceCents: 2_000_00 }),
    ]);
    expect(proposal).toMatchObject({ latest: 1, shared: null, version: 1, message: '第一波人选', links: [] });
    expect(proposal.items).toMatchObject([
      {
        creator: { name: '小满', followers: 8_600, category: 'food' },
        forecast: { basis: 'kind', sample: 5, reads: { expected: 1_200, low: 880, high: 2_120 } },
        verdict: null,
      },
      { creator: { name: '阿远' }, forecast: null },
    ]);
    expect(proposal.figures).toMatchObject({
      creators: 2,
      notes: 5,
      priceCents: 2_400_00,
      forecastOf: 1,
      reads: { expected: 1_200, low: 880, high: 2_120 },
      reach: null,
    });
    expect(proposal.figures.categories.map(({ key, priceCents }) => [key, priceCents])).toEqual([
      ['tech', 2_000_00],
      ['food', 400_00],
    ]);

    await database.owner(`update creator set name = 'renamed', followers = 1 where id = $1`, [xiaoman]);
    expect((await read(proposal.id)).items[0]?.creator).toMatchObject({ name: '小满', followers: 8_600 });
  });

  it('count people once who follow several of the creators', async () => {
    await audienceOf(xiaoman, 0, 2_000);
    await audienceOf(ayuan, 1_000, 4_000);
    const preview = (
      await post('proposal-previews', { items: [anItem(xiaoman), anItem(ayuan)] })
    ).json<ProposalPreview>();
    // Few enough to be held whole, so the estimate is exact.
    expect(preview.figures.reach).toEqual({
      people: 4_000,
      standardError: 0,
      low: 4_000,
      high: 4_000,
      overlapShare: expect.closeTo(0.2),
      measured: 2,
    });
    const rows = await server.inject({ url: '/api/v1/proposals', headers: mei.headers });
    expect(rows.json<{ items: ProposalRow[] }>().items).toEqual([]);
  });

  it('tell reach in the target of the brief beside that of all, in every version', async () => {
    await audienceOf(xiaoman, 0, 2_000);
    // Five hundred more, who are older.
    const sketch = Buffer.from(
      sketchToBytes(sketchAudience(Array.from({ length: 500 }, (_, at) => 9_000 + at))),
    );
    await database.owner(`insert into creator_reach values ($1, 'female', '25-34', $2)`, [xiaoman, sketch]);
    const target = { genders: ['female'], ages: ['25-34'] };
    const ask = { name: '目标', items: [anItem(xiaoman)], target, requestKey: randomUUID() };
    const written = (await post('proposals', ask)).json<ProposalView>();
    expect(written.figures.reach?.people).toBe(2_500);
    expect(written.figures.targetReach).toMatchObject({ people: 500, measured: 1, target });
    const next = await post(`proposals/${written.id}/versions`, {
      basedOn: 1,
      items: [anItem(xiaoman, { notes: 2 })],
    });
    expect(next.json<ProposalView>().figures.targetReach).toMatchObject({ people: 500, target });
    const everybody = { items: [anItem(xiaoman)], target: { genders: [], ages: [] } };
    const preview = (await post('proposal-previews', everybody)).json<ProposalPreview>();
    expect(preview.figures.targetReach).toBeNull();
  });

  it('are written once under a request key, and name creators who are there', async () => {
    const ask = { name: '方案', items: [anItem(xiaoman)], requestKey: randomUUID() };
    const [first, second] = await Promise.all([post('proposals', ask), post('proposals', ask)]);
    expect(first.json<ProposalView>().id).toBe(second.json<ProposalView>().id);
    expect((await post('proposals', { ...ask, name: '另一个' })).json()).toMatchObject({
      code: 'request-key-reused',
    });
    await database.owner('update creator set deleted_at = now() where id = $1', [ayuan]);
    for (const creatorId of [randomUUID(), ayuan])
      expect(
        (
          await post('proposals', {
            ...ask,
            requestKey: randomUUID(),
            items: [anItem(xiaoman), anItem(creatorId)],
          })
        ).json(),
      ).toMatchObject({ status: 404, field: '/items/1/creatorId' });
    const twice = { ...ask, requestKey: randomUUID(), items: [anItem(xiaoman), anItem(xiaoman)] };
    expect((await post('proposals', twice)).json()).toMatchObject({ code: 'invalid-input', field: '/items' });
  });

  it('grow by versions, of which the earlier stay readable', async () => {
    const { id } = await aProposal(server, mei.headers, [anItem(xiaoman)]);
    expect((await edit(id, 1, [anItem(xiaoman), anItem(ayuan)])).json()).toMatchObject({
      latest: 2,
      version: 2,
    });
    expect((await read(id)).items).toHaveLength(2);
    const first = await read(id, '?version=1');
    expect(first).toMatchObject({ latest: 2, version: 1, message: '第一波人选' });
    expect(first.items).toHaveLength(1);
    expect(first.versions.map(({ version, writtenBy }) => [version, writtenBy])).toEqual([
      [2, 'Mei'],
      [1, 'Mei'],
    ]);
    expect(
      await server.inject({ url: `/api/v1/proposals/${id}?version=3`, headers: mei.headers }),
    ).toMatchObject({
      statusCode: 404,
    });
  });

  it('keep what was frozen where nothing changed, also of creators who are gone since', async () => {
    const { id } = await aProposal(server, mei.headers, [anItem(xiaoman)]);
    await database.owner(`update creator set followers = 1, deleted_at = now() where id = $1`, [xiaoman]);
    const next = (await edit(id, 1, [anItem(xiaoman), anItem(ayuan)])).json<ProposalView>();
    expect(next.items[0]).toMatchObject({ gone: true, creator: { name: '小满', followers: 8_600 } });
  });

  it('do not write over each other: of two edits at the same moment one is told', async () => {
    const { id } = await aProposal(server, mei.headers, [anItem(xiaoman)]);
    const answers = await Promise.all([
      edit(id, 1, [anItem(ayuan)]),
      edit(id, 1, [anItem(xiaoman, { notes: 2 })]),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    const told = answers.find(({ statusCode }) => statusCode === 409);
    expect(told?.json()).toMatchObject({ code: 'proposal-moved-on', figures: { yours: 1, latest: 2 } });
  });

  it('have no version in which nothing is new', async () => {
    const { id } = await aProposal(server, mei.headers, [anItem(xiaoman)]);
    const same = await edit(id, 1, [anItem(xiaoman)], { message: '第一波人选' });
    expect(same.json()).toMatchObject({ code: 'proposal-unchanged' });
  });

  it('stand in a list with how far they are, page after page', async () => {
    for (const name of ['一', '二', '三']) await aProposal(server, mei.headers, [anItem(xiaoman)], name);
    const page = async (cursor = '') =>
      (await server.inject({ url: `/api/v1/proposals?limit=2${cursor}`, headers: mei.headers })).json<{
        items: ProposalRow[];
        nextCursor: string | null;
      }>();
    const first = await page();
    const second = await page(`&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['三', '二', '一']);
    expect(first.items[0]).toMatchObject({ state: 'draft', creators: 1, unanswered: 1, openLinks: 0 });
    expect(second.nextCursor).toBeNull();
  });
});

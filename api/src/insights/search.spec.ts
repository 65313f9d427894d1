import type { Role } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { everyTenantRow } from '../../test/every-tenant-row';
import { aNoteInPool } from '../../test/notes';
import { aWorkspace } from '../../test/people';
import { SearchQueries } from './search.queries';

describe('the search of the command palette', () => {
  let database: TestDatabase;
  let searches: SearchQueries;
  let lin: string;
  let wen: string;
  let noteId: string;
  let voucherId: string;
  let boostId: string;

  beforeAll(async () => {
    database = await freshDatabase();
    searches = new SearchQueries(database.db);
    lin = await aWorkspace(database.db);
    wen = await aWorkspace(database.db);
    await everyTenantRow(database, lin);
    ({ noteId } = await aNoteInPool(database.db, { workspaceId: lin, title: '夏日低糖冷泡茶' }));
    const [ids] = await database.owner<{ voucher: string; boost: string }>(
      `select (select id from voucher where workspace_id = $1) as voucher, (select id from boost where workspace_id = $1) as boost`,
      [lin],
    );
    voucherId = ids?.voucher ?? '';
    boostId = ids?.boost ?? '';
  });
  afterAll(() => database.close());

  const found = async (text: string, role: Role | null = 'owner', workspaceId = lin) =>
    (await searches.search(workspaceId, role, text)).hits.map(({ kind, title }) => `${kind} ${title}`);

  it('finds notes by words and by the beginning of what somebody types', async () => {
    expect(await found('冷泡')).toContain('note 夏日低糖冷泡茶');
    expect(await found('夏日低')).toContain('note 夏日低糖冷泡茶');
    expect(await found('没有这样的笔记')).toEqual([]);
  });

  it('finds creators and boosts', async () => {
    expect(await found('小满')).toContain('creator 小满');
    expect(await found('好茶')).toContain('boost 一杯好茶的早晨');
  });

  it('finds a thing by a pasted id, also inside a link', async () => {
    expect(await found(noteId)).toEqual(['note 夏日低糖冷泡茶']);
    expect(
      await found(`https://poolrise.example/w/${lin}x/boosts/${boostId}`.replace(`${lin}x/`, '')),
    ).toEqual(['boost 一杯好茶的早晨']);
  });

  it.each(['owner', 'marketer', 'finance', 'creator', 'operator'] as const)(
    'shows a voucher by its id to a %s',
    async (role) => expect(await found(voucherId, role)).toEqual(['voucher Autumn voucher']),
  );

  it.each(['analyst', 'client_viewer', null] as const)(
    'shows no voucher to %s, who may not see the wallet',
    async (role) => expect(await found(voucherId, role)).toEqual([]),
  );

  it('takes letters that mean something to SQL as letters', async () => {
    for (const text of ['%', '_', `'`, `\\`, `冷泡' or '1'='1`, 'a & b | !c:*', '(()', '<->'])
      expect([text, (await found(text)).filter((hit) => hit.startsWith('note'))]).toEqual([text, []]);
  });

  it('finds nothing of another workspace, by words or by id', async () => {
    for (const text of ['冷泡', '一杯好茶', noteId, boostId, voucherId])
      expect([text, (await found(text, 'owner', wen)).filter((hit) => !hit.startsWith('creator'))]).toEqual([
        text,
        [],
      ]);
  });
});

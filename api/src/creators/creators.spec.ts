import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { CreatorsService } from './creators.service';

describe('the directory of creators', () => {
  let database: TestDatabase;
  let creators: CreatorsService;

  beforeAll(async () => {
    database = await freshDatabase();
    creators = new CreatorsService(database.db);
  });
  afterAll(() => database.close());

  it('takes a new creator in once when ten notes of hers come at the same moment', async () => {
    const introduction = { redId: '9000000001', name: '小满', followers: 1_200 };
    const ids = await Promise.all(Array.from({ length: 10 }, () => creators.knownAs(introduction)));
    expect(new Set(ids).size).toBe(1);
    expect(await database.owner('select name, followers from creator')).toEqual([
      { name: '小满', followers: 1_200 },
    ]);
  });

  it('keeps the name of a creator whom somebody else introduces under another', async () => {
    const id = await creators.knownAs({ redId: '9000000002', name: 'Wen', followers: 10 });
    expect(await creators.knownAs({ redId: '9000000002', name: 'Not Wen', followers: 1_000_000 })).toBe(id);
    const brief = await database.db.asEngine((tx) => creators.find(tx, id));
    expect(brief).toEqual({ id, name: 'Wen', redId: '9000000002', followers: 10 });
  });

  it('says so when there is nobody with an id', async () => {
    await expect(database.db.asEngine((tx) => creators.find(tx, randomUUID()))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

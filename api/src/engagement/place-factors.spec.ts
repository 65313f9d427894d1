import { bucketsOf } from '@poolrise/domain';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { enginePool } from '../db/engine-pool';
import { PlaceFactors } from './place-factors';

describe('what places are worth', () => {
  let database: TestDatabase;
  let pool: ReturnType<typeof enginePool>;

  beforeAll(async () => {
    database = await freshDatabase();
    pool = enginePool(database.url);
  });
  afterAll(async () => {
    await pool.end();
    await database.close();
  });

  const aProcess = () => new PlaceFactors({ pool } as ConstructorParameters<typeof PlaceFactors>[0]);
  const at = (position: number) => bucketsOf({ placement: 'discovery', position, match: 0.5, ageHours: 2 });

  it('is learnt by several processes together, and each knows what all have seen', async () => {
    const [one, other] = [aProcess(), aProcess()];
    // The second slot is opened half as often as the first, by notes that are alike.
    for (let n = 0; n < 20_000; n++) {
      const process = n % 2 ? one : other;
      for (const [position, opens] of [
        [1, 0.12],
        [2, 0.06],
      ] as const) {
        process.shown(at(position), 0.09);
        if ((n * opens) % 1 < opens) process.opened(at(position));
      }
    }
    await Promise.all([one.share(), other.share()]);
    await one.share();
    expect(one.exposureAt(at(1)) / one.exposureAt(at(2))).toBeCloseTo(2, 0);
    const late = aProcess();
    await late.share();
    expect(late.exposureAt(at(1))).toBeCloseTo(one.exposureAt(at(1)), 6);
  });

  it('is not counted twice when nothing new was seen', async () => {
    const process = aProcess();
    await process.share();
    const before = await database.owner('select * from place_response order by dimension, bucket');
    await process.share();
    expect(await database.owner('select * from place_response order by dimension, bucket')).toEqual(before);
  });
});
